// Time that was drawn from a package is paid already: no invoice bills it again (E7, E10, E11).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import { addDays } from '../shared/base/localDate.ts'
import { openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

/** 60.00 an hour: each minute is a whole amount. */
const HOURLY = 6_000
const FIRST = '2026-03-02'

async function open(): Promise<Firm> {
  const f = await openFirm('2026-03-31 18:00')
  await f.ok('rate.set', { level: 'organisation', subjectId: null, validFrom: FIRST, amountMinor: HOURLY })
  await f.ok('billingProfile.edit', {
    address: 'Kai 7',
    postCode: '20457',
    city: 'Hamburg',
    country: 'DE',
    vatId: 'DE 123 456 789',
    iban: 'DE02 1203 0000 0000 2020 51',
  })
  await f.ok('taxRate.add', { name: 'Standard', taxCategory: 'S', percentHundredths: 1_900 })
  await f.ok('customer.edit', { customerId: f.acme, address: 'Main St 1', city: 'Berlin', country: 'DE' })
  return f
}
const work = async (f: Firm, workDate: string, minutes: number): Promise<string> =>
  (
    await f.ok('entry.addAmount', {
      customerId: f.acme,
      categoryId: f.support,
      workDate,
      durationMs: minutes * MINUTE_MS,
    })
  ).entryIds[0] ?? ''
const buy = (f: Firm, hours: number, date: string) =>
  f.ok('package.buy', { customerId: f.acme, minutes: hours * 60, date })
const draft = (f: Firm, over: object = {}) => f.ok('invoice.draft', { customerId: f.acme, ...over })
const ledger = (f: Firm) => f.ok('package.list', { customerId: f.acme, limit: 1_000 })

test('E10 drawn time is prepaid on a draft, and a session across zero is so in part', async () => {
  const f = await open()
  await buy(f, 3, '2026-03-03')
  const before = await work(f, '2026-03-02', 60)
  const drawn = await work(f, '2026-03-04', 120)
  const across = await work(f, '2026-03-05', 90)
  const over = await work(f, '2026-03-06', 30)
  const { invoiceId, lines, netMinor } = await draft(f, {
    groupBy: 'category',
    rounding: { mode: 'up', stepMinutes: 60 },
  })
  // What is prepaid is not rounded: packages count each minute.
  expect(lines).toEqual([
    {
      text: 'Support',
      hours: 2,
      unitPriceMinor: HOURLY,
      amountMinor: 12_000,
      entryIds: [before, across, over],
    },
    { text: 'Support (prepaid)', hours: 3, unitPriceMinor: 0, amountMinor: 0, entryIds: [drawn, across] },
  ])
  expect(netMinor).toBe(12_000)
  expect(await f.ok('invoice.entries', { invoiceId, line: 1 })).toHaveLength(2)
  await f.ok('invoice.edit', { invoiceId, language: 'de', groupBy: 'entry' })
  expect((await f.ok('invoice.get', { invoiceId })).lines.map(({ text }) => text)).toContain(
    '04.03.2026: Support (im Voraus bezahlt)',
  )
  // The draft follows the packages, and the issued invoice does not.
  await f.ok('invoice.edit', { invoiceId, groupBy: 'category', rounding: { mode: 'none', stepMinutes: 1 } })
  await buy(f, 1, '2026-03-05')
  expect((await f.ok('invoice.get', { invoiceId })).netMinor).toBe(HOURLY)
  await f.ok('invoice.issue', { invoiceId })
  await buy(f, 5, '2026-03-02')
  expect(await f.ok('invoice.get', { invoiceId })).toMatchObject({ netMinor: HOURLY, status: 'issued' })
  // The hour that was billed draws on no package that was bought later.
  expect(await ledger(f)).toMatchObject({ allocatedMs: 9 * HOUR_MS, drawnMs: 4 * HOUR_MS })
  await f.ok('invoice.void', { invoiceId, reason: 'Wrong month' })
  expect(await ledger(f)).toMatchObject({ drawnMs: 5 * HOUR_MS, remainingMs: 4 * HOUR_MS })
})

test('E10 drawn time needs no rate, and without the module nothing is prepaid', async () => {
  const f = await open()
  await f.ok('rate.remove', { rateId: (await f.ok('rate.list', {}))[0]?.id ?? '' })
  await work(f, '2026-03-04', 60)
  expect(await f.refused('invoice.draft', { customerId: f.acme })).toMatchObject({ code: 'invoice.noRate' })
  await buy(f, 1, '2026-03-03')
  const made = await draft(f)
  expect(made).toMatchObject({ netMinor: 0, withoutRate: 0, lines: [{ hours: 1, unitPriceMinor: 0 }] })
  await f.ok('module.switch', { module: 'packages', on: false })
  expect((await f.ok('invoice.get', { invoiceId: made.invoiceId })).lines).toEqual([])
})

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('work' as const),
      n: fc.nat(20),
      m: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('buy' as const),
      n: fc.nat(20),
      m: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('invoice' as const), n: fc.nat(20), m: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('void' as const), n: fc.nat(20), m: fc.constant(0) }),
  },
)

test('E9 E11 whatever is worked, bought, invoiced and voided in whatever order, no minute is paid twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      const f = await open()
      let [workedMinutes, boughtMinutes] = [0, 0]
      const issued: string[] = []
      const invoice = async (over: object) => {
        const before = await ledger(f)
        const made = await f.reply('invoice.draft', { customerId: f.acme, ...over })
        if (!made.ok) return expect(made.error.code).toBe('invoice.nothing')
        const { invoiceId, lines } = made.value
        const ids = new Set(lines.flatMap(({ entryIds }) => entryIds))
        const drawnMs = before.lines.reduce(
          (sum, { kind, entryId, ms }) => (kind === 'draw' && ids.has(entryId ?? '') ? sum - ms : sum),
          0,
        )
        const prepaid = lines.filter(({ unitPriceMinor }) => unitPriceMinor === 0)
        const prepaidMs = prepaid.reduce((sum, { hours }) => sum + hours, 0) * HOUR_MS
        // Never more than was drawn; less only where an earlier invoice had what is not there any more.
        expect(prepaidMs).toBeLessThanOrEqual(drawnMs + 1)
        await f.ok('invoice.issue', { invoiceId })
        issued.push(invoiceId)
      }
      for (const { act, n, m } of steps) {
        const day = addDays(FIRST, n)
        if (act === 'work') {
          await work(f, day, m * 6)
          workedMinutes += m * 6
        } else if (act === 'buy') {
          await buy(f, m, day)
          boughtMinutes += m * 60
        } else if (act === 'invoice') await invoice(n < m ? { from: day, to: addDays(FIRST, m) } : {})
        else {
          const [invoiceId] = issued.splice(n % Math.max(1, issued.length), 1)
          if (invoiceId !== undefined) await f.ok('invoice.void', { invoiceId, reason: 'Again' })
        }
      }
      await invoice({})
      let [billed, prepaid] = [0, 0]
      for (const invoiceId of issued)
        for (const { quantityHundredths, unitPriceMinor } of (await f.ok('invoice.get', { invoiceId })).lines)
          if (unitPriceMinor === 0) prepaid += quantityHundredths
          else billed += quantityHundredths
      // All is paid once: by a package or in money, and by packages no more than they hold.
      expect(billed + prepaid).toBe((workedMinutes * 100) / 60)
      expect(prepaid).toBeLessThanOrEqual((boughtMinutes * 100) / 60)
      const { allocatedMs, drawnMs, remainingMs } = await ledger(f)
      expect(drawnMs).toBeLessThanOrEqual((prepaid * HOUR_MS) / 100)
      expect(remainingMs).toBe(allocatedMs - drawnMs)
      await f.app.close()
    }),
    { numRuns: 25 },
  )
})
