// The system-wide keys: bound from the preferences, bound anew when those change, and a failure is told.
import { afterEach, expect, test } from 'vitest'
import { openDesktop, settle } from './testing/desktop.ts'
import type { Desktop } from './testing/desktop.ts'
import { createElectronDouble } from './testing/electronDouble.ts'

const desktops: Desktop[] = []
const open = async (...args: Parameters<typeof openDesktop>) => {
  const desktop = await openDesktop(...args)
  desktops.push(desktop)
  return desktop
}
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.end()
})
const START = 'CommandOrControl+Alt+S'
const SHOW = 'CommandOrControl+Alt+D'

test('G5 the key for start and stop: quick timer while nothing runs, note while something does', async () => {
  const desktop = await open()
  const { electron } = desktop
  electron.globalShortcut.press(START)
  await settle()
  expect(electron.hasWindow('quick.html')).toBe(true)
  const timerId = await desktop.start()
  electron.globalShortcut.press(START)
  await settle()
  expect(electron.window('notes.html').url).toContain(timerId)
})

test('B17 a user without the timer gets the main window from that key', async () => {
  const desktop = await open()
  const user = (await desktop.ok('app.state', {})).currentUser
  await desktop.ok('user.edit', { userId: user?.id ?? '', clientTimer: false })
  desktop.electron.window('index.html').isReady()
  desktop.electron.globalShortcut.press(START)
  await settle()
  expect(desktop.electron.hasWindow('quick.html')).toBe(false)
  expect(desktop.electron.window('index.html').isFocused()).toBe(true)
})

test('G5 the key for show brings the window back', async () => {
  const { electron } = await open()
  const main = electron.window('index.html')
  main.isReady()
  main.close()
  await settle()
  electron.globalShortcut.press(SHOW)
  expect(main.visible).toBe(true)
})

test('G5 keys are bound anew when the preferences change, and freed when set to none', async () => {
  const desktop = await open()
  const { bound } = desktop.electron.globalShortcut
  expect([...bound.keys()]).toEqual([START, SHOW])
  await desktop.ok('preferences.save', { shortcuts: { startStop: 'F9', show: null } })
  expect([...bound.keys()]).toEqual(['F9'])
  // Each binding takes the key away for a moment, so nothing else may cause one.
  const { attempts } = desktop.electron.globalShortcut
  await desktop.ok('preferences.save', { language: 'de' })
  expect(desktop.electron.globalShortcut.attempts).toBe(attempts)
})

test('G5 a key that another program holds, or that is none, is shown as failed until it is changed', async () => {
  const electron = createElectronDouble()
  electron.globalShortcut.taken.add(START)
  const desktop = await open({ electron })
  const failures = async () => (await desktop.ok('app.state', {})).abilities.shortcutFailures
  expect(await failures()).toEqual([START])
  const { page } = electron.window('index.html')
  const told = () =>
    page.events.filter((event) => JSON.stringify(event) === '{"type":"deviceChanged"}').length
  const before = told()
  await desktop.ok('preferences.save', { shortcuts: { startStop: 'not a key!', show: SHOW } })
  expect(await failures()).toEqual(['not a key!'])
  // Once for the preference itself, once for its failure.
  expect(told()).toBe(before + 2)
  await desktop.ok('preferences.save', { shortcuts: { startStop: 'F9', show: SHOW } })
  expect(await failures()).toEqual([])
})

test('G5 quitting gives the keys back', async () => {
  const { electron } = await open()
  electron.app.quit()
  await settle()
  expect(electron.globalShortcut.bound.size).toBe(0)
})
