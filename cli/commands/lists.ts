// `daybook customers`, `categories` and `users`.
import { allCustomers } from '../names.ts'
import type { Outcome } from '../output.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { dateAndTime, durationOrDash } from '../words.ts'

export async function customers(session: Session, { search }: { search?: string }): Promise<Outcome> {
  const { organisation } = await session.setUp()
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
    { title: 'Total', right: true },
    { title: 'Last' },
    { title: '' },
  ]
  return { value: { customers: rows }, text: rows.length === 0 ? 'No customers.' : table(columns, lines) }
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
