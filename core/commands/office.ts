// Commands on offices, departments and assignments.
import type { officeCommands } from '../../shared/contract/office.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { put, remove } from '../../shared/entities/registry.ts'
import type { Coded } from '../../shared/rules/assignment.ts'
import { newCoded, removeCoded } from '../../shared/rules/assignment.ts'
import { edited } from '../../shared/rules/directory.ts'
import type { Decision } from '../../shared/rules/rule.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { isRecalled, present } from '../facts/relations.ts'
import type { Handlers } from './handler.ts'
import { editNamed } from './named.ts'

function takeAway(data: Data, noun: Coded, id: Id): Decision<null> {
  const thing = present(data, noun, id)
  if (thing === null) return refused(`notFound.${noun}`)
  const assigned = data.list('assignment').filter((row) => row[`${noun}Id`] === id)
  return removeCoded(noun, thing, isRecalled(data, noun, id), assigned)
}

export const officeHandlers: Handlers<keyof typeof officeCommands> = {
  'office.add': (_data, args, ctx) => {
    const office = edited(newCoded(ctx.newId()), args)
    return decided([put('office', office)], { officeId: office.id })
  },
  'office.edit': (data, { officeId, ...fields }) => editNamed(data, 'office', officeId, fields),
  'office.remove': (data, { officeId }) => takeAway(data, 'office', officeId),
  'department.add': (_data, args, ctx) => {
    const department = edited(newCoded(ctx.newId()), args)
    return decided([put('department', department)], { departmentId: department.id })
  },
  'department.edit': (data, { departmentId, ...fields }) =>
    editNamed(data, 'department', departmentId, fields),
  'department.remove': (data, { departmentId }) => takeAway(data, 'department', departmentId),
  'assignment.add': (data, args, ctx) => {
    if (present(data, 'user', args.userId) === null) return refused('notFound.user')
    if (args.customerId !== null && present(data, 'customer', args.customerId) === null)
      return refused('notFound.customer')
    const assignment = { ...args, id: ctx.newId() }
    return decided([put('assignment', assignment)], { assignmentId: assignment.id })
  },
  'assignment.edit': (data, { assignmentId, ...fields }) => {
    const assignment = data.find('assignment', assignmentId)
    return assignment === null
      ? refused('notFound.assignment')
      : decided([put('assignment', edited(assignment, fields))], null)
  },
  'assignment.remove': (data, { assignmentId }) =>
    data.find('assignment', assignmentId) === null
      ? refused('notFound.assignment')
      : decided([remove('assignment', assignmentId)], null),
}
