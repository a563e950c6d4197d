// What all reports share: their properties, their Info sheet at the end, and the number of rows.
import type { Report, ReportContext } from '../context.ts'
import type { Formula, Sheet } from '../workbook/model.ts'
import { partsFor } from '../workbook/ranges.ts'
import type { SheetNames } from '../workbook/sheetName.ts'
import { dayRemark, infoRows, infoSheet } from '../sheets/infoSheet.ts'

export type ReportParts = {
  context: ReportContext
  names: SheetNames
  title: string
  period: string
  filters: readonly (readonly [string, string])[]
  entries: number
  checks: Formula
  /** Made one after the other while the workbook is written; `rowCount` is what they hold together. */
  sheets: Iterable<Sheet>
  rowCount: number
}

export function assemble(parts: ReportParts): Report {
  const { context, names } = parts
  const rows = infoRows(parts)
  const [infoPart] = partsFor(context.words.sheets.info, rows.length, names)
  function* sheets(): Generator<Sheet> {
    yield* parts.sheets
    if (infoPart !== undefined) yield infoSheet(rows, infoPart, context)
  }
  return {
    workbook: {
      properties: {
        title: `${parts.title} ${parts.period}`,
        subject: [context.organisation.name, ...parts.filters.map(([, value]) => value)].join(' · '),
        creator: 'Daybook',
        createdAt: context.request.now,
      },
      currency: context.organisation.currency,
      remark: dayRemark(context),
      sheets: sheets(),
    },
    rows: parts.rowCount + rows.length,
  }
}

/** The first of a list that has one; a sheet of few rows is never split. */
export function single<T>(list: readonly T[]): T {
  const [only] = list
  if (only === undefined) throw new RangeError('no sheet')
  return only
}
