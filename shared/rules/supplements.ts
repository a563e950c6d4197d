// Pay beyond the plain hour: extra hours in steps, and supplements for time of day, each a percentage of one base (B47, G7).
//
// The rule: the base is the hourly wage, or with a monthly wage the extra-hour rate. The extra hours of each day, week or month that
// counts by itself go through the steps from the first on. A supplement is paid on attended time with clock times within its hours;
// several add up, but where there is one for holidays, a holiday on a Sunday is none of Sundays'. Time is counted as it elapsed, so a
// night over a clock change has its real length; of a stretch each is rounded to whole minutes once, and its money once.
import type { DayRule } from '../base/dayRule.ts'
import { dayStartAt } from '../base/dayRule.ts'
import { MINUTE_MS } from '../base/duration.ts'
import type { Instant } from '../base/instant.ts'
import type { LocalDate } from '../base/localDate.ts'
import { addDays, weekdayOf } from '../base/localDate.ts'
import { shareOfAll } from '../base/money.ts'
import type { PayStretch } from '../contract/diary.ts'
import type { Employment, ExtraStep, Supplement } from '../entities/employment.ts'
import { wholeMinutes } from './countedTime.ts'
import type { ExtraUnit } from './extraHours.ts'
import { unionMs } from './workDiary.ts'

export const baseOf = ({ wage, extraHourMinor }: Employment): number =>
  wage.kind === 'hourly' ? wage.amountMinor : extraHourMinor

/** So many percent of the base for each hour, rounded once. */
export const payAt = (ms: number, baseMinor: number, percent: number): number =>
  shareOfAll([{ minor: baseMinor, part: ms * percent }], 360_000_000)

/** The extra hours of a stretch by steps. */
export function extraParts(
  steps: readonly ExtraStep[],
  units: readonly ExtraUnit[],
  stretch: number,
  baseMinor: number,
): PayStretch['extraParts'] {
  if (steps.length === 0) return []
  const ms = steps.map(() => 0)
  for (const unit of units) {
    let reached = 0
    for (const part of unit) {
      const [from, to] = [reached, reached + part.ms]
      reached = to
      if (part.stretch !== stretch) continue
      let begins = 0
      steps.forEach(({ minutes }, index) => {
        const ends = minutes === null ? Infinity : begins + minutes * MINUTE_MS
        ms[index] = (ms[index] ?? 0) + Math.max(0, Math.min(to, ends) - Math.max(from, begins))
        begins = ends
      })
    }
  }
  return steps.flatMap(({ percent }, index) => {
    const of = ms[index] ?? 0
    return of === 0 ? [] : [{ percent, ms: of, minor: payAt(of, baseMinor, percent) }]
  })
}

type Segment = { start: Instant; end: Instant }

export type ClockFacts = {
  /** The attended segments of a day that count for pay. */
  segments(date: LocalDate): readonly Segment[]
  isHoliday(date: LocalDate): boolean
  zone(date: LocalDate): string
}

/** A month asks for the same hours of the same days once for each of its days and people. */
const instants = new Map<string, Instant>()
const MOST_INSTANTS = 5_000

function at(date: LocalDate, minute: number, zone: string): Instant {
  const key = `${date} ${minute} ${zone}`
  const known = instants.get(key)
  if (known !== undefined) return known
  const rule = (dayStartMinutes: number): DayRule => ({ zone, dayStartMinutes })
  const instant =
    minute >= 1440 ? dayStartAt(addDays(date, 1), rule(minute - 1440)) : dayStartAt(date, rule(minute))
  if (instants.size >= MOST_INSTANTS) instants.clear()
  instants.set(key, instant)
  return instant
}

/** Does a supplement hold on that calendar day? */
const holdsOn = (
  { on }: Supplement,
  date: LocalDate,
  { isHoliday }: ClockFacts,
  all: readonly Supplement[],
): boolean => {
  if (on === 'every') return true
  if (on === 'holiday') return isHoliday(date)
  return weekdayOf(date) === 7 && !(isHoliday(date) && all.some((other) => other.on === 'holiday'))
}

/** The attended time of these days within the hours of a supplement, in whole minutes. */
function timeWithin(
  supplement: Supplement,
  dates: readonly LocalDate[],
  facts: ClockFacts,
  all: readonly Supplement[],
): number {
  const { fromMinute, toMinute } = supplement
  let ms = 0
  for (const date of dates) {
    const segments = facts.segments(date)
    if (segments.length === 0) continue
    // A night begins the day before; and a working day that begins late reaches into the next one.
    const windows = [addDays(date, -1), date, addDays(date, 1)].flatMap((day): Segment[] => {
      if (!holdsOn(supplement, day, facts, all)) return []
      const zone = facts.zone(date)
      const until = toMinute <= fromMinute ? toMinute + 1440 : toMinute
      return [{ start: at(day, fromMinute, zone), end: at(day, until, zone) }]
    })
    ms += unionMs(
      segments.flatMap((segment) =>
        windows.flatMap((window): Segment[] => {
          const start = Math.max(segment.start, window.start)
          const end = Math.min(segment.end, window.end)
          return end > start ? [{ start, end }] : []
        }),
      ),
    )
  }
  return wholeMinutes(ms)
}

export const supplementsOf = (
  { supplements }: Employment,
  dates: readonly LocalDate[],
  facts: ClockFacts,
  baseMinor: number,
): PayStretch['supplements'] =>
  supplements.flatMap((supplement) => {
    const ms = timeWithin(supplement, dates, facts, supplements)
    return ms === 0 ? [] : [{ ...supplement, ms, minor: payAt(ms, baseMinor, supplement.percent) }]
  })
