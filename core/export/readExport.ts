// From a wish to a workbook: picks the report and gathers what all reports need.
import { fail } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Data } from '../db/data.ts'
import { organisationOf } from '../reads.ts'
import type { ExportRequest, Report, ReportContext } from './context.ts'
import { customerReport } from './reports/customer.ts'
import { dayReport } from './reports/day.ts'
import { payrollReport, userMonthReport } from './reports/payroll.ts'
import type { Row, Sheet } from './workbook/model.ts'
import { exportWords } from './words/words.ts'

/** The rows are read while they are written: until then the connection must go on seeing one state of the data. */
export function readExport(data: Data, request: ExportRequest): Result<Report, AppError> {
  const organisation = organisationOf(data)
  if (organisation === null) return fail(appError('setup.missing'))
  const { what, now, today, zone, actor } = request
  const context: ReportContext = {
    data,
    request,
    organisation,
    words: exportWords(request.language),
    query: { now, today, zone, actor },
  }
  switch (what.kind) {
    case 'day':
      return dayReport(context, what)
    case 'userMonth':
      return userMonthReport(context, what)
    case 'payroll':
      return payrollReport(context, what)
    case 'customer':
      return customerReport(context, what)
  }
}

/** Everything read at once, for a connection on which others write between two rows. */
export function readWhole(report: Report): Report {
  const sheets = [...report.workbook.sheets].map((sheet): Sheet => {
    const rows: Row[] = [...sheet.rows]
    return { ...sheet, rows }
  })
  return { ...report, workbook: { ...report.workbook, sheets } }
}
