import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextRows, NO_ROWS } from './rowKeys.ts'
import type { DrawnRow, KeyedRows } from './rowKeys.ts'

const rows = (...ids: (string | undefined)[]): DrawnRow[] => ids.map((id, index) => ({ index, id }))

const keys = ({ rows: keyed }: KeyedRows): string[] => keyed.map(({ key }) => key)

test('an item that arrives takes the row that waited for it', () => {
  const waiting = nextRows(NO_ROWS, rows('a', undefined, undefined))
  expect(keys(nextRows(waiting, rows('a', 'b', undefined)))).toEqual(keys(waiting))
})

test('an item that goes leaves its row to wait, and finds it again', () => {
  const there = nextRows(NO_ROWS, rows('a', 'b'))
  const gone = nextRows(there, rows('a', undefined))
  expect(keys(gone)).toEqual(keys(there))
  expect(keys(nextRows(gone, rows('a', 'b')))).toEqual(keys(there))
})

test('an item takes its row along where others come or go above it', () => {
  const before = nextRows(NO_ROWS, rows('b', 'c'))
  const added = nextRows(before, rows('a', 'b', 'c'))
  expect(keys(added).slice(1)).toEqual(keys(before))
  expect(keys(nextRows(added, rows('b', 'c')))).toEqual(keys(before))
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
      let before = NO_ROWS
      for (const drawn of drawings) {
        const next = nextRows(before, drawn)
        expect(new Set(keys(next)).size).toBe(drawn.length)
        for (const { id, key } of before.rows) {
          const again = next.rows.find((row) => id !== undefined && row.id === id)
          if (again !== undefined) expect(again.key).toBe(key)
        }
        before = next
      }
    }),
  )
})
