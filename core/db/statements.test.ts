// A statement is compiled once: not again for each value that it is given.
import { expect, test } from 'vitest'
import { compiled } from '../testing/db/compiled.ts'
import { openForTest } from '../testing/db/openForTest.ts'
import { createStatements } from './statements.ts'

test('G14 a query that sorts is compiled once, whatever values it is given', async () => {
  const db = openForTest(':memory:')
  db.exec("CREATE TABLE note (day TEXT, at INTEGER); INSERT INTO note VALUES ('a', 2), ('a', 1), ('b', 3)")
  const { all, get } = createStatements(db)
  const ofDay = (day: string): unknown[] => all('SELECT at FROM note WHERE day = ? ORDER BY at', day)
  const last = (day: string): unknown =>
    get('SELECT at FROM note WHERE day = ? ORDER BY at DESC LIMIT 1', day)
  expect(ofDay('a')).toEqual([{ at: 1 }, { at: 2 }])
  expect(last('a')).toEqual({ at: 2 })
  expect(
    await compiled(() => {
      expect(ofDay('b')).toEqual([{ at: 3 }])
      expect(last('b')).toEqual({ at: 3 })
      expect(ofDay('none')).toEqual([])
    }),
  ).toBe(0)
})
