// What every source of the calendar is given, and what its items have in common. A new kind is a file beside this one and a line in
// core/queries/calendar.ts.
import type { Instant } from '../../../shared/base/instant.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { NO_SUBJECT, namesAlone } from '../../../shared/entities/subject.ts'
import type { Data } from '../../db/data.ts'
import type { QueryContext } from '../query.ts'

export type CalendarRange = {
  first: LocalDate
  last: LocalDate
  /** The first instant of the first day, and the one after the last day. */
  from: Instant
  until: Instant
  now: Instant
  actor: NonNullable<QueryContext['actor']>
  /** Of whom; those whom the actor may not see are no longer among them. */
  userIds: readonly Id[]
}

export type CalendarSource = (data: Data, range: CalendarRange) => CalendarItem[]

const NO_NAMES = Object.freeze(namesAlone(NO_SUBJECT))

/** What most items are not. */
export const PLAIN = {
  userId: null,
  userName: '',
  day: null,
  amountMs: null,
  title: '',
  names: NO_NAMES,
  colour: null,
  state: null,
  done: false,
  movable: false,
  meetingId: null,
  meeting: null,
} satisfies Partial<CalendarItem>
