// When a row of somebody else's table was: its cells for start, end and length, read together. What a clock change makes double or
// impossible is told by the other cells where they can, and is asked about where they cannot.
import { DAY_MS, MINUTE_MS } from '../../base/duration.ts'
import type { Instant } from '../../base/instant.ts'
import { toIso } from '../../base/instant.ts'
import type { LocalDate } from '../../base/localDate.ts'
import { addDays, epochDayOf } from '../../base/localDate.ts'
import type { Result } from '../../base/result.ts'
import { ok } from '../../base/result.ts'
import { firstInstantReaching, instantsAtWall } from '../../base/zoneOffset.ts'
import type { AppError } from '../../contract/errors.ts'
import { refused } from '../rule.ts'
import type { Moment } from './cells.ts'

/** Cells as they were read; null: empty. */
export type TimeCells = {
  startDate: Moment | null
  startTime: Moment | null
  endDate: Moment | null
  endTime: Moment | null
  durationMs: number | null
}

export type ClockAnswers = {
  zone: string
  twice?: 'first' | 'second' | undefined
  missing?: 'next' | 'refuse' | undefined
}

/** `said`: as the file has it, whatever its zone is taken for: a part of what it is known again by. */
export type RowTime = { said: string } & (
  | { kind: 'session'; startAt: Instant; endAt: Instant; durationMs: number | null }
  | { kind: 'amount'; workDate: LocalDate; durationMs: number }
)

type Point = { instant: Instant } | { date: LocalDate | null; timeMs: number | null }

/** A cell of the time that holds a date as well says all; else the day stands beside it. */
function pointOf(date: Moment | null, time: Moment | null): Point | null {
  if (time !== null && ('instant' in time || time.date !== null)) return time
  if (date === null) return time
  if ('instant' in date || time === null) return date
  return { date: date.date, timeMs: time.timeMs ?? date.timeMs }
}

export function timeOf(cells: TimeCells, answers: ClockAnswers): Result<RowTime, AppError> {
  const start = pointOf(cells.startDate, cells.startTime)
  if (start === null || (!('instant' in start) && start.date === null)) return refused('importRow.noStart')
  const { durationMs } = cells
  if (!('instant' in start) && start.timeMs === null) {
    if (durationMs === null) return refused('importRow.noLength')
    const workDate = start.date ?? ''
    return ok({ kind: 'amount', workDate, durationMs, said: `${workDate} ${durationMs}` })
  }
  const end = endOf(start, pointOf(cells.endDate, cells.endTime))
  if (end === null && durationMs === null) return refused('importRow.noEnd')
  const said = `${textOf(start)} ${end === null ? durationMs : textOf(end)}`
  const starts = instantsOf(start, answers)
  if (!starts.ok) return starts
  if (end === null) {
    const startAt = oneOf(movedOf(start, starts.value, answers), answers)
    if (startAt === null) return refused('importRow.twice', { values: { text: textOf(start) } })
    return ok({ kind: 'session', startAt, endAt: startAt + (durationMs ?? 0), durationMs: null, said })
  }
  const ends = instantsOf(end, answers)
  if (!ends.ok) return ends
  // What was moved to a time that there was keeps its length.
  if (durationMs !== null && (starts.value.length === 0 || ends.value.length === 0)) {
    const startAt = oneOf(movedOf(start, starts.value, answers), answers)
    if (startAt !== null)
      return ok({ kind: 'session', startAt, endAt: startAt + durationMs, durationMs: null, said })
  }
  const pair = pairOf(
    movedOf(start, starts.value, answers),
    movedOf(end, ends.value, answers),
    durationMs,
    answers,
  )
  if (pair === null)
    return refused('importRow.twice', { values: { text: textOf(starts.value.length > 1 ? start : end) } })
  return ok({ kind: 'session', ...pair, durationMs, said })
}

/** Without a day of its own it is that of the start, or the next where the clock shows less. */
function endOf(start: Point, end: Point | null): Point | null {
  if (end === null || 'instant' in end) return end
  if (end.timeMs === null) return null
  if (end.date !== null) return end
  if ('instant' in start || start.date === null) return null
  const over = start.timeMs !== null && end.timeMs < start.timeMs
  return { date: over ? addDays(start.date, 1) : start.date, timeMs: end.timeMs }
}

const textOf = (point: Point): string => {
  if ('instant' in point) return toIso(point.instant, 'UTC')
  const minutes = Math.floor((point.timeMs ?? 0) / MINUTE_MS)
  const seconds = ((point.timeMs ?? 0) % MINUTE_MS) / 1000
  const clock = [Math.floor(minutes / 60), minutes % 60, ...(seconds === 0 ? [] : [seconds])]
  return `${point.date ?? ''} ${clock.map((part) => String(part).padStart(2, '0')).join(':')}`
}

/** One, two where clocks went back over it, none where they went forward over it and somebody says that the next is meant. */
function instantsOf(point: Point, { zone, missing }: ClockAnswers): Result<readonly Instant[], AppError> {
  if ('instant' in point) return ok([point.instant])
  const found = instantsAtWall(wallOf(point), zone)
  if (found[0] !== undefined && found[0] < 0) return refused('importRow.tooOld')
  return found.length > 0 || missing === 'next'
    ? ok(found)
    : refused('importRow.missing', { values: { text: textOf(point) } })
}

const wallOf = (point: { date: LocalDate | null; timeMs: number | null }): number =>
  epochDayOf(point.date ?? '') * DAY_MS + (point.timeMs ?? 0)

const movedOf = (point: Point, found: readonly Instant[], { zone }: ClockAnswers): readonly Instant[] =>
  found.length > 0 || 'instant' in point ? found : [firstInstantReaching(wallOf(point), zone)]

function oneOf(found: readonly Instant[], { twice }: ClockAnswers): Instant | null {
  const [first, second] = found
  if (first === undefined || second === undefined) return first ?? null
  return twice === undefined ? null : twice === 'first' ? first : second
}

type Pair = { startAt: Instant; endAt: Instant }

/** Those that are in order, and of these those that are as long as the row says; what is then still open is answered. */
function pairOf(
  starts: readonly Instant[],
  ends: readonly Instant[],
  durationMs: number | null,
  answers: ClockAnswers,
): Pair | null {
  const [onlyStart, onlyEnd] = [starts[0], ends[0]]
  if (starts.length === 1 && ends.length === 1 && onlyStart !== undefined && onlyEnd !== undefined)
    return { startAt: onlyStart, endAt: onlyEnd }
  const all = starts.flatMap((startAt) => ends.map((endAt) => ({ startAt, endAt })))
  const inOrder = all.filter(({ startAt, endAt }) => endAt > startAt)
  const fitting = inOrder.filter(
    ({ startAt, endAt }) => durationMs !== null && Math.abs(endAt - startAt - durationMs) < MINUTE_MS,
  )
  const left = fitting.length > 0 ? fitting : inOrder
  const [pair, another] = left
  if (pair === undefined || another === undefined) return pair ?? null
  if (answers.twice === undefined) return null
  const [start, end] = [oneOf(starts, answers), oneOf(ends, answers)]
  return (
    left.find(({ startAt, endAt }) => startAt === start && endAt === end) ??
    (answers.twice === 'first' ? pair : (left.at(-1) ?? pair))
  )
}
