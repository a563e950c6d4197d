import { expect, test } from 'vitest'
import { bestFit, nameFit } from './nameFit.ts'

test.each([
  ['Acme GmbH', '', 0],
  ['Acme GmbH', 'acm', 0],
  ['Acme GmbH', ' acme g', 0],
  ['Blue Heron', 'her', 1],
  ['Blue Heron', 'ero', 2],
  ['Beta One · Support', 'beta sup', 3],
  ['Beta One · Support', 'sup beta', 3],
  ['Beta One · Support', 'beta tra', null],
  ['Äpfel & Birnen', 'apf', 0],
  ['Weißenburg', 'weiss', 0],
  ['Acme', 'acmes', null],
] as const)('B11 the name %s and what was typed, %j', (name, typed, fit) => {
  expect(nameFit(name, typed)).toBe(fit)
})

test('B11 of a name and its code the better counts', () => {
  expect(bestFit(2, null, 1)).toBe(1)
  expect(bestFit(null, null)).toBeNull()
})
