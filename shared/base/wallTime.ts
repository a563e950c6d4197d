// Owns the way between an instant and what a clock on the wall of a zone shows, clock changes included.
import { DAY_MS } from './duration.ts'
import type { Instant } from './instant.ts'
import { dateOfEpochDay, epochDayOf } from './localDate.ts'
import type { LocalDate } from './localDate.ts'
import { firstInstantReaching, instantsAtWall, wallMsAt } from './zoneOffset.ts'

/** 'HH:MM:SS' (or, typed, 'HH:MM'), 00:00 to 23:59:59. */
export type WallTime = string

/**
 * What a local date and time means: one instant; none, as clocks went forward over it (`next` is the first
 * instant after the gap); or two, as clocks went back over it.
 */
export type WallReading =
  | { kind: 'once'; instant: Instant }
  | { kind: 'missing'; next: Instant }
  | { kind: 'twice'; first: Instant; second: Instant }

/** True for 'HH:MM' or 'HH:MM:SS' from 00:00 to 23:59:59. */
export function isWallTime(text: string): boolean {
  return /^(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?$/.test(text)
}

/** The date and the time to the second (begun seconds are not counted) that the zone's clocks show. */
export function localTimeOf(instant: Instant, zone: string): { date: LocalDate; time: WallTime } {
  const wallMs = wallMsAt(instant, zone)
  const day = Math.floor(wallMs / DAY_MS)
  return { date: dateOfEpochDay(day), time: timeText(wallMs - day * DAY_MS) }
}

/** Reads a local date and time in a zone. Throws a RangeError for text that is no date or time, or no zone. */
export function instantOf(date: LocalDate, time: WallTime, zone: string): WallReading {
  if (!isWallTime(time)) throw new RangeError(`not a time of day: ${time}`)
  const wallMs = epochDayOf(date) * DAY_MS + msOfDay(time)
  const [first, second] = instantsAtWall(wallMs, zone)
  if (first === undefined) return { kind: 'missing', next: firstInstantReaching(wallMs, zone) }
  if (second === undefined) return { kind: 'once', instant: first }
  return { kind: 'twice', first, second }
}

function msOfDay(time: WallTime): number {
  const seconds = time.length > 5 ? Number(time.slice(6)) : 0
  return (Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60 + seconds) * 1000
}

function timeText(msOfDayPast: number): WallTime {
  const seconds = Math.floor(msOfDayPast / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
