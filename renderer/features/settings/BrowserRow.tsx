// The browsers that are in, where a browser is the window: which, since when, and how to keep one out.
import { Button, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import Bowser from 'bowser'
import { useTranslation } from 'react-i18next'
import type { BrowserView } from '../../../shared/contract/browsers.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { showDone } from '../../ui/feedback/showDone.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { Row } from './settingsSearch.tsx'

/** "Firefox, Linux"; null where it said nothing that is known. */
function browserName(agent: string): string | null {
  if (agent === '') return null
  const { browser, os } = Bowser.parse(agent)
  return [browser.name, os.name].filter((name) => name !== undefined && name !== '').join(', ') || null
}

export function BrowserRow() {
  const { t } = useTranslation('settings')
  const browsers = useRequest('browser.list', {})
  return (
    <Row label={t('browsers.label')} hint={t('browsers.hint')}>
      <Loaded query={browsers} rows={2}>
        {(rows) => <Browsers rows={rows} />}
      </Loaded>
    </Row>
  )
}

function Browsers({ rows }: { rows: readonly BrowserView[] }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const client = useQueryClient()
  const end = useCommand('browser.end')
  const endOne = async (browserId: string) => {
    const reply = await end.run({ browserId })
    if (reply.ok) showDone(t('browsers.ended'))
    // Nothing of the record changes, so no event says that the list did.
    await client.invalidateQueries({ queryKey: ['browser.list'] })
  }
  return (
    <PlainTable>
      <thead>
        <tr>
          <th scope="col">{t('browsers.browser')}</th>
          <th scope="col">{t('browsers.since')}</th>
          <th scope="col">{t('browsers.lastAsked')}</th>
          <th scope="col">{t('browsers.action')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, agent, since, lastAsked, asking }) => {
          const name = browserName(agent) ?? t('browsers.unknown')
          return (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                <span className="num">{format.dateTime(since)}</span>
              </td>
              <td>
                <span className="num">{asking ? t('browsers.now') : format.dateTime(lastAsked)}</span>
              </td>
              <td>
                {asking ? (
                  <Text size="sm" c="dimmed">
                    {t('browsers.thisOne')}
                  </Text>
                ) : (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t('browsers.endNamed', { name, since: format.dateTime(since) })}
                    onClick={() => void endOne(id)}
                  >
                    {t('browsers.end')}
                  </Button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </PlainTable>
  )
}
