// Owns how times are written in a calendar's file: in a zone, in UTC, or as a day.
import ICAL from 'ical.js'
import { DAY_MS } from '../../../shared/base/duration.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import { dateOfEpochDay } from '../../../shared/base/localDate.ts'
import { wallMsAt } from '../../../shared/base/zoneOffset.ts'
import { instantAt } from '../../../shared/rules/occurrences.ts'

/** '20260303T090000' of what a clock shows. */
export function localText(wallMs: number): string {
  const day = Math.floor(wallMs / DAY_MS)
  const seconds = Math.floor((wallMs - day * DAY_MS) / 1000)
  const two = (value: number): string => String(value).padStart(2, '0')
  const time = [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((value) => two(Math.floor(value)))
    .join('')
  return `${dateOfEpochDay(day).replaceAll('-', '')}T${time}`
}

/** As the library keeps them: with the marks that the file leaves out. */
export const withMarks = (text: string): string =>
  text.replace(
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/,
    (_, year, month, day, hour, minute, second, utc) =>
      hour === undefined
        ? `${year}-${month}-${day}`
        : `${year}-${month}-${day}T${hour}:${minute}:${second}${utc}`,
  )

/** The hour of the zone's clocks comes twice when they go back: there only UTC says which is meant. */
const isPlain = (instant: Instant, zone: string): boolean =>
  instantAt(wallMsAt(instant, zone), zone) === instant

/** `always`: a series goes by its zone's clocks, whatever its start. */
export function timeProperty(
  name: string,
  instants: readonly Instant[],
  zone: string,
  always = false,
): ICAL.Property {
  const utc = zone === 'UTC' || (!always && !instants.every((each) => isPlain(each, zone)))
  const texts = instants.map((each) =>
    withMarks(utc ? `${localText(each)}Z` : localText(wallMsAt(each, zone))),
  )
  return new ICAL.Property([name, utc ? {} : { tzid: zone }, 'date-time', ...texts])
}

/** The day that the zone's clocks show. */
export function dayProperty(name: string, instants: readonly Instant[], zone: string): ICAL.Property {
  const days = instants.map((each) => dateOfEpochDay(Math.floor(wallMsAt(each, zone) / DAY_MS)))
  return new ICAL.Property([name, {}, 'date', ...days])
}

export const dateProperty = (name: string, date: string): ICAL.Property =>
  new ICAL.Property([name, {}, 'date', date])
