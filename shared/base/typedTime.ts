// How a typed time of day is understood, in a field and on the command line (K12); what cannot be read is refused, never guessed at.
import { HOUR_MS } from './duration.ts'
import { addDays } from './localDate.ts'
import type { LocalDate } from './localDate.ts'
import { onceFor } from './once.ts'

export type TimeReading = {
  /** The time that is replaced: where a clock has twelve hours and nothing says which half is meant, its half is. */
  over?: string | null
  locale?: string
}

/**
 * Reads '9', '09', '902', '0902', '9:02', '9.02', '9h02', '9.5' (half past nine), '9 pm', '12:30am', '21:15:30' as 'HH:MM:SS'
 * (seconds only where typed), and '24:00' as the end of the day; null for what is no time of day.
 */
export function parseTime(text: string, { over = null, locale = 'en-GB' }: TimeReading = {}): string | null {
  const typed = withHalf(text.trim().toLowerCase(), locale).replace(/\s*(uhr|h)$/, '')
  const decimal = /^(\d{1,2})(?:\.(\d)|,(\d{1,2}))$/.exec(typed)
  if (decimal !== null) {
    const hours = Number(`${decimal[1] ?? ''}.${decimal[2] ?? decimal[3] ?? ''}`)
    const minutes = Math.round(hours * 60)
    return timeOf(Math.floor(minutes / 60), minutes % 60, 0, { over, locale })
  }
  const match =
    /^(\d{1,2})(?:[:.h](\d{1,2})(?:[:.](\d{2}))?|(\d{2}))?\s*(a|p|am|pm|a\.m\.|p\.m\.)?$/.exec(typed) ??
    /^(\d)(\d{2})()()\s*(a|p|am|pm|a\.m\.|p\.m\.)?$/.exec(typed)
  if (match === null) return null
  const [, hourText = '', minuteText, secondText, runMinutes, half] = match
  const hour = Number(hourText)
  const minute = Number(minuteText ?? runMinutes ?? 0)
  const second = Number(secondText === undefined || secondText === '' ? 0 : secondText)
  if (half === undefined) return timeOf(hour, minute, second, { over, locale })
  if (hour < 1 || hour > 12) return null
  return timeOf((hour % 12) + (half.startsWith('p') ? 12 : 0), minute, second, {})
}

/** Whether a time was typed that may be in either half of the day: on a clock of twelve hours, and nothing says which is meant. */
export const saysNoHalf = (text: string, locale: string): boolean =>
  parseTime(text, { over: '00:00', locale }) !== parseTime(text, { over: '12:00', locale })

/** What the locale calls the halves of the day, however it spaces them, as am and pm. */
function withHalf(typed: string, locale: string): string {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s.]/g, '')
  const end = /[\p{L}\s.]+$/u.exec(typed)?.[0] ?? ''
  const half = end === '' ? -1 : halvesOf(locale).map(plain).indexOf(plain(end))
  return half === -1 ? typed : `${typed.slice(0, typed.length - end.length)} ${half === 0 ? 'am' : 'pm'}`
}

const halvesOf = onceFor((locale: string): string[] => {
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' })
  return [9, 21].map(
    (hour) => format.formatToParts(hour * HOUR_MS).find(({ type }) => type === 'dayPeriod')?.value ?? '',
  )
})

function timeOf(hour: number, minute: number, second: number, { over, locale }: TimeReading): string | null {
  if (hour === 24 && minute === 0 && second === 0) return END_OF_DAY
  if (hour > 23 || minute > 59 || second > 59) return null
  const half =
    over == null || locale === undefined || !hasTwelveHours(locale) ? null : Number(over.slice(0, 2))
  const kept = half === null || hour < 1 || hour > 12 ? hour : (hour % 12) + (half >= 12 ? 12 : 0)
  const parts = second === 0 ? [kept, minute] : [kept, minute, second]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** What 24:00 is typed as; it is 00:00 of the day after (see onItsDay). */
const END_OF_DAY = '24:00'

/** The date and the time that clocks show for what was typed: 24:00 is the first moment of the next day. */
export const onItsDay = (typed: { date: LocalDate; time: string }): { date: LocalDate; time: string } =>
  typed.time === END_OF_DAY ? { date: addDays(typed.date, 1), time: '00:00' } : typed

const hasTwelveHours = (locale: string): boolean =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true
