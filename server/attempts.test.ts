// Who may try to come in, and how often; whatever somebody invents to have it forgotten.
import { expect, test } from 'vitest'
import { createAttempts } from './attempts.ts'
import { networkOf } from './env.ts'
import { shiftedClock, STANDING } from './testing/firm.ts'

test('H4 ten tries at once, then one each six seconds, and what is right is forgotten', () => {
  const { clock, pass } = shiftedClock(STANDING)
  const tries = createAttempts(clock)
  const taken = (times: number) =>
    Array.from({ length: times }, () => tries.takes('ana')).filter(Boolean).length
  expect(taken(15)).toBe(10)
  pass(6_000)
  expect(taken(5)).toBe(1)
  tries.clear('ana')
  expect(taken(15)).toBe(10)
  expect(tries.takes('bo')).toBe(true)
})

test('H4 a flood of invented names does not have it forgotten who is guessed just now', () => {
  const { clock, pass } = shiftedClock(STANDING)
  const tries = createAttempts(clock)
  let guesses = 0
  for (let n = 0; n < 30_000; n += 1) {
    if (n % 100 === 0 && tries.takes('ana')) guesses += 1
    tries.takes(`invented ${n}`)
    if (n % 1000 === 0) pass(1)
  }
  expect(guesses).toBe(10)
})

test('H4 of IPv6 the network is counted, of IPv4 the address', () => {
  expect(networkOf('203.0.113.5')).toBe('203.0.113.5')
  expect(networkOf('::ffff:203.0.113.5')).toBe('203.0.113.5')
  expect(networkOf('2001:db8:0001:2::1')).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:DB8:1:2:aaaa:bbbb:cccc:dddd')).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:db8::7')).toBe('2001:db8:0:0::/64')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(networkOf('::1')).toBe('::1')
  expect(networkOf('unknown')).toBe('unknown')
})
