// References in formulas: which they are, and where they lead when rows are put in or a formula is copied.
import { expect, test } from 'vitest'
import { copyDown, moveReferences, placeOf } from './references.ts'

/** Three rows below row 4 of "Own sheet", two below row 9 of "Other". */
const insertions = new Map([
  ['own sheet', [{ after: 4, count: 3 }]],
  ['other', [{ after: 9, count: 2 }]],
])

test.each([
  ['B3+B4+B5', 'B3+B4+B8'],
  ['SUM(B4:B4)', 'SUM(B4:B7)'],
  ['SUM(B2:B4,$C$5)', 'SUM(B2:B7,$C$8)'],
  ['SUM(B1:B3)', 'SUM(B1:B3)'],
  ['Other!A9+Other!$A$10', 'Other!A9+Other!$A$12'],
  ["'Own sheet'!B5&\"B5 and 'x'!B5\"", "'Own sheet'!B8&\"B5 and 'x'!B5\""],
  ["'It''s'!B5", "'It''s'!B5"],
  ['LOG10(B5)+A1B5+X_B5+daybook_total', 'LOG10(B8)+A1B5+X_B5+daybook_total'],
  ['[1]Sheet1!B5+Own:Other!B5', '[1]Sheet1!B5+Own:Other!B5'],
  ['Table1[[#All],[B5]]+5:6', 'Table1[[#All],[B5]]+8:9'],
  ['SUM(A:A)+1.5E5', 'SUM(A:A)+1.5E5'],
  ['#REF!+B5#', '#REF!+B8#'],
  ['"B5""B5"&B5', '"B5""B5"&B8'],
])('J8 with rows put in, %s reads %s', (formula, expected) => {
  expect(moveReferences(formula, { insertions, sheet: 'Own sheet' })).toBe(expected)
})

test('J8 in the row that is repeated only a fixed end grows; in a chart a single cell becomes its column', () => {
  const moving = { insertions, sheet: 'Own sheet' }
  expect(moveReferences('SUM(B$4:B4)/SUM(B$4:B$4)', { ...moving, grow: 'fixed' })).toBe(
    'SUM(B$4:B4)/SUM(B$4:B$7)',
  )
  expect(moveReferences("'Own sheet'!$B$4", { ...moving, single: true })).toBe("'Own sheet'!$B$4:$B$7")
  expect(moveReferences("'Own sheet'!$B$3", { ...moving, single: true })).toBe("'Own sheet'!$B$3")
})

test.each([
  ['B4*$B$7', 3, 0, 'B7*$B$7'],
  ['SUM(B$4:B4)', 2, 0, 'SUM(B$4:B6)'],
  ['A1', 0, 2, 'C1'],
  ['A1+B1048576', 1, 0, 'A2+#REF!'],
])('J8 %s copied %i down and %i to the right is %s', (formula, rows, columns, expected) => {
  expect(copyDown(formula, rows, columns)).toBe(expected)
})

test('J8 a name leads to one range of one sheet, or nowhere', () => {
  expect(placeOf("'It''s'!$B$2")).toEqual({
    sheet: "It's",
    area: { first: { row: 2, column: 2 }, last: { row: 2, column: 2 } },
  })
  for (const text of ['#REF!', '5', 'Sheet!#REF!', '[1]S!A1', 'S!A1,S!B1', 'OFFSET(S!A1,1,1)'])
    expect(placeOf(text)).toBeNull()
})

test('J8 a formula that is made to take long does not', () => {
  const began = performance.now()
  for (const part of ['[', "'", '"', '$A', 'A1:', '[['])
    moveReferences(part.repeat(Math.floor(30_000 / part.length)), { insertions, sheet: 'Own sheet' })
  expect(performance.now() - began).toBeLessThan(2_000)
})
