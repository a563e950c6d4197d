// The whole application for tests: a real SQLite in memory (or in a folder), a clock and a scheduler that the test turns by hand.
import { fileURLToPath } from 'node:url'
import type { Clock } from '../../shared/base/clock.ts'
import { instantOf } from '../../shared/base/wallTime.ts'
import type { AppEvent, Reply } from '../../shared/contract/channel.ts'
import type { ArgsOf, RequestName, ResultOf } from '../../shared/contract/contract.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { createApp } from '../app.ts'
import type { App, Ports } from '../ports.ts'

export const ZONE = 'Europe/Berlin'

/** An instant in the test's zone: at('2026-03-03 09:02'). */
export function at(local: string, zone = ZONE): number {
  const [date = '', time = ''] = local.split(' ')
  const reading = instantOf(date, time, zone)
  if (reading.kind === 'missing') throw new Error(`${local} does not exist in ${zone}`)
  return reading.kind === 'once' ? reading.instant : reading.first
}

export type FakeWorld = {
  ports: Ports
  clock: Clock & {
    set(instant: number): void
    advance(ms: number): void
    /** Somebody sets the clock. */
    setWallOnly(instant: number): void
    /** The computer sleeps: time passes, but the process and its monotonic clock stand still. */
    sleep(ms: number): void
    /** How often anything was woken by the scheduler so far. */
    wakes(): number
  }
  /** Everything that was logged as an error. */
  errors: unknown[]
}

/** `start` is the first wall time; both clocks move together unless the wall clock alone is set. */
export function fakeWorld(start: string, over: Partial<Ports> = {}): FakeWorld {
  let wall = at(start)
  let monotonic = 1_000
  let asleep = 5_000
  let ids = 0
  let wakes = 0
  const timers = new Set<{ everyMs: number; due: number; run: () => void }>()
  const errors: unknown[] = []
  const advance = (ms: number): void => {
    // Days and weeks pass in one step: a beat for each second of a month would show nothing more.
    if (ms > 2 * 86_400_000) {
      const skipped = ms - 60_000
      wall += skipped
      monotonic += skipped
      for (const timer of timers) timer.due += skipped
      return advance(60_000)
    }
    const until = monotonic + ms
    for (;;) {
      const next = [...timers].filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0]
      if (next === undefined) break
      wall += Math.max(0, next.due - monotonic)
      monotonic = Math.max(monotonic, next.due)
      next.due += next.everyMs
      wakes += 1
      next.run()
    }
    wall += until - monotonic
    monotonic = until
  }
  const clock = {
    now: () => wall,
    // As on a real computer, no whole number of milliseconds.
    monotonic: () => monotonic + (monotonic % 7) / 20,
    set: (instant: number) => advance(instant - wall),
    uptime: () => monotonic + asleep + (asleep % 3) / 20,
    setWallOnly: (instant: number) => void (wall = instant),
    sleep: (ms: number) => {
      wall += ms
      asleep += ms
    },
    advance,
    wakes: () => wakes,
  }
  const ports: Ports = {
    clock,
    newId: () => `ID${String(++ids).padStart(8, '0')}`,
    scheduler: {
      every: (everyMs, run) => {
        const timer = { everyMs, due: monotonic + everyMs, run }
        timers.add(timer)
        return () => void timers.delete(timer)
      },
    },
    log: {
      info: () => undefined,
      error: (event, error, details) => void errors.push([event, error, details]),
    },
    dataDir: null,
    migrationsDir: fileURLToPath(new URL('../../drizzle/sqlite', import.meta.url)),
    systemZone: () => ZONE,
    version: '0.0.0-test',
    abilities: { shell: 'test', tray: false, globalShortcuts: false, saveDialog: false, windows: false },
    ...over,
  }
  return { ports, clock, errors }
}

export type TestApp = FakeWorld & {
  app: App
  events: AppEvent[]
  /** The value of a request that must succeed. */
  ok<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<ResultOf<N>>
  /** The error of a request that must be refused. */
  refused<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<AppError>
  /** The whole reply. */
  reply<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<Reply<ResultOf<N>>>
}

export async function openTestApp(start = '2026-03-03 09:00', over: Partial<Ports> = {}): Promise<TestApp> {
  const world = fakeWorld(start, over)
  const app = await createApp(world.ports)
  const events: AppEvent[] = []
  app.subscribe((event) => events.push(event))
  const reply = <N extends RequestName>(name: N, args: ArgsOf<N>): Promise<Reply<ResultOf<N>>> =>
    app.invoke(name, args)
  return {
    ...world,
    app,
    events,
    reply,
    ok: async (name, args) => {
      const answer = await reply(name, args)
      if (!answer.ok)
        throw new Error(`${name}: ${JSON.stringify(answer.error)} ${world.errors.map(String).join(' ')}`)
      return answer.value
    },
    refused: async (name, args) => {
      const answer = await reply(name, args)
      if (answer.ok) throw new Error(`${name} was not refused`)
      return answer.error
    },
  }
}

export type Firm = TestApp & {
  ana: string
  acme: string
  globex: string
  support: string
  meeting: string
}

/** A set-up organisation in Berlin with one administrator, two customers and two categories. */
export async function openFirm(start?: string, over: Partial<Ports> = {}): Promise<Firm> {
  const test = await openTestApp(start, over)
  const { userId, customerId } = await test.ok('organisation.setUp', {
    startDate: null,
    organisationName: 'Weber Advisers',
    userName: 'Ana Weber',
    zone: ZONE,
    currency: 'EUR',
    customerName: 'Acme',
    categoryNames: ['Support', 'Meeting'],
  })
  const { customerId: globex } = await test.ok('customer.add', { name: 'Globex' })
  const categories = await test.ok('category.list', {})
  const named = (name: string): string => categories.find((category) => category.name === name)?.id ?? ''
  return {
    ...test,
    ana: userId,
    acme: customerId ?? '',
    globex,
    support: named('Support'),
    meeting: named('Meeting'),
  }
}
