// Invoices on the command line: drafted, issued, paid in part, voided and invoiced again (E7 to E9, D4).
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

/** Of the draft that was made. */
const idIn = (value: unknown): string => (value as { invoiceId: string }).invoiceId

test(
  'E7 E9 D4 a month is invoiced, paid in part, voided and invoiced again',
  { timeout: 240_000 },
  async () => {
    const folder = temporaryFolder()
    const { done, json, run, setUp } = cliOn(folder)
    await setUp()
    await done('rate', '--level', 'organisation', '--from', '2026-01-01', '--amount', '90')
    const log = ['log', '--customer', 'Acme', '--category', 'Support', '--create']
    await done(...log, '--start', '2026-03-02T09:00', '--stop', '2026-03-02T10:20')
    await done(...log, '--start', '2026-03-03T09:00', '--stop', '2026-03-03T09:50')
    const draft = ['invoice', 'draft', '--customer', 'Acme', '--from', '2026-03-01', '--to', '2026-03-31']
    const { value } = await json(...draft, '--group', 'day', '--round', 'up:15', '--tax', '19')
    expect(value).toMatchObject({
      lines: [
        { text: '2 Mar 2026', hours: 1.5, unitPriceMinor: 9_000, amountMinor: 13_500 },
        { text: '3 Mar 2026', hours: 1, unitPriceMinor: 9_000, amountMinor: 9_000 },
      ],
      netMinor: 22_500,
      taxMinor: 4_275,
      totalMinor: 26_775,
    })
    expect(await json(...draft)).toMatchObject({ code: 1, value: { error: { code: 'invoice.nothing' } } })
    const id = idIn(value)
    const lacking = await run('invoice', 'issue', id)
    expect(lacking).toMatchObject({ code: 1, err: expect.stringContaining('customer.country: is missing') })
    const billing = 'billing --address Kai --city Hamburg --country DE --vat-id DE123456789'.split(' ')
    await done(...billing, '--iban', 'DE02 1203 0000 0000 2020 51', '--number-format', 'RE-{YYYY}-{000}')
    expect(await run('billing', '--iban', 'DE02 1203 0000 0000 2020 52')).toMatchObject({
      code: 1,
      err: expect.stringContaining('iban: is not a valid IBAN: check its digits'),
    })
    const buyer = ['billing', '--customer', 'Acme']
    expect(await run(...buyer, '--iban', 'DE02')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--iban is the organisation’s'),
    })
    expect(
      await json(...buyer, '--address', 'Main St 1', '--city', 'Berlin', '--country', 'DE'),
    ).toMatchObject({
      value: { name: 'Acme', address: 'Main St 1', city: 'Berlin', country: 'DE', vatId: '' },
    })
    expect(await done('invoice', 'issue', id, '--date', '2026-03-31')).toBe(
      'Invoice RE-2026-001 of 2026-03-31 for Acme: 267.75 EUR, due 2026-04-14.\n',
    )
    const pdf = join(folder, 'invoice.pdf')
    expect(await json('invoice', 'pdf', 'RE-2026-001', '--out', pdf)).toMatchObject({
      code: 0,
      value: { file: pdf, format: 'pdf' },
    })
    expect(readFileSync(pdf, 'latin1')).toMatch(/^%PDF-1\.7[^]*\/AFRelationship \/Alternative/)
    expect(await run('invoice', 'pdf', 'RE-2026-001', '--out', join(folder, 'a.xml'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('the name must end in .pdf'),
    })
    const xml = ['invoice', 'xml', 'RE-2026-001', '--out', join(folder, 'a.xml'), '--format']
    expect(await run(...xml, 'pdf')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Allowed choices are ubl, cii.'),
    })
    expect(await json(...xml, 'ubl')).toMatchObject({ code: 0, value: { format: 'ubl' } })
    expect(await done('invoice', 'sent', 'RE-2026-001', '--date', '2026-04-01')).toBe(
      'RE-2026-001 was sent on 2026-04-01.\n',
    )
    expect(await json('invoice', 'sent', 'RE-2026-001', '--date', '2026-03-01')).toMatchObject({
      code: 1,
      value: { error: { code: 'invoice.sentBefore' } },
    })
    expect(await done('invoice', 'pay', 'RE-2026-001', '--amount', '100.00')).toBe(
      'Open on invoice RE-2026-001: 167.75 EUR.\n',
    )
    expect(await done('invoice', 'show', 'RE-2026-001')).toMatch(/^Paid +100\.00 EUR$/m)
    expect(await done('invoice', 'void', 'RE-2026-001', '--reason', 'wrong range')).toMatch(
      /^Invoice RE-2026-001 is void: credit note CN-\d{4}-0001 takes it back/,
    )
    const again = await json(...draft, '--tax', '19')
    expect(again.value).toMatchObject({ lines: [{ text: 'Support', hours: 2.17 }] })
    expect((await json('invoice', 'issue', idIn(again.value))).value.number).toMatch(/-00\d$/)
    expect(await done('invoice', 'list')).toMatch(
      /RE-2026-001 +2026-03-31 +2026-04-14 +Acme +void +267\.75 EUR/,
    )
    await done('tax', 'add', '--name', 'Reduced', '--percent', '7', '--default')
    expect(await done('tax', 'list')).toMatch(/^Reduced +7% +S +for new invoices$/m)
    expect(await run('tax', 'add', '--name', 'None', '--category', 'S')).toMatchObject({ code: 1 })
    expect(await run(...draft, '--tax', 'lots')).toMatchObject({ code: 2 })
    const film = join(folder, 'film.png')
    writeFileSync(film, Buffer.alloc(40_000_000))
    expect(await json('billing', '--logo', film)).toMatchObject({
      value: { error: { code: 'logo.tooLarge' } },
    })
    writeFileSync(film, 'no picture')
    expect(await json('billing', '--logo', film)).toMatchObject({
      value: { error: { code: 'logo.unreadable' } },
    })
  },
)
