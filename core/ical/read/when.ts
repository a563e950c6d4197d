// Dates and times of a calendar's file: in whose zone, and which zone its name means.
import { DAY_MS } from '../../../shared/base/duration.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { epochDayOf, isCalendarDate } from '../../../shared/base/localDate.ts'
import { firstInstantReaching, isZone } from '../../../shared/base/zoneOffset.ts'
import { instantAt } from '../../../shared/rules/occurrences.ts'
import { findIana } from 'windows-iana'
import type { Property } from './properties.ts'

export type When =
  | { kind: 'date'; date: LocalDate }
  /** `zone` null: floating, at the hour of whoever looks. */
  | { kind: 'time'; wallMs: number; zone: string | null }

/** null: it is no date and no time, or its zone is not known. */
export type ZoneOf = (name: string) => string | null
export type WhenProblem = { problem: 'badTime' | 'zoneUnknown'; text: string }

const FORM = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z)?)?$/

export function whenOf({ params, values }: Property, zoneOf: ZoneOf, at = 0): When | WhenProblem {
  const text = values[at] ?? ''
  const [, date = '', hour, minute, second, utc] = FORM.exec(text) ?? []
  if (!isCalendarDate(date)) return { problem: 'badTime', text: text.slice(0, 80) }
  if (hour === undefined || minute === undefined || second === undefined) return { kind: 'date', date }
  // 23:59:60 is a leap second, which no clock here has.
  const time = [Number(hour), Number(minute), Math.min(59, Number(second))] as const
  if (time[0] > 23 || time[1] > 59) return { problem: 'badTime', text: text.slice(0, 80) }
  const wallMs = epochDayOf(date) * DAY_MS + (time[0] * 3600 + time[1] * 60 + time[2]) * 1000
  if (utc !== undefined) return { kind: 'time', wallMs, zone: 'UTC' }
  const { tzid } = params
  if (tzid === undefined || tzid === '') return { kind: 'time', wallMs, zone: null }
  const zone = zoneOf(tzid)
  return zone === null ? { problem: 'zoneUnknown', text: tzid } : { kind: 'time', wallMs, zone }
}

/** A date begins with its first instant there. */
export const instantOfWhen = (when: When, zone: string): Instant =>
  when.kind === 'date'
    ? firstInstantReaching(epochDayOf(when.date) * DAY_MS, zone)
    : instantAt(when.wallMs, when.zone ?? zone)

/** By what was answered, by its own name, by what the file says it is, or by what Windows calls it. */
export function zoneFinder(
  answers: Readonly<Record<string, string>>,
  locations: ReadonlyMap<string, string>,
): ZoneOf {
  const found = new Map<string, string | null>()
  const find = (name: string): string | null => {
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
    // Some programs write a path of their own before the name: /citadel.org/20210210_1/Europe/Berlin.
    const ending = /([A-Za-z_]+\/[A-Za-z0-9_+-]+(?:\/[A-Za-z_]+)?)$/.exec(name.slice(-100))?.[1]
    const candidates = [answer, name, locations.get(name), ending, findIana(name)[0]]
    return candidates.find((each) => each !== undefined && each.length <= 64 && isZone(each)) ?? null
  }
  return (name) => {
    const known = found.get(name)
    if (known !== undefined) return known
    const zone = find(name)
    found.set(name, zone)
    return zone
  }
}

const LENGTH = /^([+-])?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/

/** A DURATION, in days of the calendar and milliseconds; null where it is none, or runs backwards. */
export function lengthOf(text: string): { days: number; ms: number } | null {
  const [whole, sign, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = LENGTH.exec(text) ?? []
  if (whole === undefined || sign === '-') return null
  return {
    days: Number(weeks) * 7 + Number(days),
    ms: (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000,
  }
}
