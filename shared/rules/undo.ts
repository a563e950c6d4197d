// What may be undone, and into what: within 30 days, in an open period, and only while the things are as the change left them (F4, G11).
import { isSame } from '../base/same.ts'
import { DAY_MS } from '../base/duration.ts'
import type { Id } from '../entities/entity.ts'
import type { Change, EntityName } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import { factsOf, ownerIn } from '../entities/relations.ts'
import type { TimeEntry } from '../entities/timeEntry.ts'
import type { Access } from '../contract/access.ts'
import { datesOf } from './guards.ts'
import { overlapping } from './recordSession.ts'
import type { Setting } from './permission.ts'
import { isPermitted } from './permission.ts'
import type { Actor, Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'

export const UNDO_LIFETIME_MS = 30 * DAY_MS

/** Some commits begin or end something that cannot be taken back. */
const FINAL = new Set([
  'organisation.setUp',
  'sample.load',
  'everything.load',
  'team.join',
  'team.found',
  'session.setPin',
  'session.removePin',
  // A number is given once: what was issued is voided.
  'invoice.issue',
  'invoice.void',
])

export const isUndoable = (commit: { at: number; command: string; undone: boolean }, now: number): boolean =>
  !commit.undone && !FINAL.has(commit.command) && now - commit.at <= UNDO_LIFETIME_MS

export type Recorded = {
  entity: EntityName
  id: Id
  before: object | null
  after: object | null
  current: object | null
}

export type UndoFacts = {
  at: number
  /** May the actor do by hand what the undo does (K2)? */
  permitted: boolean
  command: string
  undone: boolean
  /** What the commit changed, the last change first. */
  changes: readonly Recorded[]
  closedThrough: string | null
  /** Entries whose time an entry that comes back may not touch. */
  inTheWay(entry: TimeEntry): readonly TimeEntry[]
  /** What the change refers to, and whether it exists now. */
  refersTo(change: Change): readonly { id: Id; exists: boolean }[]
}

export function undo(facts: UndoFacts, ctx: RuleContext): Decision<null> {
  if (!facts.permitted) return refused('request.notPermitted', { values: { name: facts.command } })
  if (facts.undone || FINAL.has(facts.command)) return refused('undo.nothing')
  if (ctx.now - facts.at > UNDO_LIFETIME_MS) return refused('undo.tooOld')
  const closed = facts.closedThrough
  if (closed !== null && facts.changes.some((change) => touchesDay(change, closed)))
    return refused('undo.periodClosed', { values: { through: closed } })
  const changes: Change[] = []
  const returning = new Set(facts.changes.filter(({ before }) => before !== null).map(({ id }) => id))
  for (const { entity, id, before, after, current } of facts.changes) {
    if (!isSame(ignoringTyped(entity, current), ignoringTyped(entity, after)))
      return refused('undo.changedSince', { ids: [id] })
    const change =
      before === null
        ? remove(entity, id)
        : put(entity, keepingTyped(entity, { before, after, current }) as never)
    if (!facts.refersTo(change).every((other) => other.exists || returning.has(other.id)))
      return refused('undo.changedSince', { ids: [id] })
    changes.push(change)
  }
  const touched = changes.flatMap((change) => inTheWayOf(change, facts))
  if (touched.length > 0) return refused('entry.overlaps', { ids: touched.map(({ id }) => id) })
  return changes.length === 0 ? refused('undo.nothing') : decided(changes, null)
}

/**
 * An undo takes the permission that the act itself takes, now (K2): `access` is the act's. Whoever may do it to their own takes
 * back only what is theirs.
 */
export function isTakenBackBy(
  actor: Actor,
  access: Access,
  changes: readonly Recorded[],
  setting: Setting,
): boolean {
  return changes.every(({ entity, before, after }) =>
    [before, after].every(
      (value) => value === null || isPermitted(actor, access, ownerIn(entity, value), setting),
    ),
  )
}

function inTheWayOf(change: Change, facts: UndoFacts): readonly TimeEntry[] {
  if (change.op !== 'put' || change.entity !== 'timeEntry') return []
  const entry = change.value
  // What moves within the same undo is judged where it goes to.
  const moving = new Set(facts.changes.map(({ id }) => id))
  return facts.inTheWay(entry).filter((other) => !moving.has(other.id) && overlapping(entry.segments, other))
}

const touchesDay = ({ entity, before, after }: Recorded, closedThrough: string): boolean => {
  const dated = factsOf(entity).dated
  // What counts by a change of its day is judged with the changes (guards.ts).
  if (dated === undefined || dated.onChange) return false
  return datesOf({ entity, before, after }).some((day) => day <= closedThrough)
}

/** What is kept as typed without entering the trail may have moved on. */
function ignoringTyped(entity: EntityName, value: object | null): object | null {
  const { typed } = factsOf(entity)
  return typed === undefined || value === null ? value : { ...value, [typed]: '' }
}

/** What was typed since stays: it belongs to the person and not to the change that is taken back (A7). */
function keepingTyped(
  entity: EntityName,
  { before, after, current }: { before: object; after: object | null; current: object | null },
): object {
  const { typed } = factsOf(entity)
  if (typed === undefined || current === null) return before
  const textOf = (value: object | null): unknown => (value as Record<string, unknown> | null)?.[typed]
  return textOf(current) === textOf(after) ? before : { ...before, [typed]: textOf(current) }
}
