// Refuses what does not come from our own page: foreign names for this address (DNS rebinding) and foreign origins.
import type { IncomingHttpHeaders } from 'node:http'
import type { Address } from './address.ts'

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
export function refuseForeign(headers: IncomingHttpHeaders, address: Address): GuardRefusal | null {
  // A foreign site can make a browser come here only under a name of its own.
  if (headers.host !== address.host) {
    return { status: 421, reason: 'Daybook answers only under its own address.' }
  }
  const { origin } = headers
  const own = origin === undefined || origin === address.origin
  const site = headers['sec-fetch-site']
  if (!own || (origin === undefined && site === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate')) {
    return { status: 403, reason: 'Daybook answers only its own pages.' }
  }
  return null
}
