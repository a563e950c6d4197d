// The order of a start: one instance before the data opens, sandbox and scheme before Electron is ready.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { programFolder } from '../core/node/programFolder.ts'
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

test('single instance, sandbox and scheme come first, then Electron is awaited; the data opens while a window loads', async () => {
  const { electron } = await open()
  expect(electron.calls).toEqual([
    'single instance',
    'sandbox',
    'switch enable-features=GlobalShortcutsPortal',
    'scheme',
    'ready',
    'load app://daybook/index.html',
    'open data',
  ])
})

test('a second instance neither opens the data nor a window: it ends', async () => {
  const desktop = await open({ electron: createElectronDouble({ firstInstance: false }) })
  expect(desktop.started).toBeNull()
  expect(desktop.electron.calls).toEqual(['single instance', 'quit', 'exit 0'])
  expect(desktop.electron.windows).toEqual([])
})

test('a data folder without links (exFAT, a share) has its lock among the settings, one for each folder', async () => {
  const electron = createElectronDouble()
  const settings = mkdtempSync(join(tmpdir(), 'daybook-settings-'))
  electron.app.settings = settings
  const noLinks = () => {
    throw Object.assign(new Error('EPERM'), { code: 'EPERM' })
  }
  const desktop = await open({ electron, makeLink: noLinks })
  expect(electron.app.userData?.startsWith(join(settings, 'folders'))).toBe(true)
  expect(existsSync(electron.app.userData ?? '')).toBe(true)
  expect(electron.hasWindow('index.html')).toBe(true)
  const other = createElectronDouble()
  other.app.settings = settings
  await open({ electron: other, makeLink: noLinks })
  expect(other.app.userData).not.toBe(electron.app.userData)
  expect(desktop.errors).toEqual([])
  rmSync(settings, { recursive: true, force: true })
})

test('where no lock can be made at all the program says so and opens nothing', async () => {
  const desktop = await open({ electron: createElectronDouble({ firstInstance: 'no lock' }) })
  const { electron } = desktop
  expect(electron.dialog.boxes).toEqual([
    expect.stringContaining('Daybook cannot tell whether it is already'),
  ])
  expect(electron.dialog.boxes[0]).toContain(desktop.folder)
  expect(electron.calls).toEqual(['single instance', 'exit 1'])
})

test('started as root with --no-sandbox it keeps that switch, else Chromium would refuse to run', async () => {
  const electron = createElectronDouble()
  electron.app.switches.set('no-sandbox', '')
  await open({ electron })
  expect(electron.app.switches.has('no-sandbox')).toBe(true)
})

test('features that were asked for on the command line stay', async () => {
  const electron = createElectronDouble()
  electron.app.switches.set('enable-features', 'WaylandWindowDecorations')
  await open({ electron })
  expect(electron.app.switches.get('enable-features')).toBe('WaylandWindowDecorations,GlobalShortcutsPortal')
})

test.each([
  ['linux', []],
  ['win32', []],
  ['darwin', ['en-US']],
] as const)('G1 no dictionary is fetched from the network: %s', async (platform, spelling) => {
  const { electron } = await open({ platform })
  expect(electron.session.spelling).toEqual(spelling)
})

test('the program has its name, and the desktop file, the window and the portal one id', async () => {
  const { electron } = await open()
  expect(electron.app.name).toBe('Daybook')
  const root = programFolder()
  const { desktopName } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    string
  >
  expect(desktopName).toBe('app.daybook.desktop.desktop')
  expect(readFileSync(join(root, 'electron-builder.yml'), 'utf8')).toContain('\n  syncDesktopName: true\n')
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
    versions: { node: process.versions.node },
    update: { state: 'none', version: null, notes: null },
    methods: { tray: 'panel', idle: 'system', lock: 'system', shortcuts: 'system', places: 'system' },
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
