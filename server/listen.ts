// Listens for devices and browsers: requests, and the sockets by which pages hear of changes.
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { WebSocketServer } from 'ws'
import type { Env } from './env.ts'

export type Listening = { address: string; port: number; close(): Promise<void> }

const PING_MS = 30_000

/** Rejects where the port cannot be had. */
export function listen(app: Hono<Env>, hostname: string, port: number): Promise<Listening> {
  // Pages only listen there, so nothing they send may be long.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false })
  const answered = new WeakSet<object>()
  sockets.on('connection', (socket) => {
    answered.add(socket)
    socket.on('pong', () => answered.add(socket))
    socket.on('error', () => socket.terminate())
  })
  const pinging = setInterval(() => {
    for (const socket of sockets.clients)
      if (answered.delete(socket)) socket.ping()
      else socket.terminate()
  }, PING_MS).unref()
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, hostname, port, websocket: { server: sockets } },
      ({ address, port: taken }) =>
        resolve({
          address,
          port: taken,
          close: async () => {
            clearInterval(pinging)
            const closed = new Promise((done) => server.close(done))
            for (const socket of sockets.clients) socket.terminate()
            if ('closeAllConnections' in server) server.closeAllConnections()
            await closed
          },
        }),
    )
    server.once('error', reject)
  })
}
