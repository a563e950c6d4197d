// What a cell of somebody else's table says: a date, a time of day, a moment, a length, yes or no.
import { DAY_MS, HOUR_MS, MINUTE_MS, parseDuration } from '../../base/duration.ts'
import type { LocalDate } from '../../base/localDate.ts'
import { inCalendar, isLocalDate } from '../../base/localDate.ts'
import type { Instant } from '../../base/instant.ts'
import { parseIso } from '../../base/instant.ts'
import type { DateOrder } from '../../contract/timeImport.ts'

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/
const CLOSE = /^(\d{4})(\d{2})(\d{2})$/

const padded = (text: string): string => text.padStart(2, '0')

/** The part of a cell that is its date: what stands before a time of day. */
const datePart = (text: string): string => /^[\d/.-]{6,10}(?=[T\s]|$)/.exec(text)?.[0] ?? text

/**
 * The orders in which all of these dates can be read: one for most files, two where no day is above 12, none where they contradict
 * each other.
 */
export function dateOrders(texts: Iterable<string>): DateOrder[] {
  let left: DateOrder[] = ['dmy', 'mdy']
  let told = false
  for (const text of texts) {
    const found = YEAR_LAST.exec(datePart(text.trim()))
    if (found === null) continue
    told = true
    const [, first, mark, second] = found
    // Nobody writes months first with points between them.
    if (mark === '.' || Number(first) > 12) left = left.filter((order) => order === 'dmy')
    if (Number(second) > 12) left = left.filter((order) => order === 'mdy')
  }
  return told ? left : ['ymd']
}

export function readDate(text: string, order: DateOrder): LocalDate | null {
  const made = ordered(text, order)
  return made !== null && isLocalDate(made) && inCalendar(made) ? made : null
}

function ordered(text: string, order: DateOrder): string | null {
  const first = YEAR_FIRST.exec(text)
  if (first !== null) return `${first[1]}-${padded(first[3] ?? '')}-${padded(first[4] ?? '')}`
  const close = CLOSE.exec(text)
  if (close !== null) return `${close[1]}-${close[2]}-${close[3]}`
  const last = YEAR_LAST.exec(text)
  if (last === null) return null
  const [, one = '', mark, two = '', year = ''] = last
  const monthFirst = order === 'mdy' && mark !== '.'
  const whole = year.length === 4 ? year : `${Number(year) >= 70 ? '19' : '20'}${year}`
  return `${whole}-${padded(monthFirst ? one : two)}-${padded(monthFirst ? two : one)}`
}

const TIME = /^(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2}))?(?:[.,]\d+)?\s*(?:([ap])\.?\s?m\.?)?$/i

/** Milliseconds from the beginning of the day by the clock on the wall; 24:00 is its end. */
export function readTime(text: string): number | null {
  const found = TIME.exec(text)
  if (found === null) return null
  const [, hourText = '', minuteText, secondText = '0', half] = found
  if (minuteText === undefined && half === undefined) return null
  let hour = Number(hourText)
  const [minute, second] = [Number(minuteText ?? 0), Number(secondText)]
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  if (minute > 59 || second > 59) return null
  const ms = hour * HOUR_MS + minute * MINUTE_MS + second * 1000
  return ms > DAY_MS ? null : ms
}

/** A moment of the world, or what a clock on the wall shows: a date, a time of day, or both. */
export type Moment = { instant: Instant } | { date: LocalDate | null; timeMs: number | null }

const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s?(Z|UTC|[+-]\d{2}:?\d{2})$/i
const COMPACT = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/

export function readMoment(text: string, order: DateOrder): Moment | null {
  const iso = ISO.exec(text)
  if (iso !== null) {
    const [, date = '', time = '', zone = ''] = iso
    const clock = time.length === 5 ? `${time}:00` : time
    const offset = /^(?:Z|UTC)$/i.test(zone) ? 'Z' : zone.replace(/(\d{2})(\d{2})$/, '$1:$2')
    return instantIn(`${date}T${clock}${offset}`)
  }
  const compact = COMPACT.exec(text)
  if (compact !== null) {
    const [, year, month, day, hour, minute, second] = compact
    return instantIn(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  }
  const date = readDate(text, order)
  if (date !== null) return { date, timeMs: null }
  const timeMs = readTime(text)
  if (timeMs !== null) return { date: null, timeMs }
  const both = /^([\d/.-]{6,10})[T\s]\s*(.+)$/.exec(text)
  if (both === null) return null
  const [day, clock] = [readDate(both[1] ?? '', order), readTime(both[2] ?? '')]
  return day === null || clock === null ? null : { date: day, timeMs: clock }
}

function instantIn(text: string): Moment | null {
  // A date that is not in the calendar would become the next one.
  if (!isLocalDate(text.slice(0, 10))) return null
  const read = parseIso(text, 'UTC')
  return read.ok && read.value >= 0 ? { instant: read.value } : null
}

/** Milliseconds; null: it cannot be a length. */
export function readLength(text: string, unit: 'hours' | 'minutes' | 'seconds'): number | null {
  // A thousand hours and more, as some countries write them.
  const plain = text.replaceAll(/(?<=\d)[\s’'](?=\d{3})/g, '')
  if (unit !== 'hours' && /^\d+(?:[.,]\d+)?$/.test(plain)) {
    const count = Number(plain.replace(',', '.'))
    return Math.round(count * (unit === 'minutes' ? MINUTE_MS : 1000))
  }
  const iso = /^PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?$/i.exec(plain)
  if (iso !== null && plain.length > 2)
    return Math.round(
      Number(iso[1] ?? 0) * HOUR_MS + Number(iso[2] ?? 0) * MINUTE_MS + Number(iso[3] ?? 0) * 1000,
    )
  const read = parseDuration(plain)
  return read.ok ? read.value : null
}

const YES = new Set([
  'yes',
  'true',
  '1',
  'y',
  'ja',
  'oui',
  'si',
  'sí',
  'tak',
  'x',
  'billable',
  'wahr',
  'vrai',
])
const NO = new Set(['no', 'false', '0', 'n', 'nein', 'non', 'nie', 'nee', 'non-billable', 'falsch', 'faux'])

/** null: it does not say. */
export function readFlag(text: string): boolean | null {
  const word = text.trim().toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : null
}
