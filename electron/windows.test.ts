// The windows: where they stand, that each opens once, and that one that dies or hangs takes no time with it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openDesktop, settle } from './testing/desktop.ts'
import type { Desktop } from './testing/desktop.ts'
import { newEvent } from './testing/emitter.ts'
import { createElectronDouble, press } from './testing/electronDouble.ts'
import { openShellState } from './shellState.ts'
import { besideTray, mainBounds } from './windowBounds.ts'

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
const screen = (x: number, y: number, width: number, height: number) => ({
  workArea: { x, y, width, height },
})

describe('places', () => {
  const one = [screen(0, 0, 1920, 1040)]
  const two = [...one, screen(1920, 0, 1280, 984)]
  const left = { x: 60, y: 40, width: 1000, height: 700 }
  const right = { x: 2000, y: 50, width: 1000, height: 700 }
  test.each([
    ['never opened before', null, one, { width: 1180, height: 780 }],
    ['as it was left', left, one, left],
    ['on the second screen', right, two, right],
    [
      'the second screen is gone: same size, where the system likes',
      right,
      one,
      { width: 1000, height: 700 },
    ],
    ['title bar above the screen', { ...left, y: -300 }, one, { width: 1000, height: 700 }],
    ['title bar below the screen', { ...left, y: 1035 }, one, { width: 1000, height: 700 }],
    ['only a strip at the left edge', { ...left, x: -950 }, one, { width: 1000, height: 700 }],
    ['half out at the left edge', { ...left, x: -500 }, one, { ...left, x: -500 }],
    [
      'larger than the screen is now',
      { x: 0, y: 0, width: 5000, height: 4000 },
      one,
      { x: 0, y: 0, width: 1920, height: 1040 },
    ],
    [
      'too small to use',
      { x: 10, y: 10, width: 3, height: 3 },
      one,
      { x: 10, y: 10, width: 640, height: 480 },
    ],
    ['a first start on 800 × 600', null, [screen(0, 0, 800, 570)], { width: 800, height: 570 }],
    ['no screen at all', left, [], { width: 1000, height: 700 }],
  ])('the main window: %s', (_name, saved, screens, expected) => {
    expect(mainBounds(saved, screens)).toEqual(expected)
  })

  const size = { width: 360, height: 520 }
  test.each([
    ['below a bar at the top', { x: 1700, y: 0, width: 24, height: 24 }, { x: 1532, y: 28 }],
    ['at the right edge', { x: 1900, y: 0, width: 24, height: 24 }, { x: 1560, y: 28 }],
    ['above a bar at the bottom', { x: 1700, y: 1040, width: 24, height: 40 }, { x: 1532, y: 516 }],
    ['at the pointer', { x: 5, y: 500, width: 0, height: 0 }, { x: 0, y: 504 }],
  ])('the quick timer: %s', (_name, anchor, expected) => {
    expect(besideTray(anchor, { x: 0, y: 0, width: 1920, height: 1040 }, size)).toEqual(expected)
  })
})

describe('the main window', () => {
  test('shows when it has something to show, and remembers its place', async () => {
    const desktop = await open()
    const main = desktop.electron.window('index.html')
    expect(main.visible).toBe(false)
    main.isReady()
    expect(main.visible).toBe(true)
    main.bounds = { x: 60, y: 40, width: 1000, height: 700 }
    main.maximized = true
    main.close()
    const file = join(desktop.folder, 'shell', 'window.json')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      bounds: { x: 60, y: 40, width: 1000, height: 700 },
      maximized: true,
    })
  })

  test('a page that crashed is opened afresh in its place, and the timer runs on', async () => {
    const desktop = await open()
    const timerId = await desktop.start()
    const first = desktop.electron.window('index.html')
    first.isReady()
    first.page.dies('oom')
    const second = desktop.electron.window('index.html')
    expect(second).not.toBe(first)
    expect(first.destroyed).toBe(true)
    expect(desktop.errors).toEqual([['window.gone', new Error('oom'), { window: 'main', exitCode: 1 }]])
    second.isReady()
    expect(second.visible).toBe(true)
    desktop.clock.advance(MINUTE)
    expect(await desktop.ask('index.html', 'timer.state', {})).toMatchObject({
      value: { timers: [{ id: timerId, state: 'running' }] },
    })
    second.page.dies('clean-exit')
    expect(desktop.electron.window('index.html')).toBe(second)
  })

  test('a page that crashed while hidden in the tray is made afresh there, without coming forward', async () => {
    const { electron } = await open()
    const first = electron.window('index.html')
    first.isReady()
    first.close()
    await settle()
    first.page.dies()
    const second = electron.window('index.html')
    second.isReady()
    expect(second.visible).toBe(false)
    second.page.dies()
    const third = electron.window('index.html')
    electron.tray.menu?.click('Open Daybook')
    third.isReady()
    expect(third.visible).toBe(true)
  })

  test('a page that keeps crashing is not opened for ever: somebody is asked', async () => {
    const { electron, clock } = await open()
    let asked = 0
    electron.dialog.answers.push((options) => {
      asked++
      expect(options.buttons).toEqual(['Try again', 'Quit'])
      expect(options.detail).toContain('every minute so far is saved')
      return 0
    })
    for (let crash = 0; crash < 3; crash++) electron.window('index.html').page.dies()
    expect(asked).toBe(0)
    electron.window('index.html').page.dies()
    await settle()
    expect(asked).toBe(1)
    clock.advance(5 * MINUTE)
    for (let crash = 0; crash < 3; crash++) electron.window('index.html').page.dies()
    electron.dialog.answers.push('Quit')
    electron.window('index.html').page.dies()
    await settle()
    expect(electron.app.exited).toBe(0)
  })

  test('a page that hangs may be waited for or opened afresh; the question goes when it answers again', async () => {
    const { electron } = await open()
    const first = electron.window('index.html')
    electron.dialog.answers.push('Wait')
    first.emit('unresponsive')
    await settle()
    expect(electron.window('index.html')).toBe(first)

    let gone = false
    electron.dialog.answers.push(
      ({ signal, cancelId = -1 }) =>
        new Promise((resolve) =>
          signal?.addEventListener('abort', () => {
            gone = true
            resolve(cancelId)
          }),
        ),
    )
    first.emit('unresponsive')
    first.emit('unresponsive')
    await settle()
    first.emit('responsive')
    await settle()
    expect(gone).toBe(true)
    expect(electron.window('index.html')).toBe(first)

    electron.dialog.answers.push('Open afresh')
    first.emit('unresponsive')
    await settle()
    expect(electron.window('index.html')).not.toBe(first)
    expect(electron.dialog.asked).toHaveLength(3)
  })

  test('a page that cannot be loaded is tried again, then somebody is asked: never an empty window', async () => {
    const desktop = await open()
    const { electron } = desktop
    const answers: number[] = []
    electron.dialog.answers.push(({ buttons = [] }) => {
      electron.world.broken.clear()
      answers.push(buttons.length)
      return 0
    })
    const main = electron.window('index.html')
    electron.world.broken.set('/index.html', -6)
    main.page.emit('did-navigate', newEvent(), main.url, 404)
    for (let turn = 0; turn < 5; turn++) await settle()
    expect(answers).toEqual([2])
    electron.window('index.html').isReady()
    expect(electron.window('index.html').visible).toBe(true)
    expect(desktop.errors).toContainEqual([
      'window.notLoaded',
      expect.any(Error),
      { window: 'main', code: 404 },
    ])
    expect(desktop.errors).toContainEqual([
      'window.notLoaded',
      expect.any(Error),
      { window: 'main', code: -6 },
    ])
  })

  test('a question, and where to save, is asked before the window that somebody looks at', async () => {
    const desktop = await open()
    const { electron } = desktop
    const main = electron.window('index.html')
    main.isReady()
    electron.dialog.answers.push('Cancel')
    await desktop.start()
    electron.app.quit()
    await settle()
    electron.focus(null)
    electron.dialog.answers.push('Cancel')
    electron.app.quit()
    await settle()
    electron.focus(main)
    electron.dialog.savePath = '/media/stick/March.xlsx'
    await desktop.ports.askSavePath?.('Payroll 2026-03.xlsx')
    expect(electron.dialog.parents).toEqual([main, null, main])
  })

  test('the other mouse button offers paste in a field, copy on a selection, and nothing elsewhere', async () => {
    const { electron } = await open()
    const { page } = electron.window('index.html')
    const all = {
      canUndo: true,
      canRedo: false,
      canCut: true,
      canCopy: true,
      canPaste: true,
      canDelete: true,
      canSelectAll: true,
    }
    const popped = () => electron.menus.context
    const rightClick = (params: object) => {
      electron.menus.context = null
      page.emit('context-menu', newEvent(), {
        isEditable: false,
        editFlags: all,
        selectionText: '',
        dictionarySuggestions: [],
        ...params,
      })
      return popped()
    }
    expect(rightClick({})).toBeNull()
    expect(rightClick({ selectionText: 'Acme' })?.labels).toEqual(['Copy'])
    const menu = rightClick({ isEditable: true, dictionarySuggestions: ['received'] })
    expect(menu?.labels).toEqual([
      'received',
      'separator',
      'Undo',
      'Redo',
      'separator',
      'Cut',
      'Copy',
      'Paste',
      'Delete',
      'separator',
      'Select All',
    ])
    expect(menu?.item('Redo').enabled).toBe(false)
    menu?.click('received')
    expect(page.replaced).toEqual(['received'])
  })

  test('asked for a place before its page is there, it gets that place in its address', async () => {
    const { electron } = await open()
    const main = electron.window('index.html')
    electron.app.emit('second-instance')
    expect(main.urls).toEqual(['app://daybook/index.html'])
    electron.tray.menu?.click('Work Diary')
    expect(main.urls.at(-1)).toBe('app://daybook/index.html#/diary')
    expect(main.page.events).not.toContainEqual({ type: 'show', view: 'diary' })
  })
})

describe('the notes window', () => {
  test('B15 opens on stop also when the main window is closed, one for each timer', async () => {
    const desktop = await open()
    const timerId = await desktop.start()
    const { electron } = desktop
    electron.window('index.html').destroy()
    electron.tray.menu?.click('Stop…')
    const notes = electron.window('notes.html')
    expect(notes.url).toBe(`app://daybook/notes.html?timerId=${timerId}`)
    notes.isReady()
    expect(notes.visible).toBe(true)
    notes.minimize()
    electron.focus(null)
    electron.tray.menu?.click('Stop…')
    expect(electron.windows).toEqual([notes])
    expect(notes.minimized).toBe(false)
    expect(notes.isFocused()).toBe(true)
    notes.close()
    expect(notes.destroyed).toBe(true)
    electron.tray.menu?.click('Stop…')
    expect(electron.window('notes.html')).not.toBe(notes)
  })

  test('B16 its Stop saves: the entry is there, and every window hears it', async () => {
    const desktop = await open()
    const timerId = await desktop.start()
    desktop.clock.advance(83 * MINUTE)
    desktop.electron.tray.menu?.click('Stop…')
    const stopped = await desktop.ask('notes.html', 'timer.stop', { timerId, note: 'Tax return' })
    expect(stopped).toMatchObject({ ok: true, value: { entryIds: [expect.any(String)] } })
    const { entries } = await desktop.ok('diary.today', {})
    expect(entries).toMatchObject([{ note: 'Tax return', durationMs: 83 * MINUTE }])
    expect(desktop.electron.window('index.html').page.events).toContainEqual(
      expect.objectContaining({ type: 'changed', entities: expect.arrayContaining(['timer', 'timeEntry']) }),
    )
    expect(desktop.electron.tray.image).toContain('stopped')
  })

  test('a crash of it opens the same note again', async () => {
    const desktop = await open()
    const timerId = await desktop.start()
    desktop.electron.tray.menu?.click('Stop…')
    const first = desktop.electron.window('notes.html')
    first.page.dies()
    expect(first.destroyed).toBe(true)
    expect(desktop.electron.window('notes.html').url).toContain(timerId)
  })
})

describe('the quick timer', () => {
  test('hides when the focus goes, on Escape and when its page closes it, and is kept for the next time', async () => {
    const { electron } = await open()
    const show = () => electron.tray.menu?.click('Start…')
    show()
    const quick = electron.window('quick.html')
    expect(quick.visible).toBe(false)
    show()
    quick.isReady()
    // Its page would close itself on that key, and the window with it.
    const escape = () => expect(press(quick.page, 'Escape')).toBe(false)
    for (const leave of [() => quick.blur(), escape, () => void quick.close()]) {
      show()
      expect(quick.visible).toBe(true)
      expect(quick.page.events.at(-1)).toEqual({ type: 'show', view: 'start' })
      expect(press(quick.page, 'a')).toBe(true)
      expect(quick.visible).toBe(true)
      leave()
      expect(quick.visible).toBe(false)
    }
    expect(electron.window('quick.html')).toBe(quick)
  })

  test('stands at the pointer where the desktop does not say where the icon is', async () => {
    const { electron } = await open()
    electron.tray.bounds = { x: 0, y: 0, width: 0, height: 0 }
    electron.tray.menu?.click('Start…')
    electron.window('quick.html').isReady()
    expect(electron.window('quick.html').bounds).toMatchObject({ x: 720, y: 504 })
  })

  test('is as large as its content: the zoom of the main window is everybody’s', async () => {
    const { electron } = await open()
    electron.world.zoom = 1.5
    electron.tray.menu?.click('Start…')
    electron.window('quick.html').isReady()
    expect(electron.window('quick.html').bounds).toEqual({ x: 1380, y: 28, width: 540, height: 780 })
    electron.world.zoom = 3
    electron.tray.menu?.click('Start…')
    expect(electron.window('quick.html').bounds).toMatchObject({ y: 0, width: 1080, height: 1040 })
  })

  test('on Wayland the desktop places windows: the quick timer has a title to move it by, and no place is kept', async () => {
    const electron = createElectronDouble()
    electron.world.wayland = true
    const desktop = await open({ electron })
    const main = electron.window('index.html')
    expect(main.options).not.toHaveProperty('x')
    main.bounds = { x: 0, y: 0, width: 900, height: 640 }
    main.isReady()
    main.close()
    await settle()
    expect(JSON.parse(readFileSync(join(desktop.folder, 'shell', 'window.json'), 'utf8'))).toMatchObject({
      bounds: { width: 900, height: 640 },
    })
    electron.tray.menu?.click('Start…')
    expect(electron.window('quick.html').options.frame).toBe(true)
    expect((await desktop.ok('app.state', {})).abilities.methods).toMatchObject({
      places: 'wayland',
      shortcuts: 'portal',
    })
  })

  test('on macOS it stands over a program in full screen, and the focus goes back to that', async () => {
    const { electron } = await open({ platform: 'darwin' })
    const main = electron.window('index.html')
    main.isReady()
    main.close()
    await settle()
    electron.tray.emit('click')
    const quick = electron.window('quick.html')
    quick.isReady()
    expect(quick.everywhere).toBe(true)
    expect(quick.options.type).toBe('panel')
    expect(electron.tray.everyClick).toBe(true)
    press(quick.page, 'Escape')
    expect(electron.calls.at(-1)).toBe('hide')
  })

  test('on X11 a window has its icon', async () => {
    expect((await open()).electron.window('index.html').options.icon).toContain('256x256.png')
    expect((await open({ platform: 'win32' })).electron.window('index.html').options).not.toHaveProperty(
      'icon',
    )
  })

  test('a crash of it costs nothing: it is made anew when wanted', async () => {
    const { electron } = await open()
    electron.tray.menu?.click('Start…')
    electron.window('quick.html').page.dies()
    expect(electron.hasWindow('quick.html')).toBe(false)
    electron.tray.menu?.click('Start…')
    expect(electron.hasWindow('quick.html')).toBe(true)
  })

  test('does not hold up quitting', async () => {
    const { electron } = await open()
    electron.tray.menu?.click('Start…')
    electron.app.quit()
    await settle()
    expect(electron.app.exited).toBe(0)
  })
})

describe('the small timer', () => {
  test('J12 stands on top while it is wanted, takes no keys, and keeps its place', async () => {
    const desktop = await open()
    const { electron } = desktop
    expect(electron.hasWindow('small.html')).toBe(false)
    const main = electron.window('index.html')
    main.isReady()
    await desktop.ok('preferences.save', { smallTimer: true })
    const small = electron.window('small.html')
    small.isReady()
    expect(small.options).toMatchObject({ alwaysOnTop: true, frame: false, skipTaskbar: true })
    expect(small.visible).toBe(true)
    expect(main.isFocused()).toBe(true)
    expect(small.bounds).toEqual({ x: 1584, y: 980, width: 320, height: 44 })
    small.bounds = { ...small.bounds, x: 40, y: 30 }
    small.emit('moved')
    await desktop.ok('preferences.save', { smallTimer: false })
    expect(small.destroyed).toBe(true)
    await desktop.ok('preferences.save', { smallTimer: true })
    electron.window('small.html').isReady()
    expect(electron.window('small.html').bounds).toMatchObject({ x: 40, y: 30 })
  })

  test('J12 closed by hand it is no longer wanted; a crash of it opens it again; quitting is not held up', async () => {
    const desktop = await open()
    const { electron } = desktop
    await desktop.ok('preferences.save', { smallTimer: true })
    electron.window('small.html').page.dies()
    expect(electron.hasWindow('small.html')).toBe(true)
    electron.window('small.html').close()
    await settle()
    expect((await desktop.ok('app.state', {})).preferences.smallTimer).toBe(false)
    expect(electron.hasWindow('small.html')).toBe(false)
    await desktop.ok('preferences.save', { smallTimer: true })
    electron.app.quit()
    await settle()
    expect(electron.app.exited).toBe(0)
  })
})

test('a garbled or unwritable memory of places costs only the place, and is written down', async () => {
  const desktop = await open()
  const errors: unknown[] = []
  const log = { info: () => undefined, error: (event: string) => void errors.push(event) }
  const file = join(desktop.folder, 'shell', 'garbled.json')
  for (const text of ['{"bounds":', '{"bounds":{"x":1e99}}', '[]', '']) {
    writeFileSync(file, text)
    expect(openShellState(file, log).get()).toMatchObject({
      bounds: null,
      maximized: false,
      toldHidden: false,
    })
  }
  expect(errors).toEqual(Array(4).fill('shellState.read'))
  openShellState(join(file, 'below-a-file'), log).set({ maximized: true })
  expect(errors.at(-1)).toBe('shellState.write')
  expect(openShellState(join(desktop.folder, 'never-written'), log).get().bounds).toBeNull()
})

test('the colours of the desktop follow the preference', async () => {
  const electron = createElectronDouble()
  const desktop = await open({ electron })
  expect(electron.api.nativeTheme.themeSource).toBe('system')
  await desktop.ok('preferences.save', { colorScheme: 'dark' })
  expect(electron.api.nativeTheme.themeSource).toBe('dark')
})
