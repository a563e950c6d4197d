// The addresses of the page: a year, and an absence of it that is open.
import type { LocalDate } from '../../../shared/base/localDate.ts'

export const absencePath = (year: number | string, id?: string): string =>
  id === undefined ? `/absence/${year}` : `/absence/${year}/${encodeURIComponent(id)}`

/** In the year of a day on which it is. */
export const absenceOn = (date: LocalDate, id: string): string => absencePath(date.slice(0, 4), id)
