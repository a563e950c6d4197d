// A request is understood whole or refused: what it does not know is never left out in silence.
import { expect, test } from 'vitest'
import type { RequestName } from './contract.ts'
import { readArgs } from './readArgs.ts'

const ID = '01JDZMTTC0CSAMP00000000001'
const problemsOf = (name: RequestName, args: unknown) => {
  const read = readArgs(name, args)
  return read.ok ? {} : read.error.details?.fields
}

test('K4 a field that a request does not know is named, wherever it stands', () => {
  expect(problemsOf('entry.edit', { entryId: ID, noet: 'a call' })).toEqual({ noet: 'is not known here' })
  expect(problemsOf('entry.editMany', { entryIds: [ID], startAt: 0, endAt: 1 })).toEqual({
    startAt: 'is not known here',
    endAt: 'is not known here',
  })
  expect(problemsOf('rules.saveMine', { rules: { minMinutes: 15 } })).toEqual({
    'rules.minMinutes': 'is not known here',
  })
  expect(problemsOf('app.state', JSON.parse('{"__proto__": {"a": 1}}'))).toEqual({
    ['__proto__']: 'is not known here',
  })
})

test('K4 what a request knows is taken as before, and what is undefined is not there', () => {
  // What stands twice in a list counts once.
  expect(problemsOf('entry.edit', { entryId: ID, tagIds: [ID, ID] })).toEqual({})
  expect(
    readArgs('entry.edit', { entryId: ID, note: 'a call', startAt: undefined, other: undefined }),
  ).toEqual({ ok: true, value: { entryId: ID, note: 'a call' } })
  expect(problemsOf('entry.edit', { note: 7, other: 1 })).toEqual({
    entryId: 'is missing',
    note: 'must be text',
  })
})
