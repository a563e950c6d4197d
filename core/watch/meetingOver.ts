// One item of a meeting that is over, in the log of one of its people (E5): decided by whoever looks, and in a team by the server again.
// Nobody's device is asked twice, since the item has the same ids wherever it is made.
import { workDateOf } from '../../shared/base/dayRule.ts'
import type { Instant } from '../../shared/base/instant.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Meeting } from '../../shared/entities/meeting.ts'
import type { Change } from '../../shared/entities/registry.ts'
import { entriesOfItem, isItemOf } from '../../shared/rules/meetingLog.ts'
import type { LogFacts } from '../../shared/rules/meetingLog.ts'
import type { Occurrence } from '../../shared/rules/occurrences.ts'
import { recordChanges } from '../../shared/rules/recordSession.ts'
import type { RuleContext } from '../../shared/rules/rule.ts'
import { decided } from '../../shared/rules/rule.ts'
import type { Decision } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { wasRecorded } from '../facts/meetingLog.ts'
import { dayRule } from '../facts/reads.ts'

/** Looked for in the log and in the audit trail, so what somebody deleted or took back does not come again. */
export function isMissing(
  data: Data,
  meeting: Meeting,
  occurrence: Occurrence,
  userId: Id,
  facts: LogFacts,
): boolean {
  const { at, startAt } = occurrence
  if (facts.parts.some((entry) => entry.userId === userId && isItemOf(entry, meeting, occurrence)))
    return false
  return !wasRecorded(data, `${facts.idOf({ meetingId: meeting.id, at, userId, startAt })}-1`)
}

/** `id`: of the commit. */
export function recordOver(
  data: Data,
  meeting: Meeting,
  occurrence: Occurrence,
  userId: Id,
  facts: LogFacts,
  now: Instant,
  id: Id,
): Decision<null> {
  let used = 0
  const ctx: RuleContext = {
    actor: { userId: meeting.organiserId, role: 'administrator' },
    now,
    today: workDateOf(now, dayRule(data)),
    zone: meeting.zone,
    newId: () => `${id}-${++used}`,
  }
  const entries = entriesOfItem(meeting, occurrence, userId, facts, ctx)
  if (!entries.ok) return entries
  const changes: Change[] = recordChanges(entries.value)
  return decided(changes, null)
}
