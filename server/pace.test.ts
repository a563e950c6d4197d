import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createPace } from './pace.ts'

test('H12 a crowd goes on a few at a time and in its order, and others have their turns between', async () => {
  let most = 2
  const pace = createPace(() => most)
  const gone: number[] = []
  const crowd = Promise.all([1, 2, 3, 4, 5, 6].map((one) => pace().then(() => void gone.push(one))))
  await nextTurn()
  expect(gone.length).toBeLessThan(5)
  most = 1
  const before = gone.length
  await nextTurn()
  expect(gone.length).toBeLessThanOrEqual(before + 1)
  await crowd
  expect(gone).toEqual([1, 2, 3, 4, 5, 6])
  await pace()
})
