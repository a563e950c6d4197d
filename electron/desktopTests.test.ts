// The tests of "What works here", and the archive that helps to find a fault.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createFileLog } from '../core/node/fileLog.ts'
import { readZip } from './testing/readZip.ts'
import { openDesktop, settle } from './testing/desktop.ts'
import { createElectronDouble } from './testing/electronDouble.ts'
import type { Desktop } from './testing/desktop.ts'

const desktops: Desktop[] = []
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.end()
})
const open = async (...args: Parameters<typeof openDesktop>) => {
  const desktop = await openDesktop(...args)
  desktops.push(desktop)
  return desktop
}
const begin = (desktop: Desktop, what: string) => desktop.ask('index.html', 'desktop.test', { what })
const value = async (reply: Promise<unknown>) => ((await reply) as { value: unknown }).value

test('G12 the tray is tested by asking whether our icon is shown', async () => {
  const desktop = await open()
  expect(await value(begin(desktop, 'tray'))).toEqual({ what: 'tray', works: true, seconds: null })
  desktop.told.trayShows = false
  expect(await value(begin(desktop, 'tray'))).toMatchObject({ works: false })
})

test('G12 idleness is tested by touching nothing for a few seconds', async () => {
  const desktop = await open()
  desktop.electron.power.idleS = 4
  const still = begin(desktop, 'idle')
  await settle()
  desktop.clock.advance(5_000)
  expect(await value(still)).toEqual({ what: 'idle', works: true, seconds: 4 })
  desktop.electron.power.idleS = 0
  const touched = begin(desktop, 'idle')
  await settle()
  desktop.clock.advance(5_000)
  expect(await value(touched)).toMatchObject({ works: false })
})

test('G12 a lock and a shortcut are waited for; the tested key does nothing else', async () => {
  const desktop = await open({ platform: 'win32' })
  const { electron, clock } = desktop
  const lock = begin(desktop, 'lock')
  await settle()
  electron.power.emit('lock-screen')
  expect(await value(lock)).toMatchObject({ works: true })
  const keys = begin(desktop, 'shortcuts')
  await settle()
  electron.globalShortcut.press('CommandOrControl+Alt+S')
  expect(await value(keys)).toMatchObject({ works: true })
  expect(electron.hasWindow('quick.html')).toBe(false)
  electron.globalShortcut.press('CommandOrControl+Alt+S')
  await settle()
  expect(electron.hasWindow('quick.html')).toBe(true)
  const never = begin(desktop, 'lock')
  await settle()
  clock.advance(61_000)
  expect(await value(never)).toMatchObject({ works: false })
})

test('G12 a key that was waited for in vain does what it is for when it is pressed later', async () => {
  const desktop = await open()
  const { electron, clock } = desktop
  const keys = begin(desktop, 'shortcuts')
  await settle()
  clock.advance(16_000)
  expect(await value(keys)).toMatchObject({ works: false })
  electron.globalShortcut.press('CommandOrControl+Alt+S')
  await settle()
  expect(electron.hasWindow('quick.html')).toBe(true)
})

test('G12 of a key that a portal refuses nobody is told: it is not said to have failed, and its test says that it is not heard', async () => {
  const electron = createElectronDouble()
  electron.world.wayland = true
  const key = 'CommandOrControl+Alt+S'
  electron.globalShortcut.portal = { refused: new Set([key]) }
  const desktop = await open({ electron })
  const { abilities } = await desktop.ok('app.state', {})
  expect(abilities).toMatchObject({ shortcutFailures: [], methods: { shortcuts: 'portal' } })
  const pressed = async (accelerator: string) => {
    const test_ = begin(desktop, 'shortcuts')
    await settle()
    electron.globalShortcut.press(accelerator)
    desktop.clock.advance(16_000)
    return value(test_)
  }
  expect(await pressed(key)).toMatchObject({ works: false })
  expect(await pressed('CommandOrControl+Alt+D')).toMatchObject({ works: true })
  // The portal’s own settings may allow it later.
  electron.globalShortcut.portal.refused.clear()
  expect(await pressed(key)).toMatchObject({ works: true })
})

test('J16 the archive has versions, abilities and the log, and no name, note or path of a person', async () => {
  const desktop = await open()
  const { electron, folder } = desktop
  const log = createFileLog(join(folder, 'logs'), desktop.clock, { program: 'electron' })
  const fault = new Error('Ana Weber of Acme & Sons wrote: secret note')
  log.error('commit', fault, { name: 'Acme & Sons', path: '/home/ana/x', incident: 'ID1' })
  writeFileSync(join(folder, 'logs', 'daybook.1.log'), '{"at":1,"event":"cut o')
  writeFileSync(join(folder, 'logs', 'Acme.txt'), 'Acme & Sons')
  mkdirSync(join(folder, 'exports'))
  electron.dialog.savePath = join(folder, 'diagnostics.zip')
  expect(await value(desktop.ask('index.html', 'diagnostics.save', {}))).toEqual({
    path: electron.dialog.savePath,
  })
  const files = readZip(readFileSync(electron.dialog.savePath))
  expect([...files.keys()].toSorted()).toEqual(['about.json', 'logs/daybook.1.log', 'logs/daybook.log'])
  const all = [...files.values()].join('\n')
  for (const secret of ['Ana', 'Weber', 'Acme', 'secret', folder, '/home/ana'])
    expect(all).not.toContain(secret)
  expect(all).toContain('"incident":"ID1"')
  expect(JSON.parse(files.get('about.json') ?? '')).toMatchObject({
    abilities: { shell: 'electron', methods: { idle: 'system' } },
    node: process.versions.node,
  })
})

test('J16 nobody who changed their mind gets an archive, and one that cannot be written is an error', async () => {
  const desktop = await open()
  const { electron } = desktop
  expect(await value(desktop.ask('index.html', 'diagnostics.save', {}))).toBeNull()
  electron.dialog.savePath = join(desktop.folder, 'nowhere', 'x.zip')
  expect(await desktop.ask('index.html', 'diagnostics.save', {})).toMatchObject({ ok: false })
  expect(existsSync(electron.dialog.savePath)).toBe(false)
})
