// Breaks that a law demands, as warnings: which a day had, which were due, and how long went by without one.
//
// The rule: a break is a time between two stretches of work that is at least as long as the shortest that counts. What was worked and
// each break are counted in whole minutes. A warning names the amount of work that the law names: the shift's own may differ from the total
// of its day, which counts each session in whole minutes, and parallel ones each. A shift that goes on over the day's end, with less than two hours
// between, counts with the day on which it began. An amount without clock times (F9) says nothing of breaks and is left out,
// as is time on a category that stands for absence.
import { MINUTE_MS } from '../base/duration.ts'
import type { Instant } from '../base/instant.ts'
import type { BreakLaw, BreakRule, BreakValues } from '../entities/breakRule.ts'
import { wholeMinutes } from './countedTime.ts'

/** What the laws say, as of 2025. */
export const BREAK_LAWS: Readonly<Record<Exclude<BreakLaw, 'own'>, BreakValues>> = {
  // § 4 ArbZG.
  DE: {
    steps: [
      { overMinutes: 360, minutes: 30 },
      { overMinutes: 540, minutes: 45 },
    ],
    pieceMinutes: 15,
    longestMinutes: 360,
  },
  // § 11 AZG: half an hour, which may be three times ten minutes.
  AT: { steps: [{ overMinutes: 360, minutes: 30 }], pieceMinutes: 10, longestMinutes: null },
  // L. 3121-16: twenty minutes at a stretch as soon as six hours are reached.
  FR: { steps: [{ overMinutes: 359, minutes: 20 }], pieceMinutes: 20, longestMinutes: 360 },
  // Art. 34.4 ET: where more than six hours are worked on end.
  ES: { steps: [], pieceMinutes: 15, longestMinutes: 360 },
  // Working Time Regulations 1998, 12: twenty minutes without interruption.
  GB: { steps: [{ overMinutes: 360, minutes: 20 }], pieceMinutes: 20, longestMinutes: null },
}

/** What to begin with where a firm has its own. */
export const FIRST_OWN_BREAKS: BreakValues = BREAK_LAWS.DE

export const breakValues = ({ law, own }: BreakRule): BreakValues | null =>
  law === 'own' ? own : BREAK_LAWS[law]

export type Stretch = { start: Instant; end: Instant }

/** A day on which a break was too short (`takenMs` < `demandedMs`) or came too late (`longestMs` > `mostMs`). */
export type BreakWarning = {
  /** Breaks that count, each of at least `pieceMs`. */
  takenMs: number
  pieceMs: number
  /** What is due for more than `overMs` of work. */
  demandedMs: number
  overMs: number
  /** The longest work without a break. */
  longestMs: number
  mostMs: number | null
}

export const isTooShort = ({ takenMs, demandedMs }: BreakWarning): boolean => takenMs < demandedMs
export const isTooLate = ({ longestMs, mostMs }: BreakWarning): boolean =>
  mostMs !== null && longestMs > mostMs

/** Joins stretches that touch or overlap; in order. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = []
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last === undefined || start > last.end) all.push({ start, end })
    else last.end = Math.max(last.end, end)
  }
  return all
}

/** null: nothing to warn of. Stretches in any order, parallel ones count once (F5). */
export function breakWarning(values: BreakValues, stretches: readonly Stretch[]): BreakWarning | null {
  let [workedMs, takenMs, runMs, longestMs] = [0, 0, 0, 0]
  let until: Instant | null = null
  for (const { start, end } of joined(stretches)) {
    const between = until === null ? 0 : wholeMinutes(start - until)
    if (between >= values.pieceMinutes * MINUTE_MS) {
      takenMs += between
      runMs = 0
    }
    workedMs += end - start
    runMs += end - start
    longestMs = Math.max(longestMs, runMs)
    until = end
  }
  const worked = wholeMinutes(workedMs)
  const demanded = values.steps.findLast(({ overMinutes }) => worked > overMinutes * MINUTE_MS)
  const warning: BreakWarning = {
    takenMs,
    pieceMs: values.pieceMinutes * MINUTE_MS,
    demandedMs: (demanded?.minutes ?? 0) * MINUTE_MS,
    overMs: (demanded?.overMinutes ?? 0) * MINUTE_MS,
    longestMs: wholeMinutes(longestMs),
    mostMs: values.longestMinutes === null ? null : values.longestMinutes * MINUTE_MS,
  }
  return isTooShort(warning) || isTooLate(warning) ? warning : null
}

/** Between two shifts lie at least two hours. */
const BETWEEN_SHIFTS_MS = 120 * MINUTE_MS

/** How many of the stretches, from the first on, go on with what ended at `until`. In order. */
function goingOn(until: Instant | null, stretches: readonly Stretch[]): number {
  let reached = until ?? -Infinity
  const index = stretches.findIndex(({ start, end }) => {
    if (start - reached >= BETWEEN_SHIFTS_MS) return true
    reached = Math.max(reached, end)
    return false
  })
  return index === -1 ? stretches.length : index
}

const lastEnd = (stretches: readonly Stretch[]): Instant | null =>
  stretches.length === 0 ? null : Math.max(...stretches.map(({ end }) => end))

/** The shift that began on a day, from what was worked on it and on the days around it. */
export function shiftOf(days: {
  before: readonly Stretch[]
  own: readonly Stretch[]
  after: readonly Stretch[]
}): readonly Stretch[] {
  const { before, own, after } = days
  if (before.length === 0 && after.length === 0) return own
  const sorted = joined(own)
  const shift = sorted.slice(goingOn(lastEnd(before), sorted))
  const until = lastEnd(shift)
  if (until === null) return shift
  const next = joined(after)
  return [...shift, ...next.slice(0, goingOn(until, next))]
}
