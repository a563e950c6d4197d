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
  /** What the change refers to, and whether it exists now. */
  refersTo(change: Change): readonly { id: Id; exists: boolean }[]
}

export function undo(facts: UndoFacts, ctx: RuleContext): Decision<null> {
  if (facts.undone || FINAL.has(facts.command)) return refused('undo.nothing')
  if (ctx.now - facts.at > UNDO_LIFETIME_MS) return refused('undo.tooOld')
  const closed = facts.closedThrough
  if (closed !== null && facts.changes.some((change) => touchesDay(change, closed)))
    return refused('undo.periodClosed', { values: { through: closed } })
  const changes: Change[] = []
  const returning = new Set(facts.changes.filter(({ before }) => before !== null).map(({ id }) => id))
  for (const { entity, id, before, after, current } of facts.changes) {
    // A timer's note is kept as typed without entering the trail, so it may have moved on.
    if (!same(ignoringNote(entity, current), ignoringNote(entity, after)))
      return refused('undo.changedSince', { ids: [id] })
    const change =
      before === null
        ? remove(entity, id)
        : put(entity, keepingNote(entity, { before, after, current }) as never)
    if (!facts.refersTo(change).every((other) => other.exists || returning.has(other.id)))
      return refused('undo.changedSince', { ids: [id] })
    changes.push(change)
  }
  return changes.length === 0 ? refused('undo.nothing') : decided(changes, null)
}

/** The day from which on a thing counts. */
const DAY_FIELDS: Partial<Record<EntityName, string>> = {
  timeEntry: 'workDate',
  employment: 'validFrom',
  rate: 'validFrom',
}

const touchesDay = ({ entity, before, after }: Recorded, closedThrough: string): boolean => {
  const field = DAY_FIELDS[entity]
  return [before, after].some((value) => {
    const day = field === undefined ? null : (value as Record<string, unknown> | null)?.[field]
    return typeof day === 'string' && day <= closedThrough
  })
}

const ignoringNote = (entity: EntityName, value: object | null): object | null =>
  entity === 'timer' && value !== null ? { ...value, note: '' } : value

/** What was typed since stays: it belongs to the person and not to the change that is taken back (A7). */
function keepingNote(
  entity: EntityName,
  { before, after, current }: { before: object; after: object | null; current: object | null },
): object {
  if (entity !== 'timer' || current === null || !('note' in current)) return before
  const left = after !== null && 'note' in after ? after.note : null
  return current.note === left ? before : { ...before, note: current.note }
}

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
