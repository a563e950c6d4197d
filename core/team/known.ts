// What of a change this version knows: another version may have nouns that it has not, and fields more or less. What it does not know it leaves
// out, and gets with its update; what it knows and others did not say is as it is for what was there before.
import type { Effect } from '../../shared/entities/registry.ts'
import { registry } from '../../shared/entities/registry.ts'
import { isEntity, readRow } from './copy.ts'

/** null: of a noun that this version has not. Throws where it is none of that noun. */
export function knownEffect(effect: Effect): Effect | null {
  const { entity, before, after } = effect
  if (!isEntity(entity)) return null
  // What was there before is only held against; it may be of a time with other bounds.
  const was = before === null ? null : registry[entity].schema.safeParse(before)
  return {
    entity,
    before: was === null ? null : was.success ? was.data : before,
    after: after === null ? null : readRow(entity, after),
  } as Effect
}

export const knownEffects = (effects: readonly Effect[]): Effect[] =>
  effects.flatMap((effect) => knownEffect(effect) ?? [])
