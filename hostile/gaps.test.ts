// Absences of every cause, in any order and over each other, answered in every way or not at all: each stretch is asked about
// once, nothing changes until it is answered, and what is recorded is what the answers say (G1, G2).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createApp } from '../core/app.ts'
import { lastAlive } from '../core/kept/session.ts'
import { HEARTBEAT_MS } from '../core/watch/timers.ts'
import { fakeWorld } from '../core/testing/testApp.ts'
import type { App } from '../core/ports.ts'
import { HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import { GAP_CHOICES } from '../shared/contract/timer.ts'
import type { ArgsOf, RequestName, ResultOf } from '../shared/contract/contract.ts'
import type { Gap } from '../shared/entities/gap.ts'
import { GAP_THRESHOLD_MS } from '../shared/rules/gap.ts'
import { figure } from './figures.ts'
import { observe, violations } from './invariants.ts'
import { LIMIT_MS, runs, whileTime } from './size.ts'
import { away, temporary } from './world.ts'

const CAUSES = ['idle', 'lock', 'sleep', 'off'] as const

type Step =
  | { work: number }
  /** `within`: a part of it was noticed before, as where a computer wakes by itself while it is locked. */
  | { cause: (typeof CAUSES)[number]; ms: number; within: number }
  | { answer: number; choice: (typeof GAP_CHOICES)[number]; part: number }

const length = fc.oneof(
  fc.integer({ min: 0, max: 4 * HOUR_MS }),
  fc.integer({ min: GAP_THRESHOLD_MS - 2_000, max: GAP_THRESHOLD_MS + 2_000 }),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ work: fc.integer({ min: 1, max: 8 * MINUTE_MS }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      cause: fc.constantFrom(...CAUSES),
      ms: length,
      within: fc.integer({ min: 0, max: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      answer: fc.nat({ max: 5 }),
      choice: fc.constantFrom(...GAP_CHOICES),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  },
)

const count = { absences: 0, gaps: 0, answers: 0, sessions: 0 }

type Stretch = { start: number; end: number }

/** A stretch taken out of others, in the simplest way. */
const without = (stretches: readonly Stretch[], from: number, to: number): Stretch[] =>
  stretches
    .flatMap(({ start, end }) => [
      { start, end: Math.min(end, from) },
      { start: Math.max(start, to), end },
    ])
    .filter(({ start, end }) => end > start)
const total = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { start, end }) => sum + end - start, 0)

async function session(steps: readonly Step[], begins: string): Promise<void> {
  const dataDir = temporary()
  const { ports, clock, errors } = fakeWorld(begins)
  let app: App = await createApp({ ...ports, dataDir })
  const observer = observe(`${dataDir}/daybook.db`)
  const ok = async <N extends RequestName>(name: N, args: ArgsOf<N>): Promise<ResultOf<N>> => {
    const reply = await app.invoke(name, args)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
    return reply.value
  }
  const gaps = (): Gap[] => [...observer.everything().gap].sort((a, b) => a.from - b.from)
  const timerNow = (): string => JSON.stringify(observer.everything().timer)
  try {
    await ok('organisation.setUp', {
      organisationName: 'Weber',
      userName: 'Ana',
      zone: 'Europe/Berlin',
      currency: 'EUR',
      customerName: 'Acme',
    })
    const { customerId: other } = await ok('customer.add', { name: 'Other' })
    const [category] = await ok('category.list', {})
    const [acme] = (await ok('customer.list', {})).rows
    const { timerId } = await ok('timer.start', {
      customerId: acme?.id ?? null,
      categoryId: category?.id ?? null,
    })
    /** What counts, by the answers so far; the last stretch is open while the timer runs. */
    let counted: Stretch[] = [{ start: clock.now(), end: Infinity }]
    let given = 0
    const passed = (): Stretch[] => without(counted, clock.now(), Infinity)
    const running = (): boolean => counted.at(-1)?.end === Infinity

    for (const each of steps) {
      if ('work' in each) {
        if (!running()) {
          await ok('timer.resume', { timerId })
          counted.push({ start: clock.now(), end: Infinity })
        }
        clock.advance(each.work)
        continue
      }
      if ('cause' in each) {
        const before = timerNow()
        const known = gaps()
        const from = clock.now()
        const opened = counted.at(-1)?.start ?? from
        const alive = lastAlive(observer.data) ?? from
        if (each.cause === 'off') {
          // Killed: nothing is written any more, and the next start finds the last sign of life.
          await app.close()
          clock.advance(each.ms)
          app = await createApp({ ...ports, dataDir })
        } else {
          if (each.cause === 'sleep') clock.sleep(each.ms)
          else {
            // Its last minutes with heartbeats, as while somebody only looks away; a whole evening of them shows nothing more.
            clock.sleep(Math.max(0, each.ms - 6 * MINUTE_MS))
            clock.advance(Math.min(each.ms, 6 * MINUTE_MS))
          }
          for (let n = 0; n < each.within; n += 1) {
            const third = each.ms / 3
            app.noteAbsence('sleep', from + Math.floor(third * n), from + Math.floor(third * (n + 0.9)))
          }
          app.noteAbsence(each.cause, from, clock.now())
        }
        count.absences += 1
        expect(timerNow(), 'unanswered, nothing changes').toBe(before)
        const found = gaps()
        found.forEach((gap, index) =>
          expect(gap.from, 'no stretch is asked about twice').toBeGreaterThan(found[index - 1]?.to ?? 0),
        )
        const its = found.find((gap) => gap.from <= from && gap.to >= clock.now())
        const unwatched = clock.now() - Math.max(from, opened)
        if (running() && unwatched >= GAP_THRESHOLD_MS) {
          expect(its, `${each.cause} of ${each.ms} ms is asked about`).toBeDefined()
          const lastSeen = Math.min(alive, from - HEARTBEAT_MS)
          const touched = known.filter(({ to }) => to >= lastSeen)
          const earliest = Math.min(lastSeen, ...touched.map((gap) => gap.from))
          expect(its?.from).toBeGreaterThanOrEqual(Math.max(earliest, 0))
          count.gaps += 1
        } else if (!running()) expect(found).toEqual(known)
        continue
      }
      const all = gaps()
      const gap = all[each.answer % Math.max(1, all.length)]
      if (gap === undefined) continue
      const at = Math.round(gap.from + each.part * (gap.to - gap.from))
      const inGap = total(passed()) - total(without(passed(), gap.from, gap.to))
      const reply = await app.invoke('gap.resolve', {
        gapId: gap.id,
        choice: each.choice,
        ...(each.choice === 'giveTo' ? { customerId: other, categoryId: category?.id ?? null } : {}),
        ...(each.choice === 'split' ? { at } : {}),
      })
      if (!reply.ok) {
        // There is nothing left of it to be given to anybody.
        expect([each.choice, inGap]).toEqual(['giveTo', 0])
        continue
      }
      count.answers += 1
      if (each.choice === 'discardAndStop') counted = without(counted, gap.from, Infinity)
      else if (each.choice === 'split') counted = without(counted, at, gap.to)
      else if (each.choice !== 'keep') counted = without(counted, gap.from, gap.to)
      if (each.choice === 'giveTo') {
        const entries = await Promise.all(reply.value.entryIds.map((entryId) => ok('entry.get', { entryId })))
        expect(entries.reduce((sum, { durationMs }) => sum + durationMs, 0)).toBe(inGap)
        given += inGap
      }
      expect(gaps()).toEqual(all.filter(({ id }) => id !== gap.id))
    }
    const expected = total(passed())
    const reply = await app.invoke('timer.stop', { timerId })
    if (expected === 0) expect(reply).toMatchObject({ ok: false, error: { code: 'entry.zeroDuration' } })
    else expect(reply).toMatchObject({ ok: true })
    expect(total(observer.everything().timeEntry.flatMap(({ segments }) => segments))).toBe(expected + given)
    expect(violations(observer)).toEqual([])
    expect(errors.filter((error) => !isOfThread(error))).toEqual([])
    count.sessions += 1
  } finally {
    observer.close()
    await app.close()
    away(dataDir)
  }
}

/** Closing ends the check of the file, which says so; its thread may hold the file up for an instant, and a beat waits for the next. */
const isOfThread = (error: unknown): boolean =>
  Array.isArray(error) &&
  (error[0] === 'maintenance' ||
    (error[0] === 'heartbeat' && String(error[1]).includes('database is locked')))

describe('absences', () => {
  test(
    'G1 G2 idle, lock, sleep and power-off in any order: each stretch is asked about once, unanswered nothing changes, every answer is kept to the millisecond',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 1, maxLength: 14, size: 'max' }),
          fc.constantFrom('2026-03-03 09:00', '2026-03-28 20:00', '2026-10-24 22:00'),
          whileTime(session),
        ),
        runs(25, 1_500),
      )
      figure({
        fault: 'idle, lock, sleep and power-off while a timer runs, over each other and in any order',
        ids: 'G1 G2',
        tried: count.absences,
        unit: 'absences',
        lost: 0,
        note: `${count.gaps} asked about, each stretch once; ${count.answers} answers; ${count.sessions} sessions are their sum to the millisecond`,
        file: 'gaps',
      })
    },
    LIMIT_MS,
  )
})
