// The last commits of an organisation, in the memory of this process: all its devices fetch the same ones, right after each. They are what
// PostgreSQL holds, as the chain says: where it says another hash, or the organisation begins another life, they are forgotten.
import type { Sql } from './database.ts'
import type { OrgRow, StoredCommit } from './replica.ts'
import { commitsAfter } from './replica.ts'
import { effectIn, headerIn, leafHash, linkHash } from '../core/team/chain.ts'
import type { Leaf } from '../core/team/chain.ts'
import { whoseGaveWay } from '../core/team/earlierStop.ts'
import type { Id } from '../shared/entities/entity.ts'
import type { Effect } from '../shared/entities/registry.ts'
import type { SentCommit, SentLeaf } from '../shared/team/protocol.ts'
import { MOST_COMMITS } from '../shared/team/protocol.ts'
import { effectShown } from '../shared/team/sight.ts'
import type { Scope } from '../shared/team/sight.ts'

/** What a device that was away is sent comes from the database. */
const MOST = 1_000
const MOST_CHARACTERS = 4_000_000

export type Kept = StoredCommit & {
  effects(): readonly Effect[]
  /** As JSON, how a device of that scope is sent it. */
  shownTo(scope: Scope): string
}

export type Recent = {
  /** In their order those after `since` up to where the organisation is, as many as one answer holds. */
  after(sql: Sql, org: OrgRow, since: number): Promise<readonly Kept[]>
  /** The hash that stands at that commit; null: there is none. */
  hashAt(sql: Sql, org: OrgRow, seq: number): Promise<string | null>
  /** They have just been committed, by this process. */
  add(epoch: string, commits: readonly StoredCommit[]): void
}

export function createRecent(): Recent {
  let epoch = ''
  let kept: Kept[] = []
  let characters = 0

  const forget = (of: string): void => {
    epoch = of
    kept = []
    characters = 0
  }
  /** Only what follows from what is here. */
  const append = (commit: StoredCommit): void => {
    const last = kept.at(-1)
    if (last !== undefined) {
      if (commit.seq <= last.seq) return
      if (commit.seq !== last.seq + 1 || linkHash(last.hash, commit.seq, commit.root) !== commit.hash)
        forget(epoch)
    }
    kept.push(keep(commit))
    characters += commit.leaves.length
    while (kept.length > MOST || (characters > MOST_CHARACTERS && kept.length > 1))
      characters -= kept.shift()?.leaves.length ?? 0
  }
  const at = (seq: number): Kept | undefined => kept[seq - (kept[0]?.seq ?? 0)]

  /** True: what is here is of this organisation's life and past. */
  const fits = (org: OrgRow): boolean => {
    if (epoch !== org.epoch) forget(org.epoch)
    const same = at(org.version)
    if (same !== undefined && same.hash !== org.hash) forget(epoch)
    return kept.length > 0
  }

  return {
    after: async (sql, org, since) => {
      if (since >= org.version) return []
      const wanted = ({ seq }: StoredCommit): boolean => seq > since && seq <= org.version
      // They are gapless, and a crowd asks a thousand times a second.
      const here = (): readonly Kept[] => {
        const first = kept[0]?.seq ?? 0
        return kept.slice(since + 1 - first, Math.min(org.version, since + MOST_COMMITS) + 1 - first)
      }
      const newest = (): number => kept.at(-1)?.seq ?? 0
      const holds = (): boolean => fits(org) && since + 1 >= (kept[0]?.seq ?? 0) && since <= newest()
      if (holds()) {
        if (newest() < org.version) (await commitsAfter(sql, org.id, newest())).forEach(append)
        if (holds()) return here()
      }
      const fetched = await commitsAfter(sql, org.id, since)
      // A device that comes back after a while asks for what nobody else does.
      if (fits(org) ? since >= newest() : org.version - since < MOST) fetched.forEach(append)
      return fetched.filter(wanted).map(keep)
    },
    hashAt: async (sql, org, seq) => {
      if (seq === org.version) return org.hash
      if (seq === 0) return ''
      const found = fits(org) ? at(seq)?.hash : undefined
      if (found !== undefined) return found
      const { rows } = await sql.query<{ hash: string }>(
        'SELECT hash FROM commit WHERE org = $1 AND seq = $2',
        [org.id, seq],
      )
      return rows[0]?.hash ?? null
    },
    add: (of, commits) => {
      if (epoch !== of) forget(of)
      commits.forEach(append)
    },
  }
}

function keep(commit: StoredCommit): Kept {
  const { seq, root } = commit
  type Read = {
    header: Leaf | undefined
    concerned: readonly (Id | null)[]
    leaves: Leaf[]
    effects: Effect[]
  }
  let read: Read | null = null
  const open = () => {
    if (read !== null) return read
    const [header, ...leaves] = JSON.parse(commit.leaves) as Leaf[]
    const said = header === undefined ? null : headerIn(header)
    const concerned = said === null ? [] : [said.actorId, whoseGaveWay(said)]
    return (read = { header, concerned, leaves, effects: leaves.map(effectIn) })
  }
  const said = (leaves: SentCommit['leaves']): string =>
    JSON.stringify({ seq, root, leaves } satisfies SentCommit)
  // Nearly always one of these two.
  let whole: string | null = null
  let nothing: string | null = null
  return {
    ...commit,
    effects: () => open().effects,
    /** Who did something when is told to whoever is shown any of what it did, to who did it, and to whose act it took back. */
    shownTo: (scope) => {
      const { header, concerned, leaves, effects } = open()
      if (header === undefined) return (nothing ??= said(null))
      const own = concerned.includes(scope.userId)
      const parts = leaves.map((leaf, index): SentLeaf => {
        const effect = effects[index] as Effect
        const part = effectShown(scope, effect)
        if (part === null) return { hash: leafHash(leaf) }
        if (part.before === effect.before && part.after === effect.after) return leaf
        return { hash: leafHash(leaf), part: JSON.stringify([part.entity, part.before, part.after]) }
      })
      const any = parts.some((part) => 'text' in part || 'part' in part)
      if (!any && !own) return (nothing ??= said(null))
      // What was asked for may say more than what is shown of what came of it.
      const all = parts.every((part) => 'text' in part)
      if (all) return (whole ??= said([header, ...parts]))
      return said([own ? header : withoutArgs(header), ...parts])
    },
  }
}

function withoutArgs(header: Leaf): SentLeaf {
  const said = JSON.parse(header.text) as Record<string, unknown>
  return { hash: leafHash(header), part: JSON.stringify({ ...said, args: '{}', reason: null }) }
}
