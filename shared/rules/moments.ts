// Which moments may be given for a timer by hand (K4): none in time that is already counted, none before it, none ahead.
import { workDateOf } from '../base/dayRule.ts'
import { DAY_MS } from '../base/duration.ts'
import type { Instant } from '../base/instant.ts'
import type { Organisation } from '../entities/organisation.ts'
import type { TimeEntry } from '../entities/timeEntry.ts'
import type { Timer } from '../entities/timer.ts'
import { dayRuleOf, overlapping } from './recordSession.ts'
import type { RuleContext } from './rule.ts'
import { refused } from './rule.ts'

/** How far a given moment may lie ahead of the application's clock before it counts as the future. */
export const CLOCK_TOLERANCE_MS = 2_000

type Refused = ReturnType<typeof refused>

export type StartFacts = {
  organisation: Organisation
  /** The user's entries since the start. */
  neighbours: readonly TimeEntry[]
}

/** May a session begin then? `was`: its start so far; what that already is, it may stay. */
export function startRefusal(
  at: Instant,
  was: Instant | null,
  { organisation, neighbours }: StartFacts,
  ctx: RuleContext,
): Refused | null {
  if (at === was) return null
  if (at > ctx.now + CLOCK_TOLERANCE_MS) return refused('timer.startInFuture')
  const closed = organisation.closedThrough
  if (closed !== null && workDateOf(at, dayRuleOf(organisation)) <= closed)
    return refused('record.priorPeriod', { values: { through: closed } })
  // Nobody works on for longer than a day; who forgot to write it down has each day's times to tell.
  if (ctx.now - at > DAY_MS && (was === null || at < was)) return refused('timer.startTooLongAgo')
  if (organisation.overlaps !== 'refuse') return null
  const inTheWay = neighbours.filter((entry) => overlapping([{ start: at, end: was ?? ctx.now }], entry))
  return inTheWay.length === 0 ? null : refused('entry.overlaps', { ids: inTheWay.map(({ id }) => id) })
}

/** May a timer be paused, resumed or stopped then? */
export function momentRefusal(timer: Timer, at: Instant, ctx: RuleContext): Refused | null {
  if (at > ctx.now + CLOCK_TOLERANCE_MS) return refused('timer.inFuture')
  // Found by the clock, not given by hand: a clock that was set back (G3).
  if (at === ctx.now) return null
  const last = timer.segments.at(-1)
  if (last === undefined || at >= (last.end ?? last.start)) return null
  return refused('timer.atBeforeSegment')
}
