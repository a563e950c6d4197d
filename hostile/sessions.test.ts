// Random days at work over months, with a clock that moves: undo takes back exactly one act, undoing the undo does it again,
// and every total that is shown is the sum of the entries, added up here a second time in the simplest way.
import { wholeMinutes } from '../shared/rules/countedTime.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '../shared/base/duration.ts'
import { isCommandName, requests } from '../shared/contract/contract.ts'
import type { MonthFigures } from '../shared/contract/diary.ts'
import type { TimeEntry } from '../shared/entities/timeEntry.ts'
import { ACT_NAMES, MAKERS } from './acts.ts'
import { figure } from './figures.ts'
import { violations } from './invariants.ts'
import type { Everything } from './invariants.ts'
import { LIMIT_MS, runs, whileTime } from './size.ts'
import { CLI, openWorld } from './world.ts'
import type { World } from './world.ts'

type Step = { name: string; dice: [number, number, number]; undo: boolean } | { ms: number; absent: boolean }

const dice = fc.tuple(fc.nat({ max: 3_000 }), fc.nat({ max: 3_000 }), fc.nat({ max: 3_000 }))
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 7, arbitrary: fc.record({ name: fc.constantFrom(...ACT_NAMES), dice, undo: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ms: fc.oneof(
        fc.integer({ min: 1, max: 4 * HOUR_MS }),
        fc.integer({ min: 1, max: HOUR_MS / 6 }),
        fc.integer({ min: HOUR_MS, max: 80 * HOUR_MS }),
        fc.constant(1),
      ),
      absent: fc.boolean(),
    }),
  },
)

const count = { acts: 0, undone: 0, totals: 0 }
/** The commands whose undo, and the undo of that, were compared. */
const kinds = new Set<string>()

/** do, undo, compare; undo the undo, compare. */
async function takenBackAndAgain(
  world: World,
  commitId: string,
  before: string,
  what: string,
): Promise<void> {
  const after = world.observer.dump()
  const undone = await world.app.invoke('change.undo', { commitId })
  expect(undone, `undo of ${what}`).toMatchObject({ ok: true })
  expect(world.observer.dumpWithoutKept(commitId), `undo of ${what}`).toBe(before)
  const redone = await world.app.invoke('change.undo', { commitId: undone.ok ? (undone.commitId ?? '') : '' })
  expect(redone, `undo of the undo of ${what}`).toMatchObject({ ok: true })
  expect(world.observer.dump(), `undo of the undo of ${what}`).toBe(after)
  count.undone += 1
}

const sum = (entries: readonly TimeEntry[]): number =>
  entries.reduce((ms, { durationMs }) => ms + wholeMinutes(durationMs), 0)

/** Those that have a place on the clock; the others are an amount on a day (F9). */
const timed = (entries: readonly TimeEntry[]) => entries.filter(({ segments }) => segments.length > 0)

const attended = (entries: readonly TimeEntry[]): number =>
  attendedByClock(timed(entries)) + sum(entries.filter(({ segments }) => segments.length === 0))

/** Attended time, minute marks and all, without sorting cleverly: each stretch is added where no earlier one has been. */
function attendedByClock(entries: readonly TimeEntry[]): number {
  const edges = [
    ...new Set(entries.flatMap(({ segments }) => segments.flatMap(({ start, end }) => [start, end]))),
  ].sort((a, b) => a - b)
  const sorted = [...entries].sort((a, b) => a.startAt - b.startAt)
  const apart = sorted.every((entry, index) =>
    sorted.slice(0, index).every(({ endAt }) => endAt <= entry.startAt),
  )
  if (apart) return sum(entries)
  const union = edges.slice(1).reduce((total, to, index) => {
    const from = edges[index] ?? to
    const worked = entries.some(({ segments }) =>
      segments.some(({ start, end }) => start <= from && end >= to),
    )
    return total + (worked ? to - from : 0)
  }, 0)
  return Math.min(sum(entries), wholeMinutes(union))
}

/** The rest is credited for absences (I2). */
const workedOf = (figures: MonthFigures | undefined): number | undefined =>
  figures === undefined ? undefined : figures.totalMs - figures.absence.creditedMs

async function totalsAgree(world: World): Promise<void> {
  const { ok, observer, ana } = world
  const all: Everything = observer.everything()
  const { currentUser } = await ok('app.state', {})
  const manager = currentUser?.role !== 'employee'
  const months = [...new Set(all.timeEntry.map(({ workDate }) => workDate.slice(0, 7)))]
  for (const month of months) {
    const ofMonth = all.timeEntry.filter(({ workDate }) => workDate.startsWith(month))
    const byUser = Map.groupBy(ofMonth, ({ userId }) => userId)
    const rows = manager ? (await ok('diary.month', { month })).rows : []
    for (const [userId, entries] of byUser) {
      if (!manager && userId !== currentUser?.id) continue
      const byDay = Map.groupBy(entries, ({ workDate }) => workDate)
      const total = [...byDay.values()].reduce((ms, day) => ms + attended(day), 0)
      if (manager) {
        const figures = rows.find((row) => row.userId === userId)?.figures
        expect([figures?.bookedMs, workedOf(figures)], `${userId} ${month}`).toEqual([sum(entries), total])
      }
      const { days, figures } = await ok('diary.user', { userId, month })
      expect([figures.bookedMs, workedOf(figures)]).toEqual([sum(entries), total])
      for (const day of days) {
        const its = byDay.get(day.date) ?? []
        expect([day.bookedMs, day.totalMs - day.creditedMs, day.entryCount]).toEqual([
          sum(its),
          attended(its),
          its.length,
        ])
        const byClock = timed(its)
        expect([day.entrance, day.exit]).toEqual(
          byClock.length === 0
            ? [null, null]
            : [
                Math.min(...byClock.map(({ startAt }) => startAt)),
                Math.max(...byClock.map(({ endAt }) => endAt)),
              ],
        )
      }
      const [date] = [...byDay.keys()]
      if (date !== undefined) {
        const day = await ok('diary.day', { userId, date })
        expect(day.entries.map(({ id }) => id).sort()).toEqual(
          (byDay.get(date) ?? []).map(({ id }) => id).sort(),
        )
        expect([day.bookedMs, day.totalMs]).toEqual([sum(day.entries), attended(day.entries)])
      }
      count.totals += 1
    }
  }
  for (const { id } of all.customer) {
    // An employee sees their own time on a customer (F10).
    const its = all.timeEntry.filter(
      ({ customerId, userId }) => customerId === id && (manager || userId === currentUser?.id),
    )
    const { totalMs, entryCount } = await ok('customer.get', { customerId: id })
    expect([totalMs, entryCount]).toEqual([sum(its), its.length])
    const page = await ok('customer.entries', { customerId: id, limit: 500 })
    expect([page.totalMs, page.total]).toEqual([sum(its), its.length])
  }
  expect(ana).not.toBe('')
}

/** The thread that checks the file may hold its lock for longer than a beat waits; then the next one tries again. */
const unexpected = ({ errors }: World): string[] =>
  errors.map(String).filter((text) => !/^heartbeat,.*database is locked/.test(text))

async function days(steps: readonly Step[], night: string, stays: boolean): Promise<void> {
  // Who stays watches over gaps, and starts a thread that checks the file; without it many more days fit into the time.
  const world = await openWorld(night, stays ? {} : { abilities: CLI })
  try {
    for (const each of steps) {
      if ('ms' in each) {
        const from = world.clock.now()
        // Hours pass with the lid closed; beating through them all would show nothing more.
        if (each.ms > HOUR_MS / 6) world.clock.sleep(each.ms - 8_000)
        world.clock.advance(Math.min(each.ms, each.ms > HOUR_MS / 6 ? 8_000 : each.ms))
        if (each.absent)
          world.app.noteAbsence('lock', Math.max(from, world.clock.now() - 3 * HOUR_MS), world.clock.now())
        continue
      }
      const maker = MAKERS[each.name]
      if (maker === undefined) throw new Error(each.name)
      const { name, args } = maker({ now: world.clock.now(), ids: world.observer.ids }, each.dice)
      const before = world.observer.dump()
      const reply = await world.app.invoke(name, args as never)
      count.acts += 1
      expect(unexpected(world), name).toEqual([])
      if (!reply.ok) expect(world.observer.dump(), `${name} refused`).toBe(before)
      expect(violations(world.observer, { trail: false }), name).toEqual([])
      if (reply.ok && reply.commitId !== undefined && isCommandName(name) && each.undo)
        if (await mayUndo(world)) {
          await takenBackAndAgain(world, reply.commitId, before, name)
          kinds.add(name)
        }
    }
    expect(violations(world.observer)).toEqual([])
    await totalsAgree(world)
  } finally {
    await world.end()
  }
}

/** Who has just given up the right to undo cannot. */
const mayUndo = async ({ ok }: World): Promise<boolean> => {
  const { currentUser, permitted } = await ok('app.state', {})
  return currentUser?.role !== 'employee' && permitted.includes('change.undo')
}

/** A set-up begins everything, and an undo is undone after each act. */
const NEVER_DRAWN = new Set(['organisation.setUp'])

test('G11 F4 every kind of change is among the acts', () => {
  const scene = { now: Date.UTC(2026, 2, 27), ids: () => ['one'] }
  const drawn = new Set(Object.values(MAKERS).map((maker) => maker(scene, [0, 0, 0]).name))
  const commands = Object.keys(requests).filter(isCommandName)
  expect(commands.filter((name) => !drawn.has(name) && !NEVER_DRAWN.has(name))).toEqual([])
})

describe('random days at work', () => {
  test(
    'G11 F1 F2 F4 F5 C17 undo takes back exactly one act and undoing that does it again; every total is the sum of its entries',
    async () => {
      const start = fc.constantFrom(
        '2026-03-28 19:00',
        '2026-10-24 20:30',
        '2026-03-31 22:00',
        '2026-06-10 08:00',
      )
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 1, maxLength: 80, size: 'max' }),
          start,
          fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
          whileTime(days),
        ),
        runs(60, 1_500),
      )
      figure({
        fault: 'random acts over random days; each with its undo, and the undo of that',
        ids: 'G11 F1 F2 F4 F5 C17',
        tried: count.acts,
        unit: 'acts',
        lost: 0,
        note: `${count.undone} of ${kinds.size} kinds undone and done again, field for field; ${count.totals} users' months recounted`,
        file: 'sessions',
      })
    },
    LIMIT_MS,
  )
})
