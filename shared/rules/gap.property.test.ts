// Gaps: when an absence is asked about, and that each answer takes exactly its stretch out of the session (G1, G2).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../base/duration.ts'
import { GAP_CHOICES } from '../contract/timer.ts'
import type { Gap } from '../entities/gap.ts'
import type { Change, EntityName, EntityOf } from '../entities/registry.ts'
import { DEFAULT_RULES } from '../entities/rules.ts'
import { subjectOf } from '../entities/subject.ts'
import type { Timer } from '../entities/timer.ts'
import { newCategory, newCustomer, newUser } from './directory.ts'
import { GAP_THRESHOLD_MS, noticeAbsence, resolveGap } from './gap.ts'
import { newOrganisation } from './organisation.ts'
import type { RecordFacts } from './recordSession.ts'
import type { RuleContext } from './rule.ts'
import { countedMs } from './segments.ts'

const T = 1_772_000_000_000
const context = (now: number): RuleContext => {
  let used = 0
  return {
    actor: { userId: 'u', role: 'employee' },
    now,
    today: '9000-01-01',
    newId: () => `n${++used}`,
    zone: 'UTC',
  }
}
const facts: RecordFacts = {
  organisation: newOrganisation({ organisationName: 'O', zone: 'UTC', currency: 'EUR' } as never),
  settings: { casesNeedProject: false, modules: [] },
  rules: DEFAULT_RULES,
  user: { ...newUser('u', null), name: 'U' },
  subject: subjectOf({ customerId: 'c', categoryId: 'k' }),
  things: {
    customer: { ...newCustomer('c', 'blue', 0), name: 'C' },
    category: { ...newCategory('k'), name: 'K' },
    project: null,
    case: null,
    opportunity: null,
    tag: [],
  },
  placement: { officeId: null, departmentId: null },
  neighbours: [],
}

const puts = <N extends EntityName>(changes: readonly Change[], entity: N): EntityOf<N>[] =>
  changes.flatMap((change) =>
    change.op === 'put' && change.entity === entity ? [change.value as EntityOf<N>] : [],
  )

/** A session, the moment of now, and a gap somewhere in it. */
const situation = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: HOUR_MS }), fc.integer({ min: 1, max: HOUR_MS })), {
      minLength: 1,
      maxLength: 5,
    }),
    fc.constantFrom('running' as const, 'paused' as const, 'stopped' as const),
    fc.nat({ max: 1_000 }),
    fc.nat({ max: 1_000 }),
  )
  .map(([parts, state, a, b]) => {
    let at = T
    const segments: Timer['segments'] = parts.map(([pause, length]) => {
      const start = at + pause
      at = start + length
      return { start, end: at }
    })
    const last = segments.at(-1)
    if (state === 'running' && last !== undefined) last.end = null
    const startedAt = segments[0]?.start ?? T
    const span = at - startedAt
    const [low, high] = [Math.min(a, b), Math.max(a, b)].map(
      (n) => startedAt + Math.floor((span * n) / 1_000),
    )
    const gap: Gap = { id: 'g', timerId: 't', userId: 'u', cause: 'sleep', from: low ?? 0, to: high ?? 0 }
    const timer: Timer = {
      id: 't',
      userId: 'u',
      ...subjectOf({ customerId: 'x', categoryId: 'y' }),
      state,
      startedAt,
      segments,
      note: '',
      zone: 'UTC',
      taskId: null,
    }
    return { timer, gap, now: at }
  })

/** Counted within [from, to), the long way. */
const within = (timer: Timer, now: number, from: number, to: number): number =>
  timer.segments.reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.min(end ?? now, to) - Math.max(start, from)),
    0,
  )

describe('an answer', () => {
  test('G2 takes exactly its stretch out, gives it to where it is said to, and leaves the rest as it was', () =>
    fc.assert(
      fc.property(
        situation,
        fc.constantFrom(...GAP_CHOICES),
        fc.nat({ max: 100 }),
        ({ timer, gap, now }, choice, n) => {
          const at = gap.from + Math.floor(((gap.to - gap.from) * n) / 100)
          const decision = resolveGap(gap, timer, { choice, at, note: 'given' }, facts, context(now))
          const stretch = within(timer, now, gap.from, gap.to)
          if (!decision.ok) {
            expect([choice, decision.error.code, stretch]).toEqual(['giveTo', 'entry.zeroDuration', 0])
            return
          }
          const { changes } = decision.value
          expect(changes).toContainEqual({ op: 'remove', entity: 'gap', id: 'g' })
          const after = puts(changes, 'timer')[0] ?? timer
          const given = puts(changes, 'timeEntry')
          const before = countedMs(timer.segments, now)
          const taken = {
            keep: 0,
            discardAndContinue: stretch,
            break: stretch,
            giveTo: stretch,
            discardAndStop: within(timer, now, gap.from, Infinity),
            split: within(timer, now, at, gap.to),
          }[choice]
          expect(before - countedMs(after.segments, now)).toBe(taken)
          expect(given.reduce((sum, entry) => sum + entry.durationMs, 0)).toBe(
            choice === 'giveTo' ? stretch : 0,
          )
          for (const entry of given) {
            expect(entry).toMatchObject({ userId: 'u', customerId: 'c', categoryId: 'k', note: 'given' })
            for (const { start, end } of entry.segments)
              expect(start >= gap.from && end <= gap.to && start < end).toBe(true)
          }
          // Outside the stretch nothing moved.
          expect(within(after, now, -Infinity, gap.from)).toBe(within(timer, now, -Infinity, gap.from))
          if (choice !== 'discardAndStop')
            expect(within(after, now, gap.to, Infinity)).toBe(within(timer, now, gap.to, Infinity))
          expect(after.startedAt).toBe(timer.startedAt)
          expect(after.segments.at(-1)?.end === null).toBe(after.state === 'running')
          if (timer.state === 'running')
            expect(after.state).toBe(choice === 'discardAndStop' ? 'paused' : 'running')
          else expect(after.state).toBe(timer.state)
        },
      ),
    ))

  test.each([-1, HOUR_MS + 1])('G2 a split outside the gap is refused (%i ms from its start)', (offset) => {
    const timer: Timer = {
      id: 't',
      userId: 'u',
      ...subjectOf({}),
      state: 'running',
      startedAt: T,
      segments: [{ start: T, end: null }],
      note: '',
      zone: 'UTC',
      taskId: null,
    }
    const gap: Gap = { id: 'g', timerId: 't', userId: 'u', cause: 'idle', from: T, to: T + HOUR_MS }
    expect(
      resolveGap(gap, timer, { choice: 'split', at: T + offset }, facts, context(T + 2 * HOUR_MS)),
    ).toMatchObject({
      ok: false,
      error: { code: 'request.invalid', details: { fields: { at: expect.any(String) } } },
    })
  })
})

describe('an absence', () => {
  test('G1 G2 is asked about once for each running timer that it touches, however its causes overlap, and not below the threshold', () =>
    fc.assert(
      fc.property(
        situation,
        fc.array(
          fc.tuple(
            fc.constantFrom('sleep' as const, 'idle' as const, 'lock' as const, 'off' as const),
            fc.integer({ min: 0, max: 300 * MINUTE_MS }),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        ({ timer }, causes) => {
          let known: Gap[] = []
          let n = 0
          // Causes that end together: the lid is closed, the screen locks, nobody types.
          const to = (timer.segments.at(-1)?.start ?? T) + 400 * MINUTE_MS
          for (const [cause, length] of causes) {
            const found = puts(
              noticeAbsence([timer], known, { cause, from: to - length, to }, () => `g${++n}`),
              'gap',
            )
            known = [...known.filter(({ id }) => !found.some((gap) => gap.id === id)), ...found]
          }
          const longest = Math.max(...causes.map(([, length]) => length))
          const expected = timer.state === 'running' && longest >= GAP_THRESHOLD_MS ? 1 : 0
          expect(known).toHaveLength(expected)
          for (const gap of known) {
            expect(gap.to).toBe(to)
            expect(gap.from).toBe(Math.max(to - longest, timer.segments.at(-1)?.start ?? 0))
          }
        },
      ),
    ))
})
