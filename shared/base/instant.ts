// Owns points in time and their text form, ISO 8601 with the zone's offset.
import { isLocalDate } from './localDate.ts'
import { fail, ok } from './result.ts'
import type { Result } from './result.ts'
import { instantOf, isWallTime, localTimeOf } from './wallTime.ts'
import { isInstant, isZone, offsetMsAt } from './zoneOffset.ts'

/** Milliseconds since 1970-01-01T00:00Z, an integer; independent of any zone. */
export type Instant = number

/** 'missing' and 'twice': the local time falls into a clock change. 'invalid': not a date and time at all. */
export type IsoProblem = { reason: 'invalid' | 'missing' | 'twice' }

export { isInstant }

const ISO =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,]([0-9]{1,9}))?([Zz]|[+-][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2})?)?)?(?:\[([^\]]{1,64})\])?$/

/** '2026-03-03T09:02:00+01:00': local time and offset in the zone; milliseconds only where there are some. */
export function toIso(instant: Instant, zone: string): string {
  const { date, time } = localTimeOf(instant, zone)
  const ms = ((instant % 1000) + 1000) % 1000
  const fraction = ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`
  return `${date}T${time}${fraction}${offsetText(offsetMsAt(instant, zone))}`
}

/** '2026-03-03T08:02:00Z': in UTC, to the second. */
export const toUtc = (instant: Instant): string => `${toIso(instant, 'UTC').slice(0, 19)}Z`

/**
 * Reads an ISO 8601 date and time. With `Z` or an offset it stands for itself; without, it is read in the zone
 * named in brackets behind it or else in `zoneIfLocal`. An offset that its own bracketed zone does not have then
 * is 'invalid'. Digits beyond milliseconds are dropped. Throws a RangeError if `zoneIfLocal` is needed and no zone.
 */
export function parseIso(text: string, zoneIfLocal: string): Result<Instant, IsoProblem> {
  const [, date = '', time = '', fraction = '', offset, named] = ISO.exec(text.trim()) ?? []
  if (!isLocalDate(date) || !isWallTime(time)) return fail({ reason: 'invalid' })
  if (fraction !== '' && time.length < 8) return fail({ reason: 'invalid' })
  if (named !== undefined && !isZone(named)) return fail({ reason: 'invalid' })
  const fractionMs = Number(fraction.slice(0, 3).padEnd(3, '0'))

  if (offset === undefined) {
    const reading = instantOf(date, time, named ?? zoneIfLocal)
    if (reading.kind !== 'once') return fail({ reason: reading.kind })
    return checked(reading.instant + fractionMs)
  }
  const offsetMs = offsetMsOf(offset)
  const utc = instantOf(date, time, 'UTC')
  if (offsetMs === undefined || utc.kind !== 'once') return fail({ reason: 'invalid' })
  const instant = utc.instant + fractionMs - offsetMs
  if (named !== undefined && offset !== 'Z' && offset !== 'z' && offsetMsAt(instant, named) !== offsetMs) {
    return fail({ reason: 'invalid' })
  }
  return checked(instant)
}

function checked(instant: Instant): Result<Instant, IsoProblem> {
  return isInstant(instant) ? ok(instant) : fail({ reason: 'invalid' })
}

function offsetMsOf(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0
  const parts = text.slice(1).replaceAll(':', '')
  const [hours, minutes, seconds] = [0, 2, 4].map((at) => Number(parts.slice(at, at + 2)))
  if (hours === undefined || minutes === undefined || seconds === undefined) return undefined
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined
  return (text.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds) * 1000
}

/** Seconds are written only for the few historic offsets that have them, so that the text reads back exactly. */
function offsetText(offsetMs: number): string {
  const total = Math.abs(offsetMs) / 1000
  const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60]
  if (total % 60 !== 0) parts.push(total % 60)
  return (offsetMs < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join(':')
}
