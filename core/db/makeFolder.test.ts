import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { makeFolder } from './makeFolder.ts'

test('G1 the data folder is made with those above it, for its owner alone, and one that is there is left', () => {
  const folder = join(temporaryFolder(), 'a', 'b', 'c')
  makeFolder(folder)
  makeFolder(folder)
  makeFolder(`${folder}/`)
  expect(statSync(folder).isDirectory()).toBe(true)
  if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('G1 a file where the folder should be is an error of the file system, and stays', () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, 'mine')
  expect(() => makeFolder(file)).toThrow(/EEXIST/)
  expect(() => makeFolder(join(file, 'data'))).toThrow(/ENOTDIR|ENOENT/)
  expect(existsSync(file)).toBe(true)
})

// mkdir's own `recursive` never comes back from here.
test.runIf(process.platform === 'linux')('G1 where no folder can be made, that is said at once', () => {
  expect(() => makeFolder('/proc/nowhere/data')).toThrow(/ENOENT/)
})
