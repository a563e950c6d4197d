// The floor of an import, as a process of its own: csv-parse, bare prepared inserts, and the totals kept beside them, in one transaction.
// It writes the very rows that an import writes, into the same tables with the same indexes, and as durably: no trail, no guards, and
// no look at what is there already.
// `node bench/importFloor.ts DATABASE FILE` prints its time in ms.
import { hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { parse } from 'csv-parse'
import { ulid } from 'ulid'
import { MAPPINGS } from '../core/db/entityStore.ts'
import { openDatabase } from '../core/db/open.ts'

const [file = '', csv = ''] = process.argv.slice(2)
const db = openDatabase(file)
// As much of the file in memory as an import has (importWorker.ts).
db.pragma('cache_size = -24000')
const ids = (sql: string): Map<string, string> =>
  new Map(
    db
      .prepare<[], { name: string; id: string }>(sql)
      .all()
      .map(({ name, id }) => [name, id]),
  )

const began = performance.now()
const users = ids('SELECT name, id FROM user')
const customers = ids('SELECT name, id FROM customer')
const projects = ids('SELECT name, id FROM project')
const categories = ids('SELECT name, id FROM category')
const columns = MAPPINGS.timeEntry.columns.map(({ name }) => name)
const given: Record<string, number> = Object.fromEntries(
  [
    'id',
    'user_id',
    'customer_id',
    'category_id',
    'project_id',
    'work_date',
    'start_at',
    'end_at',
    'duration_ms',
    'segments',
    'note',
    'session_id',
    'import_key',
  ].map((name) => [name, columns.indexOf(name)]),
)
/** What an entry holds that says nothing more. */
const plain = new Map<string, string | number>([
  ['zone', 'UTC'],
  ['source', 'import'],
  ['tag_ids', '[]'],
  ['reference', ''],
  ['billable', 1],
])
const values: (string | number | null)[] = columns.map((name) => plain.get(name) ?? null)
const insert = db.prepare(
  `INSERT INTO time_entry (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
)
const addDay = db.prepare(
  `INSERT INTO day_total (work_date, user_id, entry_count, booked_ms, total_ms, entrance, exit) VALUES (?, ?, 1, ?, ?, ?, ?)
   ON CONFLICT DO UPDATE SET entry_count = entry_count + 1, booked_ms = booked_ms + excluded.booked_ms,
     total_ms = total_ms + excluded.total_ms, entrance = min(entrance, excluded.entrance), exit = max(exit, excluded.exit)`,
)
const addCustomer = db.prepare(
  `INSERT INTO customer_total (customer_id, entry_count, duration_ms, last_at) VALUES (?, 1, ?, ?)
   ON CONFLICT DO UPDATE SET entry_count = entry_count + 1, duration_ms = duration_ms + excluded.duration_ms,
     last_at = max(last_at, excluded.last_at)`,
)
const set = (name: string, value: string | number | null): void => {
  values[given[name] ?? -1] = value
}
// Ids as an import hands them out: indexes hold them too, so shorter ones would be less to write.
const commitId = ulid()
db.exec('BEGIN IMMEDIATE')
let row = 0
const records = createReadStream(csv).pipe(parse({ from_line: 2 }))
for await (const record of records as AsyncIterable<string[]>) {
  const [user = '', , customer = '', project = '', category = '', note = '', , day = '', from, until, to] =
    record
  const startAt = Date.parse(`${day}T${from}Z`)
  const endAt = Date.parse(`${until}T${to}Z`)
  const userId = users.get(user) ?? ''
  const customerId = customers.get(customer) ?? ''
  const length = endAt - startAt
  row += 1
  set('session_id', `${commitId}-${2 * row - 1}`)
  set('id', `${commitId}-${2 * row}`)
  // By it the row is known again. It is part of the row and has an index, in which each key comes at a place of its own.
  set('import_key', hash('sha256', record.join('\n'), 'base64url').slice(0, 24))
  set('user_id', userId)
  set('customer_id', customerId)
  set('category_id', categories.get(category) ?? '')
  set('project_id', projects.get(project) ?? '')
  set('work_date', day)
  set('start_at', startAt)
  set('end_at', endAt)
  set('duration_ms', length)
  set('segments', JSON.stringify([{ start: startAt, end: endAt }]))
  set('note', note)
  insert.run(...values)
  addDay.run(day, userId, length, length, startAt, endAt)
  addCustomer.run(customerId, length, startAt)
}
db.exec('COMMIT')
console.log(performance.now() - began)
db.close()
