// How a browser gets in: with a token in its address, or by the door that was opened for it; either gives it a cookie.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Address } from './address.ts'
import type { HostPorts } from './application.ts'
import { createDoor, DOOR } from './door.ts'
import { beginningOf } from './guard.ts'
import { createLandings } from './landing.ts'
import type { Peers } from './peer.ts'
import { onwardPage } from './plainPage.ts'
import { redirect, sendHtml } from './send.ts'
import { cookieName, OPENER_LIFE_MS, readCookies, sessionCookie } from './session.ts'
import type { Session, Sessions } from './session.ts'
import type { Urls, Wanted } from './urls.ts'
import { wordsFor } from './words.ts'

export type Entrance = {
  newUrls(wanted: Wanted): Urls
  /** The session that the request's cookie names. */
  sessionOf(request: IncomingMessage): Session | null
  /** True where the visitor came in just now and was answered. */
  comesIn(url: URL, request: IncomingMessage, response: ServerResponse): boolean
  close(): void
}

type Deps = { address: Address; ports: HostPorts; sessions: Sessions; peers: Peers }

/** Where the page finds its key: what stands behind the # is sent to nobody. renderer/channel/pageKey.ts takes it from there. */
const KEY_PART = '#key='

export function createEntrance({ address, ports, sessions, peers }: Deps): Entrance {
  const { port, origin } = address
  const door = createDoor(ports.clock)
  const landings = createLandings(ports)
  const urlWith = (token: string) => `${origin}/?token=${token}`
  const sessionOf = (request: IncomingMessage) =>
    sessions.find(readCookies(request.headers.cookie, cookieName(port)))

  /** A browser that is in already keeps its session, and its other pages with it. */
  function letIn(request: IncomingMessage, response: ServerResponse): Session {
    // Whatever somebody else left in this browser under our address goes before our first page is shown.
    const known = sessionOf(request)
    response.setHeader('Clear-Site-Data', known === null ? '"cache", "storage"' : '"cache"')
    if (known !== null) return known
    const session = sessions.newSession(request.headers['user-agent'] ?? '')
    response.setHeader('Set-Cookie', sessionCookie(port, session.cookie))
    return session
  }

  /** An address without a secret where the system tells who comes to it, else a page that only its owner can read. */
  function newOpener(): string | null {
    if (peers.tellsFor(port)) {
      door.open()
      return DOOR
    }
    const token = sessions.newToken(OPENER_LIFE_MS)
    return landings.add(token, urlWith(token))
  }

  /** By the token, or by a session from before: the token disappears from the address. */
  function byToken(url: URL, request: IncomingMessage, response: ServerResponse): boolean {
    const token = url.searchParams.get('token') ?? ''
    const beginning = beginningOf(request.headers)
    const passes = sessions.take(token, () => beginning !== 'within')
    if (!passes && sessionOf(request) === null) return false
    url.searchParams.delete('token')
    let clean = `${url.pathname}${url.search}`
    if (passes) {
      landings.used(token)
      clean += `${KEY_PART}${letIn(request, response).key}`
    }
    // A redirect counts as led by the page or file that the visit began with, and our cookie is sent to visits of our own
    // only; so a page of ours leads on.
    if (beginning === 'elsewhere')
      sendHtml(response, 200, onwardPage(wordsFor(request.headers['accept-language']), clean))
    else redirect(response, clean)
    return true
  }

  /**
   * The door has no key: it lets in one browser of this very user that was itself told to come here. Pages can lead here,
   * other users and programs can ask: they get nothing, and the door stays as it was.
   */
  function byDoor(request: IncomingMessage, response: ServerResponse): boolean {
    const asked =
      request.method === 'GET' && beginningOf(request.headers) === 'here' && peers.isOwn(request.socket)
    const passes = asked && door.pass()
    if (!passes && sessionOf(request) === null) return false
    redirect(response, passes ? `/${KEY_PART}${letIn(request, response).key}` : '/')
    return true
  }

  return {
    newUrls: ({ opener }) => ({
      url: urlWith(sessions.newToken()),
      opener: opener ? newOpener() : null,
    }),
    sessionOf,
    comesIn(url, request, response) {
      if (url.pathname === DOOR) return byDoor(request, response)
      const reads = request.method === 'GET' || request.method === 'HEAD'
      return reads && url.searchParams.has('token') && byToken(url, request, response)
    },
    close: () => landings.close(),
  }
}
