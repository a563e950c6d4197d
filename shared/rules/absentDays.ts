// What absences do to days: how much of what is expected each takes, what then counts as worked, and what of the vacation it draws
// (I2, I3). A day on which nothing is expected costs nothing: a weekend, a public holiday, a day before or after a contract.
import { MINUTE_MS } from '../base/duration.ts'
import type { LocalDate } from '../base/localDate.ts'
import { addDays } from '../base/localDate.ts'
import type { Absence } from '../entities/absence.ts'
import type { Id } from '../entities/entity.ts'
import type { SettingsOf } from '../entities/pastSetting.ts'
import { wholeMinutes } from './countedTime.ts'

/** Of one absence on one day. */
export type AbsentPart = {
  readonly absenceId: Id
  readonly kindId: Id
  readonly ms: number
  /** Of the vacation, in hundredths of a day; 0 of a kind that draws on none. */
  readonly hundredths: number
}

export type AbsentDay = {
  readonly parts: readonly AbsentPart[]
  /** No longer expected: relieved and unpaid. */
  readonly loweredMs: number
  /** Counts as worked. */
  readonly creditedMs: number
  /** Of what is no longer expected: lowers a monthly wage. */
  readonly unpaidMs: number
  readonly hundredths: number
}

export type AbsentDays = ReadonlyMap<LocalDate, AbsentDay>
export const NO_ABSENCE: AbsentDays = new Map()

export type AbsentFacts = {
  /** What is expected that day without any absence, ms. */
  expectedMs(date: LocalDate): number
  /** What its kind does, as it is or was on that day. */
  kindOn(kindId: Id, date: LocalDate): SettingsOf<'absenceKind'>
}

export type Span = { first: LocalDate; last: LocalDate }

/** Those days of an absence that lie in the span. */
export function* daysOf(
  { firstDay, lastDay }: Pick<Absence, 'firstDay' | 'lastDay'>,
  { first, last }: Span,
): Generator<LocalDate> {
  const to = lastDay < last ? lastDay : last
  for (let date = firstDay > first ? firstDay : first; date <= to; date = addDays(date, 1)) yield date
}

/** How much of the day it takes, where so much is left of it. */
function partMs({ portion, minutes }: Absence, expectedMs: number, leftMs: number): number {
  const wanted =
    portion === 'whole'
      ? expectedMs
      : portion === 'half'
        ? wholeMinutes(expectedMs / 2)
        : (minutes ?? 0) * MINUTE_MS
  return Math.min(wanted, leftMs)
}

/** `absences`: those that count, in order. Several on a day take what is left, one after the other. */
export function absentDays(absences: readonly Absence[], span: Span, facts: AbsentFacts): AbsentDays {
  if (absences.length === 0) return NO_ABSENCE
  const days = new Map<LocalDate, AbsentDay>()
  for (const absence of absences) {
    for (const date of daysOf(absence, span)) {
      const expectedMs = facts.expectedMs(date)
      if (expectedMs === 0) continue
      const before = days.get(date)
      const ms = partMs(absence, expectedMs, expectedMs - takenMs(before))
      if (ms === 0) continue
      const { effect, vacation } = facts.kindOn(absence.kindId, date)
      const hundredths = vacation ? Math.round((100 * ms) / expectedMs) : 0
      days.set(date, {
        parts: [...(before?.parts ?? []), { absenceId: absence.id, kindId: absence.kindId, ms, hundredths }],
        loweredMs: (before?.loweredMs ?? 0) + (effect === 'worked' ? 0 : ms),
        creditedMs: (before?.creditedMs ?? 0) + (effect === 'worked' ? ms : 0),
        unpaidMs: (before?.unpaidMs ?? 0) + (effect === 'unpaid' ? ms : 0),
        hundredths: (before?.hundredths ?? 0) + hundredths,
      })
    }
  }
  return days
}

const takenMs = (day: AbsentDay | undefined): number =>
  day === undefined ? 0 : day.loweredMs + day.creditedMs

/** What the days add up to. */
export function absentSums(days: AbsentDays, dates?: readonly LocalDate[]): AbsenceSums {
  const sums = { creditedMs: 0, loweredMs: 0, unpaidMs: 0 }
  if (days.size === 0) return sums
  const counted = dates === undefined ? [...days.values()] : dates.map((date) => days.get(date))
  for (const day of counted) {
    if (day === undefined) continue
    sums.creditedMs += day.creditedMs
    sums.loweredMs += day.loweredMs
    sums.unpaidMs += day.unpaidMs
  }
  return sums
}
export type AbsenceSums = Pick<
  { -readonly [K in keyof AbsentDay]: AbsentDay[K] },
  'creditedMs' | 'loweredMs' | 'unpaidMs'
>
