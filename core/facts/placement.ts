// Offices and departments of recorded time, as the data file has them: what they are called, and what a correction makes of them.
import { ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { PartialPlacement, Placement, PlacementNames } from '../../shared/entities/assignment.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Coded } from '../../shared/rules/assignment.ts'
import { placementOf } from '../../shared/rules/assignment.ts'
import { refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { present } from './relations.ts'

const labelOf = (data: Data, noun: Coded, id: Id | null): string | null => {
  const thing = id === null ? null : data.find(noun, id)
  return thing === null ? null : [thing.code, thing.name].filter((text) => text !== '').join(' ')
}

export const placementNames = (data: Data, of: Placement): PlacementNames => ({
  officeLabel: labelOf(data, 'office', of.officeId),
  departmentLabel: labelOf(data, 'department', of.departmentId),
})

/** As it is said, else as it was. Refused where something is newly named that is no longer there. */
export function placedAs(data: Data, was: Placement, said: PartialPlacement): Result<Placement, AppError> {
  const placement = placementOf(was)
  for (const noun of ['office', 'department'] as const) {
    const id = said[`${noun}Id`]
    if (id === undefined || id === was[`${noun}Id`]) continue
    if (id !== null && present(data, noun, id) === null) return refused(`notFound.${noun}`)
    placement[`${noun}Id`] = id
  }
  return ok(placement)
}
