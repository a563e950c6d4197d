// The sample firm's meetings, with the time that those of the past have in the log: a weekly one over two years and past today, with an
// occurrence that was moved and one that was cancelled just after summer time ended, and a few that take place once.
import { workDateOf } from '../../shared/base/dayRule.ts'
import type { DayRule } from '../../shared/base/dayRule.ts'
import { DAY_MS, MINUTE_MS } from '../../shared/base/duration.ts'
import { addDays, addMonths, firstDayOf, lastDayOf, monthOf, weekdayOf } from '../../shared/base/localDate.ts'
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import type { Category } from '../../shared/entities/category.ts'
import type { Customer } from '../../shared/entities/customer.ts'
import type { Exception, Meeting } from '../../shared/entities/meeting.ts'
import { NO_SUBJECT, subjectOf } from '../../shared/entities/subject.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import type { User } from '../../shared/entities/user.ts'
import { extentOf, occurrencesOf, startsOf } from '../../shared/rules/occurrences.ts'
import { holidaysOf } from '../queries/holidays.ts'
import { entriesOf, minuteZero } from './entryOf.ts'
import { sampleId } from './sampleId.ts'

type Facts = {
  users: readonly User[]
  customers: readonly Customer[]
  categories: readonly Category[]
  prefix: string
  month: Month
  years: number
  today: LocalDate
  dayRule: DayRule
  country: string | null
}

export function sampleMeetings(facts: Facts): Meeting[] {
  const { users, customers, categories, prefix, dayRule, today, month, years } = facts
  const [first, second, third] = users
  const customer = customers[1]
  const category = categories.find(({ name }) => name === 'Project management')
  if (first === undefined || second === undefined || customer === undefined || category === undefined)
    return []
  const meetingAt = (count: number, date: LocalDate, minute: number, minutes: number): Meeting => {
    const startAt = minuteZero(date, dayRule) + minute * MINUTE_MS
    return {
      ...subjectOf(NO_SUBJECT),
      id: sampleId(prefix, 'M', count),
      title: '',
      organiserId: first.id,
      userIds: [first.id],
      startAt,
      endAt: startAt + minutes * MINUTE_MS,
      zone: dayRule.zone,
      allDay: false,
      place: '',
      note: '',
      repeat: '',
      exceptions: [],
      logged: false,
      uid: '',
      firstAt: startAt,
      lastAt: startAt + minutes * MINUTE_MS,
    }
  }
  const begin = firstDayOf(addMonths(month, -12 * years))
  const tuesday = addDays(begin, (9 - weekdayOf(begin)) % 7)
  const until = lastDayOf(addMonths(month, 3)).replaceAll('-', '')
  const weekly: Meeting = {
    ...meetingAt(0, tuesday, 18 * 60, 30),
    title: 'Weekly call',
    userIds: [first.id, second.id],
    customerId: customer.id,
    categoryId: category.id,
    place: 'Telephone',
    note: 'What was done, what comes next, who decides what.',
    repeat: `FREQ=WEEKLY;UNTIL=${until}`,
    logged: true,
  }
  const series = { ...weekly, exceptions: exceptionsOf(weekly, facts) }
  const once: Meeting[] = [
    { ...meetingAt(1, addDays(today, 1), 10 * 60, 60), title: 'Kick-off', customerId: customer.id },
    {
      ...meetingAt(2, addDays(today, 3), 14 * 60, 90),
      title: 'Planning of the quarter',
      userIds: [first, second, third].flatMap((user) => (user === undefined ? [] : [user.id])),
      place: 'Small room',
    },
  ]
  return [{ ...series, ...extentOf(series) }, ...once]
}

/** None on public holidays; after the clocks went back one was moved, and the next cancelled. */
function exceptionsOf(weekly: Meeting, { country, dayRule }: Facts): Exception[] {
  const starts = [...startsOf(weekly)]
  const after = starts.findLastIndex((at, index) => at - (starts[index - 1] ?? at) > 7 * DAY_MS)
  const [moved, cancelled] = after < 0 ? [starts[4], starts[5]] : [starts[after], starts[after + 1]]
  return starts.flatMap((at): Exception[] => {
    const date = workDateOf(at, dayRule)
    if (at === cancelled || holidaysOf(country, monthOf(date)).has(date)) return [{ at, moved: null }]
    if (at !== moved) return []
    const startAt = at + DAY_MS - 30 * MINUTE_MS
    return [{ at, moved: { startAt, endAt: startAt + 45 * MINUTE_MS, title: '', place: '' } }]
  })
}

/** As each person's log has it once it is over; none reaches into today. */
export function* meetingEntries(
  meetings: readonly Meeting[],
  { today, dayRule }: Pick<Facts, 'today' | 'dayRule'>,
): Generator<TimeEntry> {
  let count = 0
  for (const meeting of meetings) {
    const { customerId, categoryId } = meeting
    if (!meeting.logged || customerId === null || categoryId === null) continue
    for (const { at, startAt, endAt, title } of occurrencesOf(meeting)) {
      const date = workDateOf(startAt, dayRule)
      if (date >= today) continue
      for (const userId of meeting.userIds) {
        const session = {
          userId,
          customerId,
          categoryId,
          projectId: null,
          segments: [{ start: startAt, end: endAt }],
          note: title,
        }
        for (const entry of entriesOf(session, date, count, dayRule))
          yield {
            ...entry,
            ...subjectOf(meeting),
            // Of its own kind, so that no count meets another.
            id: `${entry.id.slice(0, 10)}N${entry.id.slice(11)}`,
            sessionId: `${entry.sessionId.slice(0, 10)}V${entry.sessionId.slice(11)}`,
            source: 'meeting',
            meetingId: meeting.id,
            occurrenceAt: at,
          }
        count += 1
      }
    }
  }
}
