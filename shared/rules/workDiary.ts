// The Work Diary's arithmetic: what a day was, from its sessions (B36 to B39, B48, F1, F5).
import { MINUTE_MS } from '../base/duration.ts'
import type { Instant } from '../base/instant.ts'
import type { LocalDate } from '../base/localDate.ts'
import type { DiaryDay } from '../contract/diary.ts'
import { isAmount } from './amount.ts'
import { wholeMinutes } from './countedTime.ts'

export type SessionTime = {
  startAt: Instant
  endAt: Instant
  durationMs: number
  /** Needed only where sessions overlap; without them a session is taken as one stretch. */
  segments?: readonly { start: Instant; end: Instant }[]
}

export type DayTime = {
  entrance: Instant | null
  exit: Instant | null
  /** Attended: the union of the sessions' segments, where parallel bookings count once (F5), and the amounts beside it (F9). */
  totalMs: number
  /** Booked: the sum of the sessions; parallel bookings count each. */
  bookedMs: number
  /** Of both: what was entered as an amount, without entrance and exit (F9). */
  amountMs: number
  entryCount: number
}

export const EMPTY_DAY: DayTime = {
  entrance: null,
  exit: null,
  totalMs: 0,
  bookedMs: 0,
  amountMs: 0,
  entryCount: 0,
}

/** Do any two of the sessions touch, entrance to exit? Sessions sorted by start. */
export const touchEachOther = (sessions: readonly SessionTime[]): boolean => {
  let latest = -Infinity
  return sessions.some(({ startAt, endAt }) => {
    const touches = startAt < latest
    latest = Math.max(latest, endAt)
    return touches
  })
}

/** The length of the union of stretches, ms. */
export function unionMs(stretches: readonly { start: Instant; end: Instant }[]): number {
  let total = 0
  let reached = -Infinity
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (end <= reached) continue
    total += end - Math.max(start, reached)
    reached = end
  }
  return total
}

/** A day from its sessions, in any order. `exact`: by milliseconds, as it was closed once (countedTime.ts). */
export function dayTimeOf(sessions: readonly SessionTime[], exact = false): DayTime {
  if (sessions.length === 0) return EMPTY_DAY
  const counted = (ms: number): number => (exact ? ms : wholeMinutes(ms))
  const booked = (of: readonly SessionTime[]): number =>
    of.reduce((sum, { durationMs }) => sum + counted(durationMs), 0)
  const amountMs = booked(sessions.filter(isAmount))
  const sorted = sessions.filter((of) => !isAmount(of)).sort((a, b) => a.startAt - b.startAt)
  const timedMs = booked(sorted)
  const attendedMs = touchEachOther(sorted)
    ? // Nobody attends for longer than is booked.
      Math.min(
        timedMs,
        counted(unionMs(sorted.flatMap((s) => s.segments ?? [{ start: s.startAt, end: s.endAt }]))),
      )
    : timedMs
  return {
    entrance: sorted[0]?.startAt ?? null,
    exit: sorted.length === 0 ? null : Math.max(...sorted.map(({ endAt }) => endAt)),
    totalMs: attendedMs + amountMs,
    bookedMs: timedMs + amountMs,
    amountMs,
    entryCount: sessions.length,
  }
}

/** A past working day with no entry is missing (red), today is green (B48); not one that an absence covers (I4). */
export function dayStatus(
  day: { date: LocalDate; expectedMs: number; creditedMs?: number; entryCount: number },
  today: LocalDate,
): DiaryDay['status'] {
  if (day.date === today) return 'today'
  if (day.date > today) return 'future'
  return day.expectedMs > (day.creditedMs ?? 0) && day.entryCount === 0 ? 'missing' : 'normal'
}

/** What lies between entrance and exit and was not worked; both in whole minutes, where the day is counted so. */
export const breakMs = (spanMs: number, totalMs: number): number =>
  Math.max(0, (totalMs % MINUTE_MS === 0 ? wholeMinutes(spanMs) : spanMs) - totalMs)
