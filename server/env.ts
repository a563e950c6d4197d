// What Hono knows of each request here: the connection, and whose the request is.
import type { Context } from 'hono'

export type Env = {
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } }
}

/** Only the connection itself counts: a header that says otherwise can be written by anybody. */
export const addressOf = (c: Context<Env>): string => c.env.incoming?.socket?.remoteAddress ?? 'unknown'
