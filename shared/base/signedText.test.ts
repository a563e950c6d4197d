// How amounts with a sign are understood: those of time accounts, hours packages and vacations (G9, I3, I6).
import { expect, test } from 'vitest'
import { readDays, readMinutes } from './signedText.ts'

test.each([
  ['30', 3_000],
  ['2.5', 250],
  ['2,5', 250],
  [' −1 ', -100],
  ['-0,25', -25],
  ['- 3', -300],
  ['0', 0],
  ['-0', 0],
  ['', null],
  ['-', null],
  ['--1', null],
  ['1.234', null],
  ['two', null],
  ['1e3', null],
  ['999999', null],
] as const)('I3 %j days are %j hundredths', (typed, hundredths) => {
  expect(readDays(typed)).toBe(hundredths)
})

test.each([
  ['2', 120],
  ['2:30', 150],
  ['−0:45', -45],
  ['- 1.5', -90],
  ['-90min', -90],
  ['-0:00', 0],
  ['', null],
  ['-', null],
  ['--1', null],
  ['two', null],
] as const)('G9 I6 %j is %j minutes', (typed, minutes) => {
  expect(readMinutes(typed)).toBe(minutes)
})
