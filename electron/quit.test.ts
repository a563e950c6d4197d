// Quitting and closing: a running timer is asked about, and what closes can be found again or has ended.
import { afterEach, expect, test } from 'vitest'
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
const [GO_ON, STOP, CANCEL] = ['Quit, timer goes on', 'Stop and write note', 'Cancel'] as const

test('G1 quitting without a timer asks nothing, closes the data and ends', async () => {
  const { electron, app } = await open()
  electron.app.quit()
  await settle()
  expect(electron.dialog.asked).toEqual([])
  expect(electron.app.exited).toBe(0)
  await expect(app.invoke('app.state', {})).resolves.toMatchObject({ ok: false })
})

test('G1 quitting with a running timer asks; “timer goes on” ends the program and leaves the timer', async () => {
  const desktop = await open()
  const timerId = await desktop.start()
  desktop.clock.advance(83 * MINUTE)
  const { electron } = desktop
  electron.dialog.answers.push((options) => {
    expect(options).toMatchObject({
      message: 'A timer is running: Acme & Sons · Support, 1:23.',
      buttons: [GO_ON, STOP, CANCEL],
      defaultId: 0,
      cancelId: 2,
    })
    expect(options.detail).toContain('the timer goes on counting while Daybook is closed')
    expect(electron.app.exited).toBeNull()
    return 0
  })
  const before = await desktop.ok('timer.state', {})
  electron.app.quit()
  await settle()
  expect(electron.app.exited).toBe(0)
  expect(before.timers[0]).toMatchObject({ id: timerId, state: 'running' })
})

test('G1 cancel changes nothing, and a second wish to quit while the question stands asks no second time', async () => {
  const desktop = await open()
  await desktop.start()
  const { electron } = desktop
  let answer: (response: number) => void = () => undefined
  electron.dialog.answers.push(() => new Promise((resolve) => (answer = resolve)))
  electron.app.quit()
  await settle()
  electron.app.quit()
  await settle()
  expect(electron.dialog.asked).toHaveLength(1)
  answer(2)
  await settle()
  expect(electron.app.exited).toBeNull()
  expect(electron.windows).toHaveLength(1)
  expect((await desktop.ok('timer.state', {})).timers[0]?.state).toBe('running')
})

test('B15 “stop and write note” opens the notes window, and the program ends once the timer is stopped there', async () => {
  const desktop = await open()
  const timerId = await desktop.start()
  const { electron } = desktop
  electron.dialog.answers.push(STOP)
  electron.app.quit()
  await settle()
  const notes = electron.window('notes.html')
  expect(notes.url).toBe(`app://daybook/notes.html?timerId=${timerId}`)
  expect(electron.app.exited).toBeNull()
  desktop.clock.advance(MINUTE)
  expect(await desktop.ask('notes.html', 'timer.stop', { timerId, note: 'Done' })).toMatchObject({ ok: true })
  notes.close()
  await settle()
  expect(electron.app.exited).toBe(0)
})

test('B15 closing that window without stopping keeps timer and program running', async () => {
  const desktop = await open()
  await desktop.start()
  const { electron } = desktop
  electron.dialog.answers.push(STOP)
  electron.app.quit()
  await settle()
  electron.window('notes.html').close()
  await settle()
  expect(electron.app.exited).toBeNull()
  expect((await desktop.ok('timer.state', {})).timers[0]?.state).toBe('running')
})

test('G1 a paused timer does not hold up quitting: nothing of it is counted', async () => {
  const desktop = await open()
  const timerId = await desktop.start()
  await desktop.ok('timer.pause', { timerId })
  desktop.electron.app.quit()
  await settle()
  expect(desktop.electron.app.exited).toBe(0)
})

test('G1 a system that shuts down is not held up by a question', async () => {
  const desktop = await open()
  await desktop.start()
  desktop.electron.power.emit('shutdown')
  await settle()
  expect(desktop.electron.dialog.asked).toEqual([])
  expect(desktop.electron.app.exited).toBe(0)
})

test.each([
  ['without a timer', false],
  ['with a running timer', true],
])('G1 a quit that the system begins ends the program, %s', async (_name, running) => {
  const desktop = await open()
  if (running) await desktop.start()
  const { electron } = desktop
  if (running) electron.dialog.answers.push(GO_ON)
  await electron.app.quitByTheSystem()
  await settle()
  expect(electron.app.exited).toBe(0)
  expect(electron.windows).toEqual([])
})

test('G1 a signal ends the program without a question: nobody may be there to answer it', async () => {
  const desktop = await open()
  await desktop.start()
  desktop.signal()
  await settle()
  expect(desktop.electron.dialog.asked).toEqual([])
  expect(desktop.electron.app.exited).toBe(0)
})

test('G1 the system’s end takes back a question that stands', async () => {
  const desktop = await open()
  await desktop.start()
  const { electron } = desktop
  electron.dialog.answers.push(
    ({ signal }) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve(2))),
  )
  electron.app.quit()
  await settle()
  expect(electron.app.exited).toBeNull()
  desktop.signal()
  await settle()
  expect(electron.app.exited).toBe(0)
})

test('G1 Windows ends the session: the windows say so, and the program is gone without a question', async () => {
  const desktop = await open({ platform: 'win32' })
  await desktop.start()
  desktop.electron.window('index.html').emit('session-end')
  await settle()
  expect(desktop.electron.dialog.asked).toEqual([])
  expect(desktop.electron.app.exited).toBe(0)
})

test('G1 a close that hangs holds nobody up: after a while the program ends all the same', async () => {
  const desktop = await open({
    hold: (name) => (name === 'timer.note' ? new Promise(() => undefined) : Promise.resolve()),
  })
  const { electron } = desktop
  const main = electron.window('index.html')
  const { frame } = main
  main.on('closed', () => void electron.ipc.from(frame, 'timer.note', { timerId: 'x', note: '' }))
  electron.app.quit()
  await settle()
  expect(electron.app.exited).toBeNull()
  desktop.clock.advance(MINUTE)
  await settle()
  expect(electron.app.exited).toBe(0)
  expect(desktop.errors).toContainEqual(['quit.slow', expect.any(Error), undefined])
})

test('A7 what a page sends while it closes is written before the data closes, however long that takes', async () => {
  let write: () => void = () => undefined
  const written = new Promise<void>((resolve) => (write = resolve))
  const desktop = await open({ hold: (name) => (name === 'timer.note' ? written : Promise.resolve()) })
  const timerId = await desktop.start()
  const { electron } = desktop
  const main = electron.window('index.html')
  const { frame } = main
  let reply: unknown = null
  main.on('closed', () => {
    void electron.ipc
      .from(frame, 'timer.note', { timerId, note: 'last words' })
      .then((answer) => (reply = answer))
  })
  electron.dialog.answers.push(GO_ON)
  electron.app.quit()
  await settle()
  expect(electron.windows).toEqual([])
  expect(electron.app.exited).toBeNull()
  write()
  await settle()
  expect(reply).toMatchObject({ ok: true })
  expect(electron.app.exited).toBe(0)
})

test('G4 with a tray, closing hides, says once where to, and the timer goes on', async () => {
  const desktop = await open()
  await desktop.start()
  const { electron } = desktop
  const main = electron.window('index.html')
  main.isReady()
  main.close()
  await settle()
  expect(main.destroyed).toBe(false)
  expect(main.visible).toBe(false)
  expect(electron.notifications.map(({ title, shown }) => [title, shown])).toEqual([
    ['Daybook goes on in the background', true],
  ])
  electron.notifications[0]?.emit('click')
  expect(main.visible).toBe(true)
  main.close()
  await settle()
  expect(electron.notifications).toHaveLength(1)
  expect(electron.dialog.asked).toEqual([])
  expect((await desktop.ok('timer.state', {})).timers[0]?.state).toBe('running')
})

test('G4 without a tray, closing never hides: it quits, and asks first while a timer runs', async () => {
  const desktop = await open({ trayHost: false })
  await desktop.start()
  const { electron } = desktop
  const main = electron.window('index.html')
  main.isReady()
  electron.dialog.answers.push(CANCEL)
  main.close()
  await settle()
  expect(main.visible).toBe(true)
  expect(electron.app.exited).toBeNull()
  electron.dialog.answers.push(GO_ON)
  main.close()
  await settle()
  expect(electron.app.exited).toBe(0)
  expect(main.destroyed).toBe(true)
})

test('G4 a page that closes itself leaves no program that nobody finds: it ends, or stays in the tray', async () => {
  const alone = await open({ trayHost: false })
  alone.electron.window('index.html').isReady()
  alone.electron.window('index.html').pageCloses()
  await settle()
  expect(alone.electron.app.exited).toBe(0)

  const hidden = await open()
  hidden.electron.window('index.html').isReady()
  hidden.electron.window('index.html').pageCloses()
  await settle()
  expect(hidden.electron.app.exited).toBeNull()
  hidden.electron.tray.menu?.click('Open Daybook')
  hidden.electron.window('index.html').isReady()
  expect(hidden.electron.window('index.html').visible).toBe(true)
})

test('G4 a tray that has gone since the start counts as none, one that came later counts', async () => {
  const gone = await open()
  gone.electron.window('index.html').isReady()
  gone.told.trayHost = false
  gone.electron.window('index.html').close()
  await settle()
  expect(gone.electron.app.exited).toBe(0)

  const came = await open({ trayHost: false })
  expect(came.electron.trays).toEqual([])
  const main = came.electron.window('index.html')
  main.isReady()
  came.told.trayHost = true
  main.close()
  await settle()
  expect(main.visible).toBe(false)
  expect(came.electron.tray.image).toContain('stopped')
  expect((await came.ok('app.state', {})).abilities.tray).toBe(true)
  expect(main.page.events).toContainEqual({ type: 'deviceChanged' })
})

test('G4 a panel that refuses our icon shows none: closing quits instead of hiding', async () => {
  const desktop = await open()
  desktop.told.trayShows = false
  desktop.electron.window('index.html').isReady()
  desktop.electron.window('index.html').close()
  await settle()
  expect(desktop.electron.app.exited).toBe(0)
})

test('G4 a panel that crashes and comes back gets the icon again; one that stays away gives the window back', async () => {
  const desktop = await open()
  const { electron, told } = desktop
  const main = electron.window('index.html')
  main.isReady()
  main.close()
  await settle()
  const [first] = electron.trays
  if (first === undefined) throw new Error('no icon')
  first.forgotten = true
  told.trayHost = false
  await desktop.trayChanged()
  expect((await desktop.ok('app.state', {})).abilities.tray).toBe(false)
  told.trayHost = true
  await desktop.trayChanged()
  desktop.clock.advance(MINUTE)
  await settle()
  expect(main.visible).toBe(false)
  expect(electron.tray).not.toBe(first)
  expect((await desktop.ok('app.state', {})).abilities.tray).toBe(true)

  told.trayHost = false
  await desktop.trayChanged()
  desktop.clock.advance(4_000)
  await settle()
  expect(main.visible).toBe(false)
  desktop.clock.advance(2_000)
  await settle()
  expect(main.visible).toBe(true)
})

test('G4 “quit” instead of “stay in the tray” is asked about while a timer runs', async () => {
  const desktop = await open()
  await desktop.ok('preferences.save', { whenClosed: 'quit' })
  await desktop.start()
  const { electron } = desktop
  electron.window('index.html').isReady()
  electron.dialog.answers.push(GO_ON)
  electron.window('index.html').close()
  await settle()
  expect(electron.dialog.asked).toHaveLength(1)
  expect(electron.app.exited).toBe(0)
})

test('G4 on macOS closing always hides: the dock brings it back', async () => {
  const { electron } = await open({ platform: 'darwin', trayHost: false })
  const main = electron.window('index.html')
  main.isReady()
  main.close()
  await settle()
  expect(main.visible).toBe(false)
  electron.app.emit('activate')
  expect(main.visible).toBe(true)
})

test('before anything is set up, closing and quitting work too', async () => {
  const { electron } = await open({ setUp: false, trayHost: false })
  electron.window('index.html').isReady()
  electron.window('index.html').close()
  await settle()
  expect(electron.app.exited).toBe(0)
})
