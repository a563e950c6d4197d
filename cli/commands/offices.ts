// `daybook office`, `daybook department` and `daybook assign`: where people work from, and for which part of the firm.
import type { AssignmentRow, CodedRow } from '../../shared/contract/office.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Coded } from '../../shared/rules/assignment.ts'
import { capital } from '../../shared/text/capital.ts'
import { nounsEn } from '../../shared/text/nouns.en.ts'
import { idOfName, nearestNames } from '../names.ts'
import type { Outcome } from '../output.ts'
import { Refusal, UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'

export type CodedOptions = { code: string; newCode?: string; name?: string }

const rowsOf = (session: Session, noun: Coded): Promise<CodedRow[]> =>
  noun === 'office' ? session.ask('office.list', {}) : session.ask('department.list', {})

export async function coded(session: Session, noun: Coded, code: string): Promise<CodedRow> {
  const rows = await rowsOf(session, noun)
  const found = rows.find((row) => row.code.toLowerCase() === code.trim().toLowerCase())
  if (found !== undefined) return found
  const nearest = nearestNames(
    code,
    rows.map((row) => row.code),
  )
  throw new Refusal(
    { code: 'name.unknown', details: { values: { name: code, kind: noun }, nearest } },
    `${capital(nounsEn[noun].many)} are listed by “daybook ${noun} list”.`,
  )
}

export async function addCoded(session: Session, noun: Coded, options: CodedOptions): Promise<Outcome> {
  await session.setUp()
  const { code, name = '' } = options
  const value =
    noun === 'office'
      ? await session.ask('office.add', { code, name })
      : await session.ask('department.add', { code, name })
  return { value, text: `${capital(noun)} ${code} was added.` }
}

export async function editCoded(session: Session, noun: Coded, options: CodedOptions): Promise<Outcome> {
  await session.setUp()
  const { newCode, name } = options
  if (newCode === undefined && name === undefined)
    throw new UsageError('Say what to change: --name T, --new-code C, or both.')
  const { id, code } = await coded(session, noun, options.code)
  const fields = {
    ...(newCode === undefined ? {} : { code: newCode }),
    ...(name === undefined ? {} : { name }),
  }
  if (noun === 'office') await session.ask('office.edit', { officeId: id, ...fields })
  else await session.ask('department.edit', { departmentId: id, ...fields })
  return { value: { [`${noun}Id`]: id }, text: `${capital(noun)} ${newCode ?? code} was changed.` }
}

export async function removeCoded(session: Session, noun: Coded, options: CodedOptions): Promise<Outcome> {
  await session.setUp()
  const { id, code } = await coded(session, noun, options.code)
  const assigned = (await session.ask('assignment.list', {})).filter((row) => row[`${noun}Id`] === id)
  if (noun === 'office') await session.ask('office.remove', { officeId: id })
  else await session.ask('department.remove', { departmentId: id })
  const { one, many } = nounsEn.assignment
  const count = assigned.length
  const withIt = count === 0 ? '' : `, with ${count} ${count === 1 ? one : many}`
  return {
    value: { [`${noun}Id`]: id, assignments: count },
    text: `${capital(noun)} ${code} was deleted${withIt}.`,
  }
}

export async function listCoded(session: Session, noun: Coded): Promise<Outcome> {
  await session.setUp()
  const rows = await rowsOf(session, noun)
  const { many } = nounsEn[noun]
  const lines = rows.map(({ code, name }) => [code, name])
  return {
    value: { [many]: rows },
    text: rows.length === 0 ? `No ${many}.` : table([{ title: 'Code' }, { title: 'Name' }], lines),
  }
}

export type AssignOptions = { user: string; customer?: string; office?: string; department?: string }
type Whose = { userId: Id; customerId: Id | null }

const whose = async (session: Session, options: AssignOptions): Promise<Whose> => ({
  userId: await idOfName(session, 'user', options.user, null),
  customerId:
    options.customer === undefined ? null : await idOfName(session, 'customer', options.customer, null),
})

async function assignmentOf(session: Session, options: AssignOptions): Promise<AssignmentRow> {
  const { userId, customerId } = await whose(session, options)
  const row = (await session.ask('assignment.list', { userId })).find(
    (each) => each.customerId === customerId,
  )
  if (row !== undefined) return row
  throw new Refusal({ code: 'notFound.assignment' }, 'Assignments are listed by “daybook assign list”.')
}

const placeOf = async (session: Session, { office, department }: AssignOptions) => ({
  ...(office === undefined ? {} : { officeId: (await coded(session, 'office', office)).id }),
  ...(department === undefined ? {} : { departmentId: (await coded(session, 'department', department)).id }),
})

const forWhom = ({ userName, customerName }: AssignmentRow): string =>
  `${userName}, ${customerName ?? 'all customers'}`

export async function assign(session: Session, options: AssignOptions): Promise<Outcome> {
  await session.setUp()
  const { officeId, departmentId } = await placeOf(session, options)
  if (officeId === undefined || departmentId === undefined)
    throw new UsageError('Say where: --office C and --department C.')
  const value = await session.ask('assignment.add', {
    ...(await whose(session, options)),
    officeId,
    departmentId,
  })
  return { value, text: `${forWhom(await assignmentOf(session, options))}: assigned.` }
}

export async function reassign(session: Session, options: AssignOptions): Promise<Outcome> {
  await session.setUp()
  const place = await placeOf(session, options)
  if (Object.keys(place).length === 0)
    throw new UsageError('Say what to change: --office C, --department C, or both.')
  const row = await assignmentOf(session, options)
  await session.ask('assignment.edit', { assignmentId: row.id, ...place })
  return { value: { assignmentId: row.id }, text: `${forWhom(row)}: changed.` }
}

export async function unassign(session: Session, options: AssignOptions): Promise<Outcome> {
  await session.setUp()
  const row = await assignmentOf(session, options)
  await session.ask('assignment.remove', { assignmentId: row.id })
  return { value: { assignmentId: row.id }, text: `${forWhom(row)}: deleted.` }
}

export async function assignments(session: Session, { user }: { user?: string }): Promise<Outcome> {
  await session.setUp()
  const userId = user === undefined ? undefined : await idOfName(session, 'user', user, null)
  const rows = await session.ask('assignment.list', userId === undefined ? {} : { userId })
  const lines = rows.map((row) => [
    row.userName,
    row.customerName ?? 'all',
    row.officeCode,
    row.departmentCode,
  ])
  const columns = [{ title: 'User' }, { title: 'Customer' }, { title: 'Office' }, { title: 'Department' }]
  return {
    value: { assignments: rows },
    text: rows.length === 0 ? 'No assignments.' : table(columns, lines),
  }
}
