// How times, durations and money read on a terminal.
import { formatDuration } from '../shared/base/duration.ts'
import { formatMoney } from '../shared/base/money.ts'
import { localTimeOf } from '../shared/base/wallTime.ts'

/** 09:02 in the zone. */
export const clockTime = (instant: number, zone: string): string =>
  localTimeOf(instant, zone).time.slice(0, 5)

/** 2026-03-03 09:02 in the zone. */
export const dateAndTime = (instant: number, zone: string): string =>
  `${localTimeOf(instant, zone).date} ${clockTime(instant, zone)}`

export const duration = (ms: number): string => formatDuration(ms)
export const durationOrDash = (ms: number): string => (ms === 0 ? '–' : formatDuration(ms))
export const money = (minor: number | null, currency: string): string =>
  minor === null ? '–' : formatMoney(minor, currency, 'en')

type Names = { customerName: string | null; projectCode?: string | null; categoryName: string | null }

export const what = (of: Names): string =>
  [of.customerName, of.projectCode ?? null, of.categoryName].filter((name) => name !== null).join(' · ') ||
  'no customer'

export const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
