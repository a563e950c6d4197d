// Columns stay aligned, whatever letters names are written in.
import { expect, test } from 'vitest'
import { table } from './table.ts'

test.each([
  ['Latin', 'Acme', 4],
  ['an accent that combines', 'Cafe\u0301', 4],
  ['Han', '東京', 4],
  ['full-width letters', 'ＡＢＣ', 6],
  ['CJK punctuation', '「東京」、', 10],
  ['Hangul', '서울', 4],
  ['emoji', '👩‍👧 ok', 5],
  ['an ellipsis', 'Acme…', 5],
])('D14 %s: the next column begins where the title’s does', (_what, name, columns) => {
  const [, , line = ''] = table([{ title: 'Name of a customer' }, { title: 'Note' }], [[name, 'x']]).split(
    '\n',
  )
  expect(line).toBe(`${name}${' '.repeat('Name of a customer'.length - columns)}  x`)
})
