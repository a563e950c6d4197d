import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

// As date-holidays finds it: by its name, in what was installed.
const { all } = createRequire(import.meta.resolve('date-holidays'))('deepmerge') as {
  all: (tables: object[]) => Record<string, unknown>
}

test('later tables win, tables within tables are merged, lists are joined, dates stay dates', () => {
  const start = new Date(0)
  const [first, second] = [
    { name: { en: 'New Year', de: 'Neujahr' }, type: 'public', days: [1], start, only: { first: true } },
    { name: { en: 'New Year’s Day' }, type: 'bank', days: [2], other: null },
  ]
  expect(all([{}, first, second])).toEqual({
    name: { en: 'New Year’s Day', de: 'Neujahr' },
    type: 'bank',
    days: [1, 2],
    start,
    only: { first: true },
    other: null,
  })
  expect(Object.keys(all([first, second]))).toEqual(['name', 'type', 'days', 'start', 'only', 'other'])
})

test('the result shares no table and no list with what it is made of', () => {
  const table = { name: { en: 'May Day' }, days: [{ on: 1 }] }
  const merged = all([{}, table]) as typeof table
  merged.name.en = 'changed'
  merged.days[0]!.on = 2
  expect(table).toEqual({ name: { en: 'May Day' }, days: [{ on: 1 }] })
})

test('G5 no table gives the result a foreign prototype', () => {
  const hostile = JSON.parse(
    '{ "__proto__": { "type": "public" }, "in": { "__proto__": { "x": 1 } } }',
  ) as object
  for (const merged of [all([hostile]), all([{}, hostile]), all([hostile, {}])]) {
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
    expect(Object.getPrototypeOf(merged.in)).toBe(Object.prototype)
    expect(merged.type).toBeUndefined()
  }
  expect(Object.hasOwn(Object.prototype, 'type')).toBe(false)
})
