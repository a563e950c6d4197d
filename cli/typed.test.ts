// What is typed on the command line: times, nearest names, and tables of what comes back.
import { expect, test } from 'vitest'
import { usualCurrency } from './commands/setup.ts'
import { nearestNames } from './names.ts'
import { Refusal } from './refusal.ts'
import { facts, oneLine, table } from './table.ts'
import { readDate, readMonth, readTime } from './times.ts'

const now = Date.UTC(2026, 2, 29, 10)
const zone = 'Europe/Berlin'
const codeOf = (text: string) => {
  try {
    return readTime(text, now, zone)
  } catch (error) {
    return error instanceof Refusal ? error.error.code : error
  }
}

test('G5 --at is HH:MM today in the organisation’s zone, or ISO 8601', () => {
  expect(codeOf('09:15')).toBe(Date.UTC(2026, 2, 29, 7, 15))
  expect(codeOf('9:15')).toBe(Date.UTC(2026, 2, 29, 7, 15))
  expect(codeOf('2026-03-03T09:15')).toBe(Date.UTC(2026, 2, 3, 8, 15))
  expect(codeOf('2026-03-03 09:15')).toBe(Date.UTC(2026, 2, 3, 8, 15))
  expect(codeOf('2026-03-03T09:15:00Z')).toBe(Date.UTC(2026, 2, 3, 9, 15))
})

test('K12 a time is read as a field of the window reads it, and 24:00 ends its day', () => {
  expect(codeOf('9')).toBe(Date.UTC(2026, 2, 29, 7, 0))
  expect(codeOf('9.5')).toBe(Date.UTC(2026, 2, 29, 7, 30))
  expect(codeOf('0915')).toBe(Date.UTC(2026, 2, 29, 7, 15))
  expect(codeOf('9:15 pm')).toBe(Date.UTC(2026, 2, 29, 19, 15))
  expect(codeOf('24:00')).toBe(Date.UTC(2026, 2, 29, 22, 0))
  expect(codeOf('2026-03-03T24:00')).toBe(Date.UTC(2026, 2, 3, 23, 0))
})

test('F8 a time that does not exist, exists twice, or is none, is refused as such', () => {
  expect(codeOf('02:30')).toBe('time.missing')
  expect(codeOf('2026-10-25T02:30')).toBe('time.twice')
  expect(codeOf('2026-10-25T02:30+02:00')).toBe(Date.UTC(2026, 9, 25, 0, 30))
  for (const text of ['', 'noon', '24:01', '25', '2026-02-30T09:00', '2026-03-03'])
    expect(codeOf(text), text).toBe('time.invalid')
  expect(() => readMonth('2026-13')).toThrow('not a month')
  expect(() => readDate('2026-02-29')).toThrow('not a date')
  expect(() => readDate('1026-02-28')).toThrow('1900 to 9998')
  expect(() => readMonth('9999-01')).toThrow('1900 to 9998')
})

test('F8 the refusal of a time says what was typed, and both readings of one that comes twice', () => {
  const hintOf = (text: string, at = now) => {
    try {
      readTime(text, at, zone)
      return null
    } catch (error) {
      return error instanceof Refusal ? error.hint : error
    }
  }
  expect(hintOf('noon')).toBe('Typed: noon')
  expect(hintOf('02:30')).toBe('Typed: 02:30')
  const both = 'Write 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00'
  expect(hintOf('2026-10-25T02:30')).toBe(`Typed: 2026-10-25T02:30. ${both}`)
  expect(hintOf('2:30', Date.UTC(2026, 9, 25, 12))).toBe(`Typed: 2:30. ${both}`)
})

test('G5 the nearest names come first, and wholly different ones stay away from near ones', () => {
  const names = ['Acme Ltd', 'ACME Holding', 'Bergstein', 'Blue Heron', 'Bluebird']
  expect(nearestNames('acme', names)).toEqual(['ACME Holding', 'Acme Ltd'])
  expect(nearestNames('Bergstien', names)).toEqual(['Bergstein'])
  expect(nearestNames('Zzz', ['Acme Ltd'])).toEqual(['Acme Ltd'])
  expect(nearestNames('x', [])).toEqual([])
})

test('G14 columns stand under each other, whatever script the names are in', () => {
  const text = table(
    [{ title: 'Name' }, { title: 'Total', right: true }],
    [
      ['山田', '1:00'],
      ['José', '12:30'],
      ['A 🎉', '0:05'],
    ],
    ['All', '13:35'],
  )
  expect(text.split('\n')).toEqual([
    'Name  Total',
    '────  ─────',
    '山田   1:00',
    'José  12:30',
    'A 🎉   0:05',
    '────  ─────',
    'All   13:35',
  ])
  expect(
    facts([
      ['Today', '1:00'],
      ['Now', 'x'],
    ]),
  ).toBe('Today  1:00\nNow    x')
  expect(oneLine('two\nlines 👩‍👩‍👧 and more', 12)).toBe('two lines 👩‍👩‍👧…')
})

test('G5 the currency follows the region of the system', () => {
  expect([
    usualCurrency('de-AT'),
    usualCurrency('en-US'),
    usualCurrency('de-CH'),
    usualCurrency('und'),
  ]).toEqual(['EUR', 'USD', 'CHF', 'USD'])
})
