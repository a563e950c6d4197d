// The section of the team: whether there is one, what waits to be sent, who is in it, on which devices.
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { TeamStatus } from '../../../shared/contract/team.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { AskFirst } from '../team/AskFirst.tsx'
import { ComingForm } from '../team/ComingForm.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { showDone } from '../../ui/feedback/showDone.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { Row, Section } from './settingsSearch.tsx'
import { TeamDevices } from './TeamDevices.tsx'
import { TeamMembers } from './TeamMembers.tsx'
import { TeamSignIn } from './TeamSignIn.tsx'

export function TeamSettings() {
  const { t } = useTranslation('settings')
  const status = useRequest('team.status', {})
  return (
    <Section id="team" title={t('section.team')} lead={t('lead.team')}>
      <Loaded query={status} rows={2}>
        {(found) => (found.team === null ? <Alone /> : <InTeam status={found} team={found.team} />)}
      </Loaded>
    </Section>
  )
}

function Alone() {
  const { t } = useTranslation('team')
  const permitted = usePermitted()
  const [creating, setCreating] = useState(false)
  return (
    <Row
      label={t('alone')}
      hint={t('aloneHint')}
      control={
        permitted('team.create') && (
          <Button variant="default" onClick={() => setCreating(true)}>
            {t('create')}
          </Button>
        )
      }
    >
      {creating && <ComingForm how="create" onClose={() => setCreating(false)} />}
    </Row>
  )
}

function InTeam({ status, team }: { status: TeamStatus; team: NonNullable<TeamStatus['team']> }) {
  const { t } = useTranslation('team')
  const permitted = usePermitted()
  return (
    <>
      <Connection status={status} team={team} />
      {team.phase === 'on' && <TeamSignIn server={team.server} />}
      {team.phase === 'on' && permitted('team.members') && <TeamMembers server={team.server} />}
      {team.phase === 'on' && <TeamDevices />}
      <Row label={t('leave').replace(/[\s…]+$/, '')} hint={t('leaveText')} control={<Leave />} />
    </>
  )
}

function Connection({ status, team }: { status: TeamStatus; team: NonNullable<TeamStatus['team']> }) {
  const { t } = useTranslation('team')
  const format = useFormat()
  const sync = useCommand('team.sync')
  const name = team.userName ?? team.email
  const now = async () => {
    const reply = await sync.run({})
    if (reply.ok) showDone(t('synced'))
  }
  const state =
    team.phase === 'on'
      ? t(team.online ? 'state.on' : 'state.off')
      : t(`state.${team.phase}`, { rows: format.number(team.rows) })
  return (
    <Row
      label={t('signedIn', { name, server: team.server })}
      control={
        <Button variant="default" loading={sync.pending} onClick={() => void now()}>
          {t('sync')}
        </Button>
      }
    >
      <Group gap="md" mt={4} role="status">
        <Text size="sm">{state}</Text>
        <Text size="sm" c="dimmed">
          {status.waiting === 0 ? t('nothingWaits') : t('waiting', { count: status.waiting })}
        </Text>
        <Text size="sm" c="dimmed" className="num">
          {t('lastContact', {
            when: team.lastContact === null ? t('never') : format.dateTime(team.lastContact),
          })}
        </Text>
      </Group>
      {team.handedBack !== null && (
        <Text size="sm" mt={4}>
          {t('handedBack', {
            when: format.dateTime(team.handedBack.at),
            number: format.number(team.handedBack.count),
          })}
        </Text>
      )}
      {team.problem !== null && (
        <Refusal error={{ code: team.problem as AppError['code'] }} onClose={() => void now()} />
      )}
    </Row>
  )
}

function Leave() {
  const { t } = useTranslation('team')
  const [asking, setAsking] = useState(false)
  const leave = useCommand('team.leave')
  const go = async () => {
    const reply = await leave.run({})
    setAsking(false)
    if (reply.ok) showDone(t('left'))
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('leave')}
      </Button>
      {asking && (
        <AskFirst
          title={t('leaveTitle')}
          text={t('leaveText')}
          yes={t('leave')}
          pending={leave.pending}
          onYes={() => void go()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
