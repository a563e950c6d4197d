// What others did is written in whatever order it comes, and costs the next command here nothing that it need not.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Effect } from '../../shared/entities/registry.ts'
import { inverse } from '../../shared/team/meaning.ts'
import type { WritableData } from '../db/data.ts'
import { createData } from '../db/data.ts'
import { openDatabase } from '../db/open.ts'
import { at, openFirm } from '../testing/testApp.ts'
import { writeEffects } from './applyCommit.ts'

async function opened(): Promise<WritableData> {
  const dataDir = mkdtempSync(join(tmpdir(), 'daybook-apply-'))
  const f = await openFirm('2026-03-20 09:00', { dataDir })
  const startAt = at('2026-03-19 09:00')
  await f.ok('entry.add', { customerId: f.acme, categoryId: f.support, startAt, endAt: startAt + 60_000 })
  await f.app.close()
  const data = createData(openDatabase(join(dataDir, 'daybook.db')))
  onTestFinished(() => {
    data.db.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  })
  return data
}

/** Is the check of references put off, for which SQLite compiles anew whatever it is asked next? */
function written(data: WritableData, effects: readonly Effect[]): boolean {
  data.run('BEGIN IMMEDIATE')
  writeEffects(data, effects)
  const deferred = data.db.pragma('defer_foreign_keys', { simple: true }) === 1
  data.run('COMMIT')
  return deferred
}

test('H6 what a colleague did puts off no check where nothing refers to what is not there', async () => {
  const data = await opened()
  const [customer] = data.list('customer')
  const [entry] = data.list('timeEntry')
  if (customer === undefined || entry === undefined) throw new Error('there is nothing')
  const edited: Effect = { entity: 'customer', before: customer, after: { ...customer, notes: 'called' } }
  const added: Effect = { entity: 'timeEntry', before: null, after: { ...entry, id: 'another' } }
  expect(written(data, [edited, added])).toBe(false)
  expect(written(data, inverse([edited, added]))).toBe(false)
  expect(data.list('timeEntry')).toEqual([entry])
})

test('H6 what comes before what it refers to, or goes before what refers to it, is written all the same', async () => {
  const data = await opened()
  const [customer] = data.list('customer')
  const [entry] = data.list('timeEntry')
  if (customer === undefined || entry === undefined) throw new Error('there is nothing')
  const gone: Effect[] = [
    { entity: 'customer', before: customer, after: null },
    { entity: 'timeEntry', before: entry, after: null },
  ]
  expect(written(data, gone)).toBe(true)
  expect(data.list('timeEntry')).toEqual([])
  expect(written(data, inverse(gone).toReversed())).toBe(false)
  expect(written(data, gone)).toBe(true)
  expect(written(data, inverse(gone))).toBe(true)
  expect(data.list('timeEntry')).toEqual([entry])
})
