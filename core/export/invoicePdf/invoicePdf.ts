// An invoice as a PDF: the letter that is sent, with its e-invoice (CII) inside where it was issued, which makes it a Factur-X document.
import type { Readable } from 'node:stream'
import type { Instant } from '../../../shared/base/instant.ts'
import { minorDigits } from '../../../shared/base/money.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { appError } from '../../../shared/contract/errors.ts'
import type { InvoiceView } from '../../../shared/contract/invoice.ts'
import type { Logo } from '../../../shared/entities/logo.ts'
import { ciiOf } from '../einvoice/cii.ts'
import { FACTUR_X_FILE, FACTUR_X_METADATA } from '../pdf/facturX.ts'
import { createPaper, MM } from '../pdf/paper.ts'
import { isWholePicture } from '../pdf/picture.ts'
import { drawClosing } from './closing.ts'
import { BOTTOM, drawFrame, drawHead, drawLines, FIRST, heightOf, LEFT, TOP, WIDTH } from './letter.ts'
import type { Watch } from './lineTable.ts'
import { drawTable } from './lineTable.ts'
import { printedInvoice } from './printed.ts'

const FIGURES = ['quantity', 'price', 'tax', 'amount'] as const

export type PdfInvoice = { invoice: InvoiceView; logo: Logo | null; at: Instant }

/** Refused where a letter can be drawn by no font: an invoice that lacks part of a name is none. */
export async function invoicePdf(
  { invoice, logo, at }: PdfInvoice,
  watch: Watch,
): Promise<Result<Readable, AppError>> {
  const printed = printedInvoice(invoice)
  const { title, stamp } = printed
  const paper = createPaper({ title, stamp, language: invoice.language, at })
  const { set } = paper
  paper.addPage()
  let y = Math.max(FIRST, drawHead(paper, printed, pictureOf(logo)) + 4 * MM)
  paper.tagged('H1', () => {
    y = drawLines(paper, set.lines(title, WIDTH, { size: 14, bold: true }), { x: LEFT, y, width: WIDTH })
  })
  for (const content of printed.lead) {
    y += 4
    for (const line of set.lines(content, WIDTH, { size: 9 })) {
      if (y + heightOf(line) > BOTTOM) {
        paper.addPage()
        y = TOP
      }
      paper.tagged('P', () => (y = drawLines(paper, [line], { x: LEFT, y, width: WIDTH })))
    }
  }
  y = await drawTable(paper, { ...printed, figures: FIGURES }, { y: y + 10, watch })
  drawClosing(paper, printed, y)
  for (let index = 0; index < paper.pages(); index += 1)
    paper.onPage(index, () => paper.artifact(() => drawFrame(paper, printed, index)))
  if (set.missing.size > 0)
    return fail(appError('export.letters', { values: { letters: [...set.missing].slice(0, 20).join(' ') } }))
  if (invoice.status !== 'draft' && minorDigits(invoice.currency) <= 2)
    paper.attach({ name: FACTUR_X_FILE, content: ciiOf(invoice), about: title }, FACTUR_X_METADATA)
  return ok(paper.finish())
}

function pictureOf(logo: Logo | null): Buffer | null {
  if (logo === null) return null
  const picture = Buffer.from(logo.picture, 'base64')
  return isWholePicture(picture, logo) ? picture : null
}
