// The days that lack a break: of a user, or of everybody, from the segments of their time.
import type { LocalDate } from '../../shared/base/localDate.ts'
import { addDays } from '../../shared/base/localDate.ts'
import type { BreakValues } from '../../shared/entities/breakRule.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Span } from '../../shared/rules/absentDays.ts'
import type { BreakWarning, Stretch } from '../../shared/rules/breaks.ts'
import { breakValues, breakWarning, shiftOf } from '../../shared/rules/breaks.ts'
import type { Data } from '../db/data.ts'
import { organisationOf, segmentsIn } from './reads.ts'

type Row = { workDate: LocalDate; startAt: number; endAt: number; segments: string | null }
type Warnings = ReadonlyMap<LocalDate, BreakWarning>

const NONE: Warnings = new Map()

/** null: nothing is demanded. */
export function demandedBreaks(data: Data): BreakValues | null {
  const rule = organisationOf(data)?.breaks ?? null
  return rule === null ? null : breakValues(rule)
}

/** A user's days that lack a break. */
export function breakWarnings(data: Data, userId: Id, span: Span): Warnings {
  const values = demandedBreaks(data)
  return values === null ? NONE : warningsOf(data, values, userId, span)
}

/** Everybody's days that lack a break. */
export function breakWarningsOfAll(data: Data, span: Span): { userId: Id; date: LocalDate }[] {
  const values = demandedBreaks(data)
  if (values === null) return []
  const users = data.all<{ userId: Id }>(
    'SELECT DISTINCT user_id AS userId FROM day_total WHERE work_date BETWEEN ? AND ?',
    span.first,
    span.last,
  )
  return users.flatMap(({ userId }) =>
    [...warningsOf(data, values, userId, span).keys()].map((date) => ({ userId, date })),
  )
}

function warningsOf(data: Data, values: BreakValues, userId: Id, { first, last }: Span): Warnings {
  // Of a session without a pause the segments say nothing more; they are JSON and cost a look. A category that stands for absence is
  // no work, of which one would rest.
  const rows = data.all<Row>(
    `SELECT work_date AS workDate, start_at AS startAt, end_at AS endAt,
     CASE WHEN duration_ms = end_at - start_at THEN NULL ELSE segments END AS segments
     FROM time_entry WHERE user_id = +? AND work_date BETWEEN ? AND ? AND end_at > start_at
     AND (category_id IS NULL OR category_id NOT IN (SELECT id FROM category WHERE code_type = 'absence'))`,
    userId,
    addDays(first, -1),
    addDays(last, 1),
  )
  const byDay = new Map<LocalDate, Stretch[]>()
  for (const { workDate, startAt, endAt, segments } of rows) {
    const stretches = segments === null ? [{ start: startAt, end: endAt }] : segmentsIn(segments)
    const day = byDay.get(workDate)
    if (day === undefined) byDay.set(workDate, stretches)
    else day.push(...stretches)
  }
  const on = (date: LocalDate): readonly Stretch[] => byDay.get(date) ?? []
  const dates = [...byDay.keys()].filter((date) => date >= first && date <= last).toSorted()
  return new Map(
    dates.flatMap((date): [LocalDate, BreakWarning][] => {
      const days = { before: on(addDays(date, -1)), own: on(date), after: on(addDays(date, 1)) }
      const warning = breakWarning(values, shiftOf(days))
      return warning === null ? [] : [[date, warning]]
    }),
  )
}
