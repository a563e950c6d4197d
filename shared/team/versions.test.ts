// What an earlier version said, brought up step by step.
import { afterEach, expect, test } from 'vitest'
import { PROTOCOL } from './protocol.ts'
import { broughtUp, STEPS } from './versions.ts'

afterEach(() => {
  delete STEPS[PROTOCOL - 1]
  delete STEPS[PROTOCOL - 2]
})

test('H17 each version hands on to the next, which may call it otherwise again', () => {
  STEPS[PROTOCOL - 2] = { 'a.b': (args) => ({ command: 'a.c', args: { ...(args as object), c: 1 } }) }
  STEPS[PROTOCOL - 1] = { 'a.c': (args) => ({ command: 'a.c', args: { ...(args as object), d: 2 } }) }
  const act = { id: 'X', command: 'a.b', args: { b: 0 } }
  expect(broughtUp({ ...act, version: PROTOCOL - 2 })).toEqual({
    id: 'X',
    command: 'a.c',
    args: { b: 0, c: 1, d: 2 },
    version: PROTOCOL,
  })
  // Of the last version only the last step; of this one none, whatever it is called.
  expect(broughtUp({ ...act, command: 'a.c', version: PROTOCOL - 1 }).args).toEqual({ b: 0, d: 2 })
  expect(broughtUp({ ...act, command: 'a.c', version: PROTOCOL })).toMatchObject({
    command: 'a.c',
    args: { b: 0 },
  })
})

test('H17 what does not say its version is of the first, and no name of an object is a step', () => {
  STEPS[1] = {}
  expect(broughtUp({ command: 'constructor', args: {} })).toEqual({
    command: 'constructor',
    args: {},
    version: PROTOCOL,
  })
  delete STEPS[1]
})
