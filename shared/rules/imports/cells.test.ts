// Cells of other people's tables: what they say, and what they cannot be made to say.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../base/duration.ts'
import { dateOfEpochDay } from '../../base/localDate.ts'
import type { DateOrder } from '../../contract/timeImport.ts'
import { dateOrders, readDate, readFlag, readLength, readMoment, readTime } from './cells.ts'

test.each<[string, DateOrder, string | null]>([
  ['2026-03-02', 'ymd', '2026-03-02'],
  ['2026/3/2', 'dmy', '2026-03-02'],
  ['20260302', 'ymd', '2026-03-02'],
  ['02.03.2026', 'mdy', '2026-03-02'],
  ['02/03/2026', 'dmy', '2026-03-02'],
  ['02/03/2026', 'mdy', '2026-02-03'],
  ['2-3-26', 'dmy', '2026-03-02'],
  ['31/02/2026', 'dmy', null],
  ['13/13/2026', 'dmy', null],
  ['2026-02-30', 'ymd', null],
  ['yesterday', 'ymd', null],
])('J1 the date %s read %s', (text, order, date) => {
  expect(readDate(text, order)).toBe(date)
})

test('J1 every date of the calendar is read back in each order that it is written in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), (day) => {
      const date = dateOfEpochDay(day)
      const [year, month, dom] = date.split('-')
      expect(readDate(`${dom}/${month}/${year}`, 'dmy')).toBe(date)
      expect(readDate(`${month}/${dom}/${year}`, 'mdy')).toBe(date)
      expect(readDate(`${dom}.${month}.${year}`, 'mdy')).toBe(date)
    }),
  )
})

test.each<[string[], DateOrder[]]>([
  [['2026-03-02'], ['ymd']],
  [
    ['03/02/2026', '04/05/2026'],
    ['dmy', 'mdy'],
  ],
  [['03/02/2026', '13/05/2026'], ['dmy']],
  [['03/02/2026', '05/13/2026'], ['mdy']],
  [['02.03.2026'], ['dmy']],
  [['13/05/2026', '05/13/2026'], []],
  [['03/02/2026 10:00', '01/31/2026 09:00'], ['mdy']],
])('J3 the order of %j is %j', (texts, orders) => {
  expect(dateOrders(texts)).toEqual(orders)
})

test.each<[string, number | null]>([
  ['9:05', 9 * HOUR_MS + 5 * MINUTE_MS],
  ['09:05:30', 9 * HOUR_MS + 5 * MINUTE_MS + 30_000],
  ['10:23 AM', 10 * HOUR_MS + 23 * MINUTE_MS],
  ['12:00 am', 0],
  ['12:30 p.m.', 12 * HOUR_MS + 30 * MINUTE_MS],
  ['24:00', 24 * HOUR_MS],
  ['24:01', null],
  ['13:00 PM', null],
  ['9:60', null],
  ['9', null],
])('J1 the time %s', (text, ms) => {
  expect(readTime(text)).toBe(ms)
})

test.each<[string, object | null]>([
  ['2026-03-02T09:00:00Z', { instant: Date.UTC(2026, 2, 2, 9) }],
  ['2026-03-02 09:00:00+01:00', { instant: Date.UTC(2026, 2, 2, 8) }],
  ['20260302T090000Z', { instant: Date.UTC(2026, 2, 2, 9) }],
  ['2026-02-30T09:00:00Z', null],
  ['2026-03-02 09:00', { date: '2026-03-02', timeMs: 9 * HOUR_MS }],
  ['02/03/2026 9:00 PM', { date: '2026-03-02', timeMs: 21 * HOUR_MS }],
  ['09:00', { date: null, timeMs: 9 * HOUR_MS }],
  ['=cmd|calc', null],
])('J1 the moment %s', (text, moment) => {
  expect(readMoment(text, 'dmy')).toEqual(moment)
})

test.each<[string, 'hours' | 'minutes' | 'seconds', number | null]>([
  ['01:30:00', 'hours', 90 * MINUTE_MS],
  ['1:30', 'hours', 90 * MINUTE_MS],
  ['1.5', 'hours', 90 * MINUTE_MS],
  ['1,5', 'hours', 90 * MINUTE_MS],
  ['90', 'minutes', 90 * MINUTE_MS],
  ['5400', 'seconds', 90 * MINUTE_MS],
  ['PT1H30M', 'hours', 90 * MINUTE_MS],
  ['1 000', 'hours', 1000 * HOUR_MS],
  ['', 'hours', null],
  ['-1', 'hours', null],
  ['soon', 'hours', null],
])('J1 the length %s in %s', (text, unit, ms) => {
  expect(readLength(text, unit)).toBe(ms)
})

test('J1 yes and no are read in several languages, and nothing else is either', () => {
  expect(['Yes', 'ja', 'TRUE', '1', 'No', 'nein', '0', '', 'perhaps'].map(readFlag)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    null,
    null,
  ])
})
