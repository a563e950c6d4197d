// What is to be done on this day: its meetings, and the tasks that are due or overdue; the rest of the open ones below, folded.
import { Button, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TodayView } from '../../../shared/contract/diary.ts'
import { isDueBy } from '../../../shared/rules/taskDue.ts'
import { useCurrentUser } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { MeetingList } from '../meetings/MeetingList.tsx'
import { TaskList } from '../tasks/TaskList.tsx'
import { useTimerDialogs } from '../timer/dialogs.tsx'

export function ToDo({ day, isToday }: { day: TodayView; isToday: boolean }) {
  const { t } = useTranslation('tasks')
  const { t: tm } = useTranslation('meetings')
  const me = useCurrentUser()
  const { show } = useTimerDialogs()
  const [whole, setWhole] = useState(false)
  const range = { from: day.dayStartAt, to: day.dayEndAt }
  const meetings = useRequest(
    'meeting.list',
    { ...range, userIds: [me.id] },
    { keepPrevious: true, refetchEveryMs: 300_000 },
  )
  const open = useRequest(
    'task.list',
    isToday ? { status: 'Open', userIds: [me.id] } : { ...range, userIds: [me.id] },
    { keepPrevious: true },
  )
  const tasks = open.data?.tasks ?? []
  // Calls that stops made stand with their sessions.
  const due = tasks.filter((task) => isDueBy(task, day) && (isToday || task.type !== 'Call'))
  const later = isToday ? tasks.filter((task) => !isDueBy(task, day)) : []
  const held = meetings.data?.meetings ?? []
  if (held.length + due.length + later.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('toDo')}
      </Title>
      {held.length > 0 && (
        <MeetingList
          label={tm('of.title')}
          meetings={held}
          ofOneDay
          onOpen={(meetingId, at) => show({ kind: 'meeting', meetingId, at })}
        />
      )}
      {due.length + (whole ? later.length : 0) > 0 && (
        <TaskList
          label={t('toDo')}
          tasks={whole ? [...due, ...later] : due}
          beside="customer"
          onOpen={({ id }) => show({ kind: 'task', taskId: id })}
        />
      )}
      {later.length > 0 && (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-expanded={whole}
            onClick={() => setWhole((was) => !was)}
          >
            {t('later', { count: later.length })}
          </Button>
        </div>
      )}
    </Stack>
  )
}
