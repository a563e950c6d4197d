// A request's schema is made when it is first asked, and once: making one takes longer than most answers.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { everybody } from './access.ts'
import { command, query } from './request.ts'

test.each([
  ['command', (make: () => z.ZodType) => command(make, everybody).returns<null>()],
  ['query', (make: () => z.ZodType) => query(make, 'none', everybody).returns<null>()],
])('the schema of a %s is made at its first use only', (_, declare) => {
  let made = 0
  const spec = declare(() => {
    made += 1
    return z.object({})
  })
  expect(made).toBe(0)
  expect(spec.args).toBe(spec.args)
  expect(made).toBe(1)
})
