// Proves that stored text is valid in every export and kept as typed otherwise, and that search finds it.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, fold } from './text.ts'

const line = { max: 200, multiline: false }
const note = { max: 10_000, multiline: true }

test.each([
  ['  Acme Ltd \t', 'Acme Ltd'],
  ['  Acme & Co. (~1)  ', 'Acme & Co. (~1)'],
  // What would turn what stands around a name: overrides, embeddings and isolates. The plain marks stay.
  ['\u202Eacme\u202C \u2066x\u2069\u202A\u202B\u2067\u2068\u202D', 'acme x'],
  ['שלום\u200F 1\u200E', 'שלום\u200F 1\u200E'],
  ['Acme\r\nLtd', 'Acme Ltd'],
  ['Ac\u0000me\u001B\u0085', 'Acme'],
  ['Cafe\u0301', 'Café'],
  ['a\uFFFEb\uFFFFc\uFDD0d\u{1FFFE}e', 'abcde'],
  ['a\uD800b\uDC00c', 'abc'],
  ['😀 أحمد בע״מ', '😀 أحمد בע״מ'],
  ['\u00A0\uFEFF', ''],
])('B11 the name %j is stored as %j', (text, expected) => {
  expect(cleanText(text, line)).toBe(expected)
})

test('A7 a note keeps its blanks, tabs and lines as typed', () => {
  expect(cleanText('  one\r\n\ttwo\rthree  \n', note)).toBe('  one\n\ttwo\nthree  \n')
  expect(cleanText('a\u0007b\u007Fc\u000Bd', note)).toBe('abcd')
  expect(cleanText('  one \n\ttwo  ', note)).toBe('  one \n\ttwo  ')
  const long = '😀'.repeat(5000)
  expect(cleanText(long, note)).toBe(long)
})

test.each([
  ['abcdef', 3, 'abc'],
  ['ab😀', 3, 'ab'],
  ['abe\u0323\u0302\u0330x', 3, 'ab'],
  ['👨‍👩‍👧‍👦', 3, '👨\u200D'], // one character longer than the whole field: what fits of it
  ['ab cd', 3, 'ab'],
])('B11 %j is cut at %s without halving a character', (text, max, expected) => {
  expect(cleanText(text, { max, multiline: false })).toBe(expected)
})

test('G6 cleaned text is valid XML text, no longer than allowed, and cleaning it again changes nothing', () => {
  const hostile = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        '\uD800',
        '\uDFFF',
        '\uFFFE',
        '\uFDEF',
        '\u{10FFFF}',
        '\u0000',
        '\r',
        '\n',
        '\t',
        '\u0301',
        'e',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  })
  fc.assert(
    fc.property(hostile, fc.nat(40), fc.boolean(), (text, max, multiline) => {
      const clean = cleanText(text, { max, multiline })
      expect(clean.length).toBeLessThanOrEqual(max)
      expect(clean.isWellFormed()).toBe(true)
      expect(clean).not.toMatch(/[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}/u)
      expect(clean.normalize('NFC')).toBe(clean)
      expect(clean).not.toMatch(multiline ? /\r/ : /^\s|\s$|[\n\t]/)
      expect(cleanText(clean, { max, multiline })).toBe(clean)
    }),
    { numRuns: 1000 },
  )
})

describe('A3 search', () => {
  test.each([
    ['Müller', 'muller'],
    ['MÜLLER', 'mu\u0308ller'],
    ['Straße', 'STRASSE'],
    ['Ærøskøbing', 'aeroskobing'],
    ['Łódź', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['Ισραήλ Πάτρας', 'ισραηλ πατρασ'],
    ['Ёлка', 'елка'],
    ['ｆｕｌｌ ﬁt', 'full fit'],
    ['مُحَمَّد', 'محمد'],
  ])('A3 %j is found by %j', (name, typed) => {
    expect(fold(name)).toBe(fold(typed))
  })

  test.each([
    ['か', 'が'],
    ['कि', 'का'],
    ['Acme', 'Acne'],
  ])('A3 %j and %j stay different', (one, other) => {
    expect(fold(one)).not.toBe(fold(other))
  })

  test('A3 folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 1000 },
    )
  })
})
