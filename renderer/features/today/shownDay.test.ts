// Proves which day an address shows, and what a new entry of it begins with.
import { expect, test } from 'vitest'
import { dayPath, isNoDay, presetOn, shownDay } from './shownDay.ts'

test('the address of a day names it; any other shows today', () => {
  expect(shownDay(dayPath('2026-03-02'))).toBe('2026-03-02')
  for (const other of [dayPath(null), '/day', '/day/', '/day/2026-02-30', '/day/today', '/diary/2026-03'])
    expect(shownDay(other)).toBeNull()
})

test('an entry on another day begins at nine by the clocks of that day, also where they change in the night', () => {
  const at = (text: string) => Date.parse(text)
  expect(presetOn('2026-03-29', 'Europe/Berlin')).toEqual({
    startAt: at('2026-03-29T09:00+02:00'),
    endAt: at('2026-03-29T10:00+02:00'),
  })
  expect(presetOn('2026-10-25', 'Europe/Berlin').startAt).toBe(at('2026-10-25T09:00+01:00'))
})

test.each([
  ['/', false],
  [dayPath('2026-03-02'), false],
  [dayPath('2026-03-03'), true],
  ['/day/2026-02-30', true],
  ['/day', true],
  // Read in the moment before the other page comes.
  ['/diary/2026-03', false],
  ['/history', false],
])('%s leads back to Today: %s', (location, leads) => {
  expect(isNoDay(location, '2026-03-02')).toBe(leads)
})
