// Every request of the contract with valid, half-valid and hostile arguments, through the application on a real file:
// a typed reply, never an exception, never half a write.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reply } from '../shared/contract/channel.ts'
import type { RequestName } from '../shared/contract/contract.ts'
import { isQueryName, requests } from '../shared/contract/contract.ts'
import { SENTENCES } from '../shared/text/errorText.ts'
import { at } from '../core/testing/testApp.ts'
import { canonical, crowded, violations } from './invariants.ts'
import type { Everything } from './invariants.ts'
import { hostile, resolveIds, valid } from './fromSchema.ts'
import { figure } from './figures.ts'
import { LIMIT_MS, runs, whileTime } from './size.ts'
import { CLI, openWorld } from './world.ts'
import type { World } from './world.ts'

const START = '2026-03-27 09:00'
const around = { now: at(START) + 2 * 3_600_000 }

/** Their valid forms start threads, write workbooks or ask a server; they have tests of their own. */
const HEAVY: readonly RequestName[] = [
  'export.start',
  'backup.create',
  'sample.load',
  'team.create',
  'team.join',
]

type Act = { name: RequestName; args: unknown } | { advanceMs: number }

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(...(Object.keys(requests) as RequestName[])).chain((name) => {
      const schema = requests[name].args
      const spoiled = hostile(schema, around)
      const args = HEAVY.includes(name)
        ? spoiled.filter((value) => !schema.safeParse(value).success)
        : fc.oneof({ weight: 4, arbitrary: valid(schema, around) }, { weight: 1, arbitrary: spoiled })
      return fc.record({ name: fc.constant(name), args })
    }),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 * 3_600_000 }).map((advanceMs) => ({ advanceMs })) },
)

const count = { requests: 0, done: 0, refused: 0 }

/** Entries of the closed period, which nothing but opening it may change. */
const closedEntries = ({ organisation: [organisation], timeEntry }: Everything): string => {
  const through = organisation?.closedThrough ?? null
  return canonical([through, timeEntry.filter(({ workDate }) => through !== null && workDate <= through)])
}

async function send(world: World, { name, args }: { name: RequestName; args: unknown }): Promise<void> {
  const { app, observer, errors } = world
  const before = { version: observer.version(), everything: observer.everything() }
  const reply = await app.invoke(name, resolveIds(args, observer.ids) as never)
  count.requests += 1
  const after = observer.version()
  expect(errors.map(logged), 'nothing is logged as an error').toEqual([])
  expect(isReply(reply), canonical(reply)).toBe(true)
  if (!reply.ok) {
    count.refused += 1
    expect(reply.error.code).not.toBe('internal')
    expect(after, `a refused ${name} writes nothing`).toBe(before.version)
    return
  }
  count.done += 1
  if (isQueryName(name)) expect(after, `the query ${name} writes nothing`).toBe(before.version)
  if (after === before.version) return
  expect(violations(observer), name).toEqual([])
  const now = observer.everything()
  // Several at once stay where the setting is taken back; no act makes more of them than it allows.
  const { organisation } = now
  if (organisation[0]?.severalTimers === false)
    for (const userId of crowded(now))
      expect(crowded(before.everything), `${name} crowds ${userId}`).toContain(userId)
  if (name !== 'period.close' && name !== 'change.undo')
    expect(closedEntries(now), `${name} changes the closed period`).toBe(closedEntries(before.everything))
}

const logged = (entry: unknown): string =>
  Array.isArray(entry)
    ? entry.map((part: unknown) => (part instanceof Error ? part.stack : JSON.stringify(part))).join(' ')
    : String(entry)

function isReply(reply: Reply<unknown>): boolean {
  // What cannot be cloned cannot pass to a window.
  structuredClone(reply)
  return reply.ok ? 'value' in reply : Object.keys(SENTENCES.en.of).includes(reply.error.code)
}

async function session(acts: readonly Act[]): Promise<void> {
  const world = await openWorld(START, { abilities: CLI })
  try {
    for (const each of acts)
      if ('advanceMs' in each) world.clock.advance(each.advanceMs)
      else await send(world, each)
    expect(world.observer.data.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  } finally {
    await world.end()
  }
}

describe('fuzz', () => {
  test(
    'G1 G11 C18 every request with any arguments is answered with a typed reply and never half written',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 60, size: 'max' }), whileTime(session)),
        runs(150, 3_000),
      )
      figure({
        fault: 'requests with random, half-valid and hostile arguments, all of the contract',
        ids: 'G1 G11 C18',
        tried: count.requests,
        unit: 'requests',
        lost: 0,
        note: `${count.done} done, ${count.refused} refused with a typed reason; none half written`,
        file: 'fuzz',
      })
    },
    LIMIT_MS,
  )
})
