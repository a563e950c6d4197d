import { expect, test } from 'vitest'
import { fitting, markedRow, nextMark, pickerRows } from './pickerRows.ts'
import type { NameOption } from './pickerRows.ts'

const names = (...given: string[]): NameOption[] => given.map((name) => ({ id: name, name }))
const shown = (options: NameOption[], typed: string) => fitting(options, typed).map(({ name }) => name)

test('B11 what begins with the text comes first, a code counts as well, and the order is kept within', () => {
  const options = [
    ...names('Old Beta', 'Beta Two', 'Beta One', 'Alphabet'),
    { id: 'x', name: 'Xenon', hint: 'BET' },
  ]
  expect(shown(options, 'bet')).toEqual(['Beta Two', 'Beta One', 'Xenon', 'Old Beta', 'Alphabet'])
  expect(shown(options, '')).toEqual(['Old Beta', 'Beta Two', 'Beta One', 'Alphabet', 'Xenon'])
})

test('B8 a new name can be added unless there is one called just that', () => {
  expect(pickerRows(names('Acme'), 'acm', true).at(-1)).toEqual({ kind: 'add' })
  expect(pickerRows(names('Acme'), 'ACME', true)).toHaveLength(1)
  expect(pickerRows(names('Acme'), 'acm', false)).toHaveLength(1)
  expect(pickerRows([], '', true)).toEqual([{ kind: 'add' }])
})

test('K16 Down on the one name that fits stays on it; Down again reaches the row that adds', () => {
  const rows = pickerRows(names('Blue Heron'), 'blue', true)
  const first = { moved: null, first: 0 }
  expect(markedRow(first, rows)).toBe(0)
  expect(nextMark(first, rows, 1)).toBe(0)
  expect(nextMark({ moved: 0, first: 0 }, rows, 1)).toBe(1)
  expect(nextMark({ moved: 1, first: 0 }, rows, 1)).toBe(0)
})

test('K17 arrows go from row to row and around the ends', () => {
  const rows = pickerRows(names('A', 'B', 'C'), '', false)
  expect(nextMark({ moved: null, first: 0 }, rows, 1)).toBe(1)
  expect(nextMark({ moved: null, first: 0 }, rows, -1)).toBe(2)
  expect(nextMark({ moved: 2, first: 0 }, rows, 1)).toBe(0)
  // Where nothing need be chosen, nothing is marked until an arrow is pressed.
  expect(nextMark({ moved: null, first: -1 }, rows, 1)).toBe(0)
  expect(nextMark({ moved: null, first: -1 }, rows, -1)).toBe(2)
  // Fewer rows than there were: the last.
  expect(markedRow({ moved: 7, first: 0 }, rows)).toBe(2)
})
