// Proves how typed times and dates are read.
import { expect, test } from 'vitest'
import { parseDuration } from '../../../shared/base/duration.ts'
import { plainDigits } from '../../../shared/base/plainDigits.ts'
import { onItsDay, parseTime } from '../../../shared/base/typedTime.ts'
import { dateOrder, parseDate } from './parseTyped.ts'

test.each([
  ['9', '09:00'],
  ['0902', '09:02'],
  ['902', '09:02'],
  ['9:02', '09:02'],
  ['9.02', '09:02'],
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

test.each(['', '24:01', '25', '9:60', '13pm', '0pm', 'nine', '9:02:99', '12345', '-1'])(
  'B27 %s is no time of day and is refused',
  (text) => {
    expect(parseTime(text)).toBeNull()
  },
)

test.each([
  ['9.5', '09:30'],
  ['9,5', '09:30'],
  ['9,25', '09:15'],
  ['9.25', '09:25'],
  ['16.5', '16:30'],
  ['24', '24:00'],
  ['24:00', '24:00'],
  ['2400', '24:00'],
])('K12 the typed time %s is %s', (text, time) => {
  expect(parseTime(text)).toBe(time)
})

test('K12 24:00 is the first moment of the next day', () => {
  expect(onItsDay({ date: '2026-12-31', time: '24:00' })).toEqual({ date: '2027-01-01', time: '00:00' })
  expect(onItsDay({ date: '2026-12-31', time: '23:59' })).toEqual({ date: '2026-12-31', time: '23:59' })
})

test.each([
  ['2:45', '14:55', 'en-US', '14:45'],
  ['2:45', '02:55', 'en-US', '02:45'],
  ['245', '14:55', 'en-US', '14:45'],
  ['12:10', '14:55', 'en-US', '12:10'],
  ['12:10', '09:00', 'en-US', '00:10'],
  ['2:45 am', '14:55', 'en-US', '02:45'],
  ['2:45p', '02:55', 'en-US', '14:45'],
  ['14:45', '09:00', 'en-US', '14:45'],
  ['0:30', '14:55', 'en-US', '00:30'],
  ['9.5', '14:55', 'en-US', '21:30'],
  ['2:45', '14:55', 'en-GB', '02:45'],
  ['2:45', '14:55', 'de-DE', '02:45'],
])('K12 %s typed over %s in %s is %s: the half of the day is kept', (text, over, locale, time) => {
  expect(parseTime(text, { over, locale })).toBe(time)
})

test.each([
  ['31.12.', '2026-01-05', 'past', '2025-12-31'],
  ['31.12', '2026-01-05', 'nearest', '2025-12-31'],
  ['31.12.', '2026-12-30', 'past', '2026-12-31'],
  ['3.3.', '2026-11-29', 'past', '2026-03-03'],
  ['3.3.', '2026-11-29', 'nearest', '2027-03-03'],
  ['2.1.', '2026-12-20', 'past', '2026-01-02'],
  ['2.1.', '2026-12-30', 'past', '2027-01-02'],
  ['31.12.', '2026-08-15', 'nearest', '2026-12-31'],
  ['29.2.', '2025-01-10', 'past', '2024-02-29'],
] as const)('K12 %s typed on %s (%s) is %s', (text, today, lean, date) => {
  expect(parseDate(text, today, 'de-DE', lean)).toBe(date)
})

test.each(['28/11/2', '28/11/202', '28/11/20260'])('K12 %s is a date that is not complete', (text) => {
  expect(parseDate(text, '2026-11-29', 'en-GB')).toBeNull()
})

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

test.each([
  '',
  '31.2.2026',
  'soon',
  '2026-02-30',
  '1026-03-01',
  '1.3.1026',
  '9999-01-01',
  '1.2.3.4',
  'constructor',
  '__proto__',
])('G14 %s is no date', (text) => {
  expect(parseDate(text, '2026-03-01', 'de-DE')).toBeNull()
})

test('G14 a day before the first or after the last that there is, is none', () => {
  expect(parseDate('gestern', '0001-01-01', 'de-DE')).toBeNull()
  expect(parseDate('tomorrow', '9999-12-31', 'en-US')).toBeNull()
})

test.each([
  ['fr-FR', 'hier', '2026-02-28'],
  ['fr-FR', "aujourd'hui", '2026-03-01'],
  ['es-ES', 'ayer', '2026-02-28'],
  ['pl-PL', 'wczoraj', '2026-02-28'],
  ['ar-EG', 'أمس', '2026-02-28'],
] as const)('K12 J17 %s: %s is a day', (locale, text, date) => {
  expect(parseDate(text, '2026-03-01', locale)).toBe(date)
})

test.each([
  ['es-MX', '9:30 p. m.', '21:30'],
  ['es-MX', '9:30\u00a0a.m.', '09:30'],
  ['ar-EG', '9:30 م', '21:30'],
  ['ar-EG', '12:05 ص', '00:05'],
  ['en-US', '9:30\u202fPM', '21:30'],
  ['pl-PL', '9:30', '09:30'],
] as const)('K12 J17 %s: %s is a time of day', (locale, text, time) => {
  expect(parseTime(text, { locale })).toBe(time)
})

test('K12 J17 digits of an Arabic keyboard are those of any other, and marks of direction are none', () => {
  expect(plainDigits('\u200f٣٠\u200f/١١\u200f/٢٠٢٦')).toBe('30/11/2026')
  expect(plainDigits('۱۲٫۵')).toBe('12.5')
})

test.each([
  ['2 godz. 30 min', 150],
  ['2 horas', 120],
  ['90 minut', 90],
  ['2 ساعة', 120],
] as const)('K12 J17 %s is a duration', (text, minutes) => {
  expect(parseDuration(text)).toEqual({ ok: true, value: minutes * 60_000 })
})
