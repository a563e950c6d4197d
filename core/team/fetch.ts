// What comes from the server, read and held against the chain (H15): a commit is taken only where it follows from all before it.
import type { Effect } from '../../shared/entities/registry.ts'
import type { SentCommit, SentLeaf } from '../../shared/team/protocol.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Header, Leaf } from './chain.ts'
import { effectIn, headerIn, leafHash, linkHash, rootOf } from './chain.ts'
import { TeamProblem } from './client.ts'
import { knownEffect } from './known.ts'
import type { Incoming } from './rebase.ts'

export type Link = { version: number; hash: string }

const hashOfLeaf = (leaf: SentLeaf): string => ('hash' in leaf ? leaf.hash : leafHash(leaf))

/** The next link, and what the commit did, as far as it is shown here; null: nothing of it is. */
export function readCommit(commit: SentCommit, at: Link): { link: Link; incoming: Incoming | null } {
  const { seq, root, leaves } = commit
  if (seq !== at.version + 1) throw broken()
  if (leaves !== null && rootOf(leaves.map(hashOfLeaf)) !== root) throw broken()
  const link = { version: seq, hash: linkHash(at.hash, seq, root) }
  if (leaves === null) return { link, incoming: null }
  const [first, ...rest] = leaves
  const header = first === undefined ? null : partOf(first)
  if (header === null) return { link, incoming: null }
  return {
    link,
    incoming: { seq, header: headerIn(header) satisfies Header, effects: rest.flatMap(effectsOf) },
  }
}

/** Only a part of a leaf is not proved by its hash. */
const partOf = (leaf: SentLeaf): Leaf | null =>
  'text' in leaf ? leaf : 'part' in leaf ? { salt: '', text: leaf.part } : null

function effectsOf(leaf: SentLeaf): Effect[] {
  const part = partOf(leaf)
  if (part === null) return []
  // A server that is newer may know nouns and fields that this version does not; what it needs must be there.
  const effect = knownEffect(effectIn(part))
  return effect === null ? [] : [effect]
}

const broken = (): TeamProblem => new TeamProblem(appError('team.otherHistory'))
