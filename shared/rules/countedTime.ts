// How time counts in figures (I14): each session in whole minutes, halves up. So what is shown adds up on paper, and hours × rate is
// what anybody reckons from the hours that are shown; the exact times themselves are kept.
import { MINUTE_MS } from '../base/duration.ts'
import type { LocalDate } from '../base/localDate.ts'

export const wholeMinutes = (ms: number): number => Math.floor((ms + MINUTE_MS / 2) / MINUTE_MS) * MINUTE_MS

/** `exactThrough`: days up to it were closed before Daybook counted so, and keep what they were closed with (K1). */
export const countedTime = (ms: number, date: LocalDate, exactThrough: LocalDate | null): number =>
  exactThrough !== null && date <= exactThrough ? ms : wholeMinutes(ms)
