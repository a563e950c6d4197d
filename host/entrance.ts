// How a browser gets in: with a token in its address, or by the door that was opened for it; either gives it a cookie.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HostPorts } from './application.ts'
import { createDoor, DOOR } from './door.ts'
import { beginningOf } from './guard.ts'
import { createLandings } from './landing.ts'
import type { Peers } from './peer.ts'
import { onwardPage } from './plainPage.ts'
import { redirect, sendHtml } from './send.ts'
import { cookieName, OPENER_LIFE_MS, readCookie, sessionCookie } from './session.ts'
import type { Sessions } from './session.ts'
import type { Urls, Wanted } from './urls.ts'
import { wordsFor } from './words.ts'

export type Entrance = {
  newUrls(wanted: Wanted): Urls
  isIn(request: IncomingMessage): boolean
  /** True where the visitor came in just now and was answered. */
  comesIn(url: URL, request: IncomingMessage, response: ServerResponse): boolean
  close(): void
}

type Deps = { port: number; ports: HostPorts; sessions: Sessions; peers: Peers }

export function createEntrance({ port, ports, sessions, peers }: Deps): Entrance {
  const door = createDoor(ports.clock)
  const landings = createLandings(ports)
  const urlWith = (token: string) => `http://127.0.0.1:${port}/?token=${token}`
  const isIn = (request: IncomingMessage) =>
    sessions.isSession(readCookie(request.headers.cookie, cookieName(port)))
  const giveCookie = (response: ServerResponse, cookie: string) =>
    response.setHeader('Set-Cookie', sessionCookie(port, cookie))

  /** An address without a secret where the system tells who comes to it, else a page that only its owner can read. */
  function newOpener(): string | null {
    if (peers.tellsFor(port)) {
      door.open()
      return DOOR
    }
    const token = sessions.newToken(OPENER_LIFE_MS)
    return landings.add(token, urlWith(token))
  }

  /** By the token, or by a cookie from before: the token disappears from the address. */
  function byToken(url: URL, request: IncomingMessage, response: ServerResponse): boolean {
    const token = url.searchParams.get('token') ?? ''
    const beginning = beginningOf(request.headers)
    const mayHave = () => beginning !== 'within' && peers.mayBeOwn(request.socket)
    const cookie = sessions.exchange(token, mayHave)
    if (cookie === null && !isIn(request)) return false
    if (cookie !== null) {
      giveCookie(response, cookie)
      landings.used(token)
    }
    url.searchParams.delete('token')
    const clean = `${url.pathname}${url.search}`
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
    if (!passes && !isIn(request)) return false
    if (passes) giveCookie(response, sessions.newSession())
    redirect(response, '/')
    return true
  }

  return {
    newUrls: ({ opener }) => ({
      url: urlWith(sessions.newToken()),
      opener: opener ? newOpener() : null,
    }),
    isIn,
    comesIn(url, request, response) {
      if (url.pathname === DOOR) return byDoor(request, response)
      const reads = request.method === 'GET' || request.method === 'HEAD'
      return reads && url.searchParams.has('token') && byToken(url, request, response)
    },
    close: () => landings.close(),
  }
}
