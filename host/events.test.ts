// Events over the socket, and the browser's channel on top: it comes back by itself and says so.
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { createHttpChannel } from '../renderer/channel/httpChannel.ts'
import type { EventSocket } from '../renderer/channel/httpChannel.ts'
import type { BrowserView } from '../shared/contract/browsers.ts'
import type { AppEvent } from '../shared/contract/channel.ts'
import { SET_UP, startTestHost } from './testing/testHost.ts'
import { admit, visit } from './testing/visit.ts'
import type { TestHost } from './testing/testHost.ts'

async function hostForTest(): Promise<TestHost> {
  const host = await startTestHost()
  onTestFinished(() => host.close())
  return host
}

const socketTo = (
  host: TestHost,
  headers: Record<string, string>,
  path = '/ws',
  key = `daybook.${host.key}`,
) => new WebSocket(`ws://127.0.0.1:${host.port}${path}`, key, { headers: { host: host.name, ...headers } })

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
  // The cookie alone is sent to every port of the address, and so to other people's programs.
  for (const key of ['daybook.', 'daybook.guessed', host.key])
    expect(await refusal(socketTo(host, { cookie }, '/ws', key))).toBe(401)
})

test('B23 what one page does, every open page hears', async () => {
  const host = await hostForTest()
  const headers = { cookie: host.cookie, origin: host.origin }
  const sockets = [socketTo(host, headers), socketTo(host, headers)]
  await Promise.all(sockets.map((socket) => once(socket, 'open')))
  const heard = sockets.map(async (socket) => String((await once(socket, 'message'))[0]))
  await host.api('organisation.setUp', SET_UP)
  for (const message of await Promise.all(heard))
    expect(JSON.parse(message)).toMatchObject({ type: 'changed' })
})

/** The page's channel, and a line that can be cut: nothing gets through then. */
function channelTo({
  port,
  origin,
  name,
  cookie,
  key,
}: Pick<TestHost, 'port' | 'origin' | 'name' | 'cookie' | 'key'>) {
  let cut = false
  let current: WebSocket | null = null
  const channel = createHttpChannel({
    origin,
    key,
    request: (url, init) =>
      cut
        ? Promise.reject(new TypeError('nobody is there'))
        : visit(url, {
            method: 'POST',
            body: typeof init.body === 'string' ? init.body : '',
            headers: { ...(init.headers as Record<string, string>), cookie },
          }),
    openSocket: (_url, protocol) => {
      const target = `ws://127.0.0.1:${cut ? 1 : port}/ws`
      current = new WebSocket(target, protocol, { headers: { host: name, cookie } })
      current.on('error', () => undefined)
      return current as unknown as EventSocket
    },
    firstDelayMs: 20,
  })
  const cutLine = (now: boolean) => {
    cut = now
    if (now) current?.terminate()
  }
  return { channel, cutLine }
}

test('G1 the page says when the host is gone, gets no false answer, and reads everything anew when it is back', async () => {
  const host = await hostForTest()
  await host.api('organisation.setUp', SET_UP)
  const { channel, cutLine } = channelTo(host)
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
  cutLine(true)
  await lost
  expect(events.at(-1)).toEqual({ type: 'connection', connected: false })
  expect(await channel.invoke('app.state', {})).toEqual({ ok: false, error: { code: 'channel.closed' } })

  const back = next('changed')
  cutLine(false)
  await back
  expect(events.slice(-2)).toEqual([
    { type: 'connection', connected: true, again: true },
    { type: 'changed', entities: 'all', commitId: null },
  ])
  expect(await channel.invoke('app.state', {})).toMatchObject({ ok: true })
})

test('K19 a browser that is signed out hears it at once, is a stranger from then on, and does not ask again by itself', async () => {
  const host = await hostForTest()
  await host.api('organisation.setUp', SET_UP)
  const other = await admit(host.newUrls().url)
  const { channel } = channelTo({ ...host, ...other })
  const heard: AppEvent[] = []
  const [opened, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  onTestFinished(
    channel.subscribe((event) => {
      heard.push(event)
      if (event.type !== 'connection') return
      if (event.connected) opened.resolve()
      else ended.resolve()
    }),
  )
  await opened.promise
  const { value } = (await channel.invoke('browser.list', {})) as { value: BrowserView[] }
  expect(value.map(({ asking }) => asking)).toEqual([true, false])
  expect(await host.api('browser.end', { browserId: value[0]?.id })).toMatchObject({ ok: true })
  await ended.promise
  expect(heard).toEqual([
    { type: 'connection', connected: true },
    { type: 'connection', connected: false, ended: true },
  ])
  expect(await channel.invoke('app.state', {})).toEqual({ ok: false, error: { code: 'session.ended' } })
  expect(await refusal(socketTo(host, { cookie: other.cookie }, '/ws', `daybook.${other.key}`))).toBe(401)
  expect(await host.api('browser.end', { browserId: value[0]?.id })).toMatchObject({
    error: { code: 'notFound.browser' },
  })
  // The one that ended it goes on.
  expect(await host.api('app.state')).toMatchObject({ ok: true })
})
