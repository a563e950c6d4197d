// The lists of offices, departments and assignments.
import { compareNames } from '../../shared/base/nameOrder.ts'
import { ok } from '../../shared/base/result.ts'
import type { AssignmentRow, CodedRow, officeQueries } from '../../shared/contract/office.ts'
import type { Assignment } from '../../shared/entities/assignment.ts'
import type { Coded } from '../../shared/rules/assignment.ts'
import type { Data } from '../db/data.ts'
import { onlyOf } from '../facts/sight.ts'
import type { QueryHandlers } from './query.ts'

const codedRows = (data: Data, noun: Coded): CodedRow[] =>
  data
    .where(noun, 'NOT removed')
    .map(({ id, code, name }) => ({ id, code, name }))
    .sort((a, b) => compareNames(a.code, b.code))

function assignmentRow(data: Data, row: Assignment): AssignmentRow {
  const office = data.find('office', row.officeId)
  const department = data.find('department', row.departmentId)
  return {
    ...row,
    userName: data.find('user', row.userId)?.name ?? '',
    customerName: row.customerId === null ? null : (data.find('customer', row.customerId)?.name ?? ''),
    officeCode: office?.code ?? '',
    officeName: office?.name ?? '',
    departmentCode: department?.code ?? '',
    departmentName: department?.name ?? '',
  }
}

export const officeQueryHandlers: QueryHandlers<keyof typeof officeQueries> = {
  'office.list': (data) => ok(codedRows(data, 'office')),
  'department.list': (data) => ok(codedRows(data, 'department')),
  'assignment.list': (data, { userId }, { actor }) => {
    const only = onlyOf(data, actor, 'assignment') ?? userId
    return ok(
      data
        .list('assignment')
        .filter((row) => only === undefined || row.userId === only)
        .map((row) => assignmentRow(data, row))
        .sort(
          (a, b) =>
            compareNames(a.userName, b.userName) ||
            // What is for all comes first.
            compareNames(a.customerName ?? '', b.customerName ?? ''),
        ),
    )
  },
}
