// A firm without time, and a file of Toggl Track that holds all of it: on customers, projects and people that are there already, so that
// an import and bare statements have the same to do.
import { closeSync, openSync, writeSync } from 'node:fs'
import { ask } from './ask.ts'
import { NOW, openApp } from './data.ts'

const PEOPLE = 10
const CUSTOMERS = 40
const A_DAY = 8
const DAY_MS = 86_400_000
const KINDS = ['Development', 'Support', 'Meetings']

const person = (index: number): string => `Person ${index}`
const customer = (index: number): string => `Customer ${index}`
const project = (index: number): string => `Project ${index}`

/** In UTC, so that nothing has to be known of clock changes. */
export async function makeFirm(dataDir: string): Promise<void> {
  const app = await openApp(dataDir)
  try {
    await ask(app, 'organisation.setUp', {
      organisationName: 'Import',
      userName: person(0),
      zone: 'UTC',
      currency: 'EUR',
      categoryNames: KINDS,
    })
    for (let index = 1; index < PEOPLE; index += 1)
      await ask(app, 'user.add', { name: person(index), role: 'employee' })
    for (let index = 0; index < CUSTOMERS; index += 1) {
      const { customerId } = await ask(app, 'customer.add', { name: customer(index) })
      await ask(app, 'project.add', { customerId, name: project(index) })
    }
  } finally {
    await app.close()
  }
}

const HEADER =
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags'

export function writeTogglFile(file: string, rows: number): void {
  const out = openSync(file, 'w')
  let lines = [HEADER]
  const flush = (): void => {
    writeSync(out, `${lines.join('\n')}\n`)
    lines = []
  }
  for (let row = 0; row < rows; row += 1) {
    const who = row % PEOPLE
    const number = Math.floor(row / PEOPLE)
    const day = new Date(NOW - (1 + Math.floor(number / A_DAY)) * DAY_MS).toISOString().slice(0, 10)
    const startMinutes = 8 * 60 + (number % A_DAY) * 60
    const length = 15 + (row % 45)
    const what = (row * 7) % CUSTOMERS
    lines.push(
      [
        person(who),
        '',
        customer(what),
        project(what),
        KINDS[row % KINDS.length],
        `Worked on part ${row % 997} of it`,
        'Yes',
        day,
        clock(startMinutes),
        day,
        clock(startMinutes + length),
        clock(length),
        '',
      ].join(','),
    )
    if (lines.length === 10_000) flush()
  }
  flush()
  closeSync(out)
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`

/** What a database holds afterwards, and how long its rows are: equal on both sides, or the comparison says nothing. */
export const TOTALS_SQL = `SELECT (SELECT count(*) || ' ' || sum(duration_ms) || ' ' || sum(start_at) || ' ' || count(DISTINCT import_key) || ' ' ||
  sum(length(id) + length(session_id) + length(segments) + length(note) + length(zone) + length(import_key)) FROM time_entry) || ' / ' ||
  (SELECT count(*) || ' ' || sum(entry_count) || ' ' || sum(booked_ms) || ' ' || sum(total_ms) || ' ' || sum(entrance) || ' ' || sum(exit) FROM day_total) || ' / ' ||
  (SELECT count(*) || ' ' || sum(entry_count) || ' ' || sum(duration_ms) || ' ' || sum(last_at) FROM customer_total)`
