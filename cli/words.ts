// How times, durations and money read on a terminal.
import { formatDuration } from '../shared/base/duration.ts'
import { decimalOf } from '../shared/base/money.ts'
import type { SubjectNames } from '../shared/entities/subject.ts'
import { sessionName } from '../shared/entities/subject.ts'
import { isAmount } from '../shared/rules/amount.ts'
import { localTimeOf } from '../shared/base/wallTime.ts'

/** 09:02 in the zone. */
export const clockTime = (instant: number, zone: string): string =>
  localTimeOf(instant, zone).time.slice(0, 5)

/** 2026-03-03 09:02 in the zone. */
export const dateAndTime = (instant: number, zone: string): string =>
  `${localTimeOf(instant, zone).date} ${clockTime(instant, zone)}`

type Placed = { startAt: number; endAt: number; workDate: string }

/** When it began; of an amount without times its day (F9). */
export const startOf = (entry: Placed, zone: string): string =>
  isAmount(entry) ? entry.workDate : dateAndTime(entry.startAt, zone)
export const timeOrDash = (entry: Placed, at: number, zone: string): string =>
  isAmount(entry) ? '–' : clockTime(at, zone)

export const duration = (ms: number): string => formatDuration(ms)
export const durationOrDash = (ms: number): string => (ms === 0 ? '–' : formatDuration(ms))

/** 6,200.00 EUR: many currencies have a sign in common. Not by Intl, whose first use takes a tenth of an answer's time. */
export function money(minor: number | null, currency: string): string {
  if (minor === null) return '–'
  const [whole = '', ...decimals] = decimalOf(minor, currency).split('.')
  return `${[whole.replaceAll(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.')} ${currency}`
}

export const what = (of: SubjectNames): string => sessionName(of, 'no customer')

export const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
