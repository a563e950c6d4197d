// Tokens in addresses: good once, and for their time.
import { expect, test } from 'vitest'
import { fakeWorld } from '../core/testing/testApp.ts'
import { createSessions, OPENER_LIFE_MS } from './session.ts'

const HOUR_MS = 3_600_000

test('G5 a token is good once and for its time: a minute for the browser’s opener, half a day where it is printed', () => {
  const { clock } = fakeWorld('2026-03-03 09:00')
  const sessions = createSessions('secret', clock)
  const printed = sessions.newToken()
  const [opener, late] = [sessions.newToken(OPENER_LIFE_MS), sessions.newToken(OPENER_LIFE_MS)]
  expect(OPENER_LIFE_MS).toBeLessThanOrEqual(60_000)
  clock.advance(OPENER_LIFE_MS)
  expect(sessions.exchange(opener)).not.toBeNull()
  expect(sessions.exchange(opener)).toBeNull()
  clock.advance(1)
  expect(sessions.exchange(late)).toBeNull()
  // Set back, the wall clock brings none of them back.
  clock.setWallOnly(0)
  expect(sessions.exchange(late)).toBeNull()
  expect(sessions.exchange(printed)).not.toBeNull()
  const old = sessions.newToken()
  clock.advance(12 * HOUR_MS + 1)
  expect(sessions.exchange(old)).toBeNull()
})
