// What a page sent, checked.
import type { Context } from 'hono'
import type { z } from 'zod'
import type { Env } from '../env.ts'
import { Refused } from '../refused.ts'

export async function read<T extends z.ZodType>(c: Context<Env>, schema: T): Promise<z.infer<T>> {
  const parsed = schema.safeParse(await c.req.json().catch(() => undefined))
  if (!parsed.success) throw new Refused(400, 'request.invalid')
  return parsed.data
}
