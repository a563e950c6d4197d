// The days that an import fills: no day takes more time than it is long, and where nobody may be in two places, no time over another.
import { dayLengthMs } from '../../base/dayRule.ts'
import { MINUTE_MS } from '../../base/duration.ts'
import type { Instant } from '../../base/instant.ts'
import type { AppError } from '../../contract/errors.ts'
import { appError } from '../../contract/errors.ts'
import type { Id } from '../../entities/entity.ts'
import type { TimeEntry } from '../../entities/timeEntry.ts'
import { isAmount } from '../amount.ts'
import type { ClosedSegment } from '../../entities/timer.ts'
import { dayRuleOf } from '../recordSession.ts'
import type { TimeImportFacts } from './facts.ts'

/** `times`: start and end of each segment in turn, as a file holds so many of them. */
type Day = { times: number[]; amountMs: number; whole: boolean }

export type ImportDays = {
  /** Why they cannot be on their day; null: they are counted to it. */
  add(entries: readonly TimeEntry[]): AppError | null
  /** What is recorded and imported until now and lies there. */
  touching(userId: Id, from: Instant, to: Instant): readonly TimeEntry[]
}

export function createDays(facts: TimeImportFacts): ImportDays {
  const { organisation } = facts
  const rule = dayRuleOf(organisation)
  const days = new Map<string, Day>()
  const alone = organisation.overlaps === 'refuse'
  const imported = new Map<string, TimeEntry[]>()

  const dayOf = ({ userId, workDate }: TimeEntry): Day => {
    const key = `${userId} ${workDate}`
    let day = days.get(key)
    if (day === undefined) days.set(key, (day = { times: [], amountMs: 0, whole: false }))
    return day
  }

  /** Until an amount is on it a day is never too full, and nobody looks what is on it. */
  const fill = (day: Day, { userId, workDate }: TimeEntry): void => {
    if (day.whole) return
    const here = facts.dayOf(userId, workDate)
    for (const { start, end } of here.segments) day.times.push(start, end)
    day.amountMs += here.amountMs
    day.whole = true
  }

  const over = (entry: TimeEntry): AppError | null => {
    const { userId, workDate, durationMs } = entry
    const locked = facts.lockedName(userId, workDate)
    if (locked !== null) return appError('approval.locked', { values: { name: locked, date: workDate } })
    const day = dayOf(entry)
    if (!isAmount(entry) && day.amountMs === 0 && !facts.hasAmount(userId, workDate)) return null
    fill(day, entry)
    const length = dayLengthMs(workDate, rule)
    const segments = segmentsOf(day)
    const before = unionMs(segments) + day.amountMs
    const after = isAmount(entry)
      ? before + durationMs
      : unionMs([...segments, ...entry.segments]) + day.amountMs
    if (after <= length || after <= before) return null
    const left = Math.max(0, Math.floor((length - before) / MINUTE_MS))
    return appError('entry.dayFull', { values: { date: workDate, maxMinutes: left } })
  }

  return {
    add(entries) {
      for (const entry of entries) {
        const full = over(entry)
        if (full !== null) return full
      }
      for (const entry of entries) {
        const day = dayOf(entry)
        if (isAmount(entry)) day.amountMs += entry.durationMs
        else for (const { start, end } of entry.segments) day.times.push(start, end)
        if (!alone) continue
        const key = `${entry.userId} ${entry.workDate}`
        const others = imported.get(key)
        if (others === undefined) imported.set(key, [entry])
        else others.push(entry)
      }
      return null
    },
    touching(userId, from, to) {
      const near = [...imported]
        .filter(([key]) => key.startsWith(`${userId} `))
        .flatMap(([, entries]) => entries)
      return [
        ...facts.touching(userId, from, to),
        ...near.filter(({ startAt, endAt }) => startAt < to && from < endAt),
      ]
    },
  }
}

const segmentsOf = ({ times }: Day): ClosedSegment[] =>
  Array.from({ length: times.length / 2 }, (_, index) => ({
    start: times[2 * index] ?? 0,
    end: times[2 * index + 1] ?? 0,
  }))

/** Time that several segments share counts once. */
function unionMs(segments: readonly ClosedSegment[]): number {
  let sum = 0
  let reached = -Infinity
  for (const { start, end } of segments.toSorted((a, b) => a.start - b.start)) {
    if (end <= reached) continue
    sum += end - Math.max(start, reached)
    reached = end
  }
  return sum
}
