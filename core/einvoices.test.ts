// E-invoices and workbooks of invoices as they are written: every kind that the official rules tell apart, for a check by eye or tool.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { InvoiceFormat } from '../shared/contract/organisation.ts'
import { temporaryFolder } from './testing/db/temporaryFolder.ts'
import { exportTo } from './testing/export/exportTo.ts'
import { drafted, issued, line, openIssuing, STANDARD } from './testing/issuing.ts'
import { at } from './testing/testApp.ts'

const untaxed = (taxCategory: 'AE' | 'O' | 'Z') => ({ taxCategory, percentHundredths: 0, exemption: '' })

/** Set to a folder, the documents stay there. */
const KEEP = process.env.DAYBOOK_EINVOICES

test(
  'E7 each kind of invoice is written as UBL and CII, and as a workbook that adds up',
  { timeout: 60_000 },
  async () => {
    const out = KEEP ?? temporaryFolder()
    const f = await openIssuing()
    const write = async (invoiceId: string, format: InvoiceFormat, name: string): Promise<string> => {
      const path = join(out, name)
      expect(await exportTo(f, { kind: 'invoice', invoiceId, format }, path)).toMatchObject({ state: 'done' })
      return path
    }
    const both = async (name: string, args: Parameters<typeof issued>[1]): Promise<string> => {
      const invoiceId = await issued(f, args)
      await write(invoiceId, 'ubl', `${name}.ubl.xml`)
      await write(invoiceId, 'cii', `${name}.cii.xml`)
      return invoiceId
    }
    for (const [index, minutes] of [37, 61, 113, 7].entries())
      await f.ok('entry.add', {
        customerId: f.acme,
        categoryId: f.support,
        startAt: at(`2026-03-0${index + 2} 09:00`),
        endAt: at(`2026-03-0${index + 2} 09:00`) + minutes * 60_000,
        note: 'Dach & <Tür>',
      })
    const first = await both('one-rate', { blank: false, groupBy: 'entry' })
    const german = await both('three-rates-discount', {
      language: 'de',
      freeLines: [
        line('Licence', 300, 3_333),
        line('Book', 100, 2_000, { ...STANDARD, percentHundredths: 770 }),
        line('Course', 150, 9_999, untaxed('Z')),
      ],
      discount: { discountKind: 'percent', discountValue: 333 },
    })
    await both('reverse-charge', { tax: untaxed('AE'), freeLines: [line('Advice', 800, 12_000)] })
    await both('not-taxed', { tax: untaxed('O'), freeLines: [line('Advice', 800, 12_000)] })
    await both('prepaid', {
      freeLines: [line('Drawn from the package: 3:20', 333, 0), line('Over', 50, 9_000)],
    })
    await both('500-lines', {
      freeLines: Array.from({ length: 500 }, (_, index) => line(`Line ${index}`, 1 + index * 7, 9_333)),
      discount: { discountKind: 'amount', discountValue: 12_345 },
    })
    await f.ok('customer.edit', {
      customerId: f.globex,
      name: '株式会社グロベックス',
      address: 'شارع التحرير',
      city: 'القاهرة',
    })
    await both('names', {
      customerId: f.globex,
      freeLines: [line('コンサルティング', 100, 10_000), line('استشارة', 100, 5)],
    })
    const credit = await f.ok('invoice.void', { invoiceId: first, reason: 'Falsche Stunden' })
    await write(credit.creditNoteId, 'ubl', 'credit-note.ubl.xml')
    await write(credit.creditNoteId, 'cii', 'credit-note.cii.xml')

    const ubl = readFileSync(join(out, 'one-rate.ubl.xml'), 'utf8')
    expect(ubl).toContain('<cbc:RegistrationName>Weber &amp; Söhne &lt;Beratung&gt;</cbc:RegistrationName>')
    expect(ubl).toContain('<cbc:InvoicedQuantity unitCode="HUR">1.02</cbc:InvoicedQuantity>')
    expect(readFileSync(join(out, 'credit-note.ubl.xml'), 'utf8')).toContain('<cbc:ID>2026-0001</cbc:ID>')

    const path = await write(first, 'xlsx', 'one-rate.xlsx')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path)
    const sheet = workbook.getWorksheet('Invoice')
    expect(sheet?.getCell('A2').value).toBe('2 Mar 2026: Dach & <Tür>')
    expect(sheet?.getCell('F2').formula).toContain('ROUND(')
    expect(sheet?.getCell('F2').result).toBe(57.86)
    const { netMinor, totalMinor } = await f.ok('invoice.get', { invoiceId: first })
    expect(sheet?.getCell('F6').result).toBeCloseTo(netMinor / 100)
    expect(sheet?.getCell('F8').result).toBeCloseTo(totalMinor / 100)

    const translated = new ExcelJS.Workbook()
    await translated.xlsx.readFile(await write(german, 'xlsx', 'three-rates.xlsx'))
    expect(translated.getWorksheet('Rechnung')?.getCell('E3').value).toBe('7,7\u00a0%')

    const draft = { kind: 'invoice', invoiceId: await drafted(f, { blank: false }), format: 'ubl' } as const
    expect(await exportTo(f, draft, join(out, 'draft.xml'))).toMatchObject({
      state: 'failed',
      error: { code: 'invoice.notIssued' },
    })
    await f.app.close()
  },
)
