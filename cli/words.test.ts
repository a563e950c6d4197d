// How money reads on a terminal.
import { expect, test } from 'vitest'
import { money } from './words.ts'

test.each([
  [620_000, 'EUR', '6,200.00 EUR'],
  [-123_456_789, 'EUR', '-1,234,567.89 EUR'],
  [-12_300, 'EUR', '-123.00 EUR'],
  [99, 'CHF', '0.99 CHF'],
  [1_234_567, 'JPY', '1,234,567 JPY'],
  [1_234_567, 'KWD', '1,234.567 KWD'],
  [null, 'EUR', '–'],
])('G5 %s minor units of %s read as %s', (minor, currency, text) => {
  expect(money(minor, currency)).toBe(text)
})
