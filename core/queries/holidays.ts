// Public holidays of a country by year. They are kept on this device once computed: the library that knows the rules of all
// countries takes a fifth of a second to load, which is most of what a command line's answer took.
import { createRequire } from 'node:module'
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import { monthOf } from '../../shared/base/localDate.ts'
import type { Data, WritableData } from '../db/data.ts'
import { keep, recall } from '../kept/kept.ts'
import { libraryVersion, programFolder } from '../node/programFolder.ts'

const NONE: ReadonlyMap<LocalDate, string> = new Map()
// Not named `require`: the desktop's bundle declares one of its own.
const load = createRequire(import.meta.url)

type Year = [date: LocalDate, name: string][]
/** By country and year, in the order in which they were asked for. */
type Kept = Record<string, Year>

const KEY = 'holidays'
const MOST_KEPT = 20

const known = new Map<string, ReadonlyMap<LocalDate, string>>()
const years = new Map<string, Year>()
let unkept = false

/** The public holidays of a month, by date; none where the organisation names no country. */
export function holidaysOf(country: string | null, month: Month): ReadonlyMap<LocalDate, string> {
  if (country === null) return NONE
  const key = `${country} ${month}`
  const found = known.get(key)
  if (found !== undefined) return found
  const year = month.slice(0, 4)
  let days = years.get(`${country} ${year}`)
  if (days === undefined) {
    years.set(`${country} ${year}`, (days = computed(country, Number(year))))
    unkept = true
  }
  const ofMonth = new Map(days.filter(([date]) => monthOf(date) === month))
  known.set(key, ofMonth)
  return ofMonth
}

function computed(country: string, year: number): Year {
  // Loaded only where a country is set: its tables are large.
  const Holidays = load('date-holidays') as typeof import('date-holidays').default
  const days = new Holidays(country).getHolidays(year) as { date: string; name: string; type: string }[]
  return days
    .filter(({ type }) => type === 'public')
    .map(({ date, name }): [LocalDate, string] => [date.slice(0, 10), name])
}

const rules = (): string => libraryVersion(programFolder(), 'date-holidays')

/** At the start of a program: what an earlier one computed, unless by other rules. */
export function recallHolidays(data: Data): void {
  const kept = recall(data, KEY, rules) as Kept | null
  for (const [key, days] of Object.entries(kept ?? {})) if (!years.has(key)) years.set(key, days)
}

/** At its end: what it had to compute is there for the next. */
export function keepHolidays(data: WritableData): void {
  if (!unkept) return
  keep(data, KEY, rules(), Object.fromEntries([...years].slice(-MOST_KEPT)))
  unkept = false
}
