import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeFileName } from '../fileName.ts'
import { cellText, looksLikeFormula } from './cellText.ts'
import { columnLetter, createSheetNames, sheetRef } from './sheetName.ts'

test('G6 sheet names are what Excel accepts, each once', () => {
  const names = createSheetNames()
  expect(names.take('Ana Weber')).toBe('Ana Weber')
  expect(names.take('ANA WEBER')).toBe('ANA WEBER (2)')
  expect(names.take('a/b\\c?d*e[f]g:h')).toBe('a-b-c-d-e-f-g-h')
  expect(names.take("O'Brien's")).toBe('O’Brien’s')
  // What Excel would decode in a name, LibreOffice would not: such a name has no escape that both find again.
  expect(names.take('_x0041_')).toBe('-x0041_')
  expect(names.take('')).toBe('Sheet')
  expect(names.take('History')).toBe('History-')
  expect(names.take('x'.repeat(200))).toBe('x'.repeat(31))
  expect(names.take('x'.repeat(200))).toBe(`${'x'.repeat(27)} (2)`)
})

test('G6 whatever the names are, their sheets are valid and distinct', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 20 }), (wanted) => {
      const names = createSheetNames()
      const taken = wanted.map((name) => names.take(name))
      expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(taken.length)
      for (const name of taken) {
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(31)
        expect(name).not.toMatch(/[:\\/?*[\]]|^'|'$/)
        expect(name.isWellFormed()).toBe(true)
        expect(name).not.toMatch(/_x[0-9A-Fa-f]{4}_/)
      }
    }),
  )
})

test('G6 references are quoted and columns lettered', () => {
  expect(sheetRef('A1', '$B$2')).toBe("'A1'!$B$2")
  expect([0, 25, 26, 51, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA'])
})

test('G6 text is valid XML, keeps its lines, and is not decoded', () => {
  expect(cellText('a\u0000b\u0007c\uFFFEd\uFFFFe\uD800f\u{1FFFE}g')).toBe('abcdefg')
  expect(cellText('one\r\ntwo\tthree')).toBe('one\ntwo\tthree')
  expect(cellText('_x0041_')).toBe('_x005F_x0041_')
  expect(cellText('👩‍👩‍👧 שלום')).toBe('👩‍👩‍👧 שלום')
  expect(cellText('é'.repeat(40_000))).toHaveLength(32_767)
  expect(['=1+1', '+1', '-1', '@SUM', '\tx', 'x=1', ' =1'].map(looksLikeFormula)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})

test('B43 file names are what every system takes, and end with what the file holds', () => {
  expect(safeFileName('Ana Weber 2026-03')).toBe('Ana Weber 2026-03.xlsx')
  expect(safeFileName('a/b:c*?"<>|\\d ')).toBe('a-b-c-------d.xlsx')
  expect(safeFileName('CON')).toBe('CON-.xlsx')
  expect(safeFileName('..')).toBe('Daybook.xlsx')
  expect(safeFileName('evil\u202Exslx.exe')).toBe('evilxslx.exe.xlsx')
  const long = safeFileName(`${'🙂'.repeat(200)} 2026-03`)
  expect(long.endsWith('🙂 2026-03.xlsx')).toBe(true)
  expect(Buffer.byteLength(long)).toBeLessThan(200)
})
