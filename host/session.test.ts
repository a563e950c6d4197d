// Tokens in addresses: good once, and for their time.
import { expect, test } from 'vitest'
import { fakeWorld } from '../core/testing/testApp.ts'
import { createSessions, hasKey, OPENER_LIFE_MS } from './session.ts'

const HOUR_MS = 3_600_000

test('G5 a token is good once and for its time: a minute for the browser’s opener, half a day where it is printed', () => {
  const { clock } = fakeWorld('2026-03-03 09:00')
  const sessions = createSessions('secret', clock)
  const printed = sessions.newToken()
  const [opener, late] = [sessions.newToken(OPENER_LIFE_MS), sessions.newToken(OPENER_LIFE_MS)]
  expect(OPENER_LIFE_MS).toBeLessThanOrEqual(60_000)
  clock.advance(OPENER_LIFE_MS)
  expect(sessions.take(opener)).toBe(true)
  expect(sessions.take(opener)).toBe(false)
  clock.advance(1)
  expect(sessions.take(late)).toBe(false)
  // Set back, the wall clock brings none of them back.
  clock.setWallOnly(0)
  expect(sessions.take(late)).toBe(false)
  expect(sessions.take(printed)).toBe(true)
  const old = sessions.newToken()
  clock.advance(12 * HOUR_MS + 1)
  expect(sessions.take(old)).toBe(false)
})

test('K19 a session is one browser: found by its cookie among others, and known to this start of the program alone', () => {
  const { clock } = fakeWorld('2026-03-03 09:00')
  const sessions = createSessions('secret', clock)
  const [one, two] = [sessions.newSession('one'), sessions.newSession('two')]
  expect(sessions.find(['planted', one.cookie])).toBe(one)
  expect(sessions.find(['planted', ''])).toBeNull()
  expect([hasKey(one, one.key), hasKey(one, two.key), hasKey(one, '')]).toEqual([true, false, false])
  expect(createSessions('secret', clock).find([two.cookie])).toBeNull()
})

test('K19 browsers that are in are listed, the one that asks is told apart, and one that is ended is a stranger', () => {
  const { clock } = fakeWorld('2026-03-03 09:00')
  const sessions = createSessions('secret', clock)
  const first = sessions.newSession('Firefox')
  const since = clock.now()
  clock.advance(HOUR_MS)
  const second = sessions.newSession('x'.repeat(5000))
  const ended: string[] = []
  sessions.onEnd(({ id }) => ended.push(id))
  clock.advance(HOUR_MS)
  sessions.find([first.cookie])
  expect(sessions.asking(second, () => sessions.list())).toEqual([
    {
      id: second.id,
      since: since + HOUR_MS,
      lastAsked: since + HOUR_MS,
      agent: 'x'.repeat(300),
      asking: true,
    },
    { id: first.id, since, lastAsked: since + 2 * HOUR_MS, agent: 'Firefox', asking: false },
  ])
  // What lists call it opens nothing.
  expect(sessions.find([first.id])).toBeNull()
  expect(hasKey(first, first.id)).toBe(false)
  expect([sessions.end(first.cookie), sessions.end(first.id), sessions.end(first.id)]).toEqual([
    false,
    true,
    false,
  ])
  expect(sessions.find([first.cookie])).toBeNull()
  expect(ended).toEqual([first.id])
  for (let n = 0; n < 100; n += 1) sessions.newSession('many')
  expect(sessions.list()).toHaveLength(100)
  expect(ended).toEqual([first.id, second.id])
})
