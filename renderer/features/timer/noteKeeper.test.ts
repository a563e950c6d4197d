// Proves when typed notes are saved.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createNoteKeeper } from './noteKeeper.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function recording() {
  const saved: string[] = []
  const keeper = createNoteKeeper((text) => {
    saved.push(text)
    return Promise.resolve()
  })
  return { saved, keeper }
}

test('A7 a note is saved once, after a pause in typing', () => {
  const { saved, keeper } = recording()
  keeper.typed('C')
  vi.advanceTimersByTime(200)
  keeper.typed('Call')
  expect(saved).toEqual([])
  vi.advanceTimersByTime(600)
  expect(saved).toEqual(['Call'])
  vi.advanceTimersByTime(5000)
  expect(saved).toEqual(['Call'])
})

test('A7 somebody who types without a pause is saved within two seconds', () => {
  const { saved, keeper } = recording()
  for (let keystroke = 1; keystroke <= 25; keystroke += 1) {
    keeper.typed('x'.repeat(keystroke))
    vi.advanceTimersByTime(100)
  }
  expect(saved).toHaveLength(1)
  expect(saved[0]?.length).toBeLessThanOrEqual(20)
})

test('A7 leaving the field saves at once; a dropped text is left to the command that carries it', async () => {
  const { saved, keeper } = recording()
  keeper.typed('now')
  expect(keeper.dirty()).toBe(true)
  await keeper.flush()
  expect(saved).toEqual(['now'])
  expect(keeper.dirty()).toBe(false)
  keeper.typed('carried by stop')
  keeper.drop()
  vi.advanceTimersByTime(5000)
  expect(saved).toEqual(['now'])
})
