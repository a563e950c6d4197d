// In which office and department time is worked, and what may be done with offices, departments and assignments beyond what an
// active timer protects (guards.ts).
import type { Id } from '../entities/entity.ts'
import type { Assignment, Placement } from '../entities/assignment.ts'
import type { Office } from '../entities/office.ts'
import { remove } from '../entities/registry.ts'
import { removal } from './directory.ts'
import type { Decision } from './rule.ts'
import { decided } from './rule.ts'

/** The one that a user's time for this customer takes: that for the customer, else that for all; null: there is none. */
export function assignmentFor(
  rows: readonly Assignment[],
  { userId, customerId = null }: { userId: Id; customerId?: Id | null | undefined },
): Assignment | null {
  const own = rows.filter((row) => row.userId === userId)
  const forCustomer = customerId === null ? undefined : own.find((row) => row.customerId === customerId)
  return forCustomer ?? own.find((row) => row.customerId === null) ?? null
}

export const placementOf = (taken: Placement | null): Placement => ({
  officeId: taken?.officeId ?? null,
  departmentId: taken?.departmentId ?? null,
})

/** Offices and departments are lists of the same kind: a code, and what it stands for. */
export type Coded = 'office' | 'department'

export const newCoded = (id: Id): Office => ({ id, code: '', name: '', removed: false })

/** Who works there is assigned there no more; an undo brings the assignments back. `recalled`: recorded time has it, and keeps it (C17). */
export const removeCoded = (
  noun: Coded,
  thing: Office,
  recalled: boolean,
  assigned: readonly Assignment[],
): Decision<null> =>
  decided([removal(noun, thing, recalled), ...assigned.map(({ id }) => remove('assignment', id))], null)
