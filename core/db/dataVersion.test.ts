import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openForTest } from '../testing/db/openForTest.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { watchDataVersion } from './dataVersion.ts'

test("G5 another connection's commit is noticed once, one's own not at all", () => {
  const file = join(temporaryFolder(), 'daybook.db')
  const ours = openForTest(file)
  ours.exec('CREATE TABLE t (n INTEGER)')
  const theirs = openForTest(file)
  const changed = watchDataVersion(ours)
  expect(changed()).toBe(false)
  ours.exec('INSERT INTO t VALUES (1)')
  expect(changed()).toBe(false)
  theirs.exec('INSERT INTO t VALUES (2)')
  expect(changed()).toBe(true)
  expect(changed()).toBe(false)
  theirs.exec('BEGIN; INSERT INTO t VALUES (3)')
  expect(changed()).toBe(false)
  theirs.exec('COMMIT')
  expect(changed()).toBe(true)
})
