// Invoices as PDF through the application, read back as their reader sees them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { InvoiceFormat } from '../../../shared/contract/organisation.ts'
import { invoiceMoney } from '../../../shared/text/invoiceWords.ts'
import { temporaryFolder } from '../../testing/db/temporaryFolder.ts'
import { exportTo } from '../../testing/export/exportTo.ts'
import type { ReadPdf } from '../../testing/export/readPdf.ts'
import { readPdf } from '../../testing/export/readPdf.ts'
import { drafted, issued, line, openIssuing, STANDARD } from '../../testing/issuing.ts'
import type { Firm } from '../../testing/testApp.ts'

const open = async () => ({ f: await openIssuing(), folder: temporaryFolder() })

const written = async (f: Firm, folder: string, invoiceId: string, format: InvoiceFormat = 'pdf') => {
  const path = join(folder, `${invoiceId}-${format}.${format === 'pdf' ? 'pdf' : 'xml'}`)
  expect(await exportTo(f, { kind: 'invoice', invoiceId, format }, path)).toMatchObject({
    state: 'done',
    error: null,
  })
  return readFileSync(path)
}
const pdfOf = async (f: Firm, folder: string, invoiceId: string): Promise<ReadPdf> =>
  readPdf(await written(f, folder, invoiceId))
const textOf = ({ pages }: ReadPdf): string => pages.flat().join('\n')

describe('E7 an invoice on paper', () => {
  test('says the figures of the screen, who bills whom, and where to pay', async () => {
    const { f, folder } = await open()
    const invoiceId = await issued(f, {
      freeLines: [
        line('Advice', 133, 9_333),
        line('Book', 200, 1_050, { ...STANDARD, percentHundredths: 700 }),
      ],
      discount: { discountKind: 'percent', discountValue: 333 },
      notes: 'As agreed.',
    })
    await f.ok('invoice.pay', { invoiceId, amountMinor: 5_000, date: '2026-03-20' })
    const view = await f.ok('invoice.get', { invoiceId })
    const { pages, fonts } = await pdfOf(f, folder, invoiceId)
    const [page = []] = pages
    expect(page.slice(0, 5)).toEqual([
      'Weber & Söhne <Beratung>',
      'Weber & Söhne <Beratung> · Kai 7 · Hinterhof · Links · 20457 Hamburg',
      'Acme',
      'Main St 1',
      '10115 Berlin',
    ])
    const at = page.indexOf('Advice')
    expect(page.slice(at, at + 10)).toEqual([
      'Advice',
      '1.33',
      '€93.33',
      '19%',
      '€124.13',
      'Book',
      '2.00',
      '€10.50',
      '7%',
      '€21.00',
    ])
    const money = (minor: number): string => invoiceMoney(minor, 'EUR', 'en')
    for (const minor of [
      view.sumMinor,
      -view.discountMinor,
      view.netMinor,
      view.totalMinor,
      view.openMinor,
      ...view.taxes.map(({ taxMinor }) => taxMinor),
    ])
      expect(page).toContain(money(minor))
    expect(page).toContain('Payment of 20 Mar 2026')
    expect(page).toContain(`Please pay ${money(view.openMinor)} by 3 Apr 2026 to:`)
    expect(page).toContain('DE02 1203 0000 0000 2020 51')
    for (const said of ['As agreed.', 'Payable within 14 days.', 'Page 1 of 1', 'Invoice 2026-0001'])
      expect(page).toContain(said)
    // Nothing of another's computer is needed to show it.
    expect(fonts.map((font) => font.replace(/^.*\+/, ''))).toEqual(['NotoSans-Regular', 'NotoSans-Bold'])
    await f.app.close()
  })

  test('has its e-invoice inside, the very file of the CII export, and says so as Factur-X asks', async () => {
    const { f, folder } = await open()
    const invoiceId = await issued(f, { freeLines: [line('Beratung & <Tür>', 100, 10_000)], language: 'de' })
    const file = await written(f, folder, invoiceId)
    const { attached, metadata, pages } = readPdf(file)
    expect([...attached.keys()]).toEqual(['factur-x.xml'])
    expect(attached.get('factur-x.xml')).toBe((await written(f, folder, invoiceId, 'cii')).toString('utf8'))
    for (const said of [
      '<pdfaid:part>3</pdfaid:part>',
      '<pdfaid:conformance>B</pdfaid:conformance>',
      '<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>',
      '<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>',
      '<pdfaSchema:prefix>fx</pdfaSchema:prefix>',
    ])
      expect(metadata).toContain(said)
    const raw = file.toString('latin1')
    expect(raw).toContain('/AFRelationship /Alternative')
    expect(raw).toContain('/OutputIntents')
    expect(raw).toContain('/Marked true')
    expect(pages[0]).toContain(`19\u00a0% Umsatzsteuer auf ${invoiceMoney(10_000, 'EUR', 'de')}`)
    // Written again at the same time it is the same to the byte.
    expect((await written(f, folder, invoiceId)).equals(file)).toBe(true)
    await f.app.close()
  })

  test('a draft, a void invoice and its credit note say what they are', async () => {
    const { f, folder } = await open()
    const draft = await pdfOf(f, folder, await drafted(f, { freeLines: [line('Advice', 100, 10_000)] }))
    expect(draft.pages[0]?.[0]).toBe('DRAFT')
    expect(textOf(draft)).toContain('This is a draft, not an invoice')
    expect(textOf(draft)).not.toContain('Please pay')
    expect(draft.attached.size).toBe(0)
    const invoiceId = await issued(f, { freeLines: [line('Advice', 100, 10_000)] })
    const { creditNoteId } = await f.ok('invoice.void', { invoiceId, reason: 'Wrong hours' })
    const taken = await pdfOf(f, folder, invoiceId)
    expect(taken.pages[0]?.[0]).toBe('VOID')
    expect(textOf(taken)).toContain('This invoice is void: credit note CN-2026-0001 takes it back.')
    const credit = textOf(await pdfOf(f, folder, creditNoteId))
    for (const said of [
      'Credit note CN-2026-0001',
      'Takes back invoice',
      '2026-0001',
      'Reason: Wrong hours',
      'Credited',
    ])
      expect(credit).toContain(said)
    expect(credit).not.toContain('Please pay')
    expect(credit).not.toContain('Payable within')
    expect(textOf(taken)).toContain('Payable within')
    await f.app.close()
  })

  test('goes over as many pages as it has lines, each with the head of the table and its number', async () => {
    const { f, folder } = await open()
    const freeLines = Array.from({ length: 90 }, (_, index) => line(`Line ${index}`, 1 + index * 7, 9_333))
    const { pages } = await pdfOf(f, folder, await issued(f, { freeLines }))
    expect(pages.length).toBe(3)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of 3`)
      expect(page).toContain('Description')
    }
    expect(pages[1]).toContain('Invoice 2026-0001, continued')
    const texts = pages.flat()
    expect(freeLines.filter(({ text }) => !texts.includes(text))).toEqual([])
    await f.app.close()
  })

  test('nothing long is cut off: references, reasons, and texts of more lines than a page has', async () => {
    const { f, folder } = await open()
    const words = (count: number, of: string): string[] =>
      Array.from({ length: count }, (_, index) => `${of}${index}`)
    await f.ok('customer.edit', {
      customerId: f.acme,
      address: words(12, 'street').join('\n'),
      buyerReference: words(50, 'ref').join(' '),
    })
    const invoiceId = await issued(f, {
      notes: words(60, 'note').join('\n'),
      freeLines: [
        line('First', 100, 100),
        line(words(110, 'row').join('\n'), 100, 100),
        line('Last', 100, 100),
      ],
    })
    const { creditNoteId } = await f.ok('invoice.void', { invoiceId, reason: words(90, 'why').join(' ') })
    const view = await pdfOf(f, folder, creditNoteId)
    const said = textOf(view).split(/\s+/)
    for (const all of [
      words(12, 'street'),
      words(50, 'ref'),
      words(60, 'note'),
      words(110, 'row'),
      words(90, 'why'),
    ])
      expect(said.filter((word) => all.includes(word))).toEqual(all)
    // The long row begins where the first ended, and the last follows it.
    expect(view.pages.findIndex((page) => page.includes('First'))).toBe(
      view.pages.findIndex((page) => page.includes('row0')),
    )
    expect(view.pages.at(-1)).toContain('Last')
    await f.app.close()
  })

  test('any script is drawn, from right to left where it runs so', async () => {
    const { f, folder } = await open()
    await f.ok('customer.edit', {
      customerId: f.acme,
      name: '株式会社グロベックス',
      address: '١٢ شارع التحرير',
    })
    const texts = textOf(
      await pdfOf(
        f,
        folder,
        await issued(f, {
          freeLines: [line('ייעוץ (2026)', 100, 100), line('Ελληνικά, Русский, ŵ, 🚀', 100, 100)],
        }),
      ),
    )
    expect(texts).toContain('株式会社グロベックス')
    // As they stand from left to right: the number keeps its own direction, and stands first from the right.
    expect(texts).toContain('ريرحتلا عراش ١٢')
    expect(texts).toContain(')2026( ץועיי')
    expect(texts).toContain('Ελληνικά, Русский, ŵ, 🚀')
    await f.app.close()
  })

  test('has the logo; one whose picture is broken is refused when it is chosen', async () => {
    const { f, folder } = await open()
    expect((await f.refused('billingProfile.setLogo', { picture: pngOf(Buffer.from('nothing')) })).code).toBe(
      'logo.unreadable',
    )
    await f.ok('billingProfile.setLogo', { picture: pngOf(deflateSync(Buffer.from([0, 255, 0, 0, 9]))) })
    const { pictures, pages } = await pdfOf(
      f,
      folder,
      await issued(f, { freeLines: [line('Advice', 100, 100)] }),
    )
    // And what of it can be seen through.
    expect(pictures).toBe(2)
    expect(pages[0]?.[0]).toContain('·')
    await f.app.close()
  })

  test('G6 a write that fails leaves nothing; an invoice without lines is refused', async () => {
    const { f, folder } = await open()
    const invoiceId = await issued(f, { freeLines: [line('Advice', 100, 100)] })
    const what = { kind: 'invoice', invoiceId, format: 'pdf' } as const
    expect(await exportTo(f, what, join(folder, 'missing', 'a.pdf'))).toMatchObject({
      state: 'failed',
      error: { code: 'file.notWritable' },
    })
    const empty = { ...what, invoiceId: await drafted(f, {}) }
    expect(await exportTo(f, empty, join(folder, 'a.pdf'))).toMatchObject({
      error: { code: 'invoice.nothing' },
    })
    expect(readdirSync(folder)).toEqual([])
    await f.app.close()
  })
})

/** A PNG of one pixel with these packed pixels, in base64. */
function pngOf(packed: Buffer): string {
  const chunk = (name: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)])
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0])),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64')
}
