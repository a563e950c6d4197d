// /ws: tells every open page what changed, and notices pages that are gone.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { AppEvent, Channel } from '../shared/contract/channel.ts'
import type { Scheduler } from '../core/ports.ts'
import type { Session } from './session.ts'

const PING_MS = 30_000
/** The page does not come back by itself then (renderer/channel/httpChannel.ts). */
const ENDED = 4401

export type EventSockets = {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, session: Session): void
  /** Closes what that session listens by. */
  end(session: Session): void
  close(): Promise<void>
}

export function createEventSockets(channel: Channel, scheduler: Scheduler): EventSockets {
  // Pages only listen here, so nothing they send may be long.
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false })
  const answered = new WeakSet<WebSocket>()
  const sessionOf = new WeakMap<WebSocket, Session>()
  const unsubscribe = channel.subscribe((event: AppEvent) => {
    const message = JSON.stringify(event)
    for (const client of server.clients) if (client.readyState === WebSocket.OPEN) client.send(message)
  })
  const stopPinging = scheduler.every(PING_MS, () => {
    for (const client of server.clients) {
      if (!answered.delete(client)) client.terminate()
      else client.ping()
    }
  })
  return {
    accept(request, socket, head, session) {
      server.handleUpgrade(request, socket, head, (client) => {
        sessionOf.set(client, session)
        answered.add(client)
        client.on('pong', () => answered.add(client))
        // A broken connection is closed by the library; the page connects again.
        client.on('error', () => client.terminate())
      })
    },
    end(session) {
      for (const client of server.clients) if (sessionOf.get(client) === session) client.close(ENDED)
    },
    async close() {
      unsubscribe()
      stopPinging()
      for (const client of server.clients) client.close(1001)
      await new Promise<void>((done) => server.close(() => done()))
      for (const client of server.clients) client.terminate()
    },
  }
}
