// What may be undone, and into what: within 30 days, in an open period, and only while the things are as the change left them (F4, G11).
import { DAY_MS } from '../base/duration.ts'
import type { Id } from '../entities/entity.ts'
import type { Change, EntityName } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'

export const UNDO_LIFETIME_MS = 30 * DAY_MS

/** Some commits begin or end something that cannot be taken back. */
const FINAL = new Set(['organisation.setUp'])

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
  command: string
  undone: boolean
  /** What the commit changed, the last change first. */
  changes: readonly Recorded[]
  closedThrough: string | null
  /** Does what the change refers to still exist? */
  exists(change: Change): boolean
}

export function undo(facts: UndoFacts, ctx: RuleContext): Decision<null> {
  if (facts.undone || FINAL.has(facts.command)) return refused('undo.nothing')
  if (ctx.now - facts.at > UNDO_LIFETIME_MS) return refused('undo.tooOld')
  const closed = facts.closedThrough
  if (closed !== null && facts.changes.some((change) => touchesDay(change, closed)))
    return refused('undo.periodClosed', { values: { through: closed } })
  const changes: Change[] = []
  for (const { entity, id, before, after, current } of facts.changes) {
    // A timer's note is kept as typed without entering the trail, so it may have moved on.
    if (!same(ignoringNote(entity, current), ignoringNote(entity, after)))
      return refused('undo.changedSince', { ids: [id] })
    const change = before === null ? remove(entity, id) : put(entity, before as never)
    if (!facts.exists(change)) return refused('undo.changedSince', { ids: [id] })
    changes.push(change)
  }
  return changes.length === 0 ? refused('undo.nothing') : decided(changes, null)
}

const touchesDay = ({ entity, before, after }: Recorded, closedThrough: string): boolean =>
  entity === 'timeEntry' &&
  [before, after].some(
    (value) =>
      value !== null &&
      'workDate' in value &&
      typeof value.workDate === 'string' &&
      value.workDate <= closedThrough,
  )

const ignoringNote = (entity: EntityName, value: object | null): object | null =>
  entity === 'timer' && value !== null ? { ...value, note: '' } : value

/** Equal as stored; the order of keys does not matter. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const left = Object.entries(a)
  return (
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => same(value, (b as Record<string, unknown>)[key]))
  )
}
