// Whether a Linux desktop shows our icon: what watchers answer, and a real bus where there is one.
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { noBus, sessionBus, socketPath } from './bus.ts'
import type { Bus } from './bus.ts'
import { linuxTrayHost } from './trayHost.ts'

const OURS = 4242
const pids: Record<string, number> = { ':1.7': OURS, 'org.kde.StatusNotifierItem-9-1': 9 }
const variant = (type: string, value: unknown) => [[[{ type }], [value]]]

/** A bus with a watcher that has these items. */
const watcher = (host: boolean, items: () => string[]): Bus => ({
  ...noBus,
  call: ({ member, body = [] }) => {
    if (member === 'GetConnectionUnixProcessID') return Promise.resolve([pids[String(body[0])] ?? 1])
    return Promise.resolve(
      body[1] === 'IsStatusNotifierHostRegistered' ? variant('b', host) : variant('as', items()),
    )
  },
})

test.each<[string, string[], boolean]>([
  [
    'KDE writes name and path',
    ['org.kde.StatusNotifierItem-9-1/StatusNotifierItem', ':1.7/StatusNotifierItem'],
    true,
  ],
  ['GNOME’s extension writes an @', [':1.7@/StatusNotifierItem'], true],
  ['others write the name alone', [':1.7'], true],
  ['only somebody else’s', ['org.kde.StatusNotifierItem-9-1/StatusNotifierItem'], false],
  ['nobody’s', [], false],
  ['nonsense', ['', '/', '@'], false],
])('G4 our icon is among those that are shown: %s', async (_name, items, shown) => {
  const host = linuxTrayHost(
    watcher(true, () => items),
    OURS,
    () => Promise.resolve(),
  )
  expect(await host.showsOurs()).toBe(shown)
})

test('G4 a new icon is given a moment until the watcher has it', async () => {
  const items: string[] = []
  const host = linuxTrayHost(
    watcher(true, () => items),
    OURS,
    () => {
      if (items.length === 0) items.push(':1.7/StatusNotifierItem')
      return Promise.resolve()
    },
  )
  expect(await host.showsOurs()).toBe(true)
})

test('G4 a watcher without a host, or none at all, shows nothing', async () => {
  const of = (bus: Bus) => linuxTrayHost(bus, OURS, () => Promise.resolve())
  expect(await of(watcher(true, () => [])).present()).toBe(true)
  expect(await of(watcher(false, () => [])).present()).toBe(false)
  expect(await of(noBus).present()).toBe(false)
  expect(await of(noBus).showsOurs()).toBe(false)
})

test('G4 changes of the watcher and of its lists are heard, those of others are not', () => {
  const heard: string[] = []
  const listeners: ((body: unknown[]) => void)[] = []
  const bus: Bus = {
    ...noBus,
    listen: (rule, run) => {
      heard.push(rule)
      listeners.push((body) => run({ path: '', interface: '', member: '', body }))
    },
  }
  let changes = 0
  linuxTrayHost(bus, OURS, () => Promise.resolve()).onChange(() => changes++)
  expect(heard.join()).toContain('NameOwnerChanged')
  listeners[0]?.(['org.example.Other', '', ':1.9'])
  expect(changes).toBe(0)
  listeners[0]?.(['org.kde.StatusNotifierWatcher', ':1.9', ''])
  listeners[1]?.([':1.7/StatusNotifierItem'])
  expect(changes).toBe(2)
})

test.each([
  ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
  ['unix:path=/run/user/1000/bus,guid=12ab', '/run/user/1000/bus'],
  ['unix:abstract=/tmp/dbus-x,guid=1', '\0/tmp/dbus-x'],
  ['unix:path=/tmp/a%20b', '/tmp/a b'],
  ['tcp:host=localhost,port=1;unix:path=/b', '/b'],
  ['unixexec:path=/bin/sh', null],
  ['', null],
])('an address of a bus is read: %s', (address, path) => {
  expect(socketPath(address)).toBe(path)
})

test('G4 a bus that is not there, or that ends, answers nothing and breaks nothing', async () => {
  const infos: string[] = []
  const log = { info: (event: string) => void infos.push(event), error: () => undefined }
  const bus = sessionBus({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' }, log)
  const host = linuxTrayHost(bus, process.pid, (ms) => wait(Math.min(ms, 1)))
  expect(await host.present()).toBe(false)
  expect(await host.showsOurs()).toBe(false)
  expect(infos).toEqual(['bus.unavailable'])
})
