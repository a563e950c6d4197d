// What was kept is taken again as it was, or not at all.
import { expect, test } from 'vitest'
import type { WritableData } from '../db/data.ts'
import { createData } from '../db/data.ts'
import { keep, recall } from './kept.ts'
import { openForTest } from '../testing/db/openForTest.ts'

const VALUE = { Berlin: [7_200_000] }

function kept(): WritableData {
  const db = openForTest(':memory:')
  db.exec('CREATE TABLE device (key text PRIMARY KEY, value text NOT NULL)')
  const data = createData(db)
  keep(data, 'offsets', '2026c', VALUE)
  return data
}

test('G1 it is there for the same rules, and for no others', () => {
  const data = kept()
  expect(recall(data, 'offsets', () => '2026c')).toEqual(VALUE)
  expect(recall(data, 'offsets', () => '2027a')).toBeNull()
  expect(recall(data, 'holidays', () => '2026c')).toBeNull()
})

test.each([
  ['a digit flipped', (text: string) => text.replace('7200000', '7600000')],
  ['it cannot be read', (text: string) => text.slice(1)],
  ['it is something else', () => '[]'],
  ['it is nothing', () => 'null'],
])('G1 where %s, nothing is taken', (_, change) => {
  const data = kept()
  const { value } = data.get<{ value: string }>('SELECT value FROM device') ?? { value: '' }
  data.run('UPDATE device SET value = ?', change(value))
  expect(recall(data, 'offsets', () => '2026c')).toBeNull()
})
