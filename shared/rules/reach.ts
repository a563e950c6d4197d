// Whose names somebody is offered where a user is chosen, by the organisation's setting for their role (D9).
import type { Assignment } from '../entities/assignment.ts'
import type { Id } from '../entities/entity.ts'
import type { Organisation, Reach } from '../entities/organisation.ts'
import type { Actor } from './rule.ts'

type Assigned = Pick<Assignment, 'userId' | 'officeId' | 'departmentId'>

/** Administrators say whose names are offered, so they are offered everybody's. */
export const reachOf = (
  actor: Pick<Actor, 'role'>,
  organisation: Pick<Organisation, 'namesOffered'> | null,
): Reach =>
  actor.role === 'administrator' || organisation === null
    ? 'everybody'
    : organisation.namesOffered[actor.role]

/**
 * Is this user offered to the actor? Oneself always. An office or a department is one's own by any assignment; who has none shares
 * none with anybody.
 */
export function isOffered(reach: Reach, actorId: Id, userId: Id, assignments: readonly Assigned[]): boolean {
  if (reach === 'everybody' || userId === actorId) return true
  if (reach === 'oneself') return false
  const placesOf = (id: Id): Id[] =>
    assignments.flatMap((row) => (row.userId === id ? [row[`${reach}Id`]] : []))
  const own = new Set(placesOf(actorId))
  return placesOf(userId).some((place) => own.has(place))
}
