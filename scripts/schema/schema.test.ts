// What follows from the schemas is up to date here, and where it is not, that is said and mended.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { staleCopies, writeCopies } from './copies.ts'
import {
  dropOldSnapshots,
  isSchemaStale,
  listHashes,
  missingSql,
  unlisted,
  writeSchema,
} from './migrations.ts'

const root = join(import.meta.dirname, '..', '..')
const COPIED = ['core/db/columns.ts', 'renderer/channel/reads.ts', 'shared/text/keepsName.ts']

function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'daybook-schema-'))
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  for (const path of [...COPIED, 'drizzle/sqlite']) {
    mkdirSync(join(copy, path, '..'), { recursive: true })
    cpSync(join(root, path), join(copy, path), { recursive: true })
  }
  return copy
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

test('the migrations make the tables that the nouns ask for', async () => {
  expect(await missingSql(root)).toEqual([])
  expect(unlisted(root)).toEqual([])
})

test('what is copied from the schemas is what they say', async () => {
  expect(await staleCopies(root)).toEqual([])
})

test('a field without a column, an index without its migration: the SQL that is missing is said', async () => {
  const copy = copyOfProject()
  const meta = join(copy, 'drizzle', 'sqlite', 'meta')
  const path = join(meta, readdirSync(meta).find((name) => name.endsWith('_snapshot.json')) ?? '')
  const snapshot = JSON.parse(readFileSync(path, 'utf8')) as {
    tables: { timer: { columns: Record<string, unknown>; indexes: Record<string, unknown> } }
  }
  delete snapshot.tables.timer.columns.note
  delete snapshot.tables.timer.indexes.timer_user
  writeFileSync(path, JSON.stringify(snapshot))
  expect(await missingSql(copy)).toEqual([
    'ALTER TABLE `timer` ADD `note` text NOT NULL;',
    'CREATE INDEX `timer_user` ON `timer` (`user_id`);',
  ])
})

test('a copy that lacks a field or a noun is written anew', async () => {
  const copy = copyOfProject()
  edit(join(copy, 'core/db/columns.ts'), "      ['clientTimer', 'client_timer', 'flag'],\n", '')
  edit(join(copy, 'renderer/channel/reads.ts'), "'timer.active': [\n    'timer',", "'timer.active': [")
  edit(join(copy, 'shared/text/keepsName.ts'), "  'case',\n", '')
  expect(await staleCopies(copy)).toEqual(COPIED)
  await writeCopies(copy)
  expect(await staleCopies(copy)).toEqual([])
  expect(readFileSync(join(copy, 'core/db/columns.ts'), 'utf8')).toBe(
    readFileSync(join(root, 'core/db/columns.ts'), 'utf8'),
  )
})

test('a new migration is listed with its hash, those before keep theirs, and one snapshot stays', () => {
  const copy = copyOfProject()
  const folder = join(copy, 'drizzle', 'sqlite')
  const before = JSON.parse(readFileSync(join(folder, 'hashes.json'), 'utf8')) as object
  writeFileSync(join(folder, '9999_more.sql'), 'SELECT 1;\n')
  writeFileSync(join(folder, 'meta', '9999_snapshot.json'), '{}')
  expect(unlisted(copy)).toEqual(['9999_more'])
  expect(listHashes(copy)).toEqual(['9999_more'])
  expect(JSON.parse(readFileSync(join(folder, 'hashes.json'), 'utf8'))).toEqual({
    ...before,
    '9999_more': 'b4e0497804e46e0a0b0b8c31975b062152d551bac49c3c2e80932567b4085dcd',
  })
  dropOldSnapshots(copy)
  expect(readdirSync(join(folder, 'meta'))).toEqual(['9999_snapshot.json', '_journal.json'])
})

test('K20 what all migrations make is written down, and written anew where it says otherwise', () => {
  expect(isSchemaStale(root)).toBe(false)
  const copy = copyOfProject()
  const path = join(copy, 'drizzle', 'sqlite', 'schema.json')
  edit(path, '"index timer_user": "CREATE INDEX timer_user ON timer (user_id)"', '"index planted": ""')
  expect(isSchemaStale(copy)).toBe(true)
  expect(writeSchema(copy)).toBe(true)
  expect(readFileSync(path, 'utf8')).toBe(
    readFileSync(join(root, 'drizzle', 'sqlite', 'schema.json'), 'utf8'),
  )
})
