// What each user of an organisation may see, kept for as long as it cannot have changed: whoever fetches then waits for nobody's turn.
import type { Id } from '../shared/entities/entity.ts'
import type { EntityName } from '../shared/entities/registry.ts'
import type { Scope } from '../shared/team/sight.ts'

/** By which commit of which life of the organisation they hold. */
export type Scopes = { version: number; epoch: string; of: Map<Id, Scope> }

export const noScopes = (): Scopes => ({ version: -1, epoch: '', of: new Map() })

/** They go by these alone (scopeNow in organisation.ts). */
const RIGHTS: ReadonlySet<EntityName> = new Set(['user', 'organisation'])

/** A push of this process has brought the organisation there. */
export function bringOn(
  scopes: Scopes,
  { version, made, entities }: { version: number; made: number; entities: ReadonlySet<EntityName> },
): void {
  if (scopes.version !== version - made || [...entities].some((entity) => RIGHTS.has(entity)))
    scopes.of.clear()
  scopes.version = version
}

/** Whatever brought it there: what is not known to hold goes. */
export function holdAt(scopes: Scopes, { version, epoch }: { version: number; epoch: string }): void {
  if (scopes.version === version && scopes.epoch === epoch) return
  scopes.of.clear()
  Object.assign(scopes, { version, epoch })
}
