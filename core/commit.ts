// One commit: the rows of the changes, their audit trail and the outbox in one transaction, and what it did, for the event.
import { createHash, hash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { workDateOf } from '../shared/base/dayRule.ts'
import type { Instant } from '../shared/base/instant.ts'
import type { LocalDate } from '../shared/base/localDate.ts'
import type { AppError } from '../shared/contract/errors.ts'
import { appError } from '../shared/contract/errors.ts'
import type { Result } from '../shared/base/result.ts'
import { fail, ok } from '../shared/base/result.ts'
import type { Id } from '../shared/entities/entity.ts'
import type { Change, Effect, EntityName } from '../shared/entities/registry.ts'
import { guardPeriod, guardTimers, TIMER_GUARDS } from '../shared/rules/guards.ts'
import { guardApprovals, outdatedApprovals } from '../shared/rules/approval.ts'
import { assignmentFor } from '../shared/rules/assignment.ts'
import { guardDays } from '../shared/rules/dayLength.ts'
import { guardIntegrity } from '../shared/rules/integrity.ts'
import { keptSettings } from '../shared/rules/pastSetting.ts'
import type { WritableData } from './db/data.ts'
import { lockFacts } from './facts/approvals.ts'
import { dayFacts } from './facts/dayFacts.ts'
import { guardInvoices } from '../shared/rules/invoiceGuards.ts'
import { invoiceFacts } from './facts/invoices.ts'
import { integrityFacts } from './facts/integrityFacts.ts'
import { bringsSecondVersion, goingWith, mayBreakReference } from './facts/relations.ts'
import { updateCounters } from './derived/counters.ts'
import { updateNotes } from './derived/notes.ts'
import { updateTotals } from './derived/totals.ts'
import { dayRule, namedTimers, organisationOf } from './facts/reads.ts'

export type CommitInfo = {
  id: Id
  at: Instant
  actorId: Id | null
  command: string
  /** Parsed arguments, as JSON. */
  args: unknown
  reason?: string | undefined
  undoes?: Id | undefined
  /** See `clock_off` of the trail. */
  clockOff?: number | undefined
  /** A period is closed though timers began in it: they go on, and what they count in it becomes exceptions (G8). */
  overTimers?: boolean
  /** Typed notes come every two seconds: kept on disk, but only their end enters the trail, with the stop. */
  quiet?: boolean
  /** The ids that this commit handed out: nothing can have them yet, so nobody looks. Without it everything is looked up. */
  fresh?: ReadonlySet<Id>
}

/** What a timer uses; nothing else is in its way. */
const GUARDED: ReadonlySet<EntityName> = new Set(TIMER_GUARDS.map(({ entity }) => entity))

/** What it did to which things, also where it is quiet. */
export type Committed = { entities: EntityName[]; effects: readonly Effect[] }

const NOBODY: ReadonlySet<Id> = new Set()

/** Must run inside a transaction; on a refusal the caller rolls back. */
export function commitChanges(
  data: WritableData,
  changes: readonly Change[],
  info: CommitInfo,
): Result<Committed, AppError> {
  const made = makeChanges(data, changes, info)
  if (!made.ok) return made
  const effects = made.value
  updateNotes(data, effects)
  if (info.quiet !== true) writeTrail(data, effects, info)
  return ok({ entities: [...new Set(effects.map(({ entity }) => entity))], effects })
}

/** Rows and totals, judged by every guard; the trail and the search in notes are the caller's. */
export function makeChanges(
  data: WritableData,
  changes: readonly Change[],
  info: Pick<CommitInfo, 'id'> & Partial<CommitInfo>,
): Result<Effect[], AppError> {
  if (changes.some((change) => bringsSecondVersion(data, change))) return fail(appError('request.conflict'))
  // SQLite compiles every prepared statement anew after a pragma like this one, which takes as long as all else of a start.
  if (changes.some((change) => mayBreakReference(data, change))) data.run('PRAGMA defer_foreign_keys = ON')
  const closedBefore = organisationOf(data)?.closedThrough ?? null
  // As the timers would have taken them until now.
  const assigned = changes.some(({ entity }) => GUARDED.has(entity)) ? [...data.list('assignment')] : []
  const removed = changes.filter((change) => change.op === 'remove')
  // An undo takes back what was done and no more: a rate that was set since is in its way.
  const removals = [...removed, ...goingWith(data, removed, info.undoes === undefined)]
  const made = new Set<Id>()
  const effects = changes
    .filter(({ op }) => op === 'put')
    .map((change) => apply(data, change, info.fresh, made))
  // The timers as they will be, named while everything that gives them their names is still there.
  const remaining = changes.some(({ entity }) => GUARDED.has(entity))
    ? namedTimers(data).filter(({ timer }) => !removals.some(({ id }) => id === timer.id))
    : []
  // Removals come last, so that a thing may be let go by what refers to it within the same commit.
  effects.push(...removals.map((change) => apply(data, change)))
  const refusal =
    guardPeriod(effects, closedBefore) ??
    guardTimers(
      effects,
      remaining,
      (timer) => workDateOf(timer.startedAt, dayRule(data)),
      (timer) => assignmentFor(assigned, timer),
    ) ??
    guardInvoices(effects, invoiceFacts(data)) ??
    guardApprovals(effects, lockFacts(data)) ??
    guardIntegrity(effects, integrityFacts(data, { overTimers: info.overTimers === true }))
  if (refusal !== null) return fail(refusal)
  effects.push(
    ...outdatedApprovals(effects, lockFacts(data)).map(({ id }) =>
      apply(data, { op: 'remove', entity: 'approval', id }),
    ),
  )
  effects.push(...keepSettings(data, effects, closedBefore, info.id))
  const days = updateTotals(data, effects)
  updateCounters(data, effects)
  const overfull = guardDays(effects, dayFacts(data, days))
  return overfull === null ? ok(effects) : fail(overfull)
}

/** What figures of closed days go on by is kept with the change that would have changed them (K1). */
function keepSettings(
  data: WritableData,
  effects: readonly Effect[],
  closedBefore: LocalDate | null,
  commitId: Id,
): Effect[] {
  const closedThrough = organisationOf(data)?.closedThrough ?? null
  if (closedBefore === null) return []
  let made = 0
  const changes = keptSettings(effects, {
    closedBefore,
    closedThrough,
    employments: (userId) => data.where('employment', 'user_id = ?', userId),
    user: (userId) => data.find('user', userId),
    past: () => data.list('pastSetting'),
    newId: () => `${commitId}-kept${++made}`,
  })
  return changes.map((change) => apply(data, change))
}

/** `made`: the fresh ones that this commit has put already. */
function apply(
  data: WritableData,
  change: Change,
  fresh: ReadonlySet<Id> = NOBODY,
  made = new Set<Id>(),
): Effect {
  if (change.op === 'remove') {
    const before = data.find(change.entity, change.id)
    data.remove(change.entity, change.id)
    return { entity: change.entity, before, after: null } as Effect
  }
  const { id } = change.value
  const isFresh = fresh.has(id)
  const before = isFresh ? null : data.find(change.entity, id)
  if (isFresh && !made.has(id)) data.insert(change.entity, change.value)
  else if (before === null) data.put(change.entity, change.value)
  else data.update(change.entity, before, change.value)
  made.add(id)
  return { entity: change.entity, before, after: change.value } as Effect
}

/** Without effects only for what is loaded at once (verify/loaded.ts). */
export function writeTrail(data: WritableData, effects: readonly Effect[], info: CommitInfo): void {
  const trail = beginTrail(data, info)
  trail.add(effects)
  trail.end()
}

type TrailRecord = {
  id: Id
  at: Instant
  actorId: Id | null
  command: string
  args: string
  reason: string | null
  undoes: Id | null
  clockOff: number | null
}

/** What a commit's hash is over, before its changes. What was never said is not part of it, so older trails still hold. */
export const trailRecord = (
  previous: string,
  { id, at, actorId, command, args, reason, undoes, clockOff }: TrailRecord,
): unknown[] => [
  previous,
  id,
  at,
  actorId,
  command,
  args,
  reason,
  undoes,
  ...(clockOff === null ? [] : [clockOff]),
]

/** A thing as JSON. */
export type TextOf = (thing: object) => string

export type Trail = {
  /** `textOf`: where that was made already. */
  add(effects: readonly Effect[], textOf?: TextOf): void
  end(): void
}

/** A commit whose effects come in parts, as they are too many for the memory; it is in the trail once it has ended. */
export function beginTrail(data: WritableData, info: CommitInfo): Trail {
  const previous =
    data.get<{ hash: string }>('SELECT hash FROM commit_log ORDER BY seq DESC LIMIT 1')?.hash ?? ''
  const args = JSON.stringify(info.args)
  const { id, at, actorId, command, reason = null, undoes = null, clockOff = null } = info
  const record = hashInParts()
  record.add(
    JSON.stringify(trailRecord(previous, { id, at, actorId, command, args, reason, undoes, clockOff })),
  )
  return {
    add(effects, textOf = JSON.stringify) {
      for (const { entity, before, after } of effects) {
        const row = [
          id,
          entity,
          before?.id ?? after?.id ?? '',
          before === null ? null : textOf(before),
          after === null ? null : textOf(after),
        ]
        record.add(JSON.stringify(row))
        data.run(
          'INSERT INTO audit (commit_id, entity, entity_id, "before", "after") VALUES (?, ?, ?, ?, ?)',
          ...row,
        )
      }
    },
    end() {
      data.run(
        'INSERT INTO commit_log (id, at, actor_id, command, args, reason, undoes, clock_off, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        id,
        at,
        actorId,
        command,
        args,
        reason,
        undoes,
        clockOff,
        record.end(),
      )
      if (info.undoes !== undefined)
        data.run('UPDATE commit_log SET undone_by = ? WHERE id = ?', info.id, info.undoes)
    },
  }
}

/** So many characters are hashed at once, which takes a tenth of what it takes in parts: nearly every commit is shorter. */
const AT_ONCE = 65_536

/** SHA-256, in hexadecimal, of text that comes in parts. */
function hashInParts(): { add(text: string): void; end(): string } {
  let held = ''
  let parts: Hash | null = null
  return {
    add(text) {
      held += text
      if (held.length <= AT_ONCE) return
      parts ??= createHash('sha256')
      parts.update(held)
      held = ''
    },
    end: () => (parts === null ? hash('sha256', held) : parts.update(held).digest('hex')),
  }
}
