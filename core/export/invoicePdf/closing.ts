// What stands below the lines of an invoice: its sums, what was paid, where to pay, and the terms. Each stays together on a page.
import type { Paper } from '../pdf/paper.ts'
import { GREY, MM } from '../pdf/paper.ts'
import { BOTTOM, drawLines, heightOf, LEFT, RIGHT, TOP, WIDTH } from './letter.ts'
import type { PrintedInvoice } from './printed.ts'

const BODY = { size: 9 }
const SUMS_WIDTH = 95 * MM
const LABEL_WIDTH = 34 * MM

/** Returns where it ends. */
export function drawClosing(paper: Paper, printed: PrintedInvoice, begin: number): number {
  const { set } = paper
  let y = begin
  const room = (height: number): void => {
    if (y + height <= BOTTOM) return
    paper.addPage()
    y = TOP
  }
  const text = (content: string): void => {
    for (const line of set.lines(content, WIDTH, BODY)) {
      room(heightOf(BODY))
      paper.tagged('P', () => void (y = drawLines(paper, [line], { x: LEFT, y, width: WIDTH })))
    }
  }

  const sums = printed.sums.map(({ label, value, strong }) => {
    const style = { size: strong ? 10 : 9, bold: strong }
    const figure = set.line(value, style)
    return { style, figure, labels: set.lines(label, SUMS_WIDTH - figure.width - 4 * MM, style) }
  })
  room(sums.reduce((sum, { style, labels }) => sum + heightOf(style) * labels.length + 3, 4))
  y += 4
  for (const { style, figure, labels } of sums) {
    const top = y
    paper.tagged('P', () => {
      y = drawLines(paper, labels, { x: RIGHT - SUMS_WIDTH, y: top, width: SUMS_WIDTH - figure.width })
      drawLines(paper, [figure], { x: RIGHT - figure.width, y: top, width: figure.width })
    })
    if (style.bold) paper.artifact(() => paper.rule(top - 1.5, RIGHT - SUMS_WIDTH, RIGHT))
    y += 3
  }

  y += 10
  printed.remarks.forEach(text)
  if (printed.pay !== null) {
    const { lead, facts } = printed.pay
    room(heightOf(BODY) * (facts.length + 2))
    y += 6
    text(lead)
    y += 2
    for (const { label, value } of facts) {
      const width = WIDTH - LABEL_WIDTH
      const values = set.lines(value, width, BODY)
      room(heightOf(BODY) * values.length)
      const top = y
      paper.tagged('P', () => {
        drawLines(paper, [set.line(label, BODY)], { x: LEFT, y: top, width: LABEL_WIDTH, colour: GREY })
        y = drawLines(paper, values, { x: LEFT + LABEL_WIDTH, y: top, width })
      })
    }
  }
  if (printed.terms !== '') {
    y += 8
    text(printed.terms)
  }
  return y
}
