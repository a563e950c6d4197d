import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextRowKeys, NO_ROWS } from './rowKeys.ts'
import type { DrawnRow } from './rowKeys.ts'

const rows = (...ids: (string | undefined)[]): DrawnRow[] => ids.map((id, index) => ({ index, id }))

test('an item that arrives takes the row that waited for it', () => {
  const waiting = nextRowKeys(NO_ROWS, rows('a', undefined, undefined))
  expect(nextRowKeys(waiting, rows('a', 'b', undefined)).list).toEqual(waiting.list)
})

test('an item that goes leaves its row to wait, and finds it again', () => {
  const there = nextRowKeys(NO_ROWS, rows('a', 'b'))
  const gone = nextRowKeys(there, rows('a', undefined))
  expect(gone.list).toEqual(there.list)
  expect(nextRowKeys(gone, rows('a', 'b')).list).toEqual(there.list)
})

test('an item takes its row along where others come or go above it', () => {
  const before = nextRowKeys(NO_ROWS, rows('b', 'c'))
  const added = nextRowKeys(before, rows('a', 'b', 'c'))
  expect(added.list.slice(1)).toEqual(before.list)
  expect(nextRowKeys(added, rows('b', 'c')).list).toEqual(before.list)
})

test('no two rows are ever the same one, and a known item never changes its row', () => {
  const drawing = fc.uniqueArray(fc.nat(12), { maxLength: 8 }).chain((places) =>
    fc.uniqueArray(fc.nat(9), { minLength: places.length, maxLength: places.length }).chain((items) =>
      fc.array(fc.boolean(), { minLength: places.length, maxLength: places.length }).map((here) =>
        places.map((index, at): DrawnRow => ({
          index,
          id: here[at] === true ? `item ${items[at]}` : undefined,
        })),
      ),
    ),
  )
  fc.assert(
    fc.property(fc.array(drawing, { maxLength: 12 }), (drawings) => {
      let keys = NO_ROWS
      for (const drawn of drawings) {
        const next = nextRowKeys(keys, drawn)
        expect(new Set(next.list).size).toBe(drawn.length)
        for (const [at, { id }] of drawn.entries())
          if (id !== undefined && keys.ofItem.has(id)) expect(next.list[at]).toBe(keys.ofItem.get(id))
        keys = next
      }
    }),
  )
})
