// Whose a request is about, by what the request declares of its arguments: for the permission's "own".
import type { Access, Whose } from '../../shared/contract/access.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { ownerIn } from '../../shared/entities/relations.ts'
import type { Data } from '../db/data.ts'

/** null where it is about nobody in particular, or about a thing that nobody knows: that is not the actor's own. */
export function ownerOf(data: Data, { whose }: Access, args: object, actorId: Id): Id | null {
  if (whose === null) return null
  const id = argumentOf(args, whose.argument)
  if (id === undefined || id === null) return whose.withoutIt === 'self' ? actorId : null
  if (Array.isArray(id)) return ownerOfAll(data, whose.noun, id)
  return ownerOfOne(data, whose.noun, id)
}

/** Of several things their one owner; null where they have not all the same. */
function ownerOfAll(data: Data, noun: Whose['noun'], ids: readonly unknown[]): Id | null {
  const owners = new Set(ids.map((id) => ownerOfOne(data, noun, id)))
  const [owner = null] = owners
  return owners.size === 1 ? owner : null
}

function ownerOfOne(data: Data, noun: Whose['noun'], id: unknown): Id | null {
  if (typeof id !== 'string') return null
  if (noun === 'commit') return madeBy(data, id)
  const thing = data.find(noun, id)
  return thing === null ? null : ownerIn(noun, thing)
}

const madeBy = (data: Data, commitId: Id): Id | null =>
  data.get<{ actor_id: string | null }>('SELECT actor_id FROM commit_log WHERE id = ?', commitId)?.actor_id ??
  null

const argumentOf = (args: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      args,
    )
