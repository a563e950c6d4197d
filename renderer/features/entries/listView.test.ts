// How a list of time is looked at stands in the address and comes back from it (I15).
import { expect, test } from 'vitest'
import type { ListView } from './listView.ts'
import { asked, EVERYTHING, viewFrom, viewPath } from './listView.ts'

test.each<[string, Partial<ListView>]>([
  ['nothing', {}],
  ['a range', { range: 'lastMonth' }],
  ['days', { range: 'days', from: '2026-03-01', to: null }],
  ['filters', { filter: { userId: 'U1', categoryId: null, projectId: 'P1', billable: false } }],
  ['a text that looks like something else', { filter: { text: 'none & true = 100 % / é' } }],
  ['an order', { sort: 'user', ascending: true }],
  ['the oldest first', { sort: 'start', ascending: true }],
  ['the longest first', { sort: 'total', ascending: false }],
])('I15 %s comes back from the address', (_, part) => {
  const view = { ...EVERYTHING, ...part }
  const path = viewPath(view)
  expect(path.split('/').length).toBeLessThanOrEqual(2)
  expect(viewFrom(path.slice(1))).toEqual(view)
})

test('I15 an address that says nothing shows everything', () => {
  expect(viewPath(EVERYTHING)).toBe('')
  for (const path of [
    '',
    'range=ever&sort=colour',
    'from=yesterday',
    'from=1026-03-01',
    '%E0%A4%A',
    'userId=',
  ])
    expect(viewFrom(path)).toEqual(EVERYTHING)
})

test.each<[Partial<ListView>, object]>([
  [{ range: 'all' }, {}],
  [{ range: 'thisMonth' }, { from: '2026-01-01', to: '2026-01-31' }],
  [{ range: 'lastMonth' }, { from: '2025-12-01', to: '2025-12-31' }],
  [{ range: 'thisYear' }, { from: '2026-01-01', to: '2026-12-31' }],
  [{ range: 'days', to: '2026-01-05' }, { to: '2026-01-05' }],
])('I15 the range %o is asked for', (part, filter) => {
  expect(asked({ ...EVERYTHING, ...part }, '2026-01-15')).toEqual(filter)
})
