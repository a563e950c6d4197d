// Proves when typed notes are saved.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createNoteKeeper, NOTE_RETRY_MS } from './noteKeeper.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function recording() {
  const saved: string[] = []
  const keeper = createNoteKeeper((text) => {
    saved.push(text)
    return Promise.resolve('saved')
  })
  return { saved, keeper }
}

/** The program is away until `back()`. */
function leaving() {
  const tried: string[] = []
  let here = false
  const keeper = createNoteKeeper((text) => {
    tried.push(text)
    return Promise.resolve(here ? 'saved' : 'away')
  })
  return { tried, keeper, back: () => (here = true) }
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

test('K13 what the program could not take waits, says so, and is sent when it is back', async () => {
  const { tried, keeper, back } = leaving()
  keeper.typed('typed while')
  expect(keeper.state()).toBe('waiting')
  await keeper.flush()
  expect([keeper.state(), keeper.unsaved()]).toEqual(['away', 'typed while'])
  keeper.typed('typed while away')
  expect(keeper.state()).toBe('away')
  await vi.advanceTimersByTimeAsync(5000)
  expect(keeper.unsaved()).toBe('typed while away')
  back()
  await vi.advanceTimersByTimeAsync(NOTE_RETRY_MS)
  expect([keeper.state(), keeper.unsaved()]).toEqual(['saved', null])
  expect(tried.at(-1)).toBe('typed while away')
})

test('K13 what is typed while a text is on its way follows it, and never comes before it', async () => {
  const arrived: string[] = []
  const answers: (() => void)[] = []
  const keeper = createNoteKeeper(async (text) => {
    await new Promise<void>((answer) => answers.push(answer))
    arrived.push(text)
    return 'saved'
  })
  keeper.typed('first')
  const first = keeper.flush()
  await Promise.resolve()
  keeper.typed('first and second')
  const second = keeper.flush()
  expect(keeper.unsaved()).toBe('first and second')
  answers.shift()?.()
  await first
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  answers.shift()?.()
  await second
  expect(arrived).toEqual(['first', 'first and second'])
})

test('K13 a text that is refused is not called saved', async () => {
  const keeper = createNoteKeeper(() => Promise.resolve('refused'))
  keeper.typed('too late')
  await keeper.flush()
  expect(keeper.state()).toBe('refused')
})
