// When a reminder is due (J11): nothing runs in working hours, a timer runs unusually long, the day has gaps.
import type { Instant } from '../base/instant.ts'
import type { LocalDate } from '../base/localDate.ts'
import type { Id } from '../entities/entity.ts'

export type Span = { start: Instant; end: Instant }

export type ReminderFacts = {
  now: Instant
  date: LocalDate
  /** The clock on the wall where the person is: 'HH:MM'. */
  wallTime: string
  /** 0: a day off, a holiday, or nothing expected yet. */
  expectedMs: number
  attendedMs: number
  /** What was recorded of the day. */
  recorded: readonly Span[]
  /** Running or paused, with what each counts so far. */
  timers: readonly { id: Id; running: boolean; countedMs: number }[]
  /** The longest session that the rules allow; null: any. */
  maxSessionMs: number | null
}

export type Wanted = { nothingRuns: boolean; longTimer: boolean; gaps: boolean }

/** `key`: what is said once is not said again. */
export type Reminder = { key: string } & (
  { kind: 'nothingRuns' } | { kind: 'longTimer'; timerId: Id; ms: number } | { kind: 'gaps'; ms: number }
)

const MINUTE = 60_000
const WORK = { from: '09:00', to: '17:00' } as const
/** Longer than a lunch. */
const QUIET_MS = 60 * MINUTE
const LONG_MS = 10 * 60 * MINUTE
/** Shorter breaks between two entries are breaks. */
const GAP_MS = 75 * MINUTE

export function remindersDue(facts: ReminderFacts, wanted: Wanted, said: ReadonlySet<string>): Reminder[] {
  const due = [
    ...(wanted.nothingRuns ? nothingRuns(facts) : []),
    ...(wanted.longTimer ? longTimers(facts) : []),
    ...(wanted.gaps ? gaps(facts) : []),
  ]
  return due.filter(({ key }) => !said.has(key))
}

function nothingRuns(facts: ReminderFacts): Reminder[] {
  const { now, date, wallTime, expectedMs, attendedMs, recorded, timers } = facts
  if (timers.length > 0 || expectedMs === 0 || attendedMs >= expectedMs) return []
  if (wallTime < WORK.from || wallTime >= WORK.to) return []
  const last = Math.max(-Infinity, ...recorded.map(({ end }) => end))
  if (now - last < QUIET_MS) return []
  // Once after each piece of work, and once on a day without any.
  return [{ kind: 'nothingRuns', key: `nothingRuns ${date} ${last}` }]
}

function longTimers({ timers, maxSessionMs }: ReminderFacts): Reminder[] {
  const most = Math.min(LONG_MS, maxSessionMs ?? Infinity)
  return timers
    .filter(({ running, countedMs }) => running && countedMs >= most)
    .map(({ id, countedMs }) => ({ kind: 'longTimer', timerId: id, ms: countedMs, key: `longTimer ${id}` }))
}

function gaps({ date, wallTime, recorded, timers }: ReminderFacts): Reminder[] {
  // Asked about when the day is over, so that nobody is disturbed in it.
  if (wallTime < WORK.to || timers.length > 0) return []
  const ms = freeBetween(recorded)
  return ms === 0 ? [] : [{ kind: 'gaps', ms, key: `gaps ${date}` }]
}

/** Time between pieces of work that is too long for a break. */
function freeBetween(recorded: readonly Span[]): number {
  let free = 0
  let until = Infinity
  for (const { start, end } of recorded.toSorted((a, b) => a.start - b.start)) {
    if (start - until >= GAP_MS) free += start - until
    until = until === Infinity ? end : Math.max(until, end)
  }
  return free
}
