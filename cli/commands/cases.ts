// `daybook case`: cases are added, listed, shown with their time, changed, closed and opened again.
import type { ArgsOf } from '../../shared/contract/contract.ts'
import type { CaseRow } from '../../shared/contract/case.ts'
import { CasePriority, CaseStatus } from '../../shared/entities/case.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { allCases, caseCalled } from '../cases.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { projectCalled } from '../projects.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { dateAndTime, durationOrDash } from '../words.ts'

export type CaseOptions = {
  customer?: string
  subject?: string
  project?: string
  priority?: string
  assignee?: string
  status?: string
  notes?: string
  reference?: string
}

const NONE = 'none'

function oneOf<T extends string>(what: string, options: readonly T[], text: string): T {
  const found = options.find((option) => option === text.trim().toLowerCase())
  if (found === undefined) throw new UsageError(`${what} is ${options.join(', ')}.`)
  return found
}

/** What the options name; the customer decides whose project a name means. */
async function fieldsFrom(session: Session, options: CaseOptions, customerId: Id | null) {
  const { project, priority, assignee, status, notes, reference } = options
  const fields: Omit<ArgsOf<'case.edit'>, 'caseId'> = {}
  if (options.subject !== undefined) fields.name = options.subject
  if (priority !== undefined) fields.priority = oneOf('A priority', CasePriority.options, priority)
  if (status !== undefined) fields.status = oneOf('A status', CaseStatus.options, status)
  if (notes !== undefined) fields.notes = notes
  if (reference !== undefined) fields.reference = reference
  if (project !== undefined)
    fields.projectId =
      project === NONE ? null : (await projectCalled(session, project, { customerId, create: null })).id
  if (assignee !== undefined)
    fields.assigneeId = assignee === NONE ? null : await idOfName(session, 'user', assignee, null)
  return fields
}

export async function addCase(
  session: Session,
  options: CaseOptions & { customer: string; subject: string },
): Promise<Outcome> {
  await session.setUp()
  const customerId = await idOfName(session, 'customer', options.customer, null)
  const fields = await fieldsFrom(session, options, customerId)
  const value = await session.ask('case.add', { ...fields, customerId, name: options.subject })
  return { value, text: `${value.code} was added.` }
}

export async function editCase(session: Session, number: string, options: CaseOptions): Promise<Outcome> {
  await session.setUp()
  const { id, code, customerId: was } = await caseCalled(session, number)
  const customerId =
    options.customer === undefined ? was : await idOfName(session, 'customer', options.customer, null)
  const fields = await fieldsFrom(session, options, customerId)
  if (options.customer !== undefined) fields.customerId = customerId
  if (Object.keys(fields).length === 0) throw new UsageError('Say what to change, like --priority high.')
  await session.ask('case.edit', { ...fields, caseId: id })
  return { value: { caseId: id, code }, text: `${code} was changed.` }
}

const statusTo = (status: CaseStatus, said: string) => async (session: Session, number: string) => {
  await session.setUp()
  const { id, code } = await caseCalled(session, number)
  await session.ask('case.edit', { caseId: id, status })
  return { value: { caseId: id, code, status }, text: `${code} ${said}.` }
}
export const close = statusTo('closed', 'is closed')
export const reopen = statusTo('open', 'is open again')

export async function remove(session: Session, number: string): Promise<Outcome> {
  await session.setUp()
  const { id, code } = await caseCalled(session, number)
  await session.ask('case.remove', { caseId: id })
  return { value: { caseId: id, code }, text: `${code} was deleted.` }
}

export type ListOptions = {
  open?: boolean
  customer?: string
  assignee?: string
  priority?: string
  search?: string
}

const COLUMNS = [
  { title: 'Number' },
  { title: 'Subject' },
  { title: 'Customer' },
  { title: 'Project' },
  { title: 'Priority' },
  { title: 'Status' },
  { title: 'Assignee' },
]
const cellsOf = (row: CaseRow): string[] => [
  row.code,
  row.name,
  row.customerName,
  row.projectCode ?? '–',
  row.priority,
  row.status,
  row.assigneeName ?? '–',
]

export async function listCases(session: Session, options: ListOptions): Promise<Outcome> {
  await session.setUp()
  const { open, customer, assignee, priority, search } = options
  const { onlyYours } = await session.ask('case.list', { limit: 1 })
  const rows = await allCases(session, {
    ...(open === true && { status: 'unclosed' }),
    ...(customer !== undefined && { customerId: await idOfName(session, 'customer', customer, null) }),
    ...(assignee !== undefined && { assigneeId: await idOfName(session, 'user', assignee, null) }),
    ...(priority !== undefined && { priority: oneOf('A priority', CasePriority.options, priority) }),
    ...(search !== undefined && { search }),
  })
  const columns = [...COLUMNS, { title: onlyYours ? 'Your time' : 'Total', right: true }]
  const lines = rows.map((row) => [...cellsOf(row), durationOrDash(row.totalMs)])
  return {
    value: { cases: rows, onlyYours },
    text: rows.length === 0 ? 'No cases.' : table(columns, lines),
  }
}

export async function showCase(
  session: Session,
  number: string,
  { limit = '100' }: { limit?: string },
): Promise<Outcome> {
  const { organisation } = await session.setUp()
  if (!/^\d{1,3}$/.test(limit) || Number(limit) === 0) throw new UsageError('--limit is 1 to 500.')
  const { id: caseId } = await caseCalled(session, number)
  const shown = await session.ask('case.get', { caseId })
  const time = await session.ask('case.entries', { caseId, limit: Math.min(500, Number(limit)) })
  const lines = time.rows.map((entry) => [
    dateAndTime(entry.startAt, organisation.zone),
    durationOrDash(entry.durationMs),
    entry.userName,
    entry.categoryName ?? '–',
    entry.note.split('\n')[0] ?? '',
  ])
  const head = table(COLUMNS, [cellsOf(shown)])
  const list =
    lines.length === 0
      ? 'No time is recorded on it.'
      : `${table(
          [
            { title: 'Start' },
            { title: 'Total', right: true },
            { title: 'User' },
            { title: 'Category' },
            { title: 'Note' },
          ],
          lines,
        )}\n${time.onlyYours ? 'Your time' : 'Total'}: ${durationOrDash(time.totalMs)}`
  return {
    value: { case: shown, entries: time.rows, total: time.total, totalMs: time.totalMs },
    text: [head, shown.notes, list].filter((text) => text !== '').join('\n\n'),
  }
}
