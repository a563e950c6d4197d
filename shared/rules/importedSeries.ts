// How a series of another calendar fits: one without an end, or with one far away, goes on as long as ours do, from about today on.
import type { LocalDate } from '../base/localDate.ts'
import { addDays, dateOfEpochDay, daysBetween } from '../base/localDate.ts'
import { DAY_MS } from '../base/duration.ts'
import type { Repeat, RepeatProblem } from '../base/recurrence.ts'
import { parseRepeat, repeatDays, repeatText } from '../base/recurrence.ts'
import type { Result } from '../base/result.ts'
import { ok } from '../base/result.ts'
import { wallMsAt } from '../base/zoneOffset.ts'
import type { Meeting } from '../entities/meeting.ts'
import { dateIn, endFrom, horizonOf, instantAt } from './occurrences.ts'

type Timed = Pick<Meeting, 'startAt' | 'endAt' | 'zone' | 'allDay' | 'repeat'>

export type FittedSeries = Timed & {
  /** The day from which on it is imported, where it began longer ago. */
  begins: LocalDate | null
  /** The last day up to which it is imported, where it goes on for longer. */
  until: LocalDate | null
}

/**
 * A series begins anew after so long, a whole number of times: shorter than a series may be, so that today is always within, and by the
 * series alone, so that the same file says the same for years.
 */
const STRETCH_DAYS = Math.floor(9 * 365.25)

export function fittedSeries(series: Timed, today: LocalDate): Result<FittedSeries, RepeatProblem> {
  const asIs = { ...series, begins: null, until: null }
  if (series.repeat === '') return ok(asIs)
  const read = parseRepeat(series.repeat, series)
  if (!read.ok) return read
  const rule = read.value
  const first = dateIn(series.startAt, series.zone)
  if (fits(rule, first, series)) return ok(asIs)
  const begin = beginFor(rule, first, today)
  const startAt = begin.date === first ? series.startAt : movedTo(series, begin.date)
  const moved = { ...series, startAt, endAt: endFrom(series, startAt) }
  const begins = begin.date === first ? null : begin.date
  const rest = { ...rule, count: rule.count === null ? null : rule.count - begin.index }
  if (fits(rest, begin.date, moved)) return ok({ ...moved, repeat: repeatText(rest), begins, until: null })
  const horizon = horizonOf(startAt, series.zone)
  return ok({
    ...moved,
    repeat: repeatText({ ...rule, count: null, until: horizon }),
    begins,
    until: horizon,
  })
}

function fits(rule: Repeat, first: LocalDate, { startAt, zone }: Timed): boolean {
  const horizon = horizonOf(startAt, zone)
  if (rule.until !== null) return rule.until <= horizon
  if (rule.count === null) return false
  let made = 0
  for (const _ of repeatDays(rule, first, horizon)) made += 1
  return made >= rule.count
}

/** The first day of its rule in the stretch that today is in, and its number; its own first where it is over by then. */
function beginFor(rule: Repeat, first: LocalDate, today: LocalDate): { date: LocalDate; index: number } {
  const itself = { date: first, index: 0 }
  const stretches = Math.floor(daysBetween(first, today) / STRETCH_DAYS)
  if (stretches < 1 || (rule.until !== null && rule.until < today)) return itself
  const from = addDays(first, stretches * STRETCH_DAYS)
  let index = 0
  for (const day of repeatDays(rule, first, addDays(from, STRETCH_DAYS))) {
    const date = dateOfEpochDay(day)
    if (date >= from) return { date, index }
    index += 1
  }
  return itself
}

function movedTo({ startAt, zone }: Timed, date: LocalDate): number {
  const days = daysBetween(dateIn(startAt, zone), date)
  return instantAt(wallMsAt(startAt, zone) + days * DAY_MS, zone)
}
