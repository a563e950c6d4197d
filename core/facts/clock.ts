// When somebody attended, where a contract pays for time of day: the segments of the days that count for pay, and which of them are
// public holidays.
import type { Instant } from '../../shared/base/instant.ts'
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import { addDays, firstDayOf, lastDayOf, monthOf } from '../../shared/base/localDate.ts'
import { onceFor } from '../../shared/base/once.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import type { ClockFacts } from '../../shared/rules/supplements.ts'
import type { Terms } from '../../shared/rules/terms.ts'
import type { Data } from '../db/data.ts'
import { holidaysIn, zonesOf } from './history.ts'
import { segmentsIn } from './reads.ts'

const NONE: ReturnType<typeof segmentsIn> = []

/** undefined: no contract of the month pays for time of day, and nobody needs to look at each session. */
export function clockFacts(
  data: Data,
  organisation: Organisation,
  {
    userId,
    month,
    terms,
    isLeftOut,
  }: {
    userId: Id
    month: Month
    terms: readonly Terms[]
    isLeftOut: (date: LocalDate) => boolean
  },
): ClockFacts | undefined {
  const [first, last] = [firstDayOf(month), lastDayOf(month)]
  const pays = terms.some(
    ({ from, contract }, index) =>
      contract !== null &&
      contract.supplements.length > 0 &&
      from <= last &&
      (terms[index + 1]?.from ?? '~') > first,
  )
  if (!pays) return undefined
  // Of everybody's month nothing else of an entry is wanted; most are one segment, of which the list need not be read.
  const byDay = Map.groupBy(
    data.all<{ workDate: LocalDate; start: Instant; end: Instant; segments: string | null }>(
      `SELECT work_date AS workDate, start_at AS start, end_at AS end,
         CASE WHEN duration_ms <> end_at - start_at THEN segments END AS segments
       FROM time_entry WHERE user_id = +? AND work_date BETWEEN ? AND ? ORDER BY work_date, start_at`,
      userId,
      first,
      last,
    ),
    ({ workDate }) => workDate,
  )
  // A night reaches into the days around the month.
  const holidays = new Map(
    [monthOf(addDays(first, -1)), month, monthOf(addDays(last, 1))].flatMap((of) => [
      ...holidaysIn(data, organisation, of),
    ]),
  )
  return {
    // Each supplement asks for them.
    segments: onceFor((date: LocalDate) =>
      isLeftOut(date)
        ? NONE
        : (byDay
            .get(date)
            ?.flatMap(({ start, end, segments }) =>
              segments === null ? { start, end } : segmentsIn(segments),
            ) ?? NONE),
    ),
    isHoliday: (date) => holidays.has(date),
    zone: zonesOf(data),
  }
}
