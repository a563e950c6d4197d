// The tray icon in the running program: it follows the timer, its menu acts, and it is honest about not being there.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { DATABASE_NAME } from '../core/app.ts'
import { createData } from '../core/db/data.ts'
import { closeDatabase, openDatabase } from '../core/db/open.ts'
import { setTeamState } from '../core/team/state.ts'
import { errorSentence } from '../shared/text/errorText.ts'
import { openDesktop, settle } from './testing/desktop.ts'
import type { Desktop } from './testing/desktop.ts'
import { createElectronDouble } from './testing/electronDouble.ts'

const desktops: Desktop[] = []
const folders: string[] = []
const open = async (...args: Parameters<typeof openDesktop>) => {
  const desktop = await openDesktop(...args)
  desktops.push(desktop)
  return desktop
}
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.end()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
const MINUTE = 60_000
const image = (face: string) => `/program/resources/tray/${face}.png`

test('G4 the icon is stopped, running, paused, running, stopped as the timer is', async () => {
  const desktop = await open()
  const { tray } = desktop.electron
  expect(tray.image).toBe(image('stopped'))
  const timerId = await desktop.start()
  expect(tray.image).toBe(image('running'))
  await desktop.ok('timer.pause', { timerId })
  expect(tray.image).toBe(image('paused'))
  await desktop.ok('timer.resume', { timerId })
  expect(tray.image).toBe(image('running'))
  const { image: times } = tray.set
  await desktop.ok('customer.add', { name: 'Initech' })
  expect(tray.set.image).toBe(times)
  desktop.clock.advance(MINUTE)
  await desktop.ok('timer.stop', { timerId })
  expect(tray.image).toBe(image('stopped'))
})

test('G4 while a timer runs the tooltip goes on each minute and nothing else is touched; stopped, nothing is', async () => {
  const desktop = await open()
  const { tray } = desktop.electron
  const timerId = await desktop.start()
  expect(tray.toolTip).toBe('Acme & Sons · Support – 0:00 (today 0:00)')
  const before = { ...tray.set }
  desktop.clock.advance(83 * MINUTE)
  await settle()
  expect(tray.toolTip).toBe('Acme & Sons · Support – 1:23 (today 1:23)')
  expect(tray.set.menu).toBe(before.menu)
  expect(tray.set.image).toBe(before.image)
  await desktop.ok('timer.stop', { timerId })
  const after = tray.set.toolTip
  desktop.clock.advance(10 * MINUTE)
  await settle()
  expect(tray.set.toolTip).toBe(after)
})

test('G4 when the state cannot be read the icon stays as it was, and the log says so', async () => {
  const desktop = await open()
  await desktop.start()
  await desktop.app.close()
  await desktop.emit({ type: 'changed', entities: 'all', commitId: null })
  expect(desktop.electron.tray.image).toBe(image('running'))
  expect(desktop.errors).toContainEqual(['timer.read', expect.any(Error), undefined])
})

test('G4 pause, resume and stop act from the menu; stop asks for the note first', async () => {
  const desktop = await open()
  const timerId = await desktop.start()
  const { electron } = desktop
  expect(electron.tray.menu?.labels[0]).toBe('Acme && Sons · Support')
  electron.tray.menu?.click('Pause')
  await settle()
  expect((await desktop.ok('timer.state', {})).timers[0]?.state).toBe('paused')
  electron.tray.menu?.click('Resume')
  await settle()
  electron.tray.menu?.click('Stop…')
  await settle()
  expect((await desktop.ok('timer.state', {})).timers[0]?.state).toBe('running')
  expect(electron.window('notes.html').url).toBe(`app://daybook/notes.html?timerId=${timerId}`)
})

test('G4 F7 switch to, start again and continue last', async () => {
  const desktop = await open()
  const { electron } = desktop
  const running = async () => (await desktop.ok('timer.state', {})).timers[0]?.customerName
  await desktop.start('globex')
  desktop.clock.advance(MINUTE)
  await desktop.ok('timer.start', {
    customerId: desktop.names.acme,
    categoryId: desktop.names.support,
    switch: true,
  })
  desktop.clock.advance(MINUTE)
  electron.tray.menu?.click('Switch to', 'Globex · Support')
  await settle()
  expect(await running()).toBe('Globex')
  desktop.clock.advance(MINUTE)
  await desktop.ok('timer.stop', { timerId: (await desktop.ok('timer.state', {})).timers[0]?.id ?? '' })
  electron.tray.menu?.click('Start again', 'Acme && Sons · Support')
  await settle()
  expect(await running()).toBe('Acme & Sons')
  desktop.clock.advance(MINUTE)
  await desktop.ok('timer.stop', { timerId: (await desktop.ok('timer.state', {})).timers[0]?.id ?? '' })
  electron.tray.menu?.click('Continue last')
  await settle()
  expect(await running()).toBe('Acme & Sons')
})

test('G4 a switch that needs the note of what runs asks for that note', async () => {
  const desktop = await open()
  await desktop.start('globex')
  await desktop.ok('timer.stop', { timerId: await startedAfter(desktop) })
  const timerId = await desktop.start('acme')
  const { organisation } = await desktop.ok('app.state', {})
  if (organisation === null) throw new Error('not set up')
  await desktop.ok('organisation.edit', { rules: { ...organisation.rules, requireNote: true } })
  desktop.clock.advance(MINUTE)
  desktop.electron.tray.menu?.click('Switch to', 'Globex · Support')
  await settle()
  expect(desktop.electron.window('notes.html').url).toContain(timerId)
  expect(desktop.electron.dialog.asked).toEqual([])
})

test('G4 a refusal is said in words, also to a menu that stood open meanwhile', async () => {
  const desktop = await open()
  const timerId = await desktop.start()
  const stale = desktop.electron.tray.menu
  desktop.clock.advance(MINUTE)
  await desktop.ok('timer.stop', { timerId })
  desktop.electron.dialog.answers.push('OK')
  stale?.click('Pause')
  await settle()
  expect(desktop.electron.dialog.asked.map(({ message }) => message)).toEqual([
    errorSentence({ code: 'notFound.timer' }, 'en'),
  ])
})

test('G4 start opens the quick timer beside the icon, open and diary the main window, quit quits', async () => {
  const { electron } = await open()
  electron.tray.menu?.click('Start…')
  const quick = electron.window('quick.html')
  quick.isReady()
  expect(quick.options).toMatchObject({ width: 360, frame: false, skipTaskbar: true })
  expect(quick.bounds).toMatchObject({ x: 1532, y: 28 })
  const main = electron.window('index.html')
  main.isReady()
  main.close()
  await settle()
  electron.tray.menu?.click('Open Daybook')
  expect(main.visible).toBe(true)
  electron.tray.menu?.click('Work Diary')
  expect(main.page.events.at(-1)).toEqual({ type: 'show', view: 'diary' })
  electron.tray.menu?.click('Quit Daybook')
  await settle()
  expect(electron.app.exited).toBe(0)
  expect(electron.trays[0]?.destroyed).toBe(true)
})

test('G4 a click on the icon shows the quick timer, another hides it', async () => {
  const desktop = await open()
  const { tray } = desktop.electron
  tray.emit('click')
  const quick = desktop.electron.window('quick.html')
  quick.isReady()
  expect(quick.visible).toBe(true)
  // The click itself takes the focus away before it is heard.
  quick.blur()
  tray.emit('click')
  expect(quick.visible).toBe(false)
  desktop.clock.advance(1000)
  tray.emit('click')
  expect(quick.visible).toBe(true)
  tray.emit('click')
  expect(quick.visible).toBe(false)
})

test('G4 on macOS the click belongs to the quick timer and the other button to the menu', async () => {
  const desktop = await open({ platform: 'darwin' })
  const { tray } = desktop.electron
  await desktop.start()
  expect(tray.menu).toBeNull()
  expect(tray.image).toBe('/program/resources/tray/runningTemplate.png')
  tray.emit('right-click')
  expect(tray.popped?.labels.slice(0, 3)).toEqual(['Acme && Sons · Support', 'Stop…', 'Pause'])
})

test('G4 H13 the icon shows that something waits to be sent while no timer runs, and the tooltip how much', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'daybook-tray-'))
  folders.push(dataDir)
  const desktop = await open({ dataDir })
  const { tray } = desktop.electron
  expect(tray.image).toBe(image('stopped'))
  await joinTeamOutOfReach(desktop, dataDir)
  await desktop.ok('customer.add', { name: 'Initech' })
  await expect.poll(() => tray.image).toBe(image('unsynced'))
  expect(tray.toolTip).toBe('Daybook – no timer (today 0:00) – 1 not sent')
  await desktop.start()
  await expect.poll(() => tray.toolTip).toContain('2 not sent')
  expect(tray.image).toBe(image('running'))
})

/** As after weeks in a team, with a server at which nobody answers. */
async function joinTeamOutOfReach(desktop: Desktop, dataDir: string): Promise<void> {
  const { currentUser } = await desktop.ok('app.state', {})
  const db = openDatabase(join(dataDir, DATABASE_NAME))
  try {
    setTeamState(createData(db), {
      server: 'http://127.0.0.1:9',
      organisationId: 'org',
      userId: currentUser?.id ?? '',
      deviceId: 'device',
      email: 'ana@example.com',
      phase: 'on',
      version: 1,
      hash: '',
      epoch: 'epoch',
      epochFrom: 0,
      scope: 'administrator',
      lastContact: null,
      progress: null,
      problem: null,
      behind: null,
      seen: null,
      unrecorded: false,
      handedBack: null,
    })
  } finally {
    closeDatabase(db)
  }
}

test('G4 where the image cannot be loaded there is no tray, and the screens are told so', async () => {
  const electron = createElectronDouble()
  electron.place.trayFails = true
  const desktop = await open({ electron })
  expect((await desktop.ok('app.state', {})).abilities.tray).toBe(false)
  expect(desktop.errors).toEqual([['tray.unavailable', expect.any(Error), undefined]])
})

async function startedAfter(desktop: Desktop): Promise<string> {
  desktop.clock.advance(MINUTE)
  return (await desktop.ok('timer.state', {})).timers[0]?.id ?? ''
}
