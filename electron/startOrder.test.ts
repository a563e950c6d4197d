// The order of a start: one instance before the data opens, sandbox and scheme before Electron is ready.
import { afterEach, expect, test } from 'vitest'
import { openDesktop, settle } from './testing/desktop.ts'
import type { Desktop } from './testing/desktop.ts'
import { createElectronDouble } from './testing/electronDouble.ts'

const desktops: Desktop[] = []
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.end()
})
const open = async (...args: Parameters<typeof openDesktop>) => {
  const desktop = await openDesktop(...args)
  desktops.push(desktop)
  return desktop
}

test('single instance, sandbox and scheme come first, then Electron is awaited, then the data opens, then a window', async () => {
  const { electron } = await open()
  expect(electron.calls).toEqual([
    'single instance',
    'sandbox',
    'scheme',
    'switch enable-features=GlobalShortcutsPortal',
    'ready',
    'open data',
    'load app://daybook/index.html',
  ])
})

test('a second instance neither opens the data nor a window: it ends', async () => {
  const desktop = await open({ electron: createElectronDouble({ firstInstance: false }) })
  expect(desktop.started).toBeNull()
  expect(desktop.electron.calls).toEqual(['single instance', 'quit', 'exit 0'])
  expect(desktop.electron.windows).toEqual([])
})

test('a second instance brings the first one to the front, also out of the tray', async () => {
  const { electron } = await open()
  const main = electron.window('index.html')
  main.isReady()
  main.close()
  await settle()
  expect(main.visible).toBe(false)
  electron.app.emit('second-instance')
  expect(main.visible).toBe(true)
  main.minimize()
  electron.app.emit('activate')
  expect(main.minimized).toBe(false)
})

test('two data folders have a lock each: it lies where Chromium keeps its files, inside the data folder', async () => {
  const { electron, folder } = await open()
  expect(electron.app.userData?.startsWith(folder)).toBe(true)
})

test('G12 the screens hear what this desktop can do', async () => {
  const desktop = await open()
  const { abilities } = await desktop.ok('app.state', {})
  expect(abilities).toEqual({
    shell: 'electron',
    tray: true,
    globalShortcuts: true,
    saveDialog: true,
    windows: true,
    shortcutFailures: [],
  })
  const bare = await open({ trayHost: false })
  expect((await bare.ok('app.state', {})).abilities.tray).toBe(false)
})

test('on Windows the program says who it is, so that its notices are shown', async () => {
  const { electron } = await open({ platform: 'win32' })
  expect(electron.app.appId).toBe('app.daybook.desktop')
})

test('nothing goes wrong unsaid while it starts', async () => {
  expect((await open()).errors).toEqual([])
})
