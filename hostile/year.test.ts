// A year of use in one process, with a fake clock: memory stays flat, no handle leaks, no listener is left, and a day with a
// running timer writes nothing but its sign of life.
import { inspect } from 'node:util'
import { readdirSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { createApp } from '../core/app.ts'
import { HEARTBEAT_MS } from '../core/watch/timers.ts'
import { fakeWorld, openFirm } from '../core/testing/testApp.ts'
import { HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import { figure } from './figures.ts'
import { observe, violations } from './invariants.ts'
import { LIMIT_MS, tries } from './size.ts'
import { away, temporary } from './world.ts'

const openFiles = (): number => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0)

/** The first watched file opens what the process watches all of them with, and keeps it. */
watch(tmpdir()).close()

/** Garbage is no leak: it is swept before each look at the heap. */
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

describe('long days', () => {
  test(
    'G1 a simulated year of sessions, notes, corrections and exports of every screen leaves memory flat and no handle open',
    async () => {
      const dataDir = temporary()
      const before = openFiles()
      const f = await openFirm('2026-01-01 08:00', { dataDir })
      const listeners = Array.from({ length: 50 }, () => f.app.subscribe(() => undefined))
      for (const unsubscribe of listeners) unsubscribe()
      const days = tries(3, 365)
      const heaps: number[] = []
      const sizes: number[] = []
      let acts = 0
      for (let day = 0; day < days; day += 1) {
        for (let session = 0; session < 6; session += 1) {
          const { timerId } = await f.ok('timer.start', {
            customerId: session % 2 === 0 ? f.acme : f.globex,
            categoryId: f.support,
          })
          for (let typed = 0; typed < 5; typed += 1) {
            f.clock.advance(5 * MINUTE_MS)
            await f.ok('timer.note', { timerId, note: `day ${day}, session ${session}, line ${typed}` })
          }
          const { entryIds } = await f.ok('timer.stop', { timerId })
          if (session === 3) await f.ok('entry.edit', { entryId: entryIds[0] ?? '', note: 'corrected' })
          acts += 8
        }
        const { date } = await f.ok('diary.today', {})
        await f.ok('diary.month', { month: date.slice(0, 7) })
        await f.ok('customer.list', {})
        f.events.length = 0
        // As between two acts of a person: what is freed late is freed now.
        await new Promise((resolve) => setImmediate(resolve))
        f.clock.sleep(24 * HOUR_MS - 150 * MINUTE_MS)
        if (day % 5 === 0) {
          collect()
          heaps.push(process.memoryUsage().heapUsed)
          sizes.push(process.memoryUsage().rss)
        }
      }
      const observer = observe(join(dataDir, 'daybook.db'))
      expect(violations(observer)).toEqual([])
      expect(observer.everything().timeEntry).toHaveLength(days * 6)
      observer.close()
      await f.app.close()
      // On a machine under load the thread that checks the file may hold it for the moment of a beat; the next one tries again.
      expect(
        f.errors.filter((error) => !/heartbeat.*SQLITE_BUSY/.test(inspect(error).replaceAll('\n', ' '))),
      ).toEqual([])
      if (process.platform === 'linux') expect(openFiles()).toBeLessThanOrEqual(before)
      away(dataDir)
      // The lower quarter of each half: what is there after a collection, wherever in time it came.
      const low = (part: readonly number[]): number =>
        [...part].sort((a, b) => a - b)[Math.floor(part.length / 4)] ?? 0
      const half = Math.floor(heaps.length / 2)
      const growth = low(heaps.slice(half)) - low(heaps.slice(0, half))
      const sizeGrowth = low(sizes.slice(half)) - low(sizes.slice(0, half))
      if (days > 300) expect(growth).toBeLessThan(10_000_000)
      if (days > 300) expect(sizeGrowth).toBeLessThan(150_000_000)
      figure({
        fault: 'a year of use in one process',
        ids: 'G1',
        tried: acts,
        unit: 'acts',
        lost: 0,
        note: `${days} days; from one half to the other the heap grew by ${(growth / 1e6).toFixed(1)} MB and the process by ${(sizeGrowth / 1e6).toFixed(0)} MB; no open file left`,
        file: 'year',
      })
    },
    LIMIT_MS,
  )

  test(
    'G1 eight hours with a running timer: every write is a sign of life, and nothing else wakes more than once a minute',
    async () => {
      const dataDir = temporary()
      const f = await openFirm('2026-03-03 09:00', { dataDir })
      const observer = observe(join(dataDir, 'daybook.db'))
      const hours = tries(1, 8)
      const record = observer.dump()
      const version = observer.version()
      const beats = (hours * HOUR_MS) / HEARTBEAT_MS
      // Twice more for the check of the file, which may begin and end at any time of the first hour.
      const seldom = hours * 60 + 2
      const asleep = f.clock.wakes()
      f.clock.advance(hours * HOUR_MS)
      expect(f.clock.wakes() - asleep - beats, 'beside the heartbeat').toBeLessThanOrEqual(seldom)
      expect(observer.version(), 'nothing runs, nothing is written').toBe(version)
      expect(observer.dump()).toBe(record)
      await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
      const running = observer.dump()
      const commits = Number(observer.data.get<{ n: number }>('SELECT count(*) AS n FROM commit_log')?.n)
      let writes = 0
      let last = observer.version()
      const awake = f.clock.wakes()
      for (let beat = 0; beat < beats; beat += 1) {
        f.clock.advance(HEARTBEAT_MS)
        const now = observer.version()
        if (now !== last) writes += 1
        last = now
      }
      expect(writes).toBe(beats)
      const wakes = f.clock.wakes() - awake - beats
      expect(wakes, 'beside the heartbeat').toBeLessThanOrEqual(seldom)
      expect(observer.dump()).toBe(running)
      expect(observer.data.get<{ n: number }>('SELECT count(*) AS n FROM commit_log')?.n).toBe(commits)
      observer.close()
      await f.app.close()
      away(dataDir)
      figure({
        fault: 'a running timer that nobody touches',
        ids: 'G1',
        tried: hours,
        unit: 'hours',
        lost: 0,
        note: `${writes} signs of life and no other write; beside them it woke ${wakes} times`,
        file: 'year',
      })
    },
    LIMIT_MS,
  )

  test('an application that is closed leaves no timer, listener or file behind', async () => {
    const before = openFiles()
    for (let n = 0; n < 5; n += 1) {
      let timers = 0
      const { ports } = fakeWorld('2026-03-03 09:00')
      const every: typeof ports.scheduler.every = (ms, run) => {
        timers += 1
        const cancel = ports.scheduler.every(ms, run)
        return () => {
          timers -= 1
          cancel()
        }
      }
      const dataDir = temporary()
      const app = await createApp({ ...ports, dataDir, scheduler: { every } })
      expect(timers).toBeGreaterThan(0)
      await app.close()
      expect(timers).toBe(0)
      away(dataDir)
    }
    if (process.platform === 'linux') expect(openFiles()).toBeLessThanOrEqual(before)
  })
})
