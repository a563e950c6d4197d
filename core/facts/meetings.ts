// Which meetings take place in a range, for whom, and who has their time in the log: what lists and the calendar read.
import type { Id } from '../../shared/entities/entity.ts'
import type { Meeting } from '../../shared/entities/meeting.ts'
import { isItemOf } from '../../shared/rules/meetingLog.ts'
import type { Occurrence } from '../../shared/rules/occurrences.ts'
import { occurrencesOf } from '../../shared/rules/occurrences.ts'
import type { Actor } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import type { SqlValue } from '../db/statements.ts'

/** More than a month of anybody shows. */
const MOST_FOUND = 5_000

export const isEditable = (actor: Actor | null, { organiserId }: Meeting): boolean =>
  actor !== null && (actor.role !== 'employee' || actor.userId === organiserId)

/** Who takes part in a meeting or has arranged it sees it, also where colleagues' time is not shown. */
export const isShown = ({ organiserId, userIds }: Meeting, only: Id | null): boolean =>
  only === null || organiserId === only || userIds.includes(only)

const ofAny = (userIds: readonly Id[], meeting: Meeting): boolean =>
  meeting.userIds.some((id) => userIds.includes(id))

/** The range is found by an index on the end: most meetings are in the past. */
export function meetingsIn(
  data: Data,
  from: number,
  to: number,
  customerId: Id | undefined,
): readonly Meeting[] {
  const values: SqlValue[] = customerId === undefined ? [] : [customerId]
  const ofCustomer = customerId === undefined ? '' : 'customer_id = +? AND '
  return data.where('meeting', `${ofCustomer}last_at > ? AND first_at < ?`, ...values, from, to)
}

export type Found = { meeting: Meeting; occurrence: Occurrence }
export type Range = {
  from: number
  to: number
  /** Whose; without: everybody's. */
  userIds?: readonly Id[] | undefined
  customerId?: Id | undefined
}

/** What takes place in the range, in order; `only`: of what that user may see. */
export function meetingsFound(
  data: Data,
  { from, to, userIds, customerId }: Range,
  only: Id | null,
): { found: Found[]; more: boolean } {
  const found: Found[] = []
  for (const meeting of meetingsIn(data, from, to, customerId)) {
    if (!isShown(meeting, only) || (userIds !== undefined && !ofAny(userIds, meeting))) continue
    for (const occurrence of occurrencesOf(meeting, from, to)) {
      if (found.length >= MOST_FOUND) return { found: inOrder(found), more: true }
      found.push({ meeting, occurrence })
    }
  }
  return { found: inOrder(found), more: false }
}

const inOrder = (found: Found[]): Found[] =>
  found.sort((a, b) => a.occurrence.startAt - b.occurrence.startAt || (a.meeting.id < b.meeting.id ? -1 : 1))

/** How many people have an occurrence of the range in their log; read once for all of them. */
export function logItemsIn(data: Data, from: number, to: number) {
  // An item lies where its occurrence was; what was moved since by hand is found by its occurrence.
  const entries = data.where(
    'timeEntry',
    'meeting_id IS NOT NULL AND ((start_at < ? AND end_at > ?) OR (occurrence_at >= ? AND occurrence_at < ?))',
    to,
    from,
    from,
    to,
  )
  const byMeeting = Map.groupBy(entries, (entry) => entry.meetingId)
  return (meeting: Meeting, occurrence: Occurrence): number =>
    new Set(
      (byMeeting.get(meeting.id) ?? [])
        .filter((entry) => isItemOf(entry, meeting, occurrence))
        .map(({ userId }) => userId),
    ).size
}
