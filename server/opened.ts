// A commit as it is stored: what it says of itself, and what it did.
import type { Effect } from '../shared/entities/registry.ts'
import type { Header, Leaf } from '../core/team/chain.ts'
import { effectIn, headerIn } from '../core/team/chain.ts'
import { knownEffects } from '../core/team/known.ts'

/** Commits of an earlier version of the server lack what came since. */
export function opened(leaves: string): { header: Header | null; effects: Effect[] } {
  const [first, ...rest] = JSON.parse(leaves) as Leaf[]
  return { header: first === undefined ? null : headerIn(first), effects: knownEffects(rest.map(effectIn)) }
}
