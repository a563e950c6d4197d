// Whether the time of an occurrence that is over is in the log of all its people, and the way to add what is missing (E5).
import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MeetingView } from '../../../shared/contract/meeting.ts'
import type { Occurrence } from '../../../shared/rules/occurrences.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { useNow } from '../../clock/clock.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { useAttempts } from '../../ui/list/useAttempts.ts'
import { useLogWords } from './meetingWords.ts'

export function MeetingLog({ meeting, occurrence }: { meeting: MeetingView; occurrence: Occurrence }) {
  const { t } = useTranslation('meetings')
  const now = useNow()
  const words = useLogWords()
  const tries = useAttempts()
  const record = useCommand('meeting.record', {
    errors: 'return',
    undo: ({ log }) => words('', log).trim(),
  })
  if (!meeting.logged || occurrence.endAt > now) return null
  const items = meeting.logItems.filter(({ at }) => meeting.repeat === '' || at === occurrence.at)
  const logged = new Set(items.flatMap(({ userIds }) => userIds)).size
  const people = meeting.userIds.length
  return (
    <>
      <Group gap="sm">
        <Text size="sm">{t('log.state', { count: logged, people })}</Text>
        {logged < people && (
          <Button
            size="compact-sm"
            variant="default"
            loading={record.pending}
            onClick={() => void tries.attempt(() => record.run({ meetingId: meeting.id, at: occurrence.at }))}
          >
            {t('log.add')}
          </Button>
        )}
      </Group>
      <Refusal
        error={tries.refused?.error ?? null}
        onClose={tries.close}
        onRetry={() => tries.refused?.retry()}
      />
    </>
  )
}
