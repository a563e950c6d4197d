import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellText } from './cellText.ts'
import { cellXml, textXml } from './cellXml.ts'
import { createStyles } from './styles.ts'
import { xml } from './xml.ts'

const inCell = (text: string): string => /<t[^>]*>(.*)<\/t>/s.exec(textXml('A1', text, 0))?.[1] ?? ''

test('G6 text that is written without a second look is text that needs none', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('_', 'x', '0', '4', '1', ' ', '\n', '&', '<', '\uD800', '\uFFFE', '\u0007'),
    }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      expect(inCell(text)).toBe(xml(cellText(text)))
    }),
  )
  expect(inCell('é'.repeat(40_000))).toHaveLength(32_767)
})

test('G6 blanks at the ends, double blanks and line breaks are kept, and only these ask for it', () => {
  const kept = (text: string): boolean => textXml('A1', text, 0).includes(' xml:space="preserve"')
  expect([' a', 'a ', 'a\nb', 'a  b', '\ta'].map(kept)).toEqual([true, true, true, true, true])
  expect(['a b', 'a & b', ''].map(kept)).toEqual([false, false, false])
})

test('a number that no spreadsheet could read is a fault and never a broken workbook', () => {
  const styles = createStyles('EUR')
  const cell = (value: number) => cellXml('A1', value, 'hours', undefined, false, styles)
  expect(cell(1e-7)).toBe('<c r="A1" s="1"><v>1e-7</v></c>')
  expect(() => cell(Number.NaN)).toThrow('a cell of NaN')
  expect(() =>
    cellXml('A1', { formula: '1/0', result: Infinity }, 'hours', undefined, false, styles),
  ).toThrow('a cell of Infinity')
})
