// Proves how typed times and dates are read.
import { expect, test } from 'vitest'
import { dateOrder, parseDate, parseTime } from './parseTyped.ts'

test.each([
  ['9', '09:00'],
  ['0902', '09:02'],
  ['902', '09:02'],
  ['9:02', '09:02'],
  ['9.2', '09:02'],
  ['21h15', '21:15'],
  ['9 Uhr', '09:00'],
  ['9 pm', '21:00'],
  ['12am', '00:00'],
  ['12:30 p.m.', '12:30'],
  ['23:59:30', '23:59:30'],
  ['00', '00:00'],
])('B27 the typed time %s is %s', (text, time) => {
  expect(parseTime(text)).toBe(time)
})

test.each(['', '24', '9:60', '13pm', '0pm', 'nine', '9:02:99', '12345', '-1'])(
  'B27 %s is no time of day and is refused',
  (text) => {
    expect(parseTime(text)).toBeNull()
  },
)

test('G14 a date is read in the order of the locale', () => {
  expect(dateOrder('en-US')).toEqual(['month', 'day', 'year'])
  expect(parseDate('3/4/2026', '2026-03-03', 'en-US')).toBe('2026-03-04')
  expect(parseDate('3.4.2026', '2026-03-03', 'de-DE')).toBe('2026-04-03')
  expect(parseDate('3.4.', '2026-03-03', 'de-DE')).toBe('2026-04-03')
  expect(parseDate('3.4.26', '2026-03-03', 'de-DE')).toBe('2026-04-03')
})

test('G14 relative words and ISO dates are read in every locale', () => {
  expect(parseDate('gestern', '2026-03-01', 'en-US')).toBe('2026-02-28')
  expect(parseDate('Today', '2026-03-01', 'de-DE')).toBe('2026-03-01')
  expect(parseDate('-2', '2026-03-01', 'de-DE')).toBe('2026-02-27')
  expect(parseDate('2026-03-04', '2026-03-01', 'de-DE')).toBe('2026-03-04')
})

test.each(['', '31.2.2026', 'soon', '2026-02-30', '1.2.3.4', 'constructor', '__proto__'])(
  'G14 %s is no date',
  (text) => {
    expect(parseDate(text, '2026-03-01', 'de-DE')).toBeNull()
  },
)

test('G14 a day before the first or after the last that there is, is none', () => {
  expect(parseDate('gestern', '0001-01-01', 'de-DE')).toBeNull()
  expect(parseDate('tomorrow', '9999-12-31', 'en-US')).toBeNull()
})
