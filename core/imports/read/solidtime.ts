// The archive of solidtime: tables that name each other by ids, put together to one in which things are called by their names.
import { z } from 'zod'
import type { ReadWatch } from './csv.ts'
import { readCsv } from './csv.ts'
import { Unreadable } from './refusal.ts'
import type { Table } from './table.ts'
import { createTable } from './table.ts'
import type { ZipEntry } from './zip.ts'

const HEADERS = [
  'description',
  'billable',
  'client',
  'project',
  'tags',
  'start',
  'end',
  'task',
  'user_name',
  'user_email',
]

export const isSolidtime = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ name }) => name.endsWith('time_entries.csv')) &&
  entries.some(({ name }) => name.endsWith('meta.json'))

export async function readSolidtime(
  name: string,
  entries: readonly ZipEntry[],
  watch: ReadWatch,
): Promise<Table> {
  const read = async (part: string): Promise<Table | null> => {
    const entry = entries.find((each) => each.name === part || each.name.endsWith(`/${part}`))
    if (entry === undefined || entry.size === 0) return null
    try {
      return await readCsv(`${name}/${part}`, entry.read(), watch)
    } catch (error) {
      // A table without rows is none; everything else is a fault of the file.
      if (error instanceof Unreadable && error.error.code === 'importFile.empty') return null
      throw error
    }
  }
  const times = await read('time_entries.csv')
  if (times === null) throw new Unreadable('importFile.empty', name)
  const [clients, projects, tasks, tags, members] = await Promise.all(
    ['clients.csv', 'projects.csv', 'tasks.csv', 'tags.csv', 'members.csv'].map(read),
  )
  const nameOf = (table: Table | null | undefined, column = 'name', by = 'id') => namesIn(table, by, column)
  const called = {
    client: nameOf(clients),
    project: nameOf(projects),
    task: nameOf(tasks),
    tag: nameOf(tags),
  }
  const ofProject = nameOf(projects, 'client_id')
  const person = { name: nameOf(members), email: nameOf(members, 'email') }
  const byUser = { name: nameOf(members, 'name', 'user_id'), email: nameOf(members, 'email', 'user_id') }
  const table = createTable(name, HEADERS, 'solidtime')
  const cell = cellsOf(times)
  for (let row = 0; row < times.rows; row += 1) {
    const get = (column: string): string => cell(row, column)
    const client = get('client_id') || (ofProject.get(get('project_id')) ?? '')
    table.add(
      [
        get('description'),
        get('billable'),
        called.client.get(client) ?? '',
        called.project.get(get('project_id')) ?? '',
        idsIn(get('tags'))
          .flatMap((id) => called.tag.get(id) ?? [])
          .join(','),
        get('start'),
        get('end'),
        called.task.get(get('task_id')) ?? '',
        person.name.get(get('member_id')) ?? byUser.name.get(get('user_id')) ?? '',
        person.email.get(get('member_id')) ?? byUser.email.get(get('user_id')) ?? '',
      ],
      times.lineOf(row),
    )
  }
  return table
}

function cellsOf(table: Table): (row: number, column: string) => string {
  const columns = new Map(table.headers.map((header, index) => [header, index]))
  return (row, column) => {
    const index = columns.get(column)
    return index === undefined ? '' : (table.texts(index)[table.cell(row, index)] ?? '')
  }
}

function namesIn(table: Table | null | undefined, by: string, column: string): Map<string, string> {
  const names = new Map<string, string>()
  if (table === null || table === undefined) return names
  const cell = cellsOf(table)
  for (let row = 0; row < table.rows; row += 1) names.set(cell(row, by), cell(row, column))
  names.delete('')
  return names
}

const Ids = z.array(z.string())
function idsIn(text: string): string[] {
  if (!text.startsWith('[')) return text === '' ? [] : text.split(',')
  try {
    return Ids.parse(JSON.parse(text))
  } catch {
    return []
  }
}
