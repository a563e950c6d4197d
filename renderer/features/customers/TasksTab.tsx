// What is planned with a customer: tasks, what is done on demand, and the meetings of the next months.
import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { CalendarPlus, ListChecks, ListPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DAY_MS } from '../../../shared/base/duration.ts'
import type { CustomerView } from '../../../shared/contract/directory.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { useNow } from '../../clock/clock.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { REACHABLE } from '../../ui/keys/reachable.ts'
import { MeetingList } from '../meetings/MeetingList.tsx'
import { TaskList } from '../tasks/TaskList.tsx'
import { useTimerDialogs } from '../timer/dialogs.tsx'
import classes from './customers.module.css'

const AHEAD_MS = 92 * DAY_MS
const MOST_MEETINGS = 30

export function TasksTab({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('tasks')
  const { t: tm } = useTranslation('meetings')
  const permitted = usePermitted()
  const { show } = useTimerDialogs()
  const [withDone, setWithDone] = useState(false)
  // From this day on: asked anew each day, not with each minute.
  const now = useNow()
  const from = now - (now % DAY_MS)
  const customerId = customer.id
  const tasks = useRequest(
    'task.list',
    { customerId, ...(!withDone && { status: 'Open' as const }) },
    { keepPrevious: true },
  )
  const meetings = useRequest('meeting.list', { customerId, from, to: from + AHEAD_MS })
  const add = (what: 'meeting' | 'task') =>
    show({
      kind: 'add',
      what,
      preset: { chosen: { customer: { id: customer.id, name: customer.name } } },
    })
  const held = meetings.data?.meetings.filter(({ endAt }) => endAt > now) ?? []
  const buttons = (
    <Group gap="sm">
      {permitted('task.add') && (
        <Button variant="default" leftSection={<ListPlus size={16} />} onClick={() => add('task')}>
          {t('add')}
        </Button>
      )}
      {permitted('meeting.add') && (
        <Button variant="default" leftSection={<CalendarPlus size={16} />} onClick={() => add('meeting')}>
          {tm('add')}
        </Button>
      )}
    </Group>
  )
  const doneToo = (
    <Checkbox
      label={t('done')}
      checked={withDone}
      onChange={(event) => setWithDone(event.currentTarget.checked)}
    />
  )
  return (
    <Loaded query={tasks}>
      {({ tasks: all }) =>
        all.length + held.length === 0 && !withDone && meetings.data !== undefined ? (
          <EmptyState
            icon={<ListChecks size={32} />}
            title={t('empty')}
            text={t('emptyText')}
            action={
              <Stack gap="sm" align="center">
                {buttons}
                {doneToo}
              </Stack>
            }
          />
        ) : (
          <div className={classes.scrolled} {...REACHABLE} role="region" aria-label={t('tab')}>
            <Stack gap="md">
              <Group gap="md">
                {buttons}
                {doneToo}
              </Group>
              {all.length > 0 && (
                <Stack gap="xs">
                  <Title order={2} size="h5">
                    {t('list')}
                  </Title>
                  <TaskList
                    label={t('list')}
                    tasks={all}
                    beside="user"
                    onOpen={({ id }) => show({ kind: 'task', taskId: id })}
                  />
                </Stack>
              )}
              <Stack gap="xs">
                <Title order={2} size="h5">
                  {tm('of.title')}
                </Title>
                {held.length === 0 ? (
                  <Text size="sm" c="dimmed">
                    {tm('of.none')}
                  </Text>
                ) : (
                  <MeetingList
                    label={tm('of.title')}
                    meetings={held.slice(0, MOST_MEETINGS)}
                    onOpen={(meetingId, at) => show({ kind: 'meeting', meetingId, at })}
                  />
                )}
                {held.length > MOST_MEETINGS && (
                  <Text size="sm" c="dimmed">
                    {tm('of.more', { count: MOST_MEETINGS })}
                  </Text>
                )}
              </Stack>
            </Stack>
          </div>
        )
      }
    </Loaded>
  )
}
