// Extra hours of a month: what was worked beyond the expected, over the time that the contract says.
//
// The rule: of the whole month, of each contract version, of each week or of each day, extra hours = worked − expected, never below
// zero. Weeks end with the month, since pay does. Where several contract versions share a month, a week or a day, extra hours
// belong to the version in which more was worked than expected; what another version lacks is taken off the earliest first.
import type { LocalDate } from '../base/localDate.ts'
import { weekStartOf } from '../base/localDate.ts'
import type { ExplainStep } from '../contract/diary.ts'
import type { ExtraBy } from '../entities/employment.ts'

/** A stretch of the month under one contract, rule, or none. */
export type WorkedStretch = {
  readonly dates: readonly LocalDate[]
  readonly totalMs: number
  readonly expectedMs: number
  readonly extraBy: ExtraBy
  /** How what is expected came about. */
  readonly expected: readonly ExplainStep[]
}

export type ExtraFacts = {
  /** In order. */
  stretches: readonly WorkedStretch[]
  /** Asked for only where days or weeks count. */
  day(date: LocalDate): { totalMs: number; expectedMs: number }
  /** 1 Monday to 7 Sunday. */
  weekStart: number
}

export type ExtraUnit = readonly { stretch: number; ms: number }[]

type Part = { stretch: number; totalMs: number; expectedMs: number }

/** The extra hours of each stretch, and the steps that lead to all of them together. */
export function extraHours(facts: ExtraFacts): {
  extraMs: number[]
  /** Those of each day, week or month that counts by itself, with the stretches that they belong to, in order. */
  units: ExtraUnit[]
  steps: ExplainStep[]
} {
  const { stretches } = facts
  const extraMs = stretches.map(() => 0)
  const steps: ExplainStep[] = []
  const units: ExtraUnit[] = []
  let found = 0

  /** Of a month, a week, a day: what exceeds the expected, given to the stretches, the latest surplus first. */
  const count = (parts: readonly Part[], step: (sum: Part) => ExplainStep, always: boolean): number => {
    const sum = parts.reduce(
      (all, part) => ({
        stretch: part.stretch,
        totalMs: all.totalMs + part.totalMs,
        expectedMs: all.expectedMs + part.expectedMs,
      }),
      { stretch: 0, totalMs: 0, expectedMs: 0 },
    )
    const extra = Math.max(0, sum.totalMs - sum.expectedMs)
    if (extra === 0 && !always) return 0
    steps.push({ ...step(sum), resultMs: extra })
    found += 1
    let left = extra
    const unit: { stretch: number; ms: number }[] = []
    for (const { stretch, totalMs, expectedMs } of parts.toReversed()) {
      const share = Math.min(left, Math.max(0, totalMs - expectedMs))
      extraMs[stretch] = (extraMs[stretch] ?? 0) + share
      left -= share
      if (share > 0) unit.unshift({ stretch, ms: share })
    }
    if (unit.length > 0) units.push(unit)
    return extra
  }
  const difference = ({ totalMs, expectedMs }: Part): ExplainStep => ({
    code: 'extra.difference',
    values: { totalMs, expectedMs },
  })
  const wholeOf = (index: number): Part => {
    const { totalMs = 0, expectedMs = 0 } = stretches[index] ?? {}
    return { stretch: index, totalMs, expectedMs }
  }

  for (const by of new Set(stretches.map(({ extraBy }) => extraBy))) {
    const pool = stretches.flatMap(({ extraBy }, index) => (extraBy === by ? [index] : []))
    if (by === 'contract') {
      for (const index of pool) {
        steps.push(...expectedSteps(stretches, [index]))
        count([wholeOf(index)], difference, true)
      }
      continue
    }
    steps.push(...expectedSteps(stretches, pool))
    if (by === 'month') {
      const extra = count(pool.map(wholeOf), difference, true)
      if (extra > 0 && pool.length > 1) steps.push(...shares(stretches, pool, extraMs))
      continue
    }
    for (const dates of groupsOf(stretches, pool, by, facts.weekStart).values()) {
      const parts = dates.map(({ date, stretch }) => ({ stretch, ...facts.day(date) }))
      const [first, last] = [dates[0]?.date ?? '', dates.at(-1)?.date ?? '']
      const step = ({ totalMs, expectedMs }: Part): ExplainStep => ({
        code: `extra.${by}`,
        values: { first, last, totalMs, expectedMs },
      })
      count(byStretch(parts), step, false)
    }
  }
  if (found !== 1)
    steps.push({ code: 'extra.sum', values: {}, resultMs: extraMs.reduce((sum, ms) => sum + ms, 0) })
  return { extraMs, units, steps }
}

const expectedSteps = (stretches: readonly WorkedStretch[], pool: readonly number[]): ExplainStep[] =>
  pool.flatMap((index) => stretches[index]?.expected ?? [])

const shares = (
  stretches: readonly WorkedStretch[],
  pool: readonly number[],
  extraMs: readonly number[],
): ExplainStep[] =>
  pool.flatMap((index) => {
    const [dates, ms] = [stretches[index]?.dates ?? [], extraMs[index] ?? 0]
    if (ms === 0) return []
    return [
      { code: 'extra.share', values: { first: dates[0] ?? null, last: dates.at(-1) ?? null }, resultMs: ms },
    ]
  })

/** The days that count together, in order. */
function groupsOf(
  stretches: readonly WorkedStretch[],
  pool: readonly number[],
  by: 'week' | 'day',
  weekStart: number,
): Map<LocalDate, { date: LocalDate; stretch: number }[]> {
  const dates = pool.flatMap((stretch) =>
    (stretches[stretch]?.dates ?? []).map((date) => ({ date, stretch })),
  )
  return Map.groupBy(dates, ({ date }) => (by === 'day' ? date : weekStartOf(date, weekStart)))
}

function byStretch(parts: readonly Part[]): Part[] {
  const sums: Part[] = []
  for (const part of parts) {
    const last = sums.at(-1)
    if (last?.stretch === part.stretch) {
      last.totalMs += part.totalMs
      last.expectedMs += part.expectedMs
    } else sums.push({ ...part })
  }
  return sums
}
