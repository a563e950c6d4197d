import { expect, test } from 'vitest'
import { typedChoice } from './typeAhead.ts'

const texts = ['All', 'Ålesund', 'Berlin', 'Bern', 'New York', 'Zürich']

test('K6 what is typed goes to the first choice that begins with it, in any case and with or without its marks', () => {
  expect(typedChoice(texts, -1, 'b')).toBe(2)
  expect(typedChoice(texts, -1, 'BERN')).toBe(3)
  expect(typedChoice(texts, 0, 'al')).toBe(0)
  expect(typedChoice(texts, 0, 'åle')).toBe(1)
  expect(typedChoice(texts, -1, 'zuri')).toBe(5)
  expect(typedChoice(texts, -1, 'new y')).toBe(4)
  expect(typedChoice(texts, 2, 'x')).toBe(-1)
  expect(typedChoice([], -1, 'x')).toBe(-1)
})

test('K6 one letter again goes to the next choice that begins with it, and around', () => {
  expect(typedChoice(texts, 2, 'b')).toBe(3)
  expect(typedChoice(texts, 3, 'bb')).toBe(2)
  // A word that goes on stays with what it means.
  expect(typedChoice(texts, 2, 'be')).toBe(2)
  expect(typedChoice(texts, 2, 'bern')).toBe(3)
})
