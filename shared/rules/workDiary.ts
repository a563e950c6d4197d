// The Work Diary's arithmetic: what a day was, from its sessions (B36 to B39, B48, F1, F5).
import type { Instant } from '../base/instant.ts'
import type { LocalDate } from '../base/localDate.ts'
import type { DiaryDay } from '../contract/diary.ts'

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
  /** Attended: the union of the sessions' segments; parallel bookings count once (F5). */
  totalMs: number
  /** Booked: the sum of the sessions; parallel bookings count each. */
  bookedMs: number
  entryCount: number
}

export const EMPTY_DAY: DayTime = { entrance: null, exit: null, totalMs: 0, bookedMs: 0, entryCount: 0 }

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

/** A day from its sessions, in any order. */
export function dayTimeOf(sessions: readonly SessionTime[]): DayTime {
  if (sessions.length === 0) return EMPTY_DAY
  const sorted = [...sessions].sort((a, b) => a.startAt - b.startAt)
  const bookedMs = sorted.reduce((sum, { durationMs }) => sum + durationMs, 0)
  const totalMs = touchEachOther(sorted)
    ? unionMs(sorted.flatMap((s) => s.segments ?? [{ start: s.startAt, end: s.endAt }]))
    : bookedMs
  return {
    entrance: sorted[0]?.startAt ?? null,
    exit: sorted.reduce((latest, { endAt }) => Math.max(latest, endAt), 0),
    totalMs,
    bookedMs,
    entryCount: sorted.length,
  }
}

/** A past working day with no entry is missing (red), today is green (B48). */
export function dayStatus(
  day: { date: LocalDate; expectedMs: number; entryCount: number },
  today: LocalDate,
): DiaryDay['status'] {
  if (day.date === today) return 'today'
  if (day.date > today) return 'future'
  return day.expectedMs > 0 && day.entryCount === 0 ? 'missing' : 'normal'
}
