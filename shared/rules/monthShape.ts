// A month by its weekdays, so that what a contract expects of it is seven products instead of thirty look-ups for each of 200 users.
import { MINUTE_MS } from '../base/duration.ts'
import type { LocalDate, Month } from '../base/localDate.ts'
import { daysOfMonth, weekdayOf } from '../base/localDate.ts'

type Holidays = ReadonlyMap<LocalDate, string>

/** The days that are no holidays, Monday first: for each weekday how many, and which (bit n for day n of the month). */
export type MonthShape = readonly { readonly count: number; readonly days: number }[]

/** The day of the month, as the bit that stands for it. */
export const dayBit = (date: LocalDate): number => 1 << Number(date.slice(8))

// The holidays of a month are the same object each time.
const shapes = new WeakMap<Holidays, Map<Month, MonthShape>>()
const MOST_REMEMBERED = 500

export function monthShape(month: Month, holidays: Holidays): MonthShape {
  const found = shapes.get(holidays)?.get(month)
  if (found !== undefined) return found
  const shape = Array.from({ length: 7 }, () => ({ count: 0, days: 0 }))
  for (const date of daysOfMonth(month)) {
    const weekday = shape[weekdayOf(date) - 1]
    if (weekday === undefined || holidays.has(date)) continue
    weekday.count += 1
    weekday.days |= dayBit(date)
  }
  const known = shapes.get(holidays)
  if (known === undefined) shapes.set(holidays, new Map([[month, shape]]))
  else {
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(month, shape)
  }
  return shape
}

/** What is expected in the month by so many minutes on each weekday, Monday first. */
export const expectedInMonth = (shape: MonthShape, minutes: readonly number[]): number =>
  shape.reduce((sum, { count }, index) => sum + count * (minutes[index] ?? 0), 0) * MINUTE_MS

/** The days on which anything is expected, as bits. */
export const workingDays = (shape: MonthShape, minutes: readonly number[]): number =>
  shape.reduce((bits, { days }, index) => ((minutes[index] ?? 0) > 0 ? bits | days : bits), 0)

/** What is expected on those of the days that the bits stand for. */
export const expectedOnDays = (shape: MonthShape, minutes: readonly number[], bits: number): number =>
  shape.reduce((sum, { days }, index) => sum + countBits(days & bits) * (minutes[index] ?? 0), 0) * MINUTE_MS

export function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}
