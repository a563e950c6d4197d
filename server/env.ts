// What Hono knows of each request here: the connection, and whose the request is.
import type { ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import type { Context } from 'hono'

export type Env = {
  Bindings: { incoming?: { socket?: { remoteAddress?: string } }; outgoing?: ServerResponse }
}

/** Whoever asked is there no more. What the request itself would say so by takes longer to make than an answer. */
export function leavingOf(c: Context<Env>): AbortSignal {
  const { outgoing } = c.env
  if (outgoing === undefined) return c.req.raw.signal
  const leaving = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) leaving.abort()
  })
  return leaving.signal
}

/**
 * Whose tries are counted. A connection from this computer may be a proxy's: then the last entry of its header counts, which the proxy
 * itself wrote. From anywhere else a header says nothing, as anybody can write it.
 */
export function addressOf(c: Context<Env>): string {
  const direct = c.env.incoming?.socket?.remoteAddress ?? 'unknown'
  if (!/^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(direct)) return networkOf(direct)
  return networkOf(c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 64) || direct)
}

/** Of IPv6 the network: whoever has one has 2⁶⁴ addresses, and could come with another each time. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (isIP(address) !== 6 || address === '::1') return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0')
  const all = [...groups, ...(tail === undefined ? [] : gap), ...after]
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
