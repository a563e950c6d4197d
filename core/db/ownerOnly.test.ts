// What lies in the data folder is for its owner alone, also what an earlier version left open.
import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { makeDataFolder, openToOthers, windowsRights } from './ownerOnly.ts'

const onUnix = process.platform !== 'win32'
const rights = (file: string) => (statSync(file).mode & 0o777).toString(8)

test.runIf(onUnix)('K19 what an earlier version left readable is closed, and nothing else is touched', () => {
  const folder = join(temporaryFolder(), 'data')
  mkdirSync(join(folder, 'backups'), { recursive: true })
  chmodSync(folder, 0o755)
  const ours = [
    'daybook.db',
    'daybook.db-wal',
    'daybook.damaged-1.db',
    'instance.json',
    'changed',
    'backups/daybook-1.db',
  ]
  for (const name of [...ours, 'letter.txt', 'daybooks.txt'])
    writeFileSync(join(folder, name), 'x', { mode: 0o644 })
  symlinkSync(join(folder, 'letter.txt'), join(folder, 'daybook-link'))
  makeDataFolder(folder)
  expect(ours.map((name) => rights(join(folder, name)))).toEqual(ours.map(() => '600'))
  expect([rights(join(folder, 'letter.txt')), rights(join(folder, 'daybooks.txt'))]).toEqual(['644', '644'])
  expect(rights(join(folder, 'backups'))).toBe('700')
  // It may be shared on purpose: said, and left.
  expect(openToOthers(folder)).toBe('755')
  const fresh = join(folder, 'fresh')
  makeDataFolder(fresh)
  expect([openToOthers(fresh), readdirSync(fresh)]).toEqual([null, []])
  expect(openToOthers(join(folder, 'none'))).toBeNull()
})

test('K19 on Windows a data folder inherits nothing and is for its owner, the system and the administrators', () => {
  expect(windowsRights('D:\\daybook', 'FIRM\\ana')).toEqual([
    'D:\\daybook',
    '/inheritance:r',
    '/grant:r',
    'FIRM\\ana:(OI)(CI)F',
    '/grant:r',
    '*S-1-5-18:(OI)(CI)F',
    '/grant:r',
    '*S-1-5-32-544:(OI)(CI)F',
    '/q',
  ])
})
