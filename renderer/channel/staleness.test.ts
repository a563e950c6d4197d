// Proves that an event refreshes exactly the queries that read what changed.
import { expect, test } from 'vitest'
import { isStaleAfter } from './staleness.ts'

const changed = (entities: 'all' | readonly ('customer' | 'timer' | 'employment')[]) =>
  ({ type: 'changed', entities, commitId: null }) as const

test('B23 a changed timer refreshes the timer but not the journal', () => {
  expect(isStaleAfter(changed(['timer']), ['timer.state', {}])).toBe(true)
  expect(isStaleAfter(changed(['timer']), ['customer.get', { customerId: 'c' }])).toBe(true)
  expect(isStaleAfter(changed(['timer']), ['customer.journal', { customerId: 'c' }])).toBe(false)
})

test('an unknown change refreshes everything but what reads nothing', () => {
  expect(isStaleAfter(changed('all'), ['customer.journal', {}])).toBe(true)
  expect(isStaleAfter(changed('all'), ['backup.list', {}])).toBe(false)
  expect(isStaleAfter(changed(['employment']), ['app.state', {}])).toBe(true)
})

test('a line that was found again refreshes everything, a lost one nothing', () => {
  expect(isStaleAfter({ type: 'connection', connected: true }, ['timer.state', {}])).toBe(true)
  expect(isStaleAfter({ type: 'connection', connected: false }, ['timer.state', {}])).toBe(false)
  expect(isStaleAfter(changed('all'), ['something else'])).toBe(false)
})
