// Login, badges, menus of dock and taskbar, and the switch for the graphics.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createElectronDouble } from './testing/electronDouble.ts'
import { openDesktop, settle } from './testing/desktop.ts'
import type { Desktop } from './testing/desktop.ts'

const desktops: Desktop[] = []
const open = async (...args: Parameters<typeof openDesktop>) => {
  const desktop = await openDesktop(...args)
  desktops.push(desktop)
  return desktop
}
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.end()
})
const MINUTE = 60_000

test('J9 on Linux the session starts it hidden, by a file that goes with the wish; odd paths are quoted', async () => {
  const desktop = await open()
  const file = join(desktop.folder, 'autostart', 'app.daybook.desktop.desktop')
  expect(existsSync(file)).toBe(false)
  await desktop.ok('preferences.save', { startAtLogin: true })
  expect(readFileSync(file, 'utf8')).toContain(
    'Exec="/opt/Day book/daybook" "--data" "/home/ana/100%% \\\\$x" "--hidden"\n',
  )
  await desktop.ok('preferences.save', { startAtLogin: false })
  expect(existsSync(file)).toBe(false)
  expect(desktop.errors).toEqual([])
})

test('J9 Windows and macOS are told; only a change of the wish is, so that the system’s own switch stays', async () => {
  const desktop = await open({ platform: 'win32' })
  const { app } = desktop.electron
  expect(app.login).toEqual({})
  await desktop.ok('preferences.save', { startAtLogin: true })
  expect(app.login).toMatchObject({ openAtLogin: true, args: ['--data', '/home/ana/100% $x', '--hidden'] })
  app.login = {}
  await desktop.ok('preferences.save', { colorScheme: 'dark' })
  expect(app.login).toEqual({})
})

test('J9 started with the session it stays in the tray; without one its window comes after a moment', async () => {
  const { electron } = await open({ hidden: true })
  expect(electron.hasWindow('index.html')).toBe(false)
  expect(electron.tray.image).toContain('stopped')
  electron.tray.menu?.click('Open Daybook')
  electron.window('index.html').isReady()
  expect(electron.window('index.html').visible).toBe(true)

  const bare = await open({ hidden: true, trayHost: false })
  expect(bare.electron.hasWindow('index.html')).toBe(false)
  bare.clock.advance(6_000)
  await settle()
  expect(bare.electron.hasWindow('index.html')).toBe(true)

  const late = await open({ hidden: true, trayHost: false })
  late.told.trayHost = true
  await late.trayChanged()
  late.clock.advance(MINUTE)
  await settle()
  expect(late.electron.hasWindow('index.html')).toBe(false)

  expect((await open({ hidden: true, setUp: false })).electron.hasWindow('index.html')).toBe(true)
})

test('J13 macOS: the time stands in the menu bar and on the dock, and the dock has its menu', async () => {
  const desktop = await open({ platform: 'darwin' })
  const { electron } = desktop
  expect(electron.app.dockMenu?.labels).toEqual(['Start or Stop Work…', 'Quick Timer', 'Today'])
  const timerId = await desktop.start()
  desktop.clock.advance(83 * MINUTE)
  await settle()
  expect(electron.tray.title).toBe(' 1:23')
  expect(electron.app.badge).toBe('1:23')
  await desktop.ok('timer.pause', { timerId })
  expect(electron.tray.title).toBe('')
  expect(electron.app.badge).toBe('')
})

test('J13 Windows: an overlay on the taskbar and a jump list of links; Linux: a count', async () => {
  const desktop = await open({ platform: 'win32' })
  const { electron } = desktop
  const [tasks] = electron.app.jumpList ?? []
  expect(tasks?.items?.map(({ title, args }) => [title, args])).toEqual([
    ['Quick Timer', 'daybook://start'],
    ['Stop…', 'daybook://stop'],
    ['Open Daybook', 'daybook://open'],
  ])
  await desktop.start()
  expect(electron.window('index.html').overlay).toBe('Acme & Sons · Support 0:00')
  await desktop.ok('preferences.save', { language: 'de' })
  expect(electron.app.jumpList?.[0]?.items?.[0]?.title).toBe('Schnelltimer')

  const linux = await open()
  await linux.start()
  expect(linux.electron.app.badge).toBe(1)
  expect(linux.electron.tray.title).toBe('')
})

test('J11 a working morning without a timer is said once, and a click opens the quick timer', async () => {
  const desktop = await open()
  const { electron } = desktop
  // The fake day begins at nine, a Tuesday.
  desktop.clock.advance(30 * MINUTE)
  await settle()
  expect(electron.notifications.map(({ title }) => title)).toEqual(['No timer is running'])
  electron.notifications[0]?.emit('click')
  expect(electron.hasWindow('quick.html')).toBe(true)
  await desktop.ok('preferences.save', { language: 'de' })
  await desktop.start()
  for (let hour = 0; hour < 10; hour++) {
    desktop.clock.advance(60 * MINUTE)
    await settle()
  }
  expect(electron.notifications.map(({ title }) => title)).toEqual([
    'No timer is running',
    'Seit 10:00 läuft ein Timer',
  ])
})

test('J11 switched off, nothing is said', async () => {
  const desktop = await open()
  await desktop.ok('preferences.save', { reminders: { nothingRuns: false, longTimer: false, gaps: false } })
  for (let hour = 0; hour < 12; hour++) {
    desktop.clock.advance(60 * MINUTE)
    await settle()
  }
  expect(desktop.electron.notifications).toEqual([])
})

test('the graphics are done without the hardware from the next start on', async () => {
  const first = await open()
  expect(first.electron.app.accelerated).toBe(true)
  await first.ok('preferences.save', { hardwareAcceleration: false })
  expect(first.electron.app.accelerated).toBe(true)
  const electron = createElectronDouble()
  await open({ electron, folder: first.folder })
  expect(electron.app.accelerated).toBe(false)
})

test('J14 the installed program has its links on Windows and macOS; on Linux its desktop file has', async () => {
  expect((await open({ platform: 'darwin' })).electron.app.schemes).toEqual(['daybook'])
  expect((await open()).electron.app.schemes).toEqual([])
  const electron = createElectronDouble({ packaged: false })
  expect((await open({ platform: 'win32', electron })).electron.app.schemes).toEqual([])
})
