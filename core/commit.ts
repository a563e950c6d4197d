// One commit: the rows of the changes, their audit trail and the outbox in one transaction, and what it did, for the event.
import { hash } from 'node:crypto'
import { workDateOf } from '../shared/base/dayRule.ts'
import type { Instant } from '../shared/base/instant.ts'
import type { AppError } from '../shared/contract/errors.ts'
import { appError } from '../shared/contract/errors.ts'
import type { Result } from '../shared/base/result.ts'
import { fail, ok } from '../shared/base/result.ts'
import type { Id } from '../shared/entities/entity.ts'
import { RateLevel } from '../shared/entities/rate.ts'
import type { Rate } from '../shared/entities/rate.ts'
import type { Change, EntityName, Remove } from '../shared/entities/registry.ts'
import { remove } from '../shared/entities/registry.ts'
import type { Effect } from '../shared/rules/guards.ts'
import { guardPeriod, guardTimers, TIMER_GUARDS } from '../shared/rules/guards.ts'
import { guardIntegrity, NOUNS, referenceTo } from '../shared/rules/integrity.ts'
import type { Data } from './db/data.ts'
import { integrityFacts } from './integrityFacts.ts'
import { updateNotes } from './db/notes.ts'
import { updateTotals } from './db/totals.ts'
import { dayRule, namedTimers, organisationOf, ratesOf } from './reads.ts'

export type CommitInfo = {
  id: Id
  at: Instant
  actorId: Id | null
  command: string
  /** Parsed arguments, as JSON. */
  args: unknown
  reason?: string | undefined
  undoes?: Id | undefined
  /** Typed notes come every two seconds: kept on disk, but only their end enters the trail, with the stop. */
  quiet?: boolean
}

/** What a timer refers to; nothing else is in its way. */
const GUARDED: ReadonlySet<EntityName> = new Set(TIMER_GUARDS.map(({ entity }) => entity))

/** Must run inside a transaction; on a refusal the caller rolls back. */
export function commitChanges(
  data: Data,
  changes: readonly Change[],
  info: CommitInfo,
): Result<{ entities: EntityName[] }, AppError> {
  if (changes.some((change) => bringsSecondVersion(data, change))) return fail(appError('request.conflict'))
  // SQLite compiles every prepared statement anew after a pragma like this one, which takes as long as all else of a start.
  if (changes.some((change) => mayBreakReference(data, change))) data.run('PRAGMA defer_foreign_keys = ON')
  const closedBefore = organisationOf(data)?.closedThrough ?? null
  const removed = changes.filter((change) => change.op === 'remove')
  const removals = [...removed, ...questionsOf(data, removed)]
  // An undo takes back what was done and no more: a rate that was set since is in its way.
  if (info.undoes === undefined) removals.push(...ratesWith(data, removed))
  const effects = changes.filter(({ op }) => op === 'put').map((change) => apply(data, change, info.id))
  // The timers as they will be, named while everything that gives them their names is still there.
  const remaining = changes.some(({ entity }) => GUARDED.has(entity))
    ? namedTimers(data).filter(({ timer }) => !removals.some(({ id }) => id === timer.id))
    : []
  // Removals come last, so that a thing may be let go by what refers to it within the same commit.
  effects.push(...removals.map((change) => apply(data, change, info.id)))
  const refusal =
    guardPeriod(effects, closedBefore) ??
    guardTimers(effects, remaining, (timer) => workDateOf(timer.startedAt, dayRule(data))) ??
    guardIntegrity(effects, integrityFacts(data))
  if (refusal !== null) return fail(refusal)
  updateTotals(data, effects)
  updateNotes(data, effects)
  if (info.quiet !== true) writeTrail(data, effects, info)
  return ok({ entities: [...new Set(effects.map(({ entity }) => entity))] })
}

/** Until all changes are in, something may refer to what is not there; at their end it must add up, or is refused with its reason. */
function mayBreakReference(data: Data, change: Change): boolean {
  if (change.op === 'remove') return NOUNS.some((noun) => noun === change.entity)
  return NOUNS.some((noun) => {
    const id = referenceTo(noun, change.value)
    return id !== null && data.find(noun, id) === null
  })
}

/** One contract or rate begins on a day; an undo could bring a second. Asked first, since the table would refuse it without a reason. */
function bringsSecondVersion(data: Data, change: Change): boolean {
  if (change.op !== 'put') return false
  const { entity, value } = change
  if (entity === 'employment')
    return data
      .where('employment', 'user_id = ? AND valid_from = ?', value.userId, value.validFrom)
      .some(({ id }) => id !== value.id)
  return entity === 'rate' && ratesOf(data, value).some((other) => isSecondVersion(value, other))
}

const isSecondVersion = (rate: Rate, other: Rate): boolean =>
  other.validFrom === rate.validFrom && other.id !== rate.id

/** A question about a gap goes with the timer that it is about, and so comes back with it by an undo. */
function questionsOf(data: Data, removals: readonly Remove[]): Remove[] {
  return removals
    .filter(({ entity }) => entity === 'timer')
    .flatMap(({ id }) => data.where('gap', 'timer_id = ?', id))
    .filter(({ id }) => !removals.some((removal) => removal.entity === 'gap' && removal.id === id))
    .map(({ id }) => remove('gap', id))
}

/** Likewise a rate with the user, customer or project that it is for. */
function ratesWith(data: Data, removals: readonly Remove[]): Remove[] {
  return removals.flatMap(({ entity, id }) => {
    const level = RateLevel.safeParse(entity)
    if (!level.success) return []
    return ratesOf(data, { level: level.data, subjectId: id }).map((rate) => remove('rate', rate.id))
  })
}

function apply(data: Data, change: Change, commitId: Id): Effect {
  if (change.op === 'remove') {
    const before = data.find(change.entity, change.id)
    data.remove(change.entity, change.id)
    return { entity: change.entity, before, after: null } as Effect
  }
  // What was made for this commit has its id, so nothing can have been there before.
  const before = change.value.id.startsWith(commitId) ? null : data.find(change.entity, change.value.id)
  data.put(change.entity, change.value)
  return { entity: change.entity, before, after: change.value } as Effect
}

function writeTrail(data: Data, effects: readonly Effect[], info: CommitInfo): void {
  const previous =
    data.get<{ hash: string }>('SELECT hash FROM commit_log ORDER BY seq DESC LIMIT 1')?.hash ?? ''
  const args = JSON.stringify(info.args)
  const { id, at, actorId, command, reason = null, undoes = null } = info
  let record = JSON.stringify([previous, id, at, actorId, command, args, reason, undoes])
  for (const { entity, before, after } of effects) {
    const row = [
      id,
      entity,
      before?.id ?? after?.id ?? '',
      before === null ? null : JSON.stringify(before),
      after === null ? null : JSON.stringify(after),
    ]
    record += JSON.stringify(row)
    data.run(
      'INSERT INTO audit (commit_id, entity, entity_id, "before", "after") VALUES (?, ?, ?, ?, ?)',
      ...row,
    )
  }
  data.run(
    'INSERT INTO commit_log (id, at, actor_id, command, args, reason, undoes, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    at,
    actorId,
    command,
    args,
    reason,
    undoes,
    hash('sha256', record),
  )
  if (info.undoes !== undefined)
    data.run('UPDATE commit_log SET undone_by = ? WHERE id = ?', info.id, info.undoes)
}
