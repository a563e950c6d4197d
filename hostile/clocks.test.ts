// Clocks that are set, sleep, travel and nights with a clock change: what is recorded is the time that passed (G3, F2, F8).
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import { workDateOf } from '../shared/base/dayRule.ts'
import { at, fakeWorld, openFirm } from '../core/testing/testApp.ts'
import type { Firm } from '../core/testing/testApp.ts'
import { figure } from './figures.ts'
import { LIMIT_MS, runs, SEED, tries, whileTime } from './size.ts'

type Act =
  | { act: 'work'; ms: number }
  | { act: 'set'; byMs: number }
  | { act: 'sleep'; ms: number }
  | { act: 'pause' | 'resume' | 'note' }
  | { act: 'travel'; zone: string }

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constant('work' as const), ms: fc.integer({ min: 0, max: 40 * MINUTE_MS }) }),
  fc.record({ act: fc.constant('work' as const), ms: fc.integer({ min: 0, max: 8_000 }) }),
  fc.record({
    act: fc.constant('set' as const),
    byMs: fc.oneof(
      fc.constantFrom(2 * HOUR_MS, -2 * HOUR_MS),
      fc.integer({ min: -2 * HOUR_MS, max: 2 * HOUR_MS }).filter((ms) => Math.abs(ms) > 1_000),
    ),
  }),
  fc.record({ act: fc.constant('sleep' as const), ms: fc.integer({ min: 3_000, max: 3 * HOUR_MS }) }),
  fc.record({ act: fc.constantFrom('pause' as const, 'resume' as const, 'note' as const) }),
  fc.record({
    act: fc.constant('travel' as const),
    zone: fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Pacific/Apia', 'Europe/Berlin'),
  }),
)

const count = { sessions: 0, jumps: 0, worstMs: 0 }

/** A stop watch beside the application: it knows nothing of wall clocks. */
async function session(acts: readonly Act[]): Promise<void> {
  let zone = 'Europe/Berlin'
  const f = await openFirm('2026-03-03 12:00', { systemZone: () => zone })
  try {
    const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    let running = true
    let watchMs = 0
    let jumps = 0
    for (const each of acts) {
      switch (each.act) {
        case 'work':
          f.clock.advance(each.ms)
          if (running) watchMs += each.ms
          break
        case 'sleep':
          f.clock.sleep(each.ms)
          if (running) watchMs += each.ms
          break
        case 'set':
          f.clock.setWallOnly(f.clock.now() + each.byMs)
          jumps += 1
          // Two jumps with no act and no heartbeat between them are one to whoever looks afterwards.
          f.clock.advance(8_000)
          if (running) watchMs += 8_000
          break
        case 'travel':
          zone = each.zone
          break
        case 'note':
          await f.ok('timer.note', { timerId, note: String(watchMs) })
          break
        default:
          await f.ok(`timer.${each.act}`, { timerId }).then(
            () => void (running = each.act === 'resume'),
            () => undefined,
          )
      }
    }
    // And once more, right before the stop: no heartbeat comes between.
    f.clock.setWallOnly(f.clock.now() - 2 * HOUR_MS)
    const [timer] = (await f.ok('timer.state', {})).timers
    expect(timer?.id).toBe(timerId)
    const reply = await f.reply('timer.stop', { timerId })
    expect(f.errors).toEqual([])
    if (!reply.ok) {
      expect(reply.error.code).toBe('entry.zeroDuration')
      expect(watchMs).toBeLessThanOrEqual(1_000)
      return
    }
    const entries = await Promise.all(reply.value.entryIds.map((entryId) => f.ok('entry.get', { entryId })))
    const recordedMs = entries.reduce((sum, { durationMs }) => sum + durationMs, 0)
    const worstMs = Math.abs(recordedMs - watchMs)
    expect(worstMs, `recorded ${recordedMs}, passed ${watchMs}`).toBeLessThanOrEqual(1_000)
    for (const entry of entries) expect(entry.endAt).toBeLessThanOrEqual(f.clock.now())
    const { changes } = await f.ok('change.list', { limit: 200 })
    expect(changes.filter(({ command }) => command === 'clock.adjusted')).toHaveLength(jumps + 1)
    count.sessions += 1
    count.jumps += jumps + 1
    count.worstMs = Math.max(count.worstMs, worstMs)
  } finally {
    await f.app.close()
  }
}

describe('a wall clock that is set', () => {
  test(
    'G3 sessions with pauses, sleep, travel and clocks set by up to 2 h count the time that passed, within 1 s, with a note for each jump',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(act, { maxLength: 14, size: 'max' }), whileTime(session)),
        runs(60, 5_000),
      )
      figure({
        fault: 'wall clock set by up to ±2 h during a session, also while paused and right before the stop',
        ids: 'G3',
        tried: count.jumps,
        unit: 'jumps',
        lost: 0,
        note: `${count.sessions} sessions; the largest difference of a duration was ${count.worstMs} ms`,
        file: 'clocks',
      })
    },
    LIMIT_MS,
  )

  test('G3 where the system does not tell sleep from a set clock, a clock set back is corrected and one set ahead is asked about', async () => {
    const world = fakeWorld('2026-03-03 12:00')
    const { uptime: _, ...clock } = world.ports.clock
    const g = await openFirm('2026-03-03 12:00', { clock, scheduler: world.ports.scheduler })
    const { timerId } = await g.ok('timer.start', { customerId: g.acme, categoryId: g.support })
    world.clock.advance(HOUR_MS)
    world.clock.setWallOnly(world.clock.now() - 2 * HOUR_MS)
    await g.ok('timer.note', { timerId, note: 'x' })
    expect((await g.ok('timer.stopPreview', { timerId })).durationMs).toBe(HOUR_MS)
    world.clock.setWallOnly(world.clock.now() + 2 * HOUR_MS)
    await g.ok('timer.note', { timerId, note: 'y' })
    const { gaps } = await g.ok('timer.state', {})
    expect(gaps).toMatchObject([{ timerId, cause: 'clock' }])
    await g.ok('gap.resolve', { gapId: gaps[0]?.id ?? '', choice: 'discardAndContinue' })
    expect((await g.ok('timer.stopPreview', { timerId })).durationMs).toBe(HOUR_MS)
    await g.app.close()
  })
})

/** The moments in a year at which a zone's clocks change. */
function changesOf(zone: string, year: number): number[] {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  const offset = (instant: number): string =>
    format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const found: number[] = []
  const end = Date.UTC(year + 1, 0, 1)
  for (let day = Date.UTC(year, 0, 1); day < end; day += DAY_MS) {
    if (offset(day) === offset(day + DAY_MS)) continue
    let [low, high] = [day, day + DAY_MS]
    while (high - low > 1_000) {
      const middle = Math.floor((low + high) / 2)
      if (offset(middle) === offset(low)) low = middle
      else high = middle
    }
    found.push(Math.ceil(high / 1_000) * 1_000)
  }
  return found
}

describe('nights with a clock change', () => {
  let f: Firm
  beforeAll(async () => {
    f = await openFirm('2027-02-01 09:00')
  })
  afterAll(() => f.app.close())

  test(
    'G3 F2 F8 in every zone a session over the change is split at the day and its parts sum to the second',
    async () => {
      const zones = Intl.supportedValuesOf('timeZone')
      const all = zones.filter((_, index) => (index + SEED) % tries(25, 1) === 0)
      let nights = 0
      for (const zone of all)
        for (const change of changesOf(zone, 2026)) {
          nights += 1
          const startAt = change - 3 * HOUR_MS - 17_000
          const endAt = change + 4 * HOUR_MS + 29_000
          f.clock.setWallOnly(endAt + HOUR_MS)
          await f.ok('organisation.edit', { zone })
          const { timerId } = await f.ok('timer.start', {
            customerId: f.acme,
            categoryId: f.support,
            at: startAt,
          })
          const { entryIds } = await f.ok('timer.stop', { timerId, at: endAt })
          const parts = await Promise.all(entryIds.map((entryId) => f.ok('entry.get', { entryId })))
          expect(
            parts.reduce((sum, { durationMs }) => sum + durationMs, 0),
            zone,
          ).toBe(endAt - startAt)
          const rule = { zone, dayStartMinutes: 0 }
          for (const part of parts) {
            expect(workDateOf(part.startAt, rule), zone).toBe(part.workDate)
            expect(workDateOf(part.endAt - 1, rule), zone).toBe(part.workDate)
            const day = await f.ok('diary.day', { userId: f.ana, date: part.workDate })
            expect(day.entries.map(({ id }) => id)).toContain(part.id)
          }
          for (const entryId of entryIds) await f.ok('entry.remove', { entryId })
        }
      expect(nights).toBeGreaterThan(0)
      figure({
        fault: `sessions over a clock change, in ${all.length} time zones`,
        ids: 'G3 F2 F8',
        tried: nights,
        unit: 'nights',
        lost: 0,
        note: 'parts sum to the session to the millisecond',
        file: 'clocks',
      })
    },
    LIMIT_MS,
  )

  test('G3 travelling changes no duration and no day: instants are UTC, the day rule is the organisation’s', async () => {
    let zone = 'Europe/Berlin'
    const g = await openFirm('2026-03-03 22:00', { systemZone: () => zone })
    const { timerId } = await g.ok('timer.start', { customerId: g.acme, categoryId: g.support })
    zone = 'Asia/Tokyo'
    g.clock.advance(4 * HOUR_MS)
    const { entryIds } = await g.ok('timer.stop', { timerId })
    const parts = await Promise.all(entryIds.map((entryId) => g.ok('entry.get', { entryId })))
    expect(parts.map(({ workDate, durationMs }) => [workDate, durationMs])).toEqual([
      ['2026-03-03', 2 * HOUR_MS],
      ['2026-03-04', 2 * HOUR_MS],
    ])
    expect(parts[0]).toMatchObject({ startAt: at('2026-03-03 22:00') })
    await g.app.close()
  })
})
