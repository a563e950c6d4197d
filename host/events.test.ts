// Events over the socket, and the browser's channel on top: it comes back by itself and says so.
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { createHttpChannel } from '../renderer/channel/httpChannel.ts'
import type { EventSocket } from '../renderer/channel/httpChannel.ts'
import type { AppEvent } from '../shared/contract/channel.ts'
import { SET_UP, startTestHost } from './testing/testHost.ts'
import type { TestHost } from './testing/testHost.ts'

async function hostForTest(): Promise<TestHost> {
  const host = await startTestHost()
  onTestFinished(() => host.close())
  return host
}

const socketTo = (host: TestHost, headers: Record<string, string>, path = '/ws') =>
  new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers })

const refusal = async (socket: WebSocket) => {
  socket.on('error', () => undefined)
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }]
  return response.statusCode
}

test('G5 the socket is refused without the cookie, to a foreign origin, and elsewhere than at /ws', async () => {
  const host = await hostForTest()
  const { cookie } = host
  expect(await refusal(socketTo(host, {}))).toBe(401)
  expect(await refusal(socketTo(host, { cookie, origin: 'http://evil.example' }))).toBe(403)
  expect(await refusal(socketTo(host, { cookie, host: 'evil.example' }))).toBe(421)
  expect(await refusal(socketTo(host, { cookie }, '/other'))).toBe(401)
})

test('B23 what one page does, every open page hears', async () => {
  const host = await hostForTest()
  const headers = { cookie: host.cookie, origin: `http://127.0.0.1:${host.port}` }
  const sockets = [socketTo(host, headers), socketTo(host, headers)]
  await Promise.all(sockets.map((socket) => once(socket, 'open')))
  const heard = sockets.map(async (socket) => String((await once(socket, 'message'))[0]))
  await host.api('organisation.setUp', SET_UP)
  for (const message of await Promise.all(heard))
    expect(JSON.parse(message)).toMatchObject({ type: 'changed' })
})

function channelTo(port: number, cookie: string) {
  return createHttpChannel({
    origin: `http://127.0.0.1:${port}`,
    request: (url, init) =>
      fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), cookie } }),
    openSocket: (url) => {
      const socket = new WebSocket(url, { headers: { cookie } })
      socket.on('error', () => undefined)
      return socket as unknown as EventSocket
    },
    firstDelayMs: 20,
  })
}

test('G1 the page says when the host is gone, gets no false answer, and reads everything anew when it is back', async () => {
  const host = await startTestHost()
  await host.api('organisation.setUp', SET_UP)
  const channel = channelTo(host.port, host.cookie)
  const events: AppEvent[] = []
  const waiting: { type: string; done: () => void }[] = []
  const next = (type: string) => new Promise<void>((done) => waiting.push({ type, done }))
  const opened = next('connection')
  const unsubscribe = channel.subscribe((event) => {
    events.push(event)
    for (const one of waiting.splice(0)) {
      if (one.type === event.type) one.done()
      else waiting.push(one)
    }
  })
  onTestFinished(unsubscribe)
  await opened
  const changed = next('changed')
  const category = await channel.invoke('category.add', { name: 'Travel' })
  expect(category).toMatchObject({ ok: true })
  await changed
  expect(events.map(({ type }) => type)).toEqual(['connection', 'changed'])

  const lost = next('connection')
  await host.close()
  await lost
  expect(events.at(-1)).toEqual({ type: 'connection', connected: false })
  expect(await channel.invoke('app.state', {})).toEqual({ ok: false, error: { code: 'channel.closed' } })

  const back = next('changed')
  const again = await startTestHost({ earlier: host })
  onTestFinished(() => again.close())
  await back
  expect(events.slice(-2)).toEqual([
    { type: 'connection', connected: true },
    { type: 'changed', entities: 'all', commitId: null },
  ])
  expect(await channel.invoke('app.state', {})).toMatchObject({ ok: true })
})
