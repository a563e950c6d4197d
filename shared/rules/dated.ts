// Things that hold from a day on until the next of their kind begins: contracts, rates.
import type { LocalDate } from '../base/localDate.ts'
import type { Id } from '../entities/entity.ts'

export type Dated = { readonly validFrom: LocalDate }

/** The latest that has begun; null: none has. In any order. */
export function validOn<V extends Dated>(versions: readonly V[], date: LocalDate): V | null {
  let valid: V | null = null
  for (const version of versions)
    if (version.validFrom <= date && (valid === null || version.validFrom > valid.validFrom)) valid = version
  return valid
}

/** The id of a new version: one that begins on the same day is replaced (G7). */
export const versionId = (
  versions: readonly (Dated & { readonly id: Id })[],
  { validFrom }: Dated,
  newId: () => Id,
): Id => versions.find((version) => version.validFrom === validFrom)?.id ?? newId()

export const newestFirst = <V extends Dated>(versions: readonly V[]): V[] =>
  [...versions].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
