// How dates, times, durations and money are written: by the locale of the language and the zone of the organisation.
import { spokenFor } from '../../../shared/text/language.ts'
import { useTranslation } from 'react-i18next'
import { formatClock, formatDuration } from '../../../shared/base/duration.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import type { LocalDate, Month } from '../../../shared/base/localDate.ts'
import { formatMoney } from '../../../shared/base/money.ts'
import { once, onceFor } from '../../../shared/base/once.ts'
import { localTimeOf } from '../../../shared/base/wallTime.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { localeFor } from '../../text/i18n.ts'
import { weekStartOfLocale } from './weekStart.ts'

export type Format = ReturnType<typeof makeFormat>

export type DateStyle = 'short' | 'medium' | 'long' | 'weekday' | 'weekdayShort' | 'dayMonth'

const DATE_STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { year: 'numeric', month: '2-digit', day: '2-digit' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  weekdayShort: { weekday: 'short', day: 'numeric' },
  dayMonth: { day: 'numeric', month: 'short' },
}

/** A clock of twelve hours is written without a zero before its hours, as its locale does: 9:05 AM, and 09:05. */
export const clockParts = onceFor((locale: string): Intl.DateTimeFormatOptions => {
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions()
  return { hour: hour12 === true ? 'numeric' : '2-digit', minute: '2-digit' }
})

const made = new Map<string, Format>()

/**
 * Plain functions, so that they can be tested and handed to code outside of React. The same ones for the same arguments: to make
 * them takes a millisecond, and each row of a table asks for them.
 */
export function createFormat(
  locale: string,
  zone: string,
  currency: string,
  weekStart: number | null = null,
): Format {
  const key = `${locale} ${zone} ${currency} ${weekStart}`
  let format = made.get(key)
  if (format === undefined) made.set(key, (format = makeFormat(locale, zone, currency, weekStart)))
  return format
}

function makeFormat(locale: string, zone: string, currency: string, weekStart: number | null) {
  const time = new Intl.DateTimeFormat(locale, { ...clockParts(locale), timeZone: zone })
  const dateTime = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  })
  const dateFormat = onceFor(
    (style: DateStyle) => new Intl.DateTimeFormat(locale, { ...DATE_STYLES[style], timeZone: 'UTC' }),
  )
  // A local date has no zone; noon in UTC stands for it.
  const noon = (date: LocalDate) => Date.parse(`${date}T12:00:00Z`)
  const days = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const weekdays = onceFor(
    (style: 'long' | 'short') => new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }),
  )
  const numbers = onceFor(
    (digits: number) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits }),
  )
  const percents = once(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }))
  const lists = once(() => new Intl.ListFormat(locale))
  return {
    locale,
    zone,
    currency,
    /** 1 Monday … 7 Sunday: the organisation's, else the locale's (K8). */
    weekStart: weekStart ?? weekStartOfLocale(locale),
    /** Time of day in the organisation's zone. */
    time: (instant: Instant) => time.format(instant),
    dateTime: (instant: Instant) => dateTime.format(instant),
    date: (date: LocalDate, style: DateStyle = 'medium') => dateFormat(style).format(noon(date)),
    /** 1 Monday … 7 Sunday. */
    weekday: (day: number, style: 'long' | 'short' = 'long') =>
      // 1 January 2024 was a Monday.
      weekdays(style).format(Date.UTC(2024, 0, day, 12)),
    /** From a day to a day; what both have in common is said once, as the locale does it. */
    dates: (first: LocalDate, last: LocalDate) => dateFormat('medium').formatRange(noon(first), noon(last)),
    /** A number of days, from hundredths of one. */
    days: (hundredths: number) => days.format(hundredths / 100),
    month: (text: Month) => month.format(noon(`${text}-01`)),
    /** 'h:mm'. */
    duration: formatDuration,
    /** 'h:mm:ss', only for the running clock. */
    clock: formatClock,
    money: (minor: number, code: string = currency) => formatMoney(minor, code, locale),
    number: (value: number, digits = 0) => numbers(digits).format(value),
    /** 19 is 19%, with a space where the locale sets one. */
    percent: (value: number) => percents().format(value / 100),
    /** Several, as the language sets them in a sentence. */
    list: (parts: readonly string[]) => lists().format(parts),
    /** The date and 'HH:MM:SS' that the organisation's clocks show. */
    local: (instant: Instant) => localTimeOf(instant, zone),
  }
}

/** Formatting for the current language and organisation; before set-up, for the system's zone. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  const { organisation, zone } = useAppState()
  const locale = localeFor(spokenFor(i18n.language), navigator.languages)
  const currency = organisation?.currency ?? 'EUR'
  const weekStart = organisation?.weekStart ?? null
  return createFormat(locale, zone, currency, weekStart)
}

/** When something that still lasts began: its time, and its day where that is another than today. */
export function useSince(): (at: Instant) => string {
  const { today } = useAppState()
  const format = useFormat()
  return (at) => (format.local(at).date === today ? format.time(at) : format.dateTime(at))
}

/** A duration as a sentence says it: "1 h 23 min". */
export function useDurationWords(): (ms: number) => string {
  const { t } = useTranslation('common')
  return (ms) => {
    const minutesInAll = Math.floor((ms + 30_000) / 60_000)
    if (minutesInAll < 1) return t('durationWords.lessThanMinute')
    const hours = Math.floor(minutesInAll / 60)
    const minutes = minutesInAll % 60
    if (hours === 0) return t('durationWords.minutes', { minutes })
    return minutes === 0
      ? t('durationWords.hours', { hours })
      : t('durationWords.hoursMinutes', { hours, minutes })
  }
}
