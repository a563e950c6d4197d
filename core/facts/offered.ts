// Whose names somebody is offered, as the data file has it (D9): what is not offered is not chosen either.
import type { Id } from '../../shared/entities/entity.ts'
import { isOffered, reachOf } from '../../shared/rules/reach.ts'
import type { Actor } from '../../shared/rules/rule.ts'
import { refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { nameOf, organisationOf } from './reads.ts'

export function offersTo(data: Data, actor: Actor | null): (userId: Id) => boolean {
  const assignments = data.list('assignment')
  if (actor === null) return () => true
  const reach = reachOf(actor, organisationOf(data))
  return (userId) => isOffered(reach, actor.userId, userId, assignments)
}

/** Why one of these cannot be chosen; null: all can. */
export function offerRefusal(
  data: Data,
  actor: Actor,
  userIds: readonly Id[],
): ReturnType<typeof refused> | null {
  const offered = offersTo(data, actor)
  const missing = userIds.find((userId) => !offered(userId))
  return missing === undefined
    ? null
    : refused('user.notOffered', { values: { name: nameOf(data, 'user', missing) ?? '' } })
}
