import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

const line = (...cells: string[]): string =>
  csvOf([cells])
    .replace(/^\uFEFF/, '')
    .replace(/\r\n$/, '')

test.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1'])(
  'I11 %j is text to a spreadsheet, and not run',
  (text) => {
    expect(line(text)).toMatch(/^"?'/)
  },
)

test('I11 numbers stay numbers, below zero too', () => {
  expect(line('-12.50', '3', '100:05', '0.00')).toBe('-12.50,3,100:05,0.00')
})

test('I11 commas, quotes and breaks stay within their cell; the text says that it is UTF-8', () => {
  expect(line('Lee, Ann', 'the "big" one', 'two\nlines')).toBe('"Lee, Ann","the ""big"" one","two\nlines"')
  expect(csvOf([['Zoë']])).toBe('\uFEFFZoë\r\n')
})
