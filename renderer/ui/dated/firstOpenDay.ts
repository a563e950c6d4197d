// Where a new dated version mostly begins: with its month, but not in a closed period.
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { addDays, monthOf } from '../../../shared/base/localDate.ts'

export function firstOpenDay(today: LocalDate, closedThrough: LocalDate | null): LocalDate {
  const first = `${monthOf(today)}-01`
  return closedThrough !== null && first <= closedThrough ? addDays(closedThrough, 1) : first
}
