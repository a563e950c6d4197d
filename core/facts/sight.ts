// Whose things a reader is shown: everybody's, or only their own (F10).
import type { TimerRef } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { EntityName } from '../../shared/entities/registry.ts'
import { seesAll } from '../../shared/rules/permission.ts'
import type { Actor } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { organisationOf } from './reads.ts'

/** The one user whose things of that noun the actor sees; null: they see everybody's. */
export const onlyOf = (data: Data, actor: Actor | null, entity: EntityName): Id | null =>
  actor === null || seesAll(actor, entity, organisationOf(data)) ? null : actor.userId

/** Of the timers that a refusal names, those that the actor may see. */
export function timersShown(data: Data, actor: Actor | null, timers: readonly TimerRef[]): TimerRef[] {
  const only = onlyOf(data, actor, 'timer')
  return timers.filter(({ userId }) => only === null || userId === only)
}
