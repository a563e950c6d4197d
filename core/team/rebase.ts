// Others were earlier: what this device has not had confirmed is undone, what came is written, and the rest is decided again upon it, with
// its own moment and ids. All of it in the caller's transaction, so a screen sees before or after, and a crash leaves before; step by step, so
// that the caller may let others have their turn (taking.ts).
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Effect, EntityName } from '../../shared/entities/registry.ts'
import { isSame } from '../../shared/base/same.ts'
import { inverse, meansTheSame } from '../../shared/team/meaning.ts'
import type { Scope } from '../../shared/team/sight.ts'
import { shownOf } from '../../shared/team/sight.ts'
import { writeTrail } from '../commit.ts'
import type { WritableData } from '../db/data.ts'
import { actorOf } from '../decide.ts'
import type { Counters } from '../derived/counters.ts'
import { setCounters } from '../derived/counters.ts'
import { leaveToOthers } from '../watch/watched.ts'
import { decideAct } from './act.ts'
import { addAttention } from './attention.ts'
import { applyCommit, writeEffects } from './applyCommit.ts'
import type { Header } from './chain.ts'
import { takeOffDone } from './dealing.ts'
import { gaveWay } from './earlierStop.ts'
import type { Pending } from './outbox.ts'
import { confirmAct, dropActs, NO_COMMIT, pendingActs, sentActOf, setEffects } from './outbox.ts'

export type Incoming = { seq: number; header: Header; effects: readonly Effect[] }

export type Came = {
  commits: readonly Incoming[]
  /** The server's word on acts of this device that are no commit. `null`: it changed nothing. */
  answered: ReadonlyMap<Id, AppError | null>
  /** As the server has them; null: it said nothing of them. */
  counters: Counters | null
  scope: Scope
  now: number
}

/** What changed here for whoever looks, and how many came to what needs attention, or went from it. */
export type Taken = { entities: Set<EntityName>; attention: number }

/** So many of what waits are read in one step. */
const AT_A_TIME = 100

type Going<T> = Generator<void, T, void>

export function* takeIn(data: WritableData, came: Came): Going<Taken> {
  const taken: Taken = { entities: new Set(), attention: 0 }
  const pending = yield* allPending(data)
  const own = ownAsMeant(pending, came)
  if (own !== null) {
    for (const one of own) {
      confirmAct(data, one, came.now)
      yield
    }
    return taken
  }
  const note = (effects: readonly Effect[]): void =>
    effects.forEach(({ entity }) => taken.entities.add(entity))
  const locals = yield* undoPending(data, pending, note)
  const mine = new Map(pending.map((act) => [act.id, act]))
  const others: Id[] = []
  for (const { seq, header, effects } of came.commits) {
    yield
    applyCommit(data, header, effects)
    note(effects)
    const act = mine.get(header.id)
    if (act === undefined) {
      leaveToOthers(data, effects)
      others.push(header.id)
      const later = gaveWay(header)
      const overtaken = later === null ? null : sentActOf(data, later)
      if (overtaken !== null) {
        const refusal = appError('timer.earlierStop')
        addAttention(data, { act: overtaken, held: null, refusal, noticedAt: came.now })
        taken.attention += 1
      }
      continue
    }
    mine.delete(header.id)
    confirmAct(data, { act, seq }, came.now)
    const meant = shownOf(came.scope, act.meant)
    if (meansTheSame(meant, effects)) continue
    addAttention(data, { act, held: effects, refusal: null, noticedAt: came.now })
    taken.attention += 1
  }
  taken.attention += takeOffDone(data, others)
  if (came.counters !== null) setCounters(data, came.counters)
  for (const local of locals) {
    yield
    rewrite(data, local)
  }
  for (const act of mine.values()) {
    yield
    const answer = came.answered.get(act.id)
    if (answer === undefined) note(runAgain(data, act, came.scope))
    else {
      // Where it changed nothing, what was meant is so already.
      if (answer === null) {
        confirmAct(data, { act, seq: NO_COMMIT }, came.now)
        continue
      }
      dropActs(data, [act])
      addAttention(data, { act, held: null, refusal: answer, noticedAt: came.now })
      taken.attention += 1
    }
  }
  return taken
}

function* allPending(data: WritableData): Going<Pending[]> {
  const pending: Pending[] = []
  for (let some = pendingActs(data, 0, AT_A_TIME); some.length > 0;) {
    pending.push(...some)
    yield
    some = pendingActs(data, some.at(-1)?.n, AT_A_TIME)
  }
  return pending
}

/** The usual case: what came is what was sent, as it was sent. Then nothing has to be done again. */
function ownAsMeant(
  pending: readonly Pending[],
  { commits, answered, scope }: Came,
): { act: Pending; seq: number }[] | null {
  if (answered.size > 0) return null
  const own: { act: Pending; seq: number }[] = []
  for (const [index, { seq, header, effects }] of commits.entries()) {
    const act = pending[index]
    // What the server noted with it comes into the trail with it.
    if (header.clockOff !== undefined) return null
    if (act?.id !== header.id || !isSame(act.effects, effects)) return null
    if (!meansTheSame(shownOf(scope, act.meant), effects)) return null
    own.push({ act, seq })
  }
  return own
}

type TrailRow = {
  seq: number
  id: Id
  at: number
  actor_id: Id | null
  command: string
  args: string
  reason: string | null
  undoes: Id | null
}
type AuditRow = { entity: string; before: string | null; after: string | null }
type Local = TrailRow & { effects: Effect[] }

/** Newest first. What this device noted for itself meanwhile stands between them in the trail, and is handed back to be written again. */
function* undoPending(
  data: WritableData,
  pending: readonly Pending[],
  note: (effects: readonly Effect[]) => void,
): Going<Local[]> {
  for (const { id, effects } of pending.toReversed()) {
    yield
    writeEffects(data, inverse(effects))
    note(effects)
    data.run('UPDATE commit_log SET undone_by = NULL WHERE undone_by = ?', id)
  }
  const ids = new Set(pending.map(({ id }) => id))
  const first = pending
    .map(({ id }) => data.get<{ seq: number }>('SELECT seq FROM commit_log WHERE id = ?', id)?.seq)
    .find((seq) => seq !== undefined)
  if (first === undefined) return []
  const tail = data.all<TrailRow>(
    'SELECT seq, id, at, actor_id, command, args, reason, undoes FROM commit_log WHERE seq >= ? ORDER BY seq',
    first,
  )
  const locals = tail
    .filter(({ id }) => !ids.has(id))
    .map((row): Local => ({ ...row, effects: effectsOf(data, row.id) }))
  for (const { id, seq } of tail) {
    yield
    data.run('DELETE FROM audit WHERE commit_id = ?', id)
    data.run('DELETE FROM commit_log WHERE seq = ?', seq)
  }
  // A chain does not know its end; SQLite counts what was ever appended, and verify holds them against each other.
  for (const table of ['commit_log', 'audit'])
    data.run(
      `UPDATE sqlite_sequence SET seq = (SELECT coalesce(max(seq), 0) FROM ${table}) WHERE name = '${table}'`,
    )
  return locals
}

const effectsOf = (data: WritableData, commitId: Id): Effect[] =>
  data
    .all<AuditRow>('SELECT entity, "before", "after" FROM audit WHERE commit_id = +? ORDER BY seq', commitId)
    .map(
      ({ entity, before, after }) =>
        ({
          entity,
          before: before === null ? null : (JSON.parse(before) as object),
          after: after === null ? null : (JSON.parse(after) as object),
        }) as Effect,
    )

/** It changed nothing; of the thing that it was about it tells what that is by now. */
const rewrite = (data: WritableData, local: Local): void =>
  writeTrail(
    data,
    local.effects.flatMap((effect) => asItIs(data, effect)),
    {
      id: local.id,
      at: local.at,
      actorId: local.actor_id,
      command: local.command,
      args: JSON.parse(local.args) as unknown,
      reason: local.reason ?? undefined,
      undoes: local.undoes ?? undefined,
    },
  )

function asItIs(data: WritableData, effect: Effect): Effect[] {
  const value = data.find(effect.entity, (effect.after ?? effect.before)?.id ?? '')
  return value === null ? [] : [{ entity: effect.entity, before: value, after: value } as Effect]
}

/** A forecast: where it is refused now, it does nothing here until the server has said so too. */
function runAgain(data: WritableData, act: Pending, scope: Scope): readonly Effect[] {
  data.run('SAVEPOINT again')
  const decided = decideAct(data, act, actorOf(data, scope.userId))
  if (!decided.ok || decided.value.committed === null) {
    data.run('ROLLBACK TO again')
    data.run('RELEASE again')
    data.forget()
    setEffects(data, act.n, [])
    return []
  }
  data.run('RELEASE again')
  const { effects } = decided.value.committed
  if (!isSame(effects, act.effects)) setEffects(data, act.n, effects)
  return effects
}
