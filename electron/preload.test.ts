// The preload's surface, pinned: what a page could reach of Electron is this and nothing more.
import { readFileSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Channel } from '../shared/contract/channel.ts'
import { EVENT_CHANNEL, MESSAGE_LIMIT } from './messages.ts'

const side = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  answer: { ok: true, value: 1 },
  listeners: new Map<string, ((...args: unknown[]) => void)[]>(),
}))

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (side.exposed.has(key)) throw new Error('bound twice')
      side.exposed.set(key, api)
    },
  },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => {
      side.invoked.push(args)
      return side.answer
    },
    on: (channel: string, listener: (...args: unknown[]) => void) => {
      side.listeners.set(channel, [...(side.listeners.get(channel) ?? []), listener])
    },
    removeListener: (channel: string, listener: (...args: unknown[]) => void) => {
      side.listeners.set(
        channel,
        (side.listeners.get(channel) ?? []).filter((one) => one !== listener),
      )
    },
  },
}))

let bridge: Channel
beforeEach(async () => {
  side.exposed.clear()
  side.invoked.length = 0
  side.listeners.clear()
  vi.resetModules()
  await import('./preload.ts')
  bridge = side.exposed.get('daybook') as Channel
})
const send = (...args: unknown[]) =>
  side.listeners.get(EVENT_CHANNEL)?.forEach((listener) => listener(...args))

test('a page gets one frozen object with two functions', () => {
  expect([...side.exposed.keys()]).toEqual(['daybook'])
  expect(Reflect.ownKeys(bridge)).toEqual(['invoke', 'subscribe'])
  expect(Object.isFrozen(bridge)).toBe(true)
  expect([bridge.invoke.length, bridge.subscribe.length]).toEqual([2, 1])
})

test('invoke speaks on one line only, whatever it is called with', async () => {
  expect(await bridge.invoke('app.state', {})).toEqual({ ok: true, value: 1 })
  await (bridge.invoke as (...args: unknown[]) => Promise<unknown>)(
    'daybook:event',
    { a: 1 },
    'more',
    'still more',
  )
  expect(side.invoked).toEqual([
    ['daybook', 'app.state', {}],
    ['daybook', 'daybook:event', { a: 1 }],
  ])
})

test('what is too large or no plain data never leaves the page', async () => {
  const circle: Record<string, unknown> = {}
  circle.self = circle
  for (const args of [{ name: 'x'.repeat(MESSAGE_LIMIT) }, circle, { name: 1n }])
    expect(await bridge.invoke('customer.add', args as never)).toMatchObject({
      ok: false,
      error: { code: 'request.invalid' },
    })
  expect(side.invoked).toEqual([])
})

test('subscribe hands over the event of the application, never Electron’s, and can be ended', () => {
  const heard: unknown[][] = []
  const end = bridge.subscribe((...args) => void heard.push(args))
  const electronEvent = { sender: 'power over the process' }
  send(electronEvent, { type: 'deviceChanged' }, 'more')
  expect(heard).toEqual([[{ type: 'deviceChanged' }]])
  expect(end()).toBeUndefined()
  send(electronEvent, { type: 'deviceChanged' })
  expect(heard).toHaveLength(1)
})

test('the preload’s source imports Electron and its own message names, nothing of Node', () => {
  const imports = (file: string) =>
    [
      ...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/^import (?!type ).* from '(.+)'/gm),
    ].map(([, from]) => from)
  expect(imports('./preload.ts')).toEqual(['electron', './messages.ts'])
  expect(imports('./messages.ts')).toEqual([])
})
