// A report of time on paper (I11): what it is of, a line for each combination of its groups, and the total, with the figures that the
// screen shows.
import type { Readable } from 'node:stream'
import type { Instant } from '../../../shared/base/instant.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { appError } from '../../../shared/contract/errors.ts'
import { BOTTOM, drawLines, heightOf, LEFT, TOP, WIDTH } from '../invoicePdf/letter.ts'
import type { Watch } from '../invoicePdf/lineTable.ts'
import { drawTable } from '../invoicePdf/lineTable.ts'
import { createPaper, GREY, MM } from '../pdf/paper.ts'

export type PrintedReport = {
  title: string
  language: string
  at: Instant
  /** What it is of: label and text. */
  facts: readonly (readonly [string, string])[]
  /** Of the groups together, and of each figure. */
  heads: readonly string[]
  lines: readonly (readonly string[])[]
  /** The rule by which it counts and rounds. */
  notes: readonly string[]
  page: (number: number, of: number) => string
}

const keyed = (cells: readonly string[]) =>
  Object.fromEntries(cells.map((text, index) => [index === 0 ? 'text' : `f${index}`, text])) as Record<
    'text' | `f${number}`,
    string
  >

/** Refused where a name has a letter that no font can draw: a report that lacks part of a name is none. */
export async function reportPdf(report: PrintedReport, watch: Watch): Promise<Result<Readable, AppError>> {
  const { title, language, at, facts, heads, lines, notes } = report
  const paper = createPaper({ title, stamp: null, language, at })
  const { set } = paper
  paper.addPage()
  let y = TOP - 10 * MM
  paper.tagged('H1', () => {
    y = drawLines(paper, set.lines(title, WIDTH, { size: 14, bold: true }), { x: LEFT, y, width: WIDTH })
  })
  y += 4
  for (const [label, text] of facts)
    paper.tagged('P', () => {
      const of = set.lines(`${label}: ${text}`, WIDTH, { size: 9 })
      y = drawLines(paper, of, { x: LEFT, y, width: WIDTH, colour: GREY })
    })
  const figures = heads.slice(1).map((_, index) => `f${index + 1}` as const)
  y = await drawTable(paper, { figures, heads: keyed(heads), lines: lines.map(keyed) }, { y: y + 10, watch })
  for (const note of notes)
    for (const line of set.lines(note, WIDTH, { size: 8 })) {
      if (y + heightOf(line) > BOTTOM) {
        paper.addPage()
        y = TOP
      }
      paper.tagged('P', () => (y = drawLines(paper, [line], { x: LEFT, y, width: WIDTH, colour: GREY })))
    }
  for (let index = 0; index < paper.pages(); index += 1)
    paper.onPage(index, () =>
      paper.artifact(() => {
        const line = set.line(report.page(index + 1, paper.pages()), { size: 8 })
        paper.draw(line, LEFT + WIDTH - line.width, 275 * MM, GREY)
      }),
    )
  return set.missing.size > 0
    ? fail(appError('export.letters', { values: { letters: [...set.missing].slice(0, 20).join(' ') } }))
    : ok(paper.finish())
}
