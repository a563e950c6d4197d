// Says under a field of notes whether what is typed is on disk (K13). That it is not, or lies with another start, is said aloud; what
// stands on this page only can be taken along.
import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCopy } from '../../ui/feedback/useCopy.ts'
import { lacks } from './noteKeeper.ts'
import type { TimerNote } from './useTimerNote.ts'

export function NoteSaved({ note: { state, text } }: { note: TimerNote }) {
  const { t } = useTranslation('timer')
  const away = lacks(state)
  const told = away || state === 'left'
  const copy = useCopy()
  return (
    <>
      {!told && (
        <Text size="xs" c="dimmed">
          {t(`noteState.${state}`)}
        </Text>
      )}
      <Group gap="xs" flex={told ? '1 1 240px' : undefined}>
        <Text size="xs" c={away ? 'var(--db-stop)' : undefined} role="status" flex="1 1 200px">
          {told ? t(`noteState.${state}`) : ''}
        </Text>
        {away && (
          <Button size="compact-xs" variant="default" onClick={() => void copy(text)}>
            {t('noteState.copy')}
          </Button>
        )}
      </Group>
    </>
  )
}
