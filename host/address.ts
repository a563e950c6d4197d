// The address of one start of the host: its port and a name that no earlier start had, so that nothing that somebody else left in
// a browser under an address of before (a service worker, a file in the cache) belongs to our pages.
import { randomBytes } from 'node:crypto'

const PLAIN = '127.0.0.1'
const NAME = /^(?:127\.0\.0\.1|daybook-[0-9a-f]{20}\.localhost)$/

export type Address = {
  readonly port: number
  /** The name of our pages, with the port: what a browser calls its host. */
  readonly host: string
  readonly origin: string
  /** Where programs reach it that need no page. */
  readonly direct: string
}

/**
 * Browsers find `*.localhost` by themselves, but Safari asks the system, and macOS does not know it. There, and in development
 * where another server has the pages, the port alone is fresh.
 */
export const freshName = (platform: NodeJS.Platform = process.platform): string =>
  platform === 'darwin' ? PLAIN : `daybook-${randomBytes(10).toString('hex')}.localhost`

/**
 * What the pages load lies under a name that nobody could know before this start: a browser that has something of somebody else's
 * in its cache, under an address of ours, is not led to it.
 */
export const freshFolder = (): string => `/${randomBytes(9).toString('hex')}`

export const plainName = (): string => PLAIN

export function addressOf(name: string, port: number): Address {
  const host = `${name}:${port}`
  return { port, host, origin: `http://${host}`, direct: `http://${PLAIN}:${port}` }
}

/** Is this an address that a host may have given out, at that port? */
export function isOurs(url: string, port: number): boolean {
  const parsed = URL.parse(url)
  return parsed?.protocol === 'http:' && parsed.port === String(port) && NAME.test(parsed.hostname)
}
