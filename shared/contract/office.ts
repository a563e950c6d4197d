// Commands and queries on offices, departments, and who is assigned to which.
import { z } from 'zod'
import type { Assignment } from '../entities/assignment.ts'
import { Assignment as AssignmentSchema } from '../entities/assignment.ts'
import { Department as DepartmentSchema } from '../entities/department.ts'
import { Id } from '../entities/entity.ts'
import { Office as OfficeSchema } from '../entities/office.ts'
import { everybody, leaders, ownBy } from './access.ts'
import { command, query } from './request.ts'

const officeFields = () => OfficeSchema().omit({ id: true, removed: true })
const departmentFields = () => DepartmentSchema().omit({ id: true, removed: true })

export const officeCommands = {
  'office.add': command(() => officeFields().partial().required({ code: true }), leaders).returns<{
    officeId: Id
  }>(),
  'office.edit': command(() => officeFields().partial().extend({ officeId: Id }), leaders).returns<null>(),
  /** Its assignments go with it; recorded time keeps it. */
  'office.remove': command(() => z.object({ officeId: Id }), leaders).returns<null>(),
  'department.add': command(() => departmentFields().partial().required({ code: true }), leaders).returns<{
    departmentId: Id
  }>(),
  'department.edit': command(
    () => departmentFields().partial().extend({ departmentId: Id }),
    leaders,
  ).returns<null>(),
  'department.remove': command(() => z.object({ departmentId: Id }), leaders).returns<null>(),
  'assignment.add': command(() => AssignmentSchema().omit({ id: true }), leaders).returns<{
    assignmentId: Id
  }>(),
  /** For whom it is stays: for others there are others. */
  'assignment.edit': command(
    () =>
      AssignmentSchema().pick({ officeId: true, departmentId: true }).partial().extend({ assignmentId: Id }),
    leaders,
  ).returns<null>(),
  'assignment.remove': command(() => z.object({ assignmentId: Id }), leaders).returns<null>(),
}

export type CodedRow = { id: Id; code: string; name: string }
export type AssignmentRow = Assignment & {
  userName: string
  customerName: string | null
  officeCode: string
  officeName: string
  departmentCode: string
  departmentName: string
}

export const officeQueries = {
  'office.list': query(() => z.object({}), ['office'], everybody).returns<CodedRow[]>(),
  'department.list': query(() => z.object({}), ['department'], everybody).returns<CodedRow[]>(),
  /** Of one user, or everybody's; an employee sees their own. */
  'assignment.list': query(
    () => z.object({ userId: Id.optional() }),
    ['assignment', 'user', 'customer', 'office', 'department', 'organisation'],
    ownBy('userId', 'user', 'self'),
  ).returns<AssignmentRow[]>(),
}
