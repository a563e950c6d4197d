// How a time typed on the command line is understood: HH:MM is today in the organisation's zone, else ISO 8601.
import { parseIso } from '../shared/base/instant.ts'
import { instantOf, isWallTime, localTimeOf } from '../shared/base/wallTime.ts'
import { isLocalDate, isMonth } from '../shared/base/localDate.ts'
import { Refusal, UsageError } from './refusal.ts'

/** Epoch ms; throws Refusal (time.invalid, time.missing, time.twice). */
export function readTime(text: string, now: number, zone: string): number {
  const typed = text.trim()
  const time = /^\d:/.test(typed) ? `0${typed}` : typed
  if (isWallTime(time)) {
    const reading = instantOf(localTimeOf(now, zone).date, time, zone)
    if (reading.kind === 'once') return reading.instant
    throw refused(reading.kind, text)
  }
  const read = parseIso(typed, zone)
  if (!read.ok) throw refused(read.error.reason, text)
  return read.value
}

export function readDate(text: string): string {
  if (!isLocalDate(text)) throw new UsageError(`“${text}” is not a date. Write it like 2026-03-31.`)
  return text
}

export function readMonth(text: string): string {
  if (!isMonth(text)) throw new UsageError(`“${text}” is not a month. Write it like 2026-03.`)
  return text
}

const refused = (reason: 'invalid' | 'missing' | 'twice', text: string) =>
  new Refusal({ code: `time.${reason}`, details: { values: { time: text } } })
