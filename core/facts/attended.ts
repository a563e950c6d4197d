// The facts of what a user has attended up to now.
import type { Instant } from '../../shared/base/instant.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { attendedOn } from '../../shared/rules/attendedNow.ts'
import type { Data } from '../db/data.ts'
import { readDays } from '../derived/totals.ts'
import { dayRule } from './reads.ts'

/** For a first and a last day: what was attended on each day from one to the other, ms at `now`. */
export function attendedBetween(
  data: Data,
  userId: Id,
  { first, last, now }: { first: LocalDate; last: LocalDate; now: Instant },
): (date: LocalDate) => number {
  const days = new Map(readDays(data, userId, first, last).map((day) => [day.date, day.totalMs]))
  const timers = data.where('timer', 'user_id = ?', userId).flatMap(({ segments }) => segments)
  const rule = dayRule(data)
  return (date) =>
    attendedOn(date, {
      now,
      rule,
      timers,
      recordedMs: (of) => days.get(of) ?? 0,
      recorded: (of) =>
        data
          .where('timeEntry', 'user_id = +? AND work_date = +?', userId, of)
          .flatMap(({ segments }) => segments),
    })
}
