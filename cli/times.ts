// How a time typed on the command line is understood: HH:MM is today in the organisation's zone, else ISO 8601.
import { parseIso, toIso } from '../shared/base/instant.ts'
import { instantOf, isWallTime, localTimeOf } from '../shared/base/wallTime.ts'
import { isLocalDate, isMonth } from '../shared/base/localDate.ts'
import { Refusal, UsageError } from './refusal.ts'

/** Epoch ms; throws Refusal (time.invalid, time.missing, time.twice) with what was typed, and what may be meant. */
export function readTime(text: string, now: number, zone: string): number {
  const typed = text.trim()
  const time = /^\d:/.test(typed) ? `0${typed}` : typed
  const iso = isWallTime(time) ? `${localTimeOf(now, zone).date}T${time}` : typed
  const read = parseIso(iso, zone)
  if (read.ok) return read.value
  const { reason } = read.error
  throw new Refusal(
    { code: `time.${reason}`, details: { values: { time: text } } },
    `Typed: ${text}${reason === 'twice' ? `. Write ${bothReadings(iso, zone).join(' or ')}` : ''}`,
  )
}

/** A time that the clocks show twice, as ISO 8601 with each of its offsets. */
function bothReadings(iso: string, zone: string): string[] {
  const [date = '', time = ''] = iso.split(/[T ]/i)
  const reading = instantOf(date, time.slice(0, 8), zone)
  return reading.kind === 'twice' ? [toIso(reading.first, zone), toIso(reading.second, zone)] : []
}

export function readDate(text: string): string {
  if (!isLocalDate(text)) throw new UsageError(`“${text}” is not a date. Write it like 2026-03-31.`)
  return text
}

export function readMonth(text: string): string {
  if (!isMonth(text)) throw new UsageError(`“${text}” is not a month. Write it like 2026-03.`)
  return text
}
