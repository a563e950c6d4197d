// The acts of a push, one after the other: what becomes of each, and what is to be written for them. It goes in steps, between which others of
// this process have their turns; the organisation's lock keeps everybody from what is decided here until it is.
import { hash as digest } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { Done } from './pushDecide.ts'
import { decideOne } from './pushDecide.ts'
import type { Made, Past, Receipt, Written } from './pushRecord.ts'
import { Refused } from './refused.ts'
import type { Reached, Replica } from './replica.ts'
import { drawSalt } from './secrets.ts'
import type { Session } from './sessions.ts'
import type { Outcome, SentAct } from '../shared/team/protocol.ts'
import { clockOff } from '../shared/team/clocks.ts'
import { broughtUp } from '../shared/team/versions.ts'
import { headerOf } from '../core/team/act.ts'
import { leafHash, leavesOf, linkHash, rootOf } from '../core/team/chain.ts'
import { isNotice } from '../core/team/notices.ts'
import { withoutNotes } from '../core/derived/notes.ts'
import type { Effect } from '../shared/entities/registry.ts'

/** So long a step blocks its process. */
const STEP_MS = 25
/** So long it holds the organisation's lock, about; the device sends the rest again. */
const LOCK_MS = 250
/** So often an act may fail inside before it is put aside, so that those behind it are not held up for ever. */
const MOST_FAILURES = 3

export const hashOfAct = ({ n, id, at, zone, command, args }: SentAct): string =>
  digest('sha256', JSON.stringify([n, id, at, zone, command, args]), 'base64url')

export type Round = {
  replica: Replica
  newId(): string
  failures: ReadonlyMap<string, number>
  session: Session
  acts: readonly SentAct[]
  now: number
  sentAt?: number | undefined
  renews?: boolean | undefined
}

export type Decided = {
  outcomes: Outcome[]
  values: Map<string, unknown>
  receipts: (Receipt & { n: number })[]
  quarantined: { act: SentAct; hash: string; reason: string }[]
  commits: Made[]
  /** What they did, in order; the search in notes is to be brought on by it. */
  effects: Effect[]
  /** By their noun and id. */
  rows: Map<string, Written>
  version: number
  hash: string
}

export type Deciding = {
  decided: Decided
  /** Decides some more of them. */
  step(): void
  /** All are, or as many as the lock may be held for; the device sends the rest again. */
  isDone(): boolean
}

/** In a transaction of the copy, which it begins and leaves open. `from`: where the organisation is; `past`: what it knows of these acts. */
export function beginRound(
  round: Round,
  from: Pick<Reached, 'version' | 'hash'>,
  past: Pick<Past, 'known' | 'used'>,
  cautious: boolean,
): Deciding {
  const { replica, newId, failures, session, acts, now, sentAt, renews } = round
  const { data } = replica
  const known = new Map(past.known.map((receipt) => [receipt.command_id, receipt]))
  const taken = new Set(past.used)
  const decided: Decided = {
    outcomes: [],
    values: new Map(),
    receipts: [],
    quarantined: [],
    commits: [],
    effects: [],
    rows: new Map(),
    version: from.version,
    hash: from.hash,
  }

  const putAside = (act: SentAct, hash: string, reason: string): Outcome => {
    decided.quarantined.push({ act, hash, reason })
    return { kind: 'quarantined', id: act.id }
  }

  const enter = ({ act, effects }: Done, actor: string | null, off: number | null): void => {
    const seq = decided.version + 1
    const leaves = leavesOf(headerOf(act, actor, off), effects, drawSalt)
    const root = rootOf(leaves.map(leafHash))
    const hash = linkHash(decided.hash, seq, root)
    decided.commits.push({ seq, id: act.id, leaves: JSON.stringify(leaves), root, hash })
    decided.version = seq
    decided.hash = hash
    decided.effects.push(...effects)
    for (const { entity, before, after } of effects) {
      const value = after ?? before
      // The last change of a thing is what it is.
      if (value !== null)
        decided.rows.set(`${entity} ${value.id}`, {
          entity,
          id: value.id,
          value,
          seq,
          removed: after === null,
        })
    }
  }

  /** What was asked is kept as it was asked; it is decided as this version says it. */
  const decide = (act: SentAct): Outcome => {
    const said = broughtUp(act)
    const off = clockOff(act.at, now, sentAt)
    const one = decideOne(replica, session, said, { now, off, newId, cautious })
    if (!one.ok) return { kind: 'refused', id: act.id, error: one.error }
    decided.values.set(act.id, one.value)
    if (one.effects.length === 0) return { kind: 'done', id: act.id, seq: null }
    const actor = isNotice(said.command) ? null : session.userId
    for (const done of [...one.before, { act: said, effects: one.effects }]) enter(done, actor, off)
    return { kind: 'done', id: act.id, seq: decided.version }
  }

  const take = (act: SentAct): Outcome => {
    const hash = hashOfAct(act)
    const earlier = known.get(act.id)
    if (earlier !== undefined) {
      const same = [session.deviceId, session.origin].includes(earlier.device) && earlier.args_hash === hash
      return same ? (JSON.parse(earlier.outcome) as Outcome) : putAside(act, hash, 'another act has this id')
    }
    if (taken.has(act.n)) {
      // A device that was copied or restored counts on from an old number; it can have an identity of its own.
      if (renews === true) throw new Refused(409, 'team.copied')
      return putAside(act, hash, 'another act has this number')
    }
    if ((failures.get(act.id) ?? 0) >= MOST_FAILURES) return putAside(act, hash, 'it failed inside')
    const outcome = decide(act)
    // It is asked again, when others have handed back theirs too.
    if (outcome.kind === 'refused' && act.again === true) return outcome
    if (session.browser !== true) taken.add(act.n)
    const receipt = {
      command_id: act.id,
      device: session.deviceId,
      n: act.n,
      args_hash: hash,
      outcome: JSON.stringify(outcome),
    }
    known.set(act.id, receipt)
    decided.receipts.push(receipt)
    return outcome
  }

  data.run('BEGIN IMMEDIATE')
  const { outcomes } = decided
  const longest = performance.now() + LOCK_MS
  return {
    decided,
    isDone: () => outcomes.length >= acts.length || performance.now() > longest,
    step: () => {
      const until = performance.now() + STEP_MS
      const some = (): void => {
        for (const act of acts.slice(outcomes.length)) {
          outcomes.push(take(act))
          if (performance.now() > until) break
        }
      }
      data.remembering(() => withoutNotes(data, some))
    },
  }
}
