// What a device of the team may hold: all that its user may see, and of what is nobody else's business only their own (H14).
import type { Id } from '../entities/entity.ts'
import type { Effect, EntityName } from '../entities/registry.ts'
import { factsOf, ownerIn } from '../entities/relations.ts'
import { seesAll } from '../rules/permission.ts'
import type { Actor } from '../rules/rule.ts'

/** Whose device it is, and what they are shown of others. A change of it makes the device drop what it has and fetch what is left. */
export type Scope = Actor & { colleaguesSeeTime: boolean }

export const scopeName = ({ userId, role, colleaguesSeeTime }: Scope): string =>
  role === 'employee' ? `employee ${userId} ${colleaguesSeeTime ? 'all' : 'own'}` : `leader ${userId}`

/** What a name says of what may be seen: all leaders see the same. */
export const scopeNamed = (name: string, userId: Id): Scope => ({
  userId,
  role: name.startsWith('employee ') ? 'employee' : 'manager',
  colleaguesSeeTime: name.endsWith(' all'),
})

/** Does it hold all but what is one user's own? Then it decides as the server does; else its decisions are forecasts. */
export const isWhole = ({ role }: Pick<Scope, 'role'>): boolean => role !== 'employee'

export const isOnesOwn = (entity: EntityName): boolean => factsOf(entity).onesOwn === true

export function isShown(scope: Scope, entity: EntityName, value: object): boolean {
  if (ownerIn(entity, value) === scope.userId) return true
  if (isOnesOwn(entity)) return false
  if (seesAll(scope, entity, scope)) return true
  // Who takes part needs to know of it.
  if (entity === 'meeting' && 'userIds' in value)
    return (value.userIds as readonly Id[]).includes(scope.userId)
  // What the figures of closed days go by: everybody's, and one's own.
  if (entity === 'pastSetting' && 'noun' in value && 'subjectId' in value)
    return value.noun !== 'user' || value.subjectId === scope.userId
  return false
}

/** The same of a change: as it is for that device. null: not at all. */
export function effectShown(scope: Scope, effect: Effect): Effect | null {
  const before = effect.before !== null && isShown(scope, effect.entity, effect.before)
  const after = effect.after !== null && isShown(scope, effect.entity, effect.after)
  if (!before && !after) return null
  return {
    entity: effect.entity,
    before: before ? effect.before : null,
    after: after ? effect.after : null,
  } as Effect
}

/** Of several changes those that may be seen, as they are for that device. */
export const shownOf = (scope: Scope, effects: readonly Effect[]): Effect[] =>
  effects.flatMap((effect) => effectShown(scope, effect) ?? [])
