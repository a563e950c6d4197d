// Where browsers find this server, and which of their requests a page of ours has made.
import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { Refused } from '../refused.ts'

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/

/** `https://daybook.example.com`, or http on this computer: anywhere else passwords would be read on the way. */
export function publicOrigin(address: string): string {
  const url = URL.parse(address)
  const fine =
    url !== null &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.host))) &&
    url.pathname === '/' &&
    url.username + url.password + url.search + url.hash === ''
  if (!fine) throw new Error(`--address is not like https://daybook.example.com: ${address}`)
  return url.origin
}

/** null: browsers are told nothing, since nobody said where they find us, and this is not only this computer. */
export function originFor(address: string | null, host: string | undefined): string | null {
  if (address !== null) return address
  return host !== undefined && LOOPBACK.test(host) ? `http://${host.toLowerCase()}` : null
}

/** Refused is what another page had the browser ask, whatever it sends along. */
export function demandOwnPage(c: Context<Env>, origin: string): void {
  const site = c.req.header('sec-fetch-site')
  const from = c.req.header('origin')
  const safe = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (site !== undefined && site !== 'same-origin' && !(safe && site === 'none'))
    throw new Refused(403, 'request.notPermitted')
  if (from === undefined ? !safe : from !== origin) throw new Refused(403, 'request.notPermitted')
}

/** Where to after signing in: only a place of this server. What cannot be one leads to `otherwise`. */
export const ownPlace = (next: string | undefined, otherwise: string): string =>
  next !== undefined && next.length <= 500 && /^\/(?!\/)[\w\-./?=&%#~:]*$/.test(next) ? next : otherwise
