// Who may what, and whom a thing is shown to, given what requests and nouns declare (contract/access.ts, entities/noun.ts; B45, F10).
import type { Access } from '../contract/access.ts'
import type { Id } from '../entities/entity.ts'
import type { Organisation } from '../entities/organisation.ts'
import type { EntityName } from '../entities/registry.ts'
import { factsOf } from '../entities/relations.ts'
import type { Actor } from './rule.ts'

export type Setting = Pick<Organisation, 'colleaguesSeeTime'> | null

/** May the actor ask for it, given whose it is? `ownerId` null: nobody's in particular, or nobody can tell whose: not one's own. */
export function isPermitted(
  actor: Actor,
  access: Pick<Access, Actor['role']>,
  ownerId: Id | null,
  setting: Setting,
): boolean {
  const grant = access[actor.role]
  if (grant === 'all') return true
  if (grant === 'none') return false
  if (ownerId === null) return false
  return ownerId === actor.userId || (grant === 'team' && setting?.colleaguesSeeTime === true)
}

/** Does the actor see all things of that noun, whosever they are (F10)? */
export function seesAll(actor: Actor, entity: EntityName, setting: Setting): boolean {
  const { seenBy } = factsOf(entity)
  if (actor.role !== 'employee' || seenBy === 'everybody') return true
  return seenBy === 'colleagues' && setting?.colleaguesSeeTime === true
}
