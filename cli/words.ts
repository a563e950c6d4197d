// How times, durations and money read on a terminal.
import { formatDuration } from '../shared/base/duration.ts'
import { decimalOf } from '../shared/base/money.ts'
import { localTimeOf } from '../shared/base/wallTime.ts'

/** 09:02 in the zone. */
export const clockTime = (instant: number, zone: string): string =>
  localTimeOf(instant, zone).time.slice(0, 5)

/** 2026-03-03 09:02 in the zone. */
export const dateAndTime = (instant: number, zone: string): string =>
  `${localTimeOf(instant, zone).date} ${clockTime(instant, zone)}`

export const duration = (ms: number): string => formatDuration(ms)
export const durationOrDash = (ms: number): string => (ms === 0 ? '–' : formatDuration(ms))

/** 6,200.00 EUR: many currencies have a sign in common. Not by Intl, whose first use takes a tenth of an answer's time. */
export function money(minor: number | null, currency: string): string {
  if (minor === null) return '–'
  const [whole = '', ...decimals] = decimalOf(minor, currency).split('.')
  return `${[whole.replaceAll(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.')} ${currency}`
}

type Names = { customerName: string | null; projectCode?: string | null; categoryName: string | null }

export const what = (of: Names): string =>
  [of.customerName, of.projectCode ?? null, of.categoryName].filter((name) => name !== null).join(' · ') ||
  'no customer'

export const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
