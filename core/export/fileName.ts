// Owns the name that a workbook gets: what it holds, in a form that every file system takes.
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { ExportKind } from '../../shared/contract/organisation.ts'
import { INVOICE_ENDINGS } from '../../shared/contract/organisation.ts'
import { invoiceWords } from '../../shared/text/invoiceWords.ts'
import type { Data } from '../db/data.ts'
import { nameOf, organisationOf } from '../facts/reads.ts'
import type { ExportWords } from './words/words.ts'

/** Most file systems take 255 bytes; this leaves room for "(2)" and the like. */
const MAX_BYTES = 180

/** 'Ana Weber 2026-03.xlsx'. Refused where the user or customer does not exist. */
export function exportFileName(data: Data, what: ExportKind, words: ExportWords): Result<string, AppError> {
  if (what.kind === 'everything')
    return ok(safeFileName(`Daybook ${organisationOf(data)?.name ?? ''}`.trim(), 'zip'))
  if (what.kind === 'template') return ok(safeFileName(`${words.titles.template} ${what.of}`))
  if (what.kind === 'payroll') return ok(safeFileName(`${words.titles.payroll} ${what.month}`))
  if (what.kind === 'customer') {
    const customer = nameOf(data, 'customer', what.customerId)
    if (customer === null) return fail(appError('notFound.customer'))
    return ok(safeFileName(`${customer} ${what.month ?? ''}`))
  }
  if (what.kind === 'invoice') {
    const invoice = data.find('invoice', what.invoiceId)
    if (invoice === null) return fail(appError('notFound.invoice'))
    const { draft, ...titles } = invoiceWords(invoice.language)
    const customer = invoice.buyer?.name ?? nameOf(data, 'customer', invoice.customerId) ?? ''
    const stem = `${titles[invoice.kind]} ${invoice.number ?? draft} ${customer}`
    return ok(safeFileName(stem, INVOICE_ENDINGS[what.format]))
  }
  if (what.kind === 'report') {
    const { from, to, name = words.titles.report } = what
    return ok(safeFileName([name, from, to].filter(Boolean).join(' '), what.format))
  }
  const user = nameOf(data, 'user', what.userId)
  if (user === null) return fail(appError('notFound.user'))
  if (what.kind === 'calendar') return ok(safeFileName(`${user} ${what.from} ${what.to}`, 'ics'))
  return ok(safeFileName(`${user} ${what.kind === 'day' ? what.date : what.month}`))
}

/** A stem and its ending, without what Windows, macOS or Linux refuse, or what would show another name than it is. */
export function safeFileName(stem: string, ending = 'xlsx'): string {
  const clean = stem
    .replace(/[<>:"/\\|?*]/g, '-')
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069\u200E\u200F]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  // The end says which month it is, so the beginning of a long name is shortened.
  const short = shorten(clean)
  const name = short === '' ? 'Daybook' : short
  return /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i.test(name)
    ? `${name}-.${ending}`
    : `${name}.${ending}`
}

function shorten(text: string): string {
  if (bytesOf(text) <= MAX_BYTES) return text
  const tail = /(?: [0-9-]{7,10})?$/.exec(text)?.[0] ?? ''
  let head = ''
  for (const { segment } of new Intl.Segmenter('en').segment(text.slice(0, text.length - tail.length))) {
    if (bytesOf(head + segment + tail) > MAX_BYTES) break
    head += segment
  }
  return head.trimEnd() + tail
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}
