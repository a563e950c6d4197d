// What Hono knows of each request here: the connection, and whose the request is.
import type { Context } from 'hono'

export type Env = {
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } }
}

/**
 * Whose tries are counted. A connection from this computer may be a proxy's: then the last entry of its header counts, which the proxy
 * itself wrote. From anywhere else a header says nothing, as anybody can write it.
 */
export function addressOf(c: Context<Env>): string {
  const direct = c.env.incoming?.socket?.remoteAddress ?? 'unknown'
  if (!/^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(direct)) return direct
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 64) || direct
}
