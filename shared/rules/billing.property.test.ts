// Billing rates whatever they are: found as the rule says, never changed for earlier days, rounded to the half unit (G7).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../base/localDate.ts'
import type { Rate } from '../entities/rate.ts'
import { amountOf, rateBook } from './billing.ts'

const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2026-01-01', n))
const someone = fc.constantFrom('a', 'b')
const subject = fc.oneof(
  fc.record({ level: fc.constant('organisation' as const), subjectId: fc.constant(null) }),
  fc.record({
    level: fc.constantFrom('user' as const, 'customer' as const, 'project' as const),
    subjectId: someone,
  }),
)
const rates = fc
  .uniqueArray(fc.tuple(subject, day, fc.integer({ min: 0, max: 20_000 })), {
    selector: ([of, from]) => `${of.level} ${of.subjectId} ${from}`,
    maxLength: 14,
  })
  .map((all) =>
    all.map(([of, validFrom, amountMinor], index): Rate => ({
      id: String(index),
      ...of,
      validFrom,
      amountMinor,
    })),
  )
const spent = fc.record({
  userId: someone,
  customerId: fc.option(someone),
  projectId: fc.option(someone),
})

/** The rule, once more and as plainly as it is said. */
function expected(
  all: readonly Rate[],
  of: { userId: string; customerId: string | null; projectId: string | null },
  date: string,
) {
  const candidates = [
    all.filter((rate) => rate.level === 'project' && rate.subjectId === of.projectId),
    all.filter((rate) => rate.level === 'customer' && rate.subjectId === of.customerId),
    all.filter((rate) => rate.level === 'user' && rate.subjectId === of.userId),
    all.filter((rate) => rate.level === 'organisation'),
  ]
  for (const level of candidates) {
    const begun = level.filter(({ validFrom }) => validFrom <= date)
    begun.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
    if (begun[0] !== undefined) return begun[0]
  }
  return null
}

test('G7 the rate of every day is the one that the rule names', () => {
  fc.assert(
    fc.property(rates, spent, day, (all, of, date) => {
      expect(rateBook(all).rateOn(of, date)).toEqual(expected(all, of, date))
    }),
    { numRuns: 1000 },
  )
})

test('G7 stretches follow each other without gaps, neighbours differ, and each day’s rate is its stretch’s', () => {
  fc.assert(
    fc.property(rates, spent, day, (all, of, date) => {
      const book = rateBook(all)
      const stretches = book.stretches(of)
      expect(stretches[0]?.from).toBeNull()
      expect(stretches.at(-1)?.until).toBeNull()
      stretches.slice(1).forEach((stretch, index) => {
        expect(stretch.from).toBe(stretches[index]?.until)
        expect(stretch.rate).not.toBe(stretches[index]?.rate)
      })
      const within = stretches.filter(
        ({ from, until }) => (from === null || from <= date) && (until === null || date < until),
      )
      expect(within.map(({ rate }) => rate)).toEqual([book.rateOn(of, date)])
    }),
    { numRuns: 1000 },
  )
})

test('G7 a later rate never changes the rate of an earlier day', () => {
  fc.assert(
    fc.property(rates, subject, spent, day, day, (all, added, of, from, date) => {
      fc.pre(date < from)
      const later: Rate = { id: 'later', ...added, validFrom: from, amountMinor: 1 }
      expect(rateBook([...all, later]).rateOn(of, date)).toEqual(rateBook(all).rateOn(of, date))
    }),
    { numRuns: 1000 },
  )
})

test('an amount is within half a minor unit of the exact one, and halves go up', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 93_600_000 }),
      fc.integer({ min: 0, max: 50_000_000_000 }),
      (ms, amountMinor) => {
        const doubled =
          BigInt(ms) * BigInt(amountMinor) * 2n - BigInt(amountOf(ms, { amountMinor })) * 7_200_000n
        expect(doubled < 3_600_000n && doubled >= -3_600_000n).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})
