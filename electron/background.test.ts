import { expect, test } from 'vitest'
import { inBackground } from './background.ts'
import { settle } from './testing/desktop.ts'

test('what fails while nobody waits for it is written down under its name', async () => {
  const errors: unknown[] = []
  const log = { info: () => undefined, error: (...told: unknown[]) => void errors.push(told) }
  const broken = new Error('no such page')
  inBackground(log, 'window.load', () => Promise.reject(broken))
  inBackground(log, 'window.close', () => Promise.resolve())
  await settle()
  expect(errors).toEqual([['window.load', broken]])
})
