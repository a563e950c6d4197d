// Owns lengths of time: how they are shown and rounded. All are ms; rounding happens only here, by stated rules.
export { MAX_TYPED_MS, parseDuration } from './durationText.ts'
export type { DurationProblem } from './durationText.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
/** 24 hours. A working day may be shorter or longer: ask dayLengthMs. */
export const DAY_MS = 86_400_000

/** How time is rounded where it is billed or paid: to multiples of `stepMinutes` (above 0). */
export type DurationRounding = { stepMinutes: number; mode: 'none' | 'nearest' | 'up' | 'down' }

/** 'h:mm', to the nearest minute (30 s count up; a negative one likewise by its size, with a leading −). */
export function formatDuration(ms: number): string {
  const minutes = Math.floor((Math.abs(ms) + MINUTE_MS / 2) / MINUTE_MS)
  const sign = ms < 0 && minutes > 0 ? '−' : ''
  return `${sign}${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}`
}

/** 'h:mm:ss' for a running clock: whole seconds passed, so it never runs ahead. */
export function formatClock(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const sign = ms < 0 && seconds > 0 ? '−' : ''
  const minutes = Math.floor(seconds / 60)
  return `${sign}${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`
}

/** Hours as a number with at most so many decimals, halves rounded away from zero: 1 h 20 min → 1.33. */
export function decimalHours(ms: number, digits = 2): number {
  const scale = 10 ** digits
  return signed(ms, Math.round((Math.abs(ms) * scale) / HOUR_MS) / scale)
}

/** Rounds by the size, so a correction of −x is rounded like x; halves go up. Mode 'none' keeps every ms. */
export function roundDuration(ms: number, rounding: DurationRounding): number {
  if (rounding.mode === 'none') return ms
  const stepMs = rounding.stepMinutes * MINUTE_MS
  if (!(stepMs > 0 && Number.isInteger(stepMs))) throw new RangeError(`no step: ${rounding.stepMinutes} min`)
  const whole = Math.floor(Math.abs(ms) / stepMs)
  const rest = Math.abs(ms) - whole * stepMs
  const up = rounding.mode === 'up' ? rest > 0 : rounding.mode === 'nearest' && rest * 2 >= stepMs
  return signed(ms, (up ? whole + 1 : whole) * stepMs)
}

/** Gives a size its sign back, without ever making −0. */
function signed(like: number, size: number): number {
  return like < 0 && size !== 0 ? -size : size
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
