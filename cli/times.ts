// How a time typed on the command line is understood: a time alone is today's in the organisation's zone, else ISO 8601.
import { parseDuration } from '../shared/base/duration.ts'
import { parseIso, toIso } from '../shared/base/instant.ts'
import { instantOf, localTimeOf } from '../shared/base/wallTime.ts'
import type { LocalDate } from '../shared/base/localDate.ts'
import { onItsDay, parseTime } from '../shared/base/typedTime.ts'
import { inCalendar, isLocalDate, isMonth } from '../shared/base/localDate.ts'
import { Refusal, UsageError } from './refusal.ts'

/** Epoch ms; throws Refusal (time.invalid, time.missing, time.twice) with what was typed, and what may be meant. */
export function readTime(text: string, now: number, zone: string): number {
  const iso = isoOf(text.trim(), localTimeOf(now, zone).date)
  const read = parseIso(iso, zone)
  if (read.ok) return read.value
  const { reason } = read.error
  throw new Refusal(
    { code: `time.${reason}`, details: { values: { time: text } } },
    `Typed: ${text}${reason === 'twice' ? `. Write ${bothReadings(iso, zone).join(' or ')}` : ''}`,
  )
}

/** A time alone is today's, as a field of the window reads it: 9, 9.5, 9:30, 9 pm. 24:00 is the end of its day. */
function isoOf(typed: string, today: LocalDate): string {
  const [, date = today, time = ''] = /^(?:(\d{4}-\d\d-\d\d)[T ])?(.*)$/i.exec(typed) ?? []
  const read = parseTime(time)
  if (read === null || !isLocalDate(date)) return typed
  const on = onItsDay({ date, time: read })
  return `${on.date}T${on.time}`
}

/** A time that the clocks show twice, as ISO 8601 with each of its offsets. */
function bothReadings(iso: string, zone: string): string[] {
  const [date = '', time = ''] = iso.split(/[T ]/i)
  const reading = instantOf(date, time.slice(0, 8), zone)
  return reading.kind === 'twice' ? [toIso(reading.first, zone), toIso(reading.second, zone)] : []
}

/** ms; 1:30, 90min, 1.5, 1h 30m (D12). */
export function readAmount(text: string): number {
  const read = parseDuration(text)
  if (!read.ok)
    throw new Refusal(
      { code: 'duration.unreadable', details: { values: { duration: text } } },
      `Typed: ${text}`,
    )
  return read.value
}

function known(text: string): string {
  if (inCalendar(text)) return text
  throw new UsageError(`“${text}” is not in the calendar of Daybook, whose years are 1900 to 9998.`)
}

export function readDate(text: string): string {
  if (!isLocalDate(text)) throw new UsageError(`“${text}” is not a date. Write it like 2026-03-31.`)
  return known(text)
}

export function readMonth(text: string): string {
  if (!isMonth(text)) throw new UsageError(`“${text}” is not a month. Write it like 2026-03.`)
  return known(text)
}

/** Where the computer is, for organisations that do not say with which day weeks begin. */
export function weekStartOfLocale(): number {
  const locale: Intl.Locale & { getWeekInfo?: () => { firstDay?: number } } = new Intl.Locale(
    new Intl.DateTimeFormat().resolvedOptions().locale,
  )
  return locale.getWeekInfo?.().firstDay ?? 1
}
