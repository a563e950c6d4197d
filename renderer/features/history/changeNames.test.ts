// What a change of the history is about, named once each.
import { expect, test } from 'vitest'
import { changeNames } from './changeNames.ts'

const gone = { text: 'Blue Heron', gone: true }
const there = { text: 'Blue Heron', gone: false }

test('29 a discarded timer, whose draft stays, names its customer once', () => {
  expect(changeNames([there, gone], '(deleted)')).toEqual(['Blue Heron'])
  expect(changeNames([gone, there], '(deleted)')).toEqual(['Blue Heron'])
})

test('29 what is wholly gone says so, and different names stay apart', () => {
  expect(changeNames([gone, gone, { text: 'Acme', gone: false }], '(deleted)')).toEqual([
    'Blue Heron (deleted)',
    'Acme',
  ])
})
