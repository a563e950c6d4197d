// Public holidays of a country by year, kept once computed.
import { createRequire } from 'node:module'
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import { monthOf } from '../../shared/base/localDate.ts'

const NONE: ReadonlyMap<LocalDate, string> = new Map()
// Not named `require`: the desktop's bundle declares one of its own.
const load = createRequire(import.meta.url)
const known = new Map<string, ReadonlyMap<LocalDate, string>>()

/** The public holidays of a month, by date; none where the organisation names no country. */
export function holidaysOf(country: string | null, month: Month): ReadonlyMap<LocalDate, string> {
  if (country === null) return NONE
  const year = Number(month.slice(0, 4))
  const key = `${country} ${month}`
  const found = known.get(key)
  if (found !== undefined) return found
  // Loaded only where a country is set: its tables are large.
  const Holidays = load('date-holidays') as typeof import('date-holidays').default
  const days = new Holidays(country).getHolidays(year) as { date: string; name: string; type: string }[]
  for (let m = 1; m <= 12; m++) {
    const each = `${month.slice(0, 4)}-${String(m).padStart(2, '0')}`
    const ofMonth = days
      .filter(({ type, date }) => type === 'public' && monthOf(date.slice(0, 10)) === each)
      .map(({ date, name }): [LocalDate, string] => [date.slice(0, 10), name])
    known.set(`${country} ${each}`, new Map(ofMonth))
  }
  return known.get(key) ?? NONE
}
