import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { hashOf, loadMigrations, withUnixEnds } from './migrations.ts'

type Files = Readonly<Record<string, string>>

const hashesOf = (files: Files) =>
  Object.fromEntries(
    Object.entries(files).map(([name, sql]) => [name.replace(/\.sql$/, ''), hashOf(withUnixEnds(sql))]),
  )

function folderWith(
  entries: readonly { idx: number; tag: string }[],
  files: Files,
  hashes: Files = hashesOf(files),
): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'meta'))
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ entries }))
  writeFileSync(join(folder, 'hashes.json'), JSON.stringify(hashes))
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql)
  return folder
}

const first = { idx: 0, tag: '0000_made' }
const second = { idx: 1, tag: '0001_more' }

test('migrations come in the order of the journal, and line ends do not change them', () => {
  const unix = loadMigrations(
    folderWith([first, second], { '0000_made.sql': 'a;\nb;', '0001_more.sql': 'c;' }),
  )
  const windows = loadMigrations(folderWith([first], { '0000_made.sql': 'a;\r\nb;' }))
  expect(unix.map(({ index, name, sql }) => [index, name, sql])).toEqual([
    [0, '0000_made', 'a;\nb;'],
    [1, '0001_more', 'c;'],
  ])
  expect(windows[0]?.sql).toBe(unix[0]?.sql)
  expect(windows[0]?.hash).toBe(unix[0]?.hash)
  expect(unix[1]?.hash).not.toBe(unix[0]?.hash)
})

test.each([
  ['a number is missing', 'out of order', () => folderWith([second], { '0001_more.sql': 'c;' })],
  [
    'a file is not in the journal',
    '0001_x',
    () => folderWith([first], { '0000_made.sql': 'a;', '0001_x.sql': 'b;' }),
  ],
  ['a file is missing', '0000_made', () => folderWith([first], {})],
  ['a hash is missing', '0000_made', () => folderWith([first], { '0000_made.sql': 'a;' }, {})],
])('where %s, the folder is refused', (_, said, folder) => {
  expect(() => loadMigrations(folder())).toThrow(said)
})

test('G1 what is not the released migration is never run', () => {
  const files = { '0000_made.sql': 'DROP TABLE entry;' }
  const [made] = loadMigrations(folderWith([first], files, { '0000_made': hashOf('CREATE TABLE entry;') }))
  expect(() => made?.sql).toThrow('0000_made is not what hashes.json says')
})

test('each migration that ships is still what it was when it was listed', () => {
  const folder = fileURLToPath(new URL('../../drizzle/sqlite', import.meta.url))
  const shipped = loadMigrations(folder)
  const computed = shipped.map(({ name }) => [
    name,
    hashOf(withUnixEnds(readFileSync(join(folder, `${name}.sql`), 'utf8'))),
  ])
  expect(computed).toEqual(
    Object.entries(JSON.parse(readFileSync(join(folder, 'hashes.json'), 'utf8')) as Files),
  )
})
