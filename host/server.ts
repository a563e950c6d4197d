// The host's server on 127.0.0.1: who may come in, and which part answers what.
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { addressOf } from './address.ts'
import type { Address } from './address.ts'
import { answerApi } from './api.ts'
import type { Application, HostPorts } from './application.ts'
import { answerDownload } from './download.ts'
import type { Assets } from '../core/pages/assets.ts'
import { createEntrance } from './entrance.ts'
import { createEventSockets } from './events.ts'
import type { EventSockets } from './events.ts'
import { refuseForeign } from './guard.ts'
import { securityHeaders } from './headers.ts'
import { createLeftNotes, LEFT_NOTES_KEY } from './leftNotes.ts'
import { createOwnerCheck } from './owner.ts'
import type { Peers } from './peer.ts'
import { plainPage } from './plainPage.ts'
import { BEGIN_ANEW, problemAsError, problemPage, RESTORE, RETRY } from './problemPage.ts'
import { redirect, sendHtml, sendJson, sendText } from './send.ts'
import { hasKey, KEY_HEADER, KEY_PROTOCOL } from './session.ts'
import type { Sessions } from './session.ts'
import type { Urls, Wanted } from './urls.ts'
import { wordsFor } from './words.ts'

export type HostServer = {
  readonly address: Address
  newUrls(wanted: Wanted): Urls
  close(): Promise<void>
}

export type ServerDeps = {
  ports: HostPorts
  application: Application
  sessions: Sessions
  assets: Assets
  peers: Peers
  /** Of our pages; see address.ts. */
  name: string
  devRenderer: URL | null
}

/** Rejects with Node's error where the port cannot be had. */
export async function startServer(wishedPort: number, deps: ServerDeps): Promise<HostServer> {
  const { ports, application, sessions, assets, peers, name, devRenderer } = deps
  const server = createServer({ requestTimeout: 30_000 }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (request.destroyed || response.destroyed) return
      ports.log.error('host.answer', error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  const address = addressOf(name, await listen(server, wishedPort))
  const { origin, direct } = address
  const directly = { ...address, host: direct.slice('http://'.length) }
  const headers = securityHeaders(address)
  const entrance = createEntrance({ address, ports, sessions, peers })
  const isOwner = createOwnerCheck(peers)

  let sockets: { app: unknown; events: EventSockets } | null = null
  const eventSockets = (): EventSockets | null => {
    const { app } = application
    if (!app) return null
    if (sockets?.app !== app) sockets = { app, events: createEventSockets(app, ports.scheduler) }
    return sockets.events
  }

  const leftNotes = createLeftNotes({
    dataDir: ports.dataDir,
    address,
    app: () => application.app,
    isOwner,
  })
  await leftNotes.open()
  sessions.onEnd((session) => {
    sockets?.events.end(session)
    leftNotes.forget(session)
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    // Only a path: with two slashes in front, what follows would be read as another host.
    const url = /^\/(?![/\\])/.test(request.url ?? '') ? URL.parse(request.url ?? '', origin) : null
    if (leftNotes.answers(request, response)) return
    // Programs ask for these two, and need no page.
    const plain = url?.pathname === '/health' || url?.pathname === '/instance'
    const refusal = refuseForeign(
      request.headers,
      plain && request.headers.host === directly.host ? directly : address,
    )
    if (refusal) return sendText(response, refusal.status, refusal.reason)
    if (!url) return sendText(response, 400, 'not an address')
    if (url.pathname === '/health') return sendJson(response, 200, { ok: true })
    if (!isOwner(request.socket)) return refuseStranger(url, request, response)
    if (url.pathname === '/instance') return handOver(url, request, response)
    if (entrance.comesIn(url, request, response)) return
    const session = entrance.sessionOf(request)
    if (session === null) return refuseStranger(url, request, response)
    if (url.pathname.startsWith('/api/')) {
      if (!hasKey(session, String(request.headers[KEY_HEADER] ?? '')))
        return refuseStranger(url, request, response)
      return sessions.asking(session, () => api(url.pathname.slice(5), request, response))
    }
    if (request.method === 'POST' && url.pathname === LEFT_NOTES_KEY) {
      if (!hasKey(session, String(request.headers[KEY_HEADER] ?? '')))
        return refuseStranger(url, request, response)
      return sendJson(response, 200, leftNotes.keyFor(session))
    }
    if (request.method === 'POST' && url.pathname.startsWith('/problem/'))
      return solve(url.pathname, request, response)
    if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'GET only')
    const words = wordsFor(request.headers['accept-language'])
    if (application.problem) return sendHtml(response, 503, problemPage(application, ports.dataDir, words))
    const job = /^\/exports\/([0-9A-Za-z-]{1,40})$/.exec(url.pathname)?.[1]
    if (job !== undefined && application.app && (await answerDownload(job, application.app, response))) return
    if (devRenderer && url.pathname === '/') return redirect(response, devRenderer.href)
    if (await serveAsset(assets, url.pathname, request, response)) return
    if (!assets.present() && /^\/(\w+\.html)?$/.test(url.pathname)) {
      const { lang, unbuiltTitle, unbuiltText } = words
      return sendHtml(response, 503, plainPage({ lang, title: unbuiltTitle, paragraphs: [unbuiltText] }))
    }
    return sendText(response, 404, words.notFound)
  }

  function refuseStranger(url: URL, request: IncomingMessage, response: ServerResponse): void {
    if (url.pathname.startsWith('/api/')) {
      return sendJson(response, 401, { ok: false, error: { code: 'session.ended' } })
    }
    const { lang, closedTitle, closedText } = wordsFor(request.headers['accept-language'])
    sendHtml(response, 401, plainPage({ lang, title: closedTitle, paragraphs: [closedText] }))
  }

  /** A second start on the same data folder asks for a way in; it proves itself by the secret in that folder. */
  function handOver(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const secret = /^Daybook (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (request.method !== 'POST' || !sessions.isOwner(secret))
      return sendText(response, 401, 'not the owner')
    sendJson(response, 200, entrance.newUrls({ opener: url.searchParams.has('opener') }))
  }

  async function api(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { app, problem } = application
    if (!app) {
      const error = problem ? problemAsError(problem) : { code: 'channel.closed' }
      return sendJson(response, 503, { ok: false, error })
    }
    await answerApi(name, request, response, { channel: app, log: ports.log, newId: () => ports.newId() })
  }

  async function solve(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A form can be sent from any page, so here the browser must have said that it was ours.
    if (request.headers.origin === undefined)
      return sendText(response, 403, 'Daybook answers only its own pages.')
    if (path === RESTORE) await application.restore()
    else if (path === BEGIN_ANEW) await application.beginAnew()
    else if (path === RETRY) await application.open()
    else return sendText(response, 404, wordsFor(request.headers['accept-language']).notFound)
    if (application.app) application.publish(direct)
    redirect(response, '/')
  }

  server.on('upgrade', (request, socket, head) => {
    const foreign = refuseForeign(request.headers, address)
    const events = eventSockets()
    const session = isOwner(socket) ? entrance.sessionOf(request) : null
    const mayHear = session !== null && hasKey(session, keyOf(request))
    if (foreign || session === null || !mayHear || request.url !== '/ws' || !events) {
      socket.end(`HTTP/1.1 ${foreign ? foreign.status : 401} refused\r\nConnection: close\r\n\r\n`)
      return
    }
    events.accept(request, socket, head, session)
  })

  return {
    address,
    newUrls: entrance.newUrls,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()))
      entrance.close()
      await leftNotes.close()
      await sockets?.events.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** True where the address is one of the files; then it has been answered. */
async function serveAsset(
  assets: Assets,
  path: string,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const answer = await assets.answer(path, {
    acceptEncoding: headers['accept-encoding'],
    ifNoneMatch: headers['if-none-match'],
  })
  if (answer === null) return false
  response.writeHead(answer.status, answer.headers)
  response.end(method === 'HEAD' ? undefined : (answer.content ?? undefined))
  return true
}

/** A browser's socket takes no headers, so the key comes as the name of a protocol. */
function keyOf(request: IncomingMessage): string {
  const protocol = request.headers['sec-websocket-protocol'] ?? ''
  return protocol.startsWith(KEY_PROTOCOL) ? protocol.slice(KEY_PROTOCOL.length) : ''
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // Only this computer: never 0.0.0.0, never a name that may resolve to something else.
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
