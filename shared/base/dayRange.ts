// Ranges of days by what people call them: this month is the month of today, whenever it is asked for.
import type { LocalDate } from './localDate.ts'
import { addMonths, firstDayOf, lastDayOf, monthOf } from './localDate.ts'

export const RANGES = ['all', 'thisMonth', 'lastMonth', 'thisYear', 'lastYear', 'days'] as const
export type Range = (typeof RANGES)[number]

/** `from` and `to` count with the range `days` alone; null: without a beginning or an end. */
export type DayRange = { range: Range; from: LocalDate | null; to: LocalDate | null }

/** Both days included; what is missing is without an end. */
export function daysOf(
  { range, from, to }: DayRange,
  today: LocalDate,
): { from?: LocalDate; to?: LocalDate } {
  const year = Number(today.slice(0, 4))
  switch (range) {
    case 'all':
      return {}
    case 'thisMonth':
      return daysOfMonthOf(monthOf(today))
    case 'lastMonth':
      return daysOfMonthOf(addMonths(monthOf(today), -1))
    case 'thisYear':
      return daysOfYear(year)
    case 'lastYear':
      return daysOfYear(year - 1)
    case 'days':
      return { ...(from !== null && { from }), ...(to !== null && { to }) }
  }
}

const daysOfMonthOf = (month: string) => ({ from: firstDayOf(month), to: lastDayOf(month) })

const daysOfYear = (year: number) => {
  const digits = String(year).padStart(4, '0')
  return { from: `${digits}-01-01`, to: `${digits}-12-31` }
}
