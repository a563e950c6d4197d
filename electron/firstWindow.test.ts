// The main window is made before the data is open: nobody sees it until then, and what its page asks is answered afterwards.
import { afterEach, expect, test } from 'vitest'
import { createApp } from '../core/app.ts'
import { DatabaseProblem } from '../core/db/sqliteError.ts'
import { openDesktop, settle } from './testing/desktop.ts'
import type { Desktop, DesktopOptions } from './testing/desktop.ts'
import { newEvent } from './testing/emitter.ts'
import { createElectronDouble } from './testing/electronDouble.ts'

const desktops: Desktop[] = []
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.end()
})

/** A start whose data opens when it is told to. */
async function starting(options: DesktopOptions = {}) {
  const electron = createElectronDouble()
  let go: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (go = resolve))
  const started = openDesktop({
    electron,
    openApp: async (ports) => {
      await gate
      return await createApp({ ...ports, dataDir: null })
    },
    ...options,
  })
  await settle()
  return {
    electron,
    open: async () => {
      go()
      const desktop = await started
      desktops.push(desktop)
      return desktop
    },
  }
}

test('what its page asks before the data is open is answered once it is, and only then is it shown', async () => {
  const { electron, open } = await starting()
  const window = electron.window('index.html')
  const answer = electron.ipc.from(window.frame, 'app.state', {})
  let answered = false
  void answer.then(() => (answered = true))
  window.isReady()
  await settle()
  expect([answered, window.visible]).toEqual([false, false])
  await open()
  expect(await answer).toMatchObject({ ok: true })
  expect(window.visible).toBe(true)
  // It was loaded once, and there is no other.
  expect(electron.windows.map(({ urls }) => urls)).toEqual([['app://daybook/index.html']])
})

test('a page that is drawn only after the data was opened is shown then', async () => {
  const { electron, open } = await starting()
  await open()
  const window = electron.window('index.html')
  expect(window.visible).toBe(false)
  window.isReady()
  expect(window.visible).toBe(true)
})

test.each([
  [
    'its page died',
    (window: { page: { emit(name: string, ...args: unknown[]): unknown } }) =>
      window.page.emit('render-process-gone', newEvent(), { reason: 'crashed', exitCode: 1 }),
  ],
  [
    'its page could not be loaded',
    (window: { page: { emit(name: string, ...args: unknown[]): unknown } }) =>
      window.page.emit('did-navigate', newEvent(), 'app://daybook/index.html', 404),
  ],
] as const)('where %s meanwhile, another one is opened', async (_, harm) => {
  const { electron, open } = await starting()
  const first = electron.window('index.html')
  harm(first)
  await open()
  expect(first.destroyed).toBe(true)
  const second = electron.window('index.html')
  expect(second).not.toBe(first)
  second.isReady()
  expect(second.visible).toBe(true)
})

test('J9 started with the session there is none: the window is made when somebody wants it', async () => {
  const { electron } = await starting({ hidden: true })
  expect(electron.windows).toEqual([])
})

test('data that cannot be opened is explained, and the window never shows', async () => {
  const electron = createElectronDouble()
  electron.dialog.answers.push('Quit')
  const desktop = await openDesktop({
    electron,
    openApp: () => Promise.reject(new DatabaseProblem('db.newer', { file: 'daybook.db' })),
  })
  expect(desktop.started).toBeNull()
  expect(electron.app.exited).toBe(0)
  expect(electron.windows.some(({ visible }) => visible)).toBe(false)
})
