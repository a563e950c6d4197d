// How dates, times, durations and money are written: by the locale of the language and the zone of the organisation.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatClock, formatDuration } from '../../shared/base/duration.ts'
import type { Instant } from '../../shared/base/instant.ts'
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import { formatMoney } from '../../shared/base/money.ts'
import { localTimeOf } from '../../shared/base/wallTime.ts'
import { useAppState } from '../channel/AppState.tsx'
import { localeFor } from '../text/i18n.ts'
import { weekStartOfLocale } from './weekStart.ts'

export type Format = ReturnType<typeof createFormat>

export type DateStyle = 'short' | 'medium' | 'long' | 'weekday' | 'weekdayShort' | 'dayMonth'

const DATE_STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { year: 'numeric', month: '2-digit', day: '2-digit' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  weekdayShort: { weekday: 'short', day: 'numeric' },
  dayMonth: { day: 'numeric', month: 'short' },
}

/** Plain functions, so that they can be tested and handed to code outside of React. */
export function createFormat(locale: string, zone: string, currency: string) {
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone })
  const dateTime = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  })
  const dates = new Map<DateStyle, Intl.DateTimeFormat>()
  const dateFormat = (style: DateStyle) => {
    const known =
      dates.get(style) ?? new Intl.DateTimeFormat(locale, { ...DATE_STYLES[style], timeZone: 'UTC' })
    dates.set(style, known)
    return known
  }
  // A local date has no zone; noon in UTC stands for it.
  const noon = (date: LocalDate) => Date.parse(`${date}T12:00:00Z`)
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return {
    locale,
    zone,
    currency,
    /** 1 Monday … 7 Sunday. */
    weekStart: weekStartOfLocale(locale),
    /** Time of day in the organisation's zone. */
    time: (instant: Instant) => time.format(instant),
    dateTime: (instant: Instant) => dateTime.format(instant),
    date: (date: LocalDate, style: DateStyle = 'medium') => dateFormat(style).format(noon(date)),
    month: (text: Month) => month.format(noon(`${text}-01`)),
    /** 'h:mm'. */
    duration: formatDuration,
    /** 'h:mm:ss', only for the running clock. */
    clock: formatClock,
    money: (minor: number, code: string = currency) => formatMoney(minor, code, locale),
    number: (value: number, digits = 0) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(
        value,
      ),
    /** The date and 'HH:MM:SS' that the organisation's clocks show. */
    local: (instant: Instant) => localTimeOf(instant, zone),
  }
}

/** Formatting for the current language and organisation; before set-up, for the system's zone. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  const { organisation, zone } = useAppState()
  const locale = localeFor(i18n.language === 'de' ? 'de' : 'en', navigator.languages)
  const currency = organisation?.currency ?? 'EUR'
  return useMemo(() => createFormat(locale, zone, currency), [locale, zone, currency])
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
