// What an hour of each user costs, month by month, for those who count the cost of time (shared/rules/hourCost.ts).
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import { monthOf } from '../../shared/base/localDate.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import type { User } from '../../shared/entities/user.ts'
import type { CostStretch } from '../../shared/rules/hourCost.ts'
import { costsInMonth } from '../../shared/rules/hourCost.ts'
import type { Data } from '../db/data.ts'
import { employmentsOf, holidaysIn, termsOfUser } from './history.ts'

type Span = { from?: LocalDate | undefined; to?: LocalDate | undefined; userId?: Id | undefined }

/** The months in which there is time, found by leaps: there may be centuries between two of them. */
export function monthsWithTime(data: Data, { from = '', to = '~' }: Span): Month[] {
  const months: Month[] = []
  for (let after = from; ;) {
    const date = data.get<{ date: LocalDate | null }>(
      'SELECT min(work_date) AS date FROM time_entry WHERE work_date >= ? AND work_date <= ?',
      after,
      to,
    )?.date
    if (date === null || date === undefined) return months
    months.push(monthOf(date))
    after = `${monthOf(date)}-~`
  }
}

/** What an hour of a user costs on the days of a month; without a contract nobody knows. */
export function hourCostsOf(
  data: Data,
  organisation: Organisation,
  user: User,
  months: readonly Month[],
): CostStretch[] {
  const employments = employmentsOf(data, user.id)
  if (employments.length === 0) return []
  const terms = termsOfUser(data, organisation, user, employments)
  return months.flatMap((month) => costsInMonth(terms, month, holidaysIn(data, organisation, month)))
}

/** User, month, from, until (not included), minor units an hour: as a document, which the data file joins. */
export function hourCostRows(data: Data, organisation: Organisation, span: Span): string {
  const months = monthsWithTime(data, span)
  const users = data.list('user').filter(({ id }) => span.userId === undefined || id === span.userId)
  return JSON.stringify(
    users.flatMap((user) =>
      hourCostsOf(data, organisation, user, months).map(({ from, until, minor }) => [
        user.id,
        monthOf(from),
        from,
        until,
        minor,
      ]),
    ),
  )
}
