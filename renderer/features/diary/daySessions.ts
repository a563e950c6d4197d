// The geometry of a day's time line: which hours it spans, and in which lane each session stands where they overlap.
import type { EntryView } from '../../../shared/contract/entry.ts'
import type { TimerView } from '../../../shared/contract/timer.ts'

export type Session = {
  id: string
  start: number
  end: number
  stretches: { start: number; end: number }[]
  running: boolean
  /** What stands in the block, as far as there is room. */
  name: string
  title: string
}
export type PlacedSession = Session & { lane: number; lanes: number }

const HOUR = 3_600_000

export const entrySession = (entry: EntryView, name: string, title: string): Session => ({
  id: entry.id,
  start: entry.startAt,
  end: entry.endAt,
  stretches: entry.segments,
  running: false,
  name,
  title,
})

/** A timer as far as it got; what began on an earlier day is cut at this day's start. */
export const timerSession = (timer: TimerView, name: string, now: number, dayStartAt: number): Session => {
  const stretches = timer.segments
    .map(({ start, end }) => ({ start: Math.max(start, dayStartAt), end: end ?? now }))
    .filter(({ start, end }) => end > start)
  const last = stretches.at(-1)?.end ?? now
  return {
    id: timer.id,
    start: Math.max(timer.startedAt, dayStartAt),
    end: Math.max(last, timer.startedAt),
    stretches,
    running: true,
    name,
    title: name,
  }
}

/** Whole hours around the sessions, at least six, within the day. */
export function spanOf(
  sessions: readonly Session[],
  day: { dayStartAt: number; dayEndAt: number },
): { start: number; end: number } {
  const { dayStartAt, dayEndAt } = day
  const down = (instant: number) => dayStartAt + Math.floor((instant - dayStartAt) / HOUR) * HOUR
  const first =
    sessions.length === 0 ? dayStartAt + 8 * HOUR : Math.min(...sessions.map(({ start }) => start))
  const last = sessions.length === 0 ? dayStartAt + 18 * HOUR : Math.max(...sessions.map(({ end }) => end))
  const start = Math.max(dayStartAt, down(first))
  const end = Math.min(dayEndAt, Math.max(down(last - 1) + HOUR, start + 6 * HOUR))
  return { start: Math.max(dayStartAt, Math.min(start, end - 6 * HOUR)), end }
}

/** Sessions that touch stand side by side; a lane is free again once its session has ended. */
export function placeSessions(sessions: readonly Session[]): PlacedSession[] {
  const placed: PlacedSession[] = []
  let group: PlacedSession[] = []
  let groupEnd = -Infinity
  const close = () => {
    const lanes = Math.max(0, ...group.map(({ lane }) => lane)) + 1
    for (const session of group) session.lanes = lanes
    group = []
  }
  for (const session of [...sessions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (session.start >= groupEnd) close()
    const taken = new Set(group.filter(({ end }) => end > session.start).map(({ lane }) => lane))
    let lane = 0
    while (taken.has(lane)) lane += 1
    const at = { ...session, lane, lanes: 1 }
    group.push(at)
    placed.push(at)
    groupEnd = Math.max(groupEnd, session.end)
  }
  close()
  return placed
}
