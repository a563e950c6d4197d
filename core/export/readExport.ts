// From a wish to a workbook: picks the report and gathers what all reports need.
import { Readable } from 'node:stream'
import { lastDayOf } from '../../shared/base/localDate.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import { minorDigits } from '../../shared/base/money.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { ExportKind } from '../../shared/contract/organisation.ts'
import type { TemplateKind } from '../../shared/contract/template.ts'
import { isModuleOn } from '../../shared/rules/module.ts'
import type { Data } from '../db/data.ts'
import { countEverything, writeEverything } from '../everything/writeEverything.ts'
import { organisationOn } from '../facts/history.ts'
import { organisationOf } from '../facts/reads.ts'
import type { ExportRequest, Report, ReportContext } from './context.ts'
import { invoiceView } from '../queries/invoice.ts'
import { calendarExport } from './calendar/calendarExport.ts'
import { ciiOf } from './einvoice/cii.ts'
import { ublOf } from './einvoice/ubl.ts'
import { customerReport } from './reports/customer.ts'
import { dayReport } from './reports/day.ts'
import { invoiceReport } from './reports/invoice.ts'
import { timeReport } from './reports/timeReport.ts'
import { payrollReport, userMonthReport } from './reports/payroll.ts'
import type { Template } from './template/template.ts'
import { fitsTemplate, templateFacts } from './template/templateFacts.ts'
import type { Row, Sheet } from './workbook/model.ts'
import { exportWords } from './words/words.ts'

/** The rows are read while they are written: until then the connection must go on seeing one state of the data. */
export function readExport(data: Data, request: ExportRequest): Result<Report | Whole, AppError> {
  const organisation = organisationOf(data)
  if (organisation === null) return fail(appError('setup.missing'))
  const { what, now, today, zone, actor } = request
  const end = lastDayOfReport(what)
  const context: ReportContext = {
    data,
    request,
    // What a closed period was reported by stays (K1).
    organisation: end === null ? organisation : organisationOn(data, organisation, end),
    words: exportWords(request.language),
    query: { now, today, zone, actor },
  }
  if (request.template !== undefined) return templateExport(context, request.template)
  switch (what.kind) {
    case 'day':
      return dayReport(context, what)
    case 'userMonth':
      return userMonthReport(context, what)
    case 'payroll':
      return payrollReport(context, what)
    case 'customer':
      return customerReport(context, what)
    case 'report':
      return timeExport(context, what)
    case 'invoice':
      return invoiceExport(context, what)
    case 'template':
      return ok(sampleTemplate(what.of))
    case 'everything':
      return everythingExport(context)
    case 'calendar':
      return wholeOf(calendarExport(context, what))
  }
}

/** What is no workbook: made as a whole, before anything is written. */
export type Whole = {
  rows: number
  make(watch: { signal: AbortSignal; onRow(done: number): void }): Promise<Result<Readable, AppError>>
}

const wholeText = (text: string, rows = 1): Whole => ({
  rows,
  make: () => Promise.resolve(ok(Readable.from([text]))),
})

const wholeOf = (written: Result<{ text: string; rows: number }, AppError>): Result<Whole, AppError> =>
  written.ok ? ok(wholeText(written.value.text, written.value.rows)) : written

/** A person's own workbook, filled (J8). */
function templateExport(context: ReportContext, template: Template): Result<Whole, AppError> {
  const { what } = context.request
  if (!fitsTemplate(what)) return fail(appError('request.invalid'))
  const facts = templateFacts(context, what)
  if (!facts.ok) return facts
  return ok({
    rows: Object.values(facts.value.tables).reduce((sum, { count }) => sum + count, 0),
    make: async (watch) => {
      // Loaded only here: hardly any export needs it.
      const { fillTemplate } = await import('./template/fillTemplate.ts')
      return fillTemplate(template, facts.value, watch)
    },
  })
}

const sampleTemplate = (kind: TemplateKind): Whole => ({
  rows: 1,
  make: async ({ signal }) => {
    const { writeSample } = await import('./template/sampleTemplate.ts')
    return ok(writeSample(kind, signal))
  },
})

/** What everybody earns is in it, so it is for administrators. */
function everythingExport({ data, request }: ReportContext): Result<Whole, AppError> {
  if (request.actor?.role !== 'administrator')
    return fail(appError('request.notPermitted', { values: { name: 'export.start' } }))
  const { version, now } = request
  return ok({
    rows: countEverything(data).total,
    make: (watch) => Promise.resolve(writeEverything(data, { version, now }, watch)),
  })
}

function timeExport(
  context: ReportContext,
  what: Extract<ExportKind, { kind: 'report' }>,
): Result<Report | Whole, AppError> {
  const made = timeReport(context, what)
  if (!made.ok) return made
  const { value } = made
  if ('text' in value) return ok(wholeText(value.text, value.rows))
  if (!('printed' in value)) return ok(value)
  const { printed, rows } = value
  return ok({
    rows,
    make: async (watch) => {
      const { reportPdf } = await import('./reports/reportPdf.ts')
      return reportPdf(printed, watch)
    },
  })
}

function invoiceExport(
  context: ReportContext,
  { invoiceId, format }: Extract<ExportKind, { kind: 'invoice' }>,
): Result<Report | Whole, AppError> {
  const { data, organisation, request } = context
  if (!isModuleOn(organisation, null, 'invoicing'))
    return fail(appError('module.off', { values: { module: 'invoicing' } }))
  const stored = data.find('invoice', invoiceId)
  const invoice = stored === null ? null : invoiceView(data, stored, request.today)
  if (invoice === null) return fail(appError('notFound.invoice'))
  if (format === 'xlsx') return invoiceReport(context, invoice)
  if (format === 'pdf') {
    if (invoice.lines.length === 0) return fail(appError('invoice.nothing'))
    const logo = invoice.logoId === null ? null : data.find('logo', invoice.logoId)
    return ok({
      rows: invoice.lines.length,
      make: async (watch) => {
        // Loaded only here: fonts and their shaping are much for a workbook that has none.
        const { invoicePdf } = await import('./invoicePdf/invoicePdf.ts')
        return invoicePdf({ invoice, logo, at: request.now }, watch)
      },
    })
  }
  if (invoice.status === 'draft') return fail(appError('invoice.notIssued'))
  if (minorDigits(invoice.currency) > 2)
    return fail(appError('invoice.currencyXml', { values: { currency: invoice.currency } }))
  return ok(wholeText(format === 'ubl' ? ublOf(invoice) : ciiOf(invoice)))
}

/** null: all that there is. */
function lastDayOfReport(what: ExportRequest['what']): LocalDate | null {
  if (what.kind === 'day') return what.date
  // An invoice keeps what it was issued with; a report goes over any days.
  if (
    what.kind === 'invoice' ||
    what.kind === 'calendar' ||
    what.kind === 'report' ||
    what.kind === 'template' ||
    what.kind === 'everything'
  )
    return null
  return what.month === undefined ? null : lastDayOf(what.month)
}

/** Everything read at once, for a connection on which others write between two rows. */
export function readWhole(report: Report): Report {
  const sheets = [...report.workbook.sheets].map((sheet): Sheet => {
    const rows: Row[] = [...sheet.rows]
    return { ...sheet, rows }
  })
  return { ...report, workbook: { ...report.workbook, sheets } }
}
