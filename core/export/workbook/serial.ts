// Owns how dates, times and durations become the numbers of a spreadsheet: days since 1899-12-30, without any zone.
import { DAY_MS, HOUR_MS } from '../../../shared/base/duration.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import { epochDayOf } from '../../../shared/base/localDate.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { wallMsAt } from '../../../shared/base/zoneOffset.ts'

/** 1970-01-01 in the 1900 date system, which counts a 29 February 1900 that never was. */
const EPOCH_SERIAL = 25_569

/** The serial number of a calendar date. Right from 1900-03-01 on; earlier dates do not occur in recorded time. */
export function dateSerial(date: LocalDate): number {
  return epochDayOf(date) + EPOCH_SERIAL
}

/** The serial number of what the zone's clocks show at an instant: date and time of day. */
export function wallSerial(instant: Instant, zone: string): number {
  return wallMsAt(instant, zone) / DAY_MS + EPOCH_SERIAL
}

/** A duration as a fraction of a day, which `[h]:mm` shows as hours. */
export function dayFraction(ms: number): number {
  return ms / DAY_MS
}

/** A duration in hours, unrounded, so that the sum of a column is exact; the cell's format rounds what is shown. */
export function hoursOf(ms: number): number {
  return ms / HOUR_MS
}
