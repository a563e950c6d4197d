// Proves that whoever is asked to end ends at the next statement or row, and leaves a connection that can be closed.
import { expect, test } from 'vitest'
import { EndAsked, endable } from './endable.ts'
import { openDatabase } from './open.ts'

const NUMBERS =
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT i FROM n'

/** Asked to end once so many rows were read. */
function opened(after: number) {
  const read: number[] = []
  const db = endable(openDatabase(':memory:'), () => read.length >= after)
  return { db, read }
}

test('G1 rows are read one by one until it is asked, and the connection closes', () => {
  const { db, read } = opened(3)
  const rows = db.prepare<[], number>(NUMBERS).pluck().iterate()
  expect(() => {
    for (const row of rows) read.push(row)
  }).toThrow(EndAsked)
  expect(read).toEqual([1, 2, 3])
  expect(db.close().open).toBe(false)
})

test('G1 what is being written is taken back', () => {
  const { db, read } = opened(2)
  db.exec('CREATE TABLE t (n)')
  const add = db.prepare<[number]>('INSERT INTO t VALUES (?)')
  const many = db.transaction(() => {
    for (let n = 0; n < 5; n += 1) {
      add.run(n)
      read.push(n)
    }
  })
  expect(() => many()).toThrow(EndAsked)
  read.length = 0
  expect(db.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 0 })
})

test('G1 what was prepared before is not run after it is asked', () => {
  const { db, read } = opened(1)
  const one = db.prepare<[number], { n: number }>('SELECT ? AS n')
  expect(one.get(7)).toEqual({ n: 7 })
  expect(one.all(8)).toEqual([{ n: 8 }])
  read.push(0)
  expect(() => one.get(7)).toThrow(EndAsked)
  expect(() => one.all(8)).toThrow(EndAsked)
})
