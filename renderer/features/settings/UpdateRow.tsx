// New versions (J15): what is known of one, what is new in it, and looking now; installed only when the person quits.
import { Button, Group, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { Row } from './settingsSearch.tsx'

export function UpdateRow() {
  const { t } = useTranslation('desktop')
  const { preferences, abilities } = useAppState()
  const save = useCommand('preferences.save')
  const check = useCommand('update.check')
  const install = useCommand('update.install')
  const { update } = abilities
  if (update === undefined) return null
  const { state, version, notes } = update
  if (state === 'none') return <Row label={t('updates.label')} hint={t('updates.none')} />
  return (
    <Row
      label={t('updates.label')}
      hint={t('updates.hint')}
      control={
        <Switch
          aria-label={t('updates.label')}
          checked={preferences.updates}
          onChange={(event) => void save.run({ updates: event.currentTarget.checked })}
        />
      }
    >
      <Group justify="space-between" pt="xs">
        <Text size="sm" role="status">
          {t(`updates.state.${state}`, { version: version ?? '' })}
        </Text>
        {state === 'ready' ? (
          <Button size="compact-sm" variant="default" onClick={() => void install.run({})}>
            {t('updates.install')}
          </Button>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            loading={state === 'fetching'}
            onClick={() => void check.run({})}
          >
            {t('updates.check')}
          </Button>
        )}
      </Group>
      {notes !== null && (
        <Text size="sm" c="dimmed" pt="xs" style={{ whiteSpace: 'pre-wrap' }}>
          {notes}
        </Text>
      )}
    </Row>
  )
}
