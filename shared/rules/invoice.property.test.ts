// What must hold of every invoice, whatever is on it: it adds up as printed, and as EN 16931 reckons (BR-CO-10 to BR-CO-17).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../base/duration.ts'
import { isIban } from '../base/iban.ts'
import { percentOf } from '../base/money.ts'
import type { Discount, InvoiceLine, Rounding } from '../entities/invoice.ts'
import { GroupBy } from '../entities/invoice.ts'
import { isNumberFormat, numberIn, seriesOf } from '../entities/numberFormat.ts'
import type { Tax } from '../entities/tax.ts'
import type { BillableItem } from './invoiceLines.ts'
import { amountOfLine, hundredthsOf, timeLines } from './invoiceLines.ts'
import { totalsOf } from './invoiceTotals.ts'

const TAXES: Tax[] = [
  { taxCategory: 'S', percentHundredths: 1_900, exemption: '' },
  { taxCategory: 'S', percentHundredths: 700, exemption: '' },
  { taxCategory: 'S', percentHundredths: 770, exemption: '' },
  { taxCategory: 'E', percentHundredths: 0, exemption: 'Education' },
]
const tax = fc.constantFrom(...TAXES)

const item: fc.Arbitrary<BillableItem> = fc
  .record({
    entryId: fc.uuid(),
    day: fc.integer({ min: 1, max: 28 }),
    minutes: fc.integer({ min: 1, max: 1_500 }),
    rateMinor: fc.constantFrom(0, 1, 9_000, 9_999, 33_333, 50_000_000_000),
    name: fc.constantFrom('Acme', 'Support', 'Zed', 'Ünal'),
  })
  .map(({ entryId, day, minutes, rateMinor, name }) => {
    const date = `2026-03-${String(day).padStart(2, '0')}`
    return {
      entryId,
      date,
      ms: minutes * MINUTE_MS,
      rateMinor,
      prepaid: false,
      names: { entry: name, day: date, category: name, project: name, case: name, user: name },
    }
  })
const items = fc.uniqueArray(item, { selector: ({ entryId }) => entryId, maxLength: 40 })
const rounding: fc.Arbitrary<Rounding> = fc.record({
  mode: fc.constantFrom('none', 'up', 'nearest'),
  stepMinutes: fc.constantFrom(1, 6, 10, 15, 60),
})
const groupBy = fc.constantFrom(...GroupBy.options)

test('each entry is on one line, and each line is the quantity times the price as printed', () => {
  fc.assert(
    fc.property(items, groupBy, rounding, tax, (its, by, round, how) => {
      const lines = timeLines(its, { groupBy: by, rounding: round, tax: how })
      expect(lines.flatMap(({ entryIds }) => entryIds).sort()).toEqual(
        its.map(({ entryId }) => entryId).sort(),
      )
      for (const { quantityHundredths, unitPriceMinor, amountMinor, entryIds } of lines) {
        const exact = BigInt(quantityHundredths) * BigInt(unitPriceMinor)
        expect(amountMinor).toBe(Number((exact * 2n + 100n) / 200n))
        const behind = its.filter(({ entryId }) => entryIds.includes(entryId))
        expect(new Set(behind.map(({ rateMinor }) => rateMinor))).toEqual(new Set([unitPriceMinor]))
        const ms = behind.reduce((sum, { ms: of }) => sum + of, 0)
        const step = round.mode === 'none' ? 1 : round.stepMinutes
        const hours = quantityHundredths / 100
        expect(Math.abs(hours - ms / HOUR_MS)).toBeLessThanOrEqual(
          (round.mode === 'up' ? step / 60 : round.mode === 'nearest' ? step / 120 : 0) + 0.005 + 1e-9,
        )
        if (round.mode === 'up') expect(quantityHundredths).toBeGreaterThanOrEqual(hundredthsOf(ms, round))
      }
    }),
  )
})

test('grouped in another way, the time is the same before it is rounded', () => {
  fc.assert(
    fc.property(items, (its) => {
      const minutes = (by: (typeof GroupBy.options)[number]): number =>
        timeLines(its, { groupBy: by, rounding: { mode: 'none', stepMinutes: 1 }, tax: TAXES[0] as Tax })
          .flatMap(({ entryIds }) => entryIds)
          .reduce((sum, id) => sum + (its.find(({ entryId }) => entryId === id)?.ms ?? 0), 0)
      expect(new Set(GroupBy.options.map(minutes)).size).toBe(1)
    }),
  )
})

const line: fc.Arbitrary<InvoiceLine> = fc
  .record({
    quantityHundredths: fc.integer({ min: -2_000, max: 100_000 }),
    unitPriceMinor: fc.integer({ min: 0, max: 50_000 }),
    tax,
  })
  .map((of) => ({
    ...of,
    text: 'Line',
    unit: 'piece' as const,
    amountMinor: amountOfLine(of.quantityHundredths, of.unitPriceMinor),
    entryIds: [],
  }))
const discount: fc.Arbitrary<Discount> = fc.oneof(
  fc.constant<Discount>({ discountKind: 'none', discountValue: 0 }),
  fc.record({
    discountKind: fc.constant<'percent'>('percent'),
    discountValue: fc.integer({ min: 0, max: 10_000 }),
  }),
  fc.record({
    discountKind: fc.constant<'amount'>('amount'),
    discountValue: fc.integer({ min: 0, max: 500_000 }),
  }),
)

test('BR-CO-10 to BR-CO-17 lines, discount, taxes and totals add up', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), discount, (lines, off) => {
      const { sumMinor, discountMinor, netMinor, taxMinor, totalMinor, taxes } = totalsOf(lines, off)
      const sum = (of: readonly number[]): number => of.reduce((all, each) => all + each, 0)
      expect(sumMinor).toBe(sum(lines.map(({ amountMinor }) => amountMinor))) // BR-CO-10
      expect(discountMinor).toBe(sum(taxes.map((share) => share.discountMinor))) // BR-CO-11
      expect(netMinor).toBe(sumMinor - discountMinor) // BR-CO-13
      expect(netMinor).toBe(sum(taxes.map(({ baseMinor }) => baseMinor)))
      expect(taxMinor).toBe(sum(taxes.map((share) => share.taxMinor))) // BR-CO-14
      expect(totalMinor).toBe(netMinor + taxMinor) // BR-CO-15
      for (const share of taxes) {
        expect(share.taxMinor).toBe(percentOf(share.baseMinor, share.tax.percentHundredths / 100)) // BR-CO-17
        expect(share.discountMinor).toBeGreaterThanOrEqual(0)
      }
      if (off.discountKind === 'amount') {
        const positive = sum(taxes.map(({ baseMinor, discountMinor: of }) => Math.max(0, baseMinor + of)))
        expect(discountMinor).toBe(Math.min(off.discountValue, positive))
      }
    }),
  )
})

test('numbers by their format', () => {
  expect(numberIn(seriesOf('RE-{YYYY}-{0000}', '2026-03-02'), 7)).toBe('RE-2026-0007')
  expect(numberIn(seriesOf('{YY}{MM}/{00}', '2026-03-02'), 123)).toBe('2603/123')
  for (const format of ['RE', '{0}{0}', '{YYYY}', 'A{B}{0}', '{0', 'R{x0}'])
    expect(isNumberFormat(format)).toBe(false)
  for (const format of ['{0}', 'RE-{YYYY}-{0000}', '{000}/{YY}']) expect(isNumberFormat(format)).toBe(true)
})

test('an IBAN is told by its check digits', () => {
  expect(
    ['DE02120300000000202051', 'GB33BUKB20201555555555', 'DE02120300000000202052', 'DE', ''].map(isIban),
  ).toEqual([true, true, false, false, false])
})
