// What to do with an internal error: its number, its details for a report, and the logs that hold it.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useKnownAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { showDone } from './showDone.ts'
import { useCopy } from './useCopy.ts'

type Props = {
  /** null: none was given; the number says where in the log it stands. */
  incident: string | null
  /** What is copied beside the number, the version and the moment. */
  details: string
}

export function IncidentHelp({ incident, details }: Props) {
  const { t } = useTranslation('common')
  const state = useKnownAppState()
  const copy = useCopy()
  const open = useCommand('logs.open', { errors: 'return' })
  const copyDetails = () => {
    const facts = [
      incident === null ? null : t('error.incident', { incident }),
      state === undefined ? null : `Daybook ${state.version}, ${state.abilities.shell}`,
      new Date().toISOString(),
      navigator.userAgent,
      details,
    ]
    return copy(facts.filter((fact) => fact !== null).join('\n'))
  }
  const openLogs = async () => {
    const reply = await open.run({})
    // Where no desktop is, their place is said instead.
    if (!reply.ok) showDone(t('error.logsAt', { folder: `${state?.storage.dataFolder ?? ''}/logs` }))
  }
  return (
    <Stack gap={4}>
      {incident !== null && (
        <Text size="xs" c="dimmed">
          {t('error.incident', { incident })}
        </Text>
      )}
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => void copyDetails()}>
          {t('error.copyDetails')}
        </Button>
        {/* The logs of a server are not for who sits at a browser: they have the number. */}
        {state?.abilities.shell !== 'server' && (
          <Button size="compact-sm" variant="default" onClick={() => void openLogs()}>
            {t('error.openLogs')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
