// The tray's menu, icon and tooltip, by table from each state that the timer can be in.
import { expect, test } from 'vitest'
import { NO_SUBJECT } from '../shared/entities/subject.ts'
import type { TimerState, TimerView } from '../shared/contract/timer.ts'
import { shellDe } from '../shared/text/shell.de.ts'
import { shellEn } from '../shared/text/shell.en.ts'
import { trayFace, trayMenu, trayTooltip } from './trayMenu.ts'
import type { TrayActs, TrayView } from './trayMenu.ts'

const HOUR = 3_600_000
const now = 1_772_524_800_000

const timer = (over: Partial<TimerView>): TimerView => ({
  id: 'T1',
  userId: 'U1',
  ...NO_SUBJECT,
  customerId: 'C1',
  categoryId: 'K1',
  state: 'running',
  startedAt: now - HOUR,
  segments: [{ start: now - HOUR, end: null }],
  note: '',
  zone: 'Europe/Berlin',
  taskId: null,
  userName: 'Ana',
  colour: null,
  customerName: 'Acme',
  categoryName: 'Support',
  countedMs: 23 * 60_000,
  runningSince: now - HOUR,
  ...over,
})
const running = timer({})
const paused = timer({ id: 'T2', state: 'paused', runningSince: null, countedMs: 0.5 * HOUR })
const stopped = timer({ id: 'T3', state: 'stopped', runningSince: null })

const state = (timers: TimerView[]): TimerState => ({
  now,
  timers,
  todayMs: 5 * HOUR + 40 * 60_000,
  gaps: [],
})
const view = (timers: TimerView[] | null, over: Partial<TrayView> = {}): TrayView => ({
  state: timers === null ? null : state(timers),
  recents: [
    {
      ...NO_SUBJECT,
      customerId: 'C1',
      customerName: 'Acme',
      categoryId: 'K1',
      categoryName: 'Support',
      lastAt: now,
    },
    { ...NO_SUBJECT, customerId: 'C2', customerName: 'R&D <Lab>', lastAt: now },
  ],
  usable: timers !== null,
  unsent: 0,
  ...over,
})

const silent: TrayActs = {
  stop: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
  switchTo: () => undefined,
  start: () => undefined,
  continueLast: () => undefined,
  open: () => undefined,
  diary: () => undefined,
  quit: () => undefined,
}

/** One line an item: its label, ▸ for what lies in a submenu, (off) for what is disabled. */
const lines = (trayView: TrayView, words = shellEn): string[] =>
  trayMenu(trayView, silent, words).map((item) => {
    if (item.type === 'separator') return '—'
    const below = Array.isArray(item.submenu) ? ` ▸ ${item.submenu.map(({ label }) => label).join(', ')}` : ''
    return `${item.label}${below}${item.enabled === false ? ' (off)' : ''}`
  })
const recent = 'Acme · Support, R&&D <Lab>'
const rest = ['—', 'Open Daybook', 'Work Diary', '—', 'Quit Daybook']

test.each<[string, TrayView, string[]]>([
  [
    'running',
    view([running]),
    [
      'Acme · Support (off)',
      'Stop…',
      'Pause',
      `Switch to ▸ ${recent}`,
      'Start…',
      'Continue last (off)',
      ...rest,
    ],
  ],
  [
    'paused',
    view([paused]),
    [
      'Acme · Support 0:30 (paused) (off)',
      'Stop…',
      'Resume',
      `Switch to ▸ ${recent}`,
      'Start…',
      'Continue last (off)',
      ...rest,
    ],
  ],
  [
    'stopped',
    view([]),
    [
      'No timer is running (off)',
      'Stop… (off)',
      'Pause (off)',
      `Start again ▸ ${recent}`,
      'Start…',
      'Continue last',
      ...rest,
    ],
  ],
  [
    'one that waits to be recorded',
    view([stopped]),
    [
      'No timer is running (off)',
      'Stop… (off)',
      'Pause (off)',
      `Start again ▸ ${recent}`,
      'Start…',
      'Continue last',
      ...rest,
    ],
  ],
  [
    'several at once: each has its own Stop and Pause',
    view([running, paused]),
    [
      'Acme · Support (off)',
      'Stop…',
      'Pause',
      'Acme · Support 0:30 (paused) ▸ Stop…, Resume',
      `Switch to ▸ ${recent}`,
      'Start…',
      'Continue last (off)',
      ...rest,
    ],
  ],
  [
    'B17 the user may not use the timer',
    view([], { usable: false }),
    [
      'No timer is running (off)',
      'Stop… (off)',
      'Pause (off)',
      `Start again ▸ ${recent} (off)`,
      'Start… (off)',
      'Continue last (off)',
      ...rest,
    ],
  ],
  [
    'nothing set up',
    view(null, { recents: [] }),
    [
      'Daybook is not set up yet (off)',
      'Stop… (off)',
      'Pause (off)',
      'Start again ▸  (off)',
      'Start… (off)',
      'Continue last (off)',
      '—',
      'Open Daybook',
      'Work Diary (off)',
      '—',
      'Quit Daybook',
    ],
  ],
])('G4 the menu: %s', (_name, given, expected) => {
  expect(lines(given)).toEqual(expected)
})

test.each<[string, TrayView, string, string]>([
  ['running', view([running]), 'running', 'Acme · Support – 1:23 (today 5:40)'],
  [
    'running without a category',
    view([timer({ categoryName: null })]),
    'running',
    'Acme – 1:23 (today 5:40)',
  ],
  [
    'running without a customer',
    view([timer({ customerName: null })]),
    'running',
    'Support – 1:23 (today 5:40)',
  ],
  ['paused', view([paused]), 'paused', 'Acme · Support – 0:30 (today 5:40)'],
  ['a paused and a running one', view([paused, running]), 'running', 'Acme · Support – 1:23 (today 5:40)'],
  ['stopped', view([]), 'stopped', 'Daybook – no timer (today 5:40)'],
  ['waiting to be recorded', view([stopped]), 'stopped', 'Daybook – no timer (today 5:40)'],
  [
    'unsynced and stopped',
    view([], { unsent: 3 }),
    'unsynced',
    'Daybook – no timer (today 5:40) – 3 not sent',
  ],
  [
    'unsynced and running',
    view([running], { unsent: 3 }),
    'running',
    'Acme · Support – 1:23 (today 5:40) – 3 not sent',
  ],
  ['not set up', view(null), 'stopped', 'Daybook is not set up yet'],
])('G4 the icon and the tooltip: %s', (_name, given, face, tooltip) => {
  expect(trayFace(given)).toBe(face)
  expect(trayTooltip(given, shellEn)).toBe(tooltip)
})

test('G4 long names leave room for the times in 127 characters, and no emoji is cut in two', () => {
  const long = timer({ customerName: '👩‍👩‍👧‍👦'.repeat(100) })
  const tooltip = trayTooltip(view([long]), shellEn)
  expect(tooltip.endsWith('… – 1:23 (today 5:40)')).toBe(true)
  expect(tooltip.replaceAll('👩‍👩‍👧‍👦', '')).toBe('… – 1:23 (today 5:40)')
  expect(trayTooltip(view([timer({ customerName: 'x'.repeat(500) })]), shellEn).length).toBeLessThan(127)
})

test('G4 the menu speaks German', () => {
  expect(lines(view([running]), shellDe).slice(1, 3)).toEqual(['Stoppen …', 'Anhalten'])
  expect(trayTooltip(view([running]), shellDe)).toBe('Acme · Support – 1:23 (heute 5:40)')
})
