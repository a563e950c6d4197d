// /ws: tells every open page what changed, and notices pages that are gone.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { AppEvent, Channel } from '../shared/contract/channel.ts'
import type { Scheduler } from '../core/ports.ts'

const PING_MS = 30_000

export type EventSockets = {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): Promise<void>
}

export function createEventSockets(channel: Channel, scheduler: Scheduler): EventSockets {
  // Pages only listen here, so nothing they send may be long.
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false })
  const answered = new WeakSet<WebSocket>()
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
    accept(request, socket, head) {
      server.handleUpgrade(request, socket, head, (client) => {
        answered.add(client)
        client.on('pong', () => answered.add(client))
        // A broken connection is closed by the library; the page connects again.
        client.on('error', () => client.terminate())
      })
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
