import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

const throwsOf = (count: number, ...seeds: [number, ...number[]]): number[] => {
  const random = createRandom(...seeds)
  return Array.from({ length: count }, () => random.next())
}

test('the same seed throws the same, another seed or stream something else', () => {
  expect(throwsOf(20, 7)).toEqual(throwsOf(20, 7))
  expect(throwsOf(20, 7)).not.toEqual(throwsOf(20, 8))
  expect(throwsOf(20, 7, 1, 2)).toEqual(throwsOf(20, 7, 1, 2))
  expect(throwsOf(20, 7, 1, 2)).not.toEqual(throwsOf(20, 7, 2, 1))
  // Neighbouring streams have nothing in common: no first throw comes twice in 10,000 days.
  const firsts = new Set(Array.from({ length: 10_000 }, (_, day) => createRandom(0, 3, day).next()))
  expect(firsts.size).toBeGreaterThan(9_990)
})

test('throws are spread evenly and stay within their bounds', () => {
  const random = createRandom(42)
  const counts = Array.from({ length: 6 }, () => 0)
  for (let count = 0; count < 60_000; count += 1) {
    const face = random.int(1, 6)
    counts[face - 1] = (counts[face - 1] ?? 0) + 1
  }
  expect(counts.reduce((sum, count) => sum + count)).toBe(60_000)
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  expect(createRandom(1).pick(['only'])).toBe('only')
  const hits = Array.from({ length: 10_000 }, () => random.chance(0.1)).filter(Boolean).length
  expect(Math.abs(hits - 1000)).toBeLessThan(120)
})
