// daybook:// links, those of strangers above all: nothing about time happens before somebody said yes.
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { linkAmong, named, parseLink } from './links.ts'
import { createElectronDouble } from './testing/electronDouble.ts'
import { newEvent } from './testing/emitter.ts'
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
const follow = async ({ electron }: Desktop, link: string) => {
  electron.app.emit('second-instance', newEvent(), [], '/', { link })
  await settle()
}
const running = async (desktop: Desktop) =>
  (await desktop.ok('timer.state', {})).timers.map(({ customerName, categoryName }) => [
    customerName,
    categoryName,
  ])

test.each([
  ['daybook://start', { act: 'start', customer: null, category: null }],
  ['daybook://start?customer=Acme%20%26%20Sons', { act: 'start', customer: 'Acme & Sons', category: null }],
  ['daybook://start/?customer=A&category=B', { act: 'start', customer: 'A', category: 'B' }],
  ['daybook://start?customer=', { act: 'start', customer: null, category: null }],
  ['daybook://stop', { act: 'stop' }],
  ['daybook://open', { act: 'open' }],
  ['daybook://stop?timer=1', null],
  ['daybook://start?customer=a&customer=b', null],
  ['daybook://start?note=x', null],
  ['daybook://start/x', null],
  ['daybook://user:pw@start', null],
  ['daybook:start', null],
  ['https://start', null],
  ['daybook://', null],
  [`daybook://start?customer=${'x'.repeat(2000)}`, null],
  ['', null],
])('J14 %s', (text, link) => {
  expect(parseLink(text)).toEqual(link)
})

test('J14 whatever a page writes means one of three things or nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `daybook://${text}`),
      ),
      (text) => {
        const link = parseLink(text)
        expect(link === null || ['start', 'stop', 'open'].includes(link.act)).toBe(true)
      },
    ),
  )
})

test('J14 the link stands anywhere among the arguments', () => {
  expect(linkAmong(['--data', '/x', 'daybook://stop', '--flag'])).toBe('daybook://stop')
  expect(linkAmong(['--data', '/x'])).toBeNull()
})

test('J14 a link asks before it starts; No is what Enter and Esc mean, and nothing happens', async () => {
  const desktop = await open()
  const { dialog } = desktop.electron
  dialog.answers.push('Cancel', 'Start')
  await follow(desktop, 'daybook://start?customer=acme%20%26%20sons&category=Support')
  expect(dialog.asked[0]).toMatchObject({
    message: 'Start a timer for Acme & Sons · Support?',
    defaultId: 1,
    cancelId: 1,
  })
  expect(await running(desktop)).toEqual([])
  await follow(desktop, 'daybook://start?customer=Acme%20%26%20Sons&category=Support')
  expect(await running(desktop)).toEqual([['Acme & Sons', 'Support']])
})

test('J14 it says what it would stop, and stops it only after a yes', async () => {
  const desktop = await open()
  await desktop.start('globex')
  desktop.clock.advance(60_000)
  desktop.electron.dialog.answers.push(({ detail = '' }) => {
    expect(detail).toContain('What runs now is stopped for it: Globex · Support.')
    return 0
  })
  await follow(desktop, 'daybook://start?customer=Acme%20%26%20Sons&category=meeting')
  expect(await running(desktop)).toEqual([['Acme & Sons', 'Meeting']])
})

test('J14 a name that nobody has starts nothing: it is said, and the quick timer opens', async () => {
  const desktop = await open()
  const { dialog } = desktop.electron
  dialog.answers.push('OK', 'OK')
  await follow(desktop, 'daybook://start?customer=Nobody')
  await follow(desktop, 'daybook://start?customer=Globex&category=Golf')
  expect(dialog.asked.map(({ message }) => message)).toEqual([
    expect.stringContaining('“Nobody”, which is not in your lists'),
    expect.stringContaining('“Golf”, which is not in your lists'),
  ])
  expect(await running(desktop)).toEqual([])
  expect(desktop.electron.hasWindow('quick.html')).toBe(true)
})

test.each([
  ['Acme', 'Acme'],
  ['ACMÉ', 'several'],
  ['globex', 'Globex'],
  ['Glob', 'none'],
])('J14 a name means whom it names; what two share is neither’s: %s', (wanted, found) => {
  const rows = [{ name: 'Acme' }, { name: 'acmé' }, { name: 'Globex' }]
  const row = named(rows, wanted)
  expect(typeof row === 'string' ? row : row.name).toBe(found)
})

test('J14 while a question stands, further links are not heard: a page cannot ask without end', async () => {
  const desktop = await open()
  const { dialog } = desktop.electron
  let answer: (response: number) => void = () => undefined
  dialog.answers.push(() => new Promise((resolve) => (answer = resolve)))
  await follow(desktop, 'daybook://start?customer=Globex')
  for (let times = 0; times < 50; times++) await follow(desktop, 'daybook://nonsense')
  expect(dialog.asked).toHaveLength(1)
  answer(1)
  await settle()
  dialog.answers.push('OK')
  await follow(desktop, 'daybook://nonsense')
  expect(dialog.asked.at(-1)?.message).toContain('makes no sense here')
})

test('J14 stop opens the note, where Stop must be pressed; without a timer that is said', async () => {
  const desktop = await open()
  desktop.electron.dialog.answers.push('OK')
  await follow(desktop, 'daybook://stop')
  const timerId = await desktop.start()
  await follow(desktop, 'daybook://stop')
  expect(desktop.electron.window('notes.html').url).toContain(timerId)
  expect((await desktop.ok('timer.state', {})).timers[0]?.state).toBe('running')
})

test('J14 a link that starts the program waits until it is up; macOS sends it as an event', async () => {
  const electron = createElectronDouble()
  electron.dialog.answers.push('Cancel', 'Cancel')
  const desktop = await open({ electron, openedBy: 'daybook://start?customer=Globex' })
  await settle()
  expect(electron.dialog.asked[0]?.message).toBe('Start a timer for Globex?')
  electron.app.emit('open-url', newEvent(), 'daybook://start?customer=Globex')
  await settle()
  expect(electron.dialog.asked).toHaveLength(2)
  expect(await running(desktop)).toEqual([])
})

test('J14 a second instance that says something else only brings the window forward', async () => {
  const desktop = await open()
  const main = desktop.electron.window('index.html')
  main.isReady()
  for (const told of [null, undefined, {}, { link: 5 }, 'daybook://stop', { link: null }])
    desktop.electron.app.emit('second-instance', newEvent(), ['daybook://stop'], '/', told)
  await settle()
  expect(desktop.electron.dialog.asked).toEqual([])
  expect(main.isFocused()).toBe(true)
})
