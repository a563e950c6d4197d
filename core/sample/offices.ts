// Where the sample firm works: two offices, two departments, and who is assigned to which.
import type { Assignment } from '../../shared/entities/assignment.ts'
import type { Department } from '../../shared/entities/department.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Office } from '../../shared/entities/office.ts'
import type { IdKind } from './sampleId.ts'
import { sampleId } from './sampleId.ts'

const OFFICES = [
  ['HAM', 'Hamburg'],
  ['VIE', 'Vienna'],
] as const
const DEPARTMENTS = [
  ['CON', 'Consulting'],
  ['DEV', 'Development'],
] as const

export type SampleOffices = { offices: Office[]; departments: Department[]; assignments: Assignment[] }

/** Everybody has an office and a department; one has another of each for a customer. */
export function sampleOffices(
  users: readonly { id: Id }[],
  customers: readonly { id: Id }[],
  prefix: string,
): SampleOffices {
  const coded = (kind: IdKind) => (row: readonly [string, string], index: number) => ({
    id: sampleId(prefix, kind, index),
    code: row[0],
    name: row[1],
    removed: false,
  })
  const offices = OFFICES.map(coded('O'))
  const departments = DEPARTMENTS.map(coded('D'))
  const idAt = (list: readonly { id: Id }[], index: number): Id => list[index % list.length]?.id ?? ''
  const assigned = (userId: Id, customerId: Id | null, index: number): Assignment => ({
    id: sampleId(prefix, 'A', index),
    userId,
    customerId,
    officeId: idAt(offices, Math.floor(index / 2)),
    departmentId: idAt(departments, index),
  })
  const [first] = users
  const customer = customers[1]
  return {
    offices,
    departments,
    assignments: [
      ...users.map(({ id }, index) => assigned(id, null, index)),
      ...(first === undefined || customer === undefined
        ? []
        : [assigned(first.id, customer.id, users.length + 3)]),
    ],
  }
}
