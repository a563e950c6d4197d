// Invoices through the application: drafts that follow, numbers without gaps, time that is billed once and then locked (E7, E9, D4).
import { describe, expect, test } from 'vitest'
import { errorSentence } from '../shared/text/errorText.ts'
import type { Firm } from './testing/testApp.ts'
import { at, openFirm } from './testing/testApp.ts'

const TAX = { taxCategory: 'S' as const, percentHundredths: 1_900, exemption: '' }
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='

async function openBilling(start = '2026-03-20 09:00') {
  const f = await openFirm(start)
  await f.ok('rate.set', {
    level: 'organisation',
    subjectId: null,
    validFrom: '2026-01-01',
    amountMinor: 9_000,
  })
  return f
}

async function fillIn(f: Firm): Promise<void> {
  await f.ok('billingProfile.edit', {
    address: 'Kai 7',
    postCode: '20457',
    city: 'Hamburg',
    country: 'DE',
    vatId: 'DE 123 456 789',
    iban: 'DE02 1203 0000 0000 2020 51',
    numberFormat: 'RE-{YYYY}-{000}',
  })
  await f.ok('taxRate.add', { name: 'Standard', taxCategory: 'S', percentHundredths: 1_900 })
  for (const customerId of [f.acme, f.globex])
    await f.ok('customer.edit', { customerId, address: 'Main St 1', city: 'Berlin', country: 'DE' })
}

async function work(f: Firm, from: string, to: string, over: object = {}): Promise<string> {
  const { entryIds } = await f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt: at(from),
    endAt: at(to),
    ...over,
  })
  return entryIds[0] ?? ''
}
const said = async (f: Firm, ...request: Parameters<Firm['refused']>): Promise<string> =>
  errorSentence(await f.refused(...request), 'en')
const commitOf = async (f: Firm, ...request: Parameters<Firm['reply']>): Promise<string> => {
  const reply = await f.reply(...request)
  return reply.ok ? (reply.commitId ?? '') : JSON.stringify(reply.error)
}

describe('E7 D4 a draft', () => {
  test('takes billable time once, by rates as they were on the day, grouped and rounded as asked', async () => {
    const f = await openBilling()
    await f.ok('rate.set', {
      level: 'organisation',
      subjectId: null,
      validFrom: '2026-03-10',
      amountMinor: 10_000,
    })
    await f.ok('category.edit', { categoryId: f.meeting, billType: 'nonBillable' })
    const first = await work(f, '2026-03-02 09:00', '2026-03-02 10:20')
    const second = await work(f, '2026-03-03 09:00', '2026-03-03 09:50')
    const dearer = await work(f, '2026-03-11 09:00', '2026-03-11 10:00')
    await work(f, '2026-03-12 09:00', '2026-03-12 10:00', { categoryId: f.meeting })
    await work(f, '2026-04-01 09:00', '2026-04-01 10:00', { customerId: f.globex }).catch(() => '')
    const draft = await f.ok('invoice.draft', {
      customerId: f.acme,
      from: '2026-03-01',
      to: '2026-03-31',
      groupBy: 'category',
      tax: TAX,
    })
    expect(draft).toEqual({
      invoiceId: expect.any(String),
      lines: [
        { text: 'Support', hours: 1, unitPriceMinor: 10_000, amountMinor: 10_000, entryIds: [dearer] },
        {
          text: 'Support',
          hours: 2.17,
          unitPriceMinor: 9_000,
          amountMinor: 19_530,
          entryIds: [first, second],
        },
      ],
      netMinor: 29_530,
      taxMinor: 5_611,
      totalMinor: 35_141,
      withoutRate: 0,
    })
    // All of it is on the draft, so nothing is left for another.
    expect((await f.refused('invoice.draft', { customerId: f.acme })).code).toBe('invoice.nothing')
    expect((await f.refused('invoice.draft', { customerId: f.acme, entryIds: [first] })).code).toBe(
      'invoice.entryTaken',
    )
    await f.ok('invoice.edit', {
      invoiceId: draft.invoiceId,
      groupBy: 'day',
      rounding: { mode: 'up', stepMinutes: 15 },
    })
    const { lines } = await f.ok('invoice.get', { invoiceId: draft.invoiceId })
    expect(lines.map(({ text, quantityHundredths }) => [text, quantityHundredths])).toEqual([
      ['2 Mar 2026', 150],
      ['3 Mar 2026', 100],
      ['11 Mar 2026', 100],
    ])
    const [behind] = await f.ok('invoice.entries', { invoiceId: draft.invoiceId, line: 0 })
    expect(behind?.id).toBe(first)
    await f.app.close()
  })

  test.each(['entry', 'day', 'category', 'user'] as const)(
    'I14 what is said to be billable is what the lines of its draft come to, by %s',
    async (groupBy) => {
      const f = await openBilling()
      // Hundredths of an hour are rounded in each line: 20 minutes three times are 0.99 hours or 1.
      for (const day of ['02', '03', '03', '04'])
        await work(f, `2026-03-${day} 09:00`, `2026-03-${day} 09:20`)
      const which = { customerId: f.acme, groupBy }
      const { amountMinor } = await f.ok('invoice.billable', which)
      const { invoiceId } = await f.ok('invoice.draft', which)
      expect(amountMinor).toBe((await f.ok('invoice.get', { invoiceId })).netMinor)
      await f.app.close()
    },
  )

  test('of one case alone; by case, a line has its number and subject, else the number of another system', async () => {
    const f = await openBilling()
    const { caseId } = await f.ok('case.add', { customerId: f.acme, name: 'Leak in the roof' })
    const { caseId: other } = await f.ok('case.add', { customerId: f.globex, name: 'Printer' })
    const on = await work(f, '2026-03-02 09:00', '2026-03-02 10:00', { caseId })
    await work(f, '2026-03-03 09:00', '2026-03-03 10:00', { reference: 'HD-77' })
    await work(f, '2026-03-04 09:00', '2026-03-04 10:00')
    expect(await f.ok('invoice.billable', { customerId: f.acme, caseId })).toMatchObject({ entries: 1 })
    expect(await said(f, 'invoice.draft', { customerId: f.acme, caseId: other })).toContain(
      'Case CASE-2 belongs to another customer.',
    )
    expect((await f.refused('invoice.draft', { customerId: f.acme, caseId: 'none' })).code).toBe(
      'notFound.case',
    )
    // Closed or not, its time is billed.
    await f.ok('case.edit', { caseId, status: 'closed' })
    const draft = await f.ok('invoice.draft', { customerId: f.acme, caseId, groupBy: 'case' })
    expect(draft.lines).toMatchObject([{ text: 'CASE-1 Leak in the roof', entryIds: [on] }])
    await f.ok('case.edit', { caseId, name: 'Leak in the hall' })
    const { lines } = await f.ok('invoice.get', { invoiceId: draft.invoiceId })
    expect(lines.map(({ text }) => text)).toEqual(['CASE-1 Leak in the hall'])
    const rest = await f.ok('invoice.draft', { customerId: f.acme, groupBy: 'case' })
    expect(rest.lines.map(({ text }) => text)).toEqual(['HD-77', 'Without a case'])
    await f.app.close()
  })

  test('follows its entries while they change; what no longer belongs is named and let go', async () => {
    const f = await openBilling()
    await fillIn(f)
    const stays = await work(f, '2026-03-02 09:00', '2026-03-02 10:00')
    const moves = await work(f, '2026-03-03 09:00', '2026-03-03 10:00')
    const goes = await work(f, '2026-03-04 09:00', '2026-03-04 10:00')
    const { invoiceId, totalMinor } = await f.ok('invoice.draft', { customerId: f.acme })
    expect(totalMinor).toBe(32_130)
    await f.ok('entry.edit', { entryId: stays, endAt: at('2026-03-02 11:00') })
    await f.ok('entry.edit', { entryId: moves, customerId: f.globex })
    await f.ok('entry.remove', { entryId: goes })
    expect(await f.ok('invoice.get', { invoiceId })).toMatchObject({
      netMinor: 18_000,
      stray: 1,
      missing: [],
    })
    await f.ok('invoice.issue', { invoiceId })
    // Let go, it can be billed to the other.
    const other = await f.ok('invoice.draft', { customerId: f.globex })
    expect(other.lines[0]?.entryIds).toEqual([moves])
    await f.app.close()
  })

  test('is refused for nobody, for nothing, without a rate, and taken back by an undo', async () => {
    const f = await openFirm('2026-03-20 09:00')
    const { customerId: gone } = await f.ok('customer.add', { name: 'Gone' })
    await f.ok('customer.remove', { customerId: gone })
    for (const customerId of ['nobody', gone])
      expect(await said(f, 'invoice.draft', { customerId, blank: true })).toBe(
        'This customer no longer exists. Choose another.',
      )
    expect(await said(f, 'invoice.draft', { customerId: f.acme })).toContain('There is nothing to invoice')
    const { invoiceId: empty } = await f.ok('invoice.draft', { customerId: f.acme, blank: true })
    expect(await said(f, 'invoice.issue', { invoiceId: empty })).toContain('There is nothing to invoice')
    await f.ok('invoice.remove', { invoiceId: empty })
    const entryId = await work(f, '2026-03-02 09:00', '2026-03-02 10:00')
    expect((await f.refused('invoice.draft', { customerId: f.acme })).code).toBe('invoice.noRate')
    await f.ok('rate.set', {
      level: 'organisation',
      subjectId: null,
      validFrom: '2026-01-01',
      amountMinor: 9_000,
    })
    const commitId = await commitOf(f, 'invoice.draft', { customerId: f.acme })
    await f.ok('change.undo', { commitId })
    expect((await f.ok('invoice.list', {})).rows).toEqual([])
    const { lines } = await f.ok('invoice.draft', { customerId: f.acme })
    expect(lines[0]?.entryIds).toEqual([entryId])
    expect((await f.refused('invoice.draft', { customerId: f.globex, entryIds: [entryId] })).code).toBe(
      'invoice.otherCustomer',
    )
    expect(
      (
        await f.refused('invoice.draft', {
          customerId: f.acme,
          blank: true,
          tax: { ...TAX, percentHundredths: 0 },
        })
      ).code,
    ).toBe('tax.invalid')
    await f.app.close()
  })

  test('has lines of its own, several tax rates and a discount that is shared out', async () => {
    const f = await openBilling()
    const reduced = { ...TAX, percentHundredths: 700 }
    const { invoiceId } = await f.ok('invoice.draft', {
      customerId: f.acme,
      blank: true,
      tax: TAX,
      freeLines: [
        { text: 'Licence', quantityHundredths: 300, unitPriceMinor: 3_333, tax: null },
        { text: 'Book', quantityHundredths: 100, unitPriceMinor: 2_000, tax: reduced },
      ],
      discount: { discountKind: 'amount', discountValue: 1_000 },
    })
    expect(await f.ok('invoice.get', { invoiceId })).toMatchObject({
      sumMinor: 11_999,
      discountMinor: 1_000,
      netMinor: 10_999,
      taxes: [
        { tax: TAX, discountMinor: 833, baseMinor: 9_166, taxMinor: 1_742 },
        { tax: reduced, discountMinor: 167, baseMinor: 1_833, taxMinor: 128 },
      ],
      totalMinor: 10_999 + 1_870,
    })
    await f.app.close()
  })
})

describe('E9 an issued invoice', () => {
  test('says field by field what it lacks, then has its number and locks its time', async () => {
    const f = await openBilling()
    const entryId = await work(f, '2026-03-02 09:00', '2026-03-02 10:00')
    const { invoiceId } = await f.ok('invoice.draft', { customerId: f.acme })
    const refusal = await f.refused('invoice.issue', { invoiceId })
    expect(refusal.code).toBe('invoice.incomplete')
    expect(Object.keys(refusal.details?.fields ?? {})).toEqual([
      'seller.address',
      'seller.city',
      'seller.country',
      'seller.taxNumber',
      'seller.iban',
      'customer.address',
      'customer.city',
      'customer.country',
      'invoice.tax',
    ])
    await fillIn(f)
    await f.ok('invoice.edit', { invoiceId, tax: TAX })
    expect(await f.ok('invoice.issue', { invoiceId, date: '2026-03-18' })).toEqual({
      invoiceId,
      number: 'RE-2026-001',
    })
    expect(await f.ok('invoice.get', { number: 'RE-2026-001' })).toMatchObject({
      state: 'open',
      date: '2026-03-18',
      dueDate: '2026-04-01',
      seller: { vatId: 'DE123456789', iban: 'DE02120300000000202051' },
    })
    const locked =
      'This time is on invoice RE-2026-001 and stays as it is. Void the invoice first to change it.'
    expect(await said(f, 'entry.edit', { entryId, note: 'else' })).toBe(locked)
    expect(await said(f, 'entry.remove', { entryId })).toBe(locked)
    expect(await said(f, 'entry.edit', { entryId, customerId: f.globex })).toBe(locked)
    const many = await f.refused('entry.editMany', { entryIds: [entryId], categoryId: f.meeting })
    expect(many.details?.refusals?.[0]?.error).toMatchObject({ code: 'invoice.entryLocked' })
    expect((await f.refused('entry.removeMany', { entryIds: [entryId] })).code).toBe('entry.someRefused')
    expect((await f.refused('invoice.edit', { invoiceId, notes: 'x' })).code).toBe('invoice.frozen')
    expect((await f.refused('invoice.remove', { invoiceId })).code).toBe('invoice.frozen')
    expect((await f.refused('invoice.issue', { invoiceId })).code).toBe('invoice.frozen')
    expect((await f.refused('invoice.release', { invoiceId, entryIds: [entryId] })).code).toBe(
      'invoice.frozen',
    )
    await f.app.close()
  })

  test('keeps its number whatever is undone, and its time is not brought back under it', async () => {
    const f = await openBilling()
    await fillIn(f)
    const added = await f.reply('entry.add', {
      customerId: f.acme,
      categoryId: f.support,
      startAt: at('2026-03-02 09:00'),
      endAt: at('2026-03-02 10:00'),
    })
    const entryId = added.ok ? (added.value.entryIds[0] ?? '') : ''
    const gone = await work(f, '2026-03-03 09:00', '2026-03-03 10:00')
    const drafted = await f.reply('invoice.draft', { customerId: f.acme })
    const invoiceId = drafted.ok ? drafted.value.invoiceId : ''
    const removed = await commitOf(f, 'entry.remove', { entryId: gone })
    const issued = await commitOf(f, 'invoice.issue', { invoiceId })
    expect((await f.refused('change.undo', { commitId: issued })).code).toBe('undo.nothing')
    expect(
      (await f.refused('change.undo', { commitId: drafted.ok ? (drafted.commitId ?? '') : '' })).code,
    ).toBe('undo.changedSince')
    expect((await f.refused('change.undo', { commitId: added.ok ? (added.commitId ?? '') : '' })).code).toBe(
      'invoice.entryLocked',
    )
    expect((await f.refused('change.undo', { commitId: removed })).code).toBe('invoice.entryLocked')
    expect((await f.ok('invoice.get', { invoiceId })).lines[0]?.entryIds).toEqual([entryId])
    await f.app.close()
  })

  test('is paid in part and whole; voided by a credit note that frees exactly its entries; then invoiced again', async () => {
    const f = await openBilling()
    await fillIn(f)
    const mine = await work(f, '2026-03-02 09:00', '2026-03-02 10:00')
    const { invoiceId } = await f.ok('invoice.draft', { customerId: f.acme })
    await f.ok('invoice.issue', { invoiceId })
    const other = await work(f, '2026-03-05 09:00', '2026-03-05 10:00')
    const second = await f.ok('invoice.draft', { customerId: f.acme })
    await f.ok('invoice.issue', { invoiceId: second.invoiceId })
    expect(await f.ok('invoice.pay', { invoiceId, amountMinor: 5_000 })).toMatchObject({ openMinor: 5_710 })
    expect(await said(f, 'invoice.pay', { invoiceId, amountMinor: 5_711 })).toBe(
      'Only 57.10 EUR is open on invoice RE-2026-001. Enter that or less.',
    )
    expect((await f.ok('invoice.get', { invoiceId })).state).toBe('partPaid')
    f.clock.advance(20 * 86_400_000)
    expect((await f.ok('invoice.list', {})).sums).toMatchObject([
      { state: 'overdue', count: 2, totalMinor: 21_420, openMinor: 16_420 },
    ])
    expect((await f.refused('invoice.void', { invoiceId, reason: ' ' })).code).toBe('invoice.reasonMissing')
    const credit = await f.ok('invoice.void', { invoiceId, reason: 'wrong hours' })
    expect(credit.number).toBe('CN-2026-0001')
    expect(await f.ok('invoice.get', { invoiceId: credit.creditNoteId })).toMatchObject({
      kind: 'creditNote',
      state: 'creditNote',
      totalMinor: 10_710,
      reason: 'wrong hours',
      counterpart: { number: 'RE-2026-001' },
    })
    await f.ok('entry.edit', { entryId: mine, note: 'free again' })
    expect((await f.refused('entry.edit', { entryId: other, note: 'x' })).code).toBe('invoice.entryLocked')
    const again = await f.ok('invoice.draft', { customerId: f.acme })
    expect(again.lines[0]?.entryIds).toEqual([mine])
    expect(await f.ok('invoice.issue', { invoiceId: again.invoiceId })).toMatchObject({
      number: 'RE-2026-003',
    })
    for (const [request, code] of [
      [{ invoiceId, reason: 'x' }, 'invoice.alreadyVoid'],
      [{ invoiceId: credit.creditNoteId, reason: 'x' }, 'invoice.isCreditNote'],
    ] as const)
      expect((await f.refused('invoice.void', request)).code).toBe(code)
    expect((await f.refused('invoice.pay', { invoiceId })).code).toBe('invoice.alreadyVoid')
    await f.ok('invoice.pay', { invoiceId: again.invoiceId })
    expect((await f.ok('invoice.get', { invoiceId: again.invoiceId })).state).toBe('paid')
    await f.app.close()
  })

  test('K1 is not dated into a closed period; time of one is invoiced later', async () => {
    const f = await openBilling()
    await fillIn(f)
    await work(f, '2026-02-02 09:00', '2026-02-02 10:00')
    const { invoiceId } = await f.ok('invoice.draft', { customerId: f.acme })
    await f.ok('period.close', { through: '2026-02-28' })
    const before = await f.ok('customer.amount', { customerId: f.acme })
    expect((await f.refused('invoice.issue', { invoiceId, date: '2026-02-28' })).code).toBe(
      'invoice.priorPeriod',
    )
    await f.ok('invoice.issue', { invoiceId, date: '2026-03-01' })
    expect(await f.ok('customer.amount', { customerId: f.acme })).toEqual(before)
    await f.app.close()
  })

  test('a draft in a currency that is no longer the organisation’s is refused', async () => {
    const f = await openBilling()
    await fillIn(f)
    await work(f, '2026-03-02 09:00', '2026-03-02 10:00')
    const { invoiceId } = await f.ok('invoice.draft', { customerId: f.acme })
    await f.ok('organisation.edit', { currency: 'USD' })
    expect(await said(f, 'invoice.issue', { invoiceId })).toContain(
      'This draft is in EUR, but rates are in USD now.',
    )
    await f.app.close()
  })
})

test('what invoices say of a customer stays when something else of it is edited', async () => {
  const f = await openBilling()
  await fillIn(f)
  await f.ok('customer.edit', { customerId: f.acme, phone: '1' })
  expect(await f.ok('customer.get', { customerId: f.acme })).toMatchObject({ city: 'Berlin', country: 'DE' })
  await f.app.close()
})

test('E7 the day on which an invoice was sent is remembered, and is all that changes of it', async () => {
  const f = await openBilling()
  await fillIn(f)
  await work(f, '2026-03-02 09:00', '2026-03-02 10:00')
  const { invoiceId } = await f.ok('invoice.draft', { customerId: f.acme })
  expect((await f.refused('invoice.markSent', { invoiceId })).code).toBe('invoice.notIssued')
  await f.ok('invoice.issue', { invoiceId, date: '2026-03-10' })
  const before = await f.ok('invoice.get', { invoiceId })
  expect(before.sentOn).toBeNull()
  expect(await said(f, 'invoice.markSent', { invoiceId, date: '2026-03-09' })).toBe(
    'It cannot have been sent before its date. Choose 2026-03-10 or a later day.',
  )
  expect((await f.refused('invoice.markSent', { invoiceId, date: '2026-03-21' })).code).toBe(
    'invoice.sentInFuture',
  )
  const commitId = await commitOf(f, 'invoice.markSent', { invoiceId })
  expect(await f.ok('invoice.get', { invoiceId })).toEqual({ ...before, sentOn: '2026-03-20' })
  await f.ok('change.undo', { commitId })
  expect(await f.ok('invoice.get', { invoiceId })).toEqual(before)
  // Void or a credit note, it went out all the same; the credit note went nowhere yet.
  await f.ok('invoice.markSent', { invoiceId, date: '2026-03-12' })
  const { creditNoteId } = await f.ok('invoice.void', { invoiceId, reason: 'wrong' })
  expect((await f.ok('invoice.get', { invoiceId })).sentOn).toBe('2026-03-12')
  expect((await f.ok('invoice.get', { invoiceId: creditNoteId })).sentOn).toBeNull()
  await f.ok('invoice.markSent', { invoiceId: creditNoteId })
  await f.app.close()
})

test('a logo is a picture of at most 1 MB, and stays with what was issued with it', async () => {
  const f = await openBilling()
  await fillIn(f)
  await work(f, '2026-03-02 09:00', '2026-03-02 10:00')
  const set = (picture: string) => f.refused('billingProfile.setLogo', { picture })
  expect((await set(Buffer.from('no picture at all, but text').toString('base64'))).code).toBe(
    'logo.unreadable',
  )
  expect((await set(PIXEL.slice(0, 60))).code).toBe('logo.unreadable')
  expect((await set('A'.repeat(55_000_000))).code).toBe('logo.tooLarge')
  await f.ok('billingProfile.setLogo', { picture: PIXEL })
  const { logo, logoId } = await f.ok('billingProfile.get', {})
  expect(logo).toEqual({ mediaType: 'image/png', picture: PIXEL })
  const { invoiceId } = await f.ok('invoice.draft', { customerId: f.acme })
  await f.ok('invoice.issue', { invoiceId })
  await f.ok('billingProfile.setLogo', { picture: null })
  expect(await f.ok('invoice.get', { invoiceId })).toMatchObject({ logoId })
  await f.app.close()
})

test('2,000 lines are the most', async () => {
  const f = await openBilling()
  const lines = (count: number) =>
    Array.from({ length: count }, () => ({
      text: 'Line',
      quantityHundredths: 100,
      unitPriceMinor: 1,
      tax: null,
    }))
  const draft = { customerId: f.acme, freeLines: lines(2_000) }
  await work(f, '2026-03-02 09:00', '2026-03-02 10:00')
  const sentence = 'The invoice would have 2001 lines; 2000 is the most.'
  expect(await said(f, 'invoice.draft', draft)).toContain(sentence)
  const { invoiceId } = await f.ok('invoice.draft', { ...draft, blank: true })
  expect(await said(f, 'invoice.edit', { invoiceId, freeLines: lines(2_001) })).toContain(sentence)
  expect((await f.ok('invoice.get', { invoiceId })).lines).toHaveLength(2_000)
  await f.app.close()
})
