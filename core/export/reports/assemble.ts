// What all reports share: their properties, their Info sheet at the end, and the number of rows.
import type { Report, ReportContext } from '../context.ts'
import type { Formula, Sheet } from '../workbook/model.ts'
import { FIRST_ROW } from '../workbook/ranges.ts'
import { createSheetNames } from '../workbook/sheetName.ts'
import type { SheetNames } from '../workbook/sheetName.ts'
import { dayRemark, infoRows, infoSheet } from '../sheets/infoSheet.ts'

/** The names of a workbook's sheets. Info is taken first, so that nobody of that name pushes it aside. */
export type Names = SheetNames & { info: string }

export function reportNames({ words }: ReportContext): Names {
  const names = createSheetNames()
  return { ...names, info: names.take(words.sheets.info) }
}

export type ReportParts = {
  context: ReportContext
  names: Names
  title: string
  period: string
  filters: readonly (readonly [string, string])[]
  entries: number
  notes?: readonly (readonly [string, string])[]
  /** null: nothing in it can be held against the application. */
  checks: Formula | null
  /** Made one after the other while the workbook is written; `rowCount` is what they hold together. */
  sheets: Iterable<Sheet>
  rowCount: number
}

export function assemble(parts: ReportParts): Report {
  const { context, names } = parts
  const rows = infoRows(parts)
  const infoPart = { sheet: names.info, first: FIRST_ROW, last: FIRST_ROW + rows.length - 1 }
  function* sheets(): Generator<Sheet> {
    yield* parts.sheets
    yield infoSheet(rows, infoPart, context)
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
