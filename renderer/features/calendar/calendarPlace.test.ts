// The calendar's address, and which days a view shows.
import { expect, test } from 'vitest'
import { calendarPath, daysOf, placeFrom, stepped } from './calendarPlace.ts'

test('view, day and people stand in the address and come back from it', () => {
  const place = { view: 'month' as const, date: '2026-03-05', people: ['a', 'b'] }
  expect(calendarPath(place)).toBe('/calendar/month/2026-03-05/a,b')
  expect(placeFrom({ view: 'month', date: '2026-03-05', people: 'a,b' })).toEqual(place)
  expect(calendarPath({ view: 'day', date: null, people: [] })).toBe('/calendar/day')
  expect(calendarPath({ view: 'day', date: null, people: ['a'] })).toBe('/calendar/day/today/a')
  expect(placeFrom({ view: 'day', date: 'today', people: 'a' })).toEqual({
    view: 'day',
    date: null,
    people: ['a'],
  })
})

test('people in the address that can be nobody are left out', () => {
  expect(placeFrom({ people: '%zz,a,,b c' }).people).toEqual(['a'])
})

test.each([
  [{}, 'week', null],
  [{ view: 'decade', date: '2026-02-30' }, 'week', null],
  [{ view: 'agenda', date: '9998-12-31' }, 'agenda', null],
])('%j is a place all the same', (params, view, date) => {
  expect(placeFrom(params)).toMatchObject({ view, date, people: [] })
})

test.each([
  ['day', '2026-03-05', 1, '2026-03-05', '2026-03-05'],
  ['week', '2026-03-05', 1, '2026-03-02', '2026-03-08'],
  ['week', '2026-03-05', 7, '2026-03-01', '2026-03-07'],
  ['agenda', '2026-03-05', 1, '2026-03-02', '2026-03-08'],
  ['month', '2026-03-05', 1, '2026-02-23', '2026-04-05'],
  ['month', '2026-02-11', 7, '2026-02-01', '2026-02-28'],
] as const)('a %s of %s with weeks from day %d shows %s to %s', (view, date, weekStart, from, to) => {
  expect(daysOf(view, date, weekStart)).toEqual({ from, to })
})

test.each([
  ['day', '2026-02-28', 1, '2026-03-01'],
  ['week', '2026-03-05', -1, '2026-02-26'],
  ['agenda', '2026-03-05', 1, '2026-03-12'],
  ['month', '2026-01-31', 1, '2026-02-28'],
  ['month', '2026-03-15', -1, '2026-02-15'],
] as const)('from a %s of %s %d further lies %s', (view, date, by, next) => {
  expect(stepped(view, date, by)).toBe(next)
})
