// A day holds no more time than it is long. Sessions cannot break that by themselves, as each moment of them is attended once; amounts
// without clock times can (F9). So on a day with amounts, whatever would add more than is left is refused, be it a session.
import type { DayRule } from '../base/dayRule.ts'
import { dayLengthMs } from '../base/dayRule.ts'
import { MINUTE_MS } from '../base/duration.ts'
import type { LocalDate } from '../base/localDate.ts'
import type { AppError } from '../contract/errors.ts'
import { appError } from '../contract/errors.ts'
import type { Id } from '../entities/entity.ts'
import type { Effect } from '../entities/registry.ts'
import type { TimeEntry } from '../entities/timeEntry.ts'

export type DayFacts = {
  rule(): DayRule
  /** Once the changes are in: what is attended on the day, and how much of it as amounts. */
  day(userId: Id, date: LocalDate): { totalMs: number; amountMs: number } | null
}

/** The first day that the changes overfill; a change that adds nothing to its day is none. */
export function guardDays(effects: readonly Effect[], facts: DayFacts): AppError | null {
  const grown = effects.flatMap((effect) =>
    effect.entity === 'timeEntry' && effect.after !== null && grows(effect.before, effect.after)
      ? [effect.after]
      : [],
  )
  const days = Map.groupBy(grown, ({ userId, workDate }) => `${userId} ${workDate}`)
  for (const added of days.values()) {
    const [first] = added
    if (first === undefined) continue
    const { userId, workDate: date } = first
    const day = facts.day(userId, date)
    if (day === null || day.amountMs === 0) continue
    const over = day.totalMs - dayLengthMs(date, facts.rule())
    if (over <= 0) continue
    const more = added.reduce((sum, { durationMs }) => sum + durationMs, 0)
    const left = Math.max(0, Math.floor((more - over) / MINUTE_MS))
    return appError('entry.dayFull', { values: { date, maxMinutes: left }, ids: added.map(({ id }) => id) })
  }
  return null
}

const grows = (before: TimeEntry | null, after: TimeEntry): boolean =>
  before === null ||
  before.workDate !== after.workDate ||
  before.userId !== after.userId ||
  after.durationMs > before.durationMs ||
  // A session that is moved may lie beside others now, and no longer over them.
  after.startAt !== before.startAt
