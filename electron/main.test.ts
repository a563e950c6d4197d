// The entry itself, on a double of Electron and a real data folder: nothing of it is left for the first start to try.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { programFolder } from '../core/node/programFolder.ts'
import { settle } from './testing/desktop.ts'
import { createElectronDouble } from './testing/electronDouble.ts'

let electron = createElectronDouble()
let folder = ''
const argv = process.argv
const listeners = process.listeners('uncaughtExceptionMonitor')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-main-'))
  electron = createElectronDouble({ packaged: false })
  vi.resetModules()
  vi.doMock('electron', () => ({ ...electron.api }))
})
afterEach(() => {
  vi.doUnmock('electron')
  process.argv = argv
  vi.unstubAllEnvs()
  for (const listener of process.listeners('uncaughtExceptionMonitor'))
    if (!listeners.includes(listener)) process.off('uncaughtExceptionMonitor', listener)
  rmSync(folder, { recursive: true, force: true })
})
/** Where a machine under load is slow, the test’s own limit says when it hangs. */
const LONG_ENOUGH = { timeout: 60_000 }
const run = async (...args: string[]): Promise<void> => {
  process.argv = ['electron', '.', ...args]
  await import('./main.ts')
  const ended = () => electron.app.exited !== null
  await vi.waitUntil(() => electron.hasWindow('index.html') || ended(), LONG_ENOUGH)
  // Its page is answered once the data is open.
  let open = ended()
  if (!open)
    void electron.ipc.from(electron.window('index.html').frame, 'app.state', {}).then(() => (open = true))
  await vi.waitUntil(() => open || ended(), LONG_ENOUGH)
  await settle()
}

test('--data names the folder, Chromium’s switches do not disturb, and the program runs and ends', async () => {
  await run('--no-sandbox', '--data', folder, '--enable-features=X')
  expect(existsSync(join(folder, 'daybook.db'))).toBe(true)
  expect(existsSync(join(folder, 'instance.lock'))).toBe(true)
  const { options, url } = electron.window('index.html')
  expect(url).toBe('app://daybook/index.html')
  expect(options.webPreferences?.preload).toBe(join(programFolder(), 'out', 'preload', 'preload.cjs'))
  expect(electron.calls.indexOf('single instance')).toBe(0)
  const { frame } = electron.window('index.html')
  expect(await electron.ipc.from(frame, 'app.state', {})).toMatchObject({
    ok: true,
    value: { organisation: null, abilities: { shell: 'electron' }, storage: { dataFolder: folder } },
  })
  electron.app.quit()
  await vi.waitUntil(() => electron.app.exited !== null, LONG_ENOUGH)
  expect(electron.app.exited).toBe(0)
  expect(existsSync(join(folder, 'instance.json'))).toBe(false)
})

test('without --data the environment names the folder; Vite’s address is taken from it too', async () => {
  vi.stubEnv('DAYBOOK_DATA', folder)
  vi.stubEnv('ELECTRON_RENDERER_URL', 'http://127.0.0.1:5173')
  await run()
  expect(existsSync(join(folder, 'daybook.db'))).toBe(true)
  expect(electron.window('index.html').url).toBe('http://127.0.0.1:5173/index.html')
  electron.app.quit()
  await vi.waitUntil(() => electron.app.exited !== null, LONG_ENOUGH)
})

test('a start that breaks is shown and ends with a failure, so that who started it can tell', async () => {
  electron.app.enableSandbox = () => {
    throw new Error('too late')
  }
  await run('--data', folder)
  expect(electron.dialog.boxes).toEqual(['Daybook: too late'])
  expect(electron.app.exited).toBe(1)
})

test('a damaged database is explained before any window is seen', async () => {
  writeFileSync(join(folder, 'daybook.db'), 'no database'.repeat(1000))
  electron.dialog.answers.push('Quit')
  await run('--data', folder)
  expect(electron.windows.some(({ visible }) => visible)).toBe(false)
  expect(electron.app.exited).toBe(0)
})
