// Refuses what does not come from our own page: foreign names for this address (DNS rebinding) and foreign origins.
import type { IncomingHttpHeaders } from 'node:http'

/** The names under which a page may have been loaded from here; a foreign site cannot make a browser send these. */
export function ownHosts(port: number): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`]
}

/**
 * Where a visit begins. The browser says so, and no page can make it say otherwise. 'here': with the person, or with another
 * program that opened the address. 'elsewhere': with a page or a file that leads on. 'within': with a page that asks for
 * something to use in itself. 'unsaid': no browser of today.
 */
export type Beginning = 'here' | 'elsewhere' | 'within' | 'unsaid'

export function beginningOf({ origin, ...headers }: IncomingHttpHeaders): Beginning {
  const [site, mode, dest] = ['site', 'mode', 'dest'].map((name) => headers[`sec-fetch-${name}`])
  if (site === undefined) return 'unsaid'
  if (origin !== undefined || mode !== 'navigate' || dest !== 'document') return 'within'
  return site === 'none' ? 'here' : 'elsewhere'
}

export type GuardRefusal = { status: 403 | 421; reason: string }

/**
 * A browser names the page's origin with every request that changes something and with every socket. Programs send no
 * Origin; they must then not claim to be a page of another site either.
 */
export function refuseForeign(headers: IncomingHttpHeaders, hosts: readonly string[]): GuardRefusal | null {
  if (!hosts.includes(headers.host ?? '')) {
    return { status: 421, reason: 'Daybook answers only under its own address.' }
  }
  const { origin } = headers
  const own = origin === undefined || hosts.some((host) => origin === `http://${host}`)
  const site = headers['sec-fetch-site']
  if (!own || (origin === undefined && site === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate')) {
    return { status: 403, reason: 'Daybook answers only its own pages.' }
  }
  return null
}
