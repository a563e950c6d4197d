import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { loadMigrations } from './migrations.ts'

function folderWith(
  entries: readonly { idx: number; tag: string }[],
  files: Readonly<Record<string, string>>,
) {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'meta'))
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ entries }))
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql)
  return folder
}

const first = { idx: 0, tag: '0000_made' }
const second = { idx: 1, tag: '0001_more' }

test('migrations come in the order of the journal, and line ends do not change their hash', () => {
  const unix = loadMigrations(
    folderWith([first, second], { '0000_made.sql': 'a;\nb;', '0001_more.sql': 'c;' }),
  )
  const windows = loadMigrations(folderWith([first], { '0000_made.sql': 'a;\r\nb;' }))
  expect(unix.map(({ index, name, sql }) => [index, name, sql])).toEqual([
    [0, '0000_made', 'a;\nb;'],
    [1, '0001_more', 'c;'],
  ])
  expect(windows[0]).toEqual(unix[0])
  expect(unix[1]?.hash).not.toBe(unix[0]?.hash)
})

test('a folder that contradicts its journal is refused', () => {
  expect(() => loadMigrations(folderWith([second], { '0001_more.sql': 'c;' }))).toThrow('out of order')
  expect(() => loadMigrations(folderWith([first], { '0000_made.sql': 'a;', '0001_x.sql': 'b;' }))).toThrow(
    '0001_x.sql',
  )
  expect(() => loadMigrations(folderWith([first], {}))).toThrow('ENOENT')
})

test('the migrations that ship load', () => {
  const shipped = loadMigrations(fileURLToPath(new URL('../../drizzle/sqlite', import.meta.url)))
  expect(shipped[0]?.name).toMatch(/^0000_/)
})
