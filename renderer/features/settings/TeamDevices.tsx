// The devices of the team: one's own, or all for an administrator; a lost one is shut out.
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TeamDevice } from '../../../shared/contract/team.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { AskFirst } from '../team/AskFirst.tsx'
import { useAnswer } from '../team/useAnswer.ts'
import { SkeletonRows } from '../../ui/feedback/Loaded.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { showDone } from '../../ui/feedback/showDone.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { Row } from './settingsSearch.tsx'

export function TeamDevices() {
  const { t } = useTranslation('team')
  const { value, error, again } = useAnswer('team.devices')
  return (
    <Row label={t('devices')}>
      <Refusal error={error} onClose={again} />
      {value === null ? (
        error === null && <SkeletonRows rows={2} />
      ) : (
        <Devices rows={value} onChanged={again} />
      )}
    </Row>
  )
}

function Devices({ rows, onChanged }: { rows: readonly TeamDevice[]; onChanged: () => void }) {
  const { t } = useTranslation('team')
  const format = useFormat()
  const [asked, setAsked] = useState<TeamDevice | null>(null)
  const revoke = useCommand('team.revoke')
  const go = async (deviceId: string) => {
    const reply = await revoke.run({ deviceId })
    setAsked(null)
    if (reply.ok) showDone(t('revoked'))
    onChanged()
  }
  return (
    <>
      <PlainTable>
        <thead>
          <tr>
            <th scope="col">{t('device')}</th>
            <th scope="col">{t('user')}</th>
            <th scope="col">{t('contact')}</th>
            <th scope="col">{t('action')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((device) => (
            <tr key={device.id}>
              <th scope="row">{device.name}</th>
              <td>{device.userName}</td>
              <td className="num">
                {device.lastContact === null ? '–' : format.dateTime(device.lastContact)}
              </td>
              <td>
                {device.own || device.revokedAt !== null ? (
                  <Text size="sm" c="dimmed">
                    {t(device.own ? 'thisOne' : 'shutOut')}
                  </Text>
                ) : (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t('revokeNamed', { name: device.name, user: device.userName })}
                    onClick={() => setAsked(device)}
                  >
                    {t('revoke')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {asked !== null && (
        <AskFirst
          title={t('revokeTitle', { name: asked.name })}
          text={t('revokeText')}
          yes={t('revoke')}
          pending={revoke.pending}
          onYes={() => void go(asked.id)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
