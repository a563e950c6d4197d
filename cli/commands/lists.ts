// `daybook customers`, `projects`, `categories` and `users`.
import { MINUTE_MS } from '../../shared/base/duration.ts'
import { allCustomers, idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { allProjects } from '../projects.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { dateAndTime, durationOrDash } from '../words.ts'

export async function customers(session: Session, { search }: { search?: string }): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const { onlyYours } = await session.ask('customer.list', { limit: 1 })
  const rows = await allCustomers(session, search === undefined ? {} : { search })
  const lines = rows.map((row) => [
    row.name,
    row.code,
    row.status,
    durationOrDash(row.totalMs),
    row.lastAt === null ? '–' : dateAndTime(row.lastAt, organisation.zone),
    row.atWork ? `At Work: ${row.workers.join(', ')}` : '',
  ])
  const columns = [
    { title: 'Name' },
    { title: 'Code' },
    { title: 'Status' },
    { title: onlyYours ? 'Your time' : 'Total', right: true },
    { title: 'Last' },
    { title: '' },
  ]
  return {
    value: { customers: rows, onlyYours },
    text: rows.length === 0 ? 'No customers.' : table(columns, lines),
  }
}

export async function projects(session: Session, { customer }: { customer?: string }): Promise<Outcome> {
  await session.setUp()
  const customerId = customer === undefined ? null : await idOfName(session, 'customer', customer, null)
  const { onlyYours } = await session.ask('project.list', { limit: 1 })
  const rows = await allProjects(session, customerId === null ? {} : { customerId })
  const lines = rows.map((row) => [
    row.code,
    row.name,
    row.customerName,
    row.completionDate === null
      ? 'active'
      : `${row.completed ? 'completed' : 'active until'} ${row.completionDate}`,
    durationOrDash(row.totalMs),
    row.budgetMinutes === null ? '–' : durationOrDash(row.budgetMinutes * MINUTE_MS),
  ])
  const columns = [
    { title: 'Code' },
    { title: 'Name' },
    { title: 'Customer' },
    { title: 'State' },
    { title: onlyYours ? 'Your time' : 'Total', right: true },
    { title: 'Budget', right: true },
  ]
  return {
    value: { projects: rows, onlyYours },
    text: rows.length === 0 ? 'No projects.' : table(columns, lines),
  }
}

export async function categories(session: Session): Promise<Outcome> {
  await session.setUp()
  const rows = await session.ask('category.list', {})
  const lines = rows.map((row) => [
    row.name,
    row.active ? 'active' : 'inactive',
    row.codeType,
    row.billType === 'billable' ? 'billable' : 'not billable',
  ])
  const columns = [{ title: 'Name' }, { title: 'State' }, { title: 'Type' }, { title: 'Billing' }]
  return { value: { categories: rows }, text: rows.length === 0 ? 'No categories.' : table(columns, lines) }
}

export async function users(session: Session): Promise<Outcome> {
  const { user } = await session.setUp()
  const rows = await session.ask('user.list', {})
  const lines = rows.map((row) => [
    row.id === user.id ? `${row.name} (you)` : row.name,
    row.role,
    row.active ? 'active' : 'inactive',
    row.atWork ? 'At Work' : '',
  ])
  const columns = [{ title: 'Name' }, { title: 'Role' }, { title: 'State' }, { title: '' }]
  return { value: { users: rows }, text: table(columns, lines) }
}
