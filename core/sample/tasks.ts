// What the sample firm's users have to do: open, overdue and done.
import { MINUTE_MS } from '../../shared/base/duration.ts'
import { addDays } from '../../shared/base/localDate.ts'
import type { DayRule } from '../../shared/base/dayRule.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Customer } from '../../shared/entities/customer.ts'
import { takesTime } from '../../shared/entities/customer.ts'
import type { Task, TaskType } from '../../shared/entities/task.ts'
import type { User } from '../../shared/entities/user.ts'
import { minuteZero } from './entryOf.ts'
import { sampleId } from './sampleId.ts'

/** Days from today; a minute of the day where it is timed. */
type Planned = {
  title: string
  type: TaskType
  days: number | null
  minute?: number
  done?: true
  alone?: true
}

const PLANNED: readonly Planned[] = [
  { title: 'Send the offer', type: 'Mail', days: -3 },
  { title: 'Ask about the invoice address', type: 'Call', days: -1, minute: 15 * 60 },
  { title: 'Prepare the workshop', type: 'Task', days: 0 },
  { title: 'Call back about the shop', type: 'Call', days: 1, minute: 9 * 60 + 30 },
  { title: 'Visit the new site', type: 'Visit', days: 5, minute: 13 * 60 },
  { title: 'Renew the certificate', type: 'Task', days: 20 },
  { title: 'Tidy up the price list', type: 'Task', days: null, alone: true },
  { title: 'Send the minutes', type: 'Mail', days: -7, done: true },
  { title: 'Order paper', type: 'Task', days: -10, done: true, alone: true },
  { title: 'Return the keys', type: 'Visit', days: -14, minute: 11 * 60, done: true },
]

export function sampleTasks(facts: {
  users: readonly User[]
  customers: readonly Customer[]
  prefix: string
  today: LocalDate
  dayRule: DayRule
}): Task[] {
  const customers = facts.customers.slice(1).filter(takesTime)
  return facts.users.slice(0, 4).flatMap((user, of) =>
    // Everybody has some, the first all of them.
    PLANNED.filter((_, index) => of === 0 || index % 3 === of % 3).map((planned, index): Task => {
      const { title, type, days, minute, done, alone } = planned
      const date = days === null ? null : addDays(facts.today, days)
      const startAt =
        date === null || minute === undefined ? null : minuteZero(date, facts.dayRule) + minute * MINUTE_MS
      return {
        id: sampleId(facts.prefix, 'Q', of * PLANNED.length + index),
        type,
        title,
        customerId: alone === true ? null : (customers[(index + of) % customers.length]?.id ?? null),
        primaryParticipantId: user.id,
        dueDate: startAt === null ? date : null,
        startAt,
        endAt: startAt === null ? null : startAt + 30 * MINUTE_MS,
        status: done === true ? 'Done' : 'Open',
        note: '',
        uid: '',
      }
    }),
  )
}
