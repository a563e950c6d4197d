// The organisation's chain of changes: a leaf for what a commit says of itself and one for each effect, each salted, so that whoever is
// sent only its hash can neither read nor guess it; and over them one hash that rests on the one before (H15).
import { hash } from 'node:crypto'
import type { Instant } from '../../shared/base/instant.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Effect } from '../../shared/entities/registry.ts'

/** What a commit says of itself. */
export type Header = {
  id: Id
  at: Instant
  actorId: Id | null
  command: string
  /** The parsed arguments as JSON. */
  args: string
  reason: string | null
  undoes: Id | null
  /** Typed notes: they are kept, but no line of the history. */
  quiet: boolean
  /** How far ahead the clock was there, in ms; absent: it was right. */
  clockOff?: number
}

export type Leaf = { salt: string; text: string }

const sha = (text: string): string => hash('sha256', text)

export const leafHash = ({ salt, text }: Leaf): string => sha(`${salt} ${text}`)
export const rootOf = (hashes: readonly string[]): string => sha(hashes.join(' '))
export const linkHash = (previous: string, seq: number, root: string): string =>
  sha(`${previous} ${seq} ${root}`)

/** The first is the header. `newSalt`: of at least 128 bits, another each time. */
export const leavesOf = (header: Header, effects: readonly Effect[], newSalt: () => string): Leaf[] =>
  [header, ...effects.map(({ entity, before, after }) => [entity, before, after])].map((said) => ({
    salt: newSalt(),
    text: JSON.stringify(said),
  }))

export function effectIn({ text }: Leaf): Effect {
  const [entity, before, after] = JSON.parse(text) as [string, object | null, object | null]
  return { entity, before, after } as Effect
}

export const headerIn = ({ text }: Leaf): Header => JSON.parse(text) as Header
