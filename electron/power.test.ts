// Sleep, lock and idleness reach the application as gaps; the timer itself is not touched until they are answered.
import { afterEach, expect, test } from 'vitest'
import { systemPresence } from './presence.ts'
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
const minutes = async (desktop: Desktop, count: number) => {
  for (let minute = 0; minute < count; minute++) {
    desktop.clock.advance(MINUTE)
    await settle()
  }
}
const gaps = async (desktop: Desktop) =>
  (await desktop.ok('timer.state', {})).gaps.map(({ cause, from, to }) => [cause, (to - from) / MINUTE])

test.each([
  ['sleep', 'suspend', 'resume'],
  ['lock', 'lock-screen', 'unlock-screen'],
])('G2 %s while a timer runs becomes one gap, and the timer runs on', async (cause, begin, end) => {
  const desktop = await open({ platform: 'win32' })
  await desktop.start()
  await minutes(desktop, 10)
  desktop.electron.power.emit(begin)
  desktop.clock.advance(66 * MINUTE)
  desktop.electron.power.emit(end)
  await settle()
  expect(await gaps(desktop)).toEqual([[cause, 66]])
  expect((await desktop.ok('timer.state', {})).timers[0]?.state).toBe('running')
})

test('G2 an end that had no beginning, and a short absence, are nobody’s business', async () => {
  const desktop = await open({ platform: 'darwin' })
  await desktop.start()
  await minutes(desktop, 10)
  desktop.electron.power.emit('resume')
  desktop.electron.power.emit('unlock-screen')
  desktop.electron.power.emit('suspend')
  desktop.clock.advance(2 * MINUTE)
  desktop.electron.power.emit('resume')
  desktop.electron.power.emit('resume')
  expect(await gaps(desktop)).toEqual([])
})

test('G2 locked, then asleep, then awake, then unlocked is one gap from the lock on', async () => {
  const desktop = await open({ platform: 'darwin' })
  await desktop.start()
  await minutes(desktop, 10)
  const { power } = desktop.electron
  power.emit('lock-screen')
  desktop.clock.advance(5 * MINUTE)
  power.emit('suspend')
  desktop.clock.advance(60 * MINUTE)
  power.emit('resume')
  desktop.clock.advance(MINUTE)
  power.emit('unlock-screen')
  await settle()
  expect((await gaps(desktop)).map(([, length]) => length)).toEqual([66])
})

test('G2 idleness is looked at once a minute while a timer runs, and told when somebody is back', async () => {
  const desktop = await open()
  const { power } = desktop.electron
  await minutes(desktop, 5)
  expect(power.idleAsked).toBe(0)
  await desktop.start()
  await minutes(desktop, 5)
  expect(power.idleAsked).toBe(5)
  for (let idle = 1; idle <= 20; idle++) {
    power.idleS = idle * 60
    await minutes(desktop, 1)
  }
  expect(await gaps(desktop)).toEqual([])
  power.idleS = 3
  await minutes(desktop, 1)
  expect(await gaps(desktop)).toEqual([['idle', 21]])
  await minutes(desktop, 5)
  expect(await gaps(desktop)).toHaveLength(1)
})

test.each([
  [
    30,
    [
      [20, false],
      [31, true],
    ],
  ],
  [
    5,
    [
      [3, false],
      [6, true],
    ],
  ],
  [null, [[60, false]]],
] as const)('J10 idle time is asked about from the chosen minutes on: %s', async (idleMinutes, absences) => {
  for (const [length, asked] of absences) {
    const desktop = await open()
    const { power } = desktop.electron
    await desktop.ok('preferences.save', { idleMinutes })
    await desktop.start()
    await minutes(desktop, 2)
    for (let idle = 1; idle <= length; idle++) {
      power.idleS = idle * 60
      await minutes(desktop, 1)
    }
    power.idleS = 1
    await minutes(desktop, 1)
    expect((await gaps(desktop)).length > 0, `${length} minutes`).toBe(asked)
  }
})

test('J10 minutes that are none are refused', async () => {
  const desktop = await open()
  for (const idleMinutes of [4, 241, 5.5, -1])
    expect(await desktop.app.invoke('preferences.save', { idleMinutes })).toMatchObject({ ok: false })
})

test('G12 where nobody tells of idleness, nothing is asked about', async () => {
  const desktop = await open({
    presence: (power) => ({ ...systemPresence(power), idleSeconds: () => Promise.resolve(null) }),
  })
  await desktop.start()
  await minutes(desktop, 30)
  expect(await gaps(desktop)).toEqual([])
})

test('G2 what was asked about as sleep is not asked about again as idleness', async () => {
  const desktop = await open()
  const { power } = desktop.electron
  await desktop.start()
  await minutes(desktop, 10)
  power.idleS = 120
  await minutes(desktop, 1)
  power.emit('suspend')
  desktop.clock.advance(30 * MINUTE)
  power.emit('resume')
  await settle()
  const { gaps: asked } = await desktop.ok('timer.state', {})
  expect(asked).toHaveLength(1)
  await desktop.ok('gap.resolve', { gapId: asked[0]?.id ?? '', choice: 'keep' })
  power.idleS = 0
  await minutes(desktop, 3)
  expect(await gaps(desktop)).toEqual([])
})

test('G2 idleness ends with the timer', async () => {
  const desktop = await open()
  const { power } = desktop.electron
  const timerId = await desktop.start()
  await minutes(desktop, 10)
  power.idleS = 600
  await minutes(desktop, 1)
  await desktop.ok('timer.stop', { timerId })
  power.idleS = 0
  await desktop.start('globex')
  await minutes(desktop, 10)
  expect(await gaps(desktop)).toEqual([])
})
