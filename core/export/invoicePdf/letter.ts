// The sheet that an invoice is written on, as DIN 5008 (form B) lays a letter out: so its address stands in the window of an envelope.
import type { Paper } from '../pdf/paper.ts'
import { A4, BLACK, GREY, MM } from '../pdf/paper.ts'
import type { SetLine, TextStyle } from '../pdf/typeset.ts'
import type { PrintedInvoice } from './printed.ts'
import { addressOf } from './printed.ts'

export const LEFT = 25 * MM
export const RIGHT = A4.width - 20 * MM
export const WIDTH = RIGHT - LEFT
/** Where the text of a later page begins, and where that of each page ends. */
export const TOP = 30 * MM
export const BOTTOM = 262 * MM
/** Where the text of the first page begins. */
export const FIRST = 106 * MM

/** Of a line of text, with the space to the next. */
export const heightOf = ({ size }: Pick<TextStyle, 'size'>): number => size * 1.4

/** Each line below the last, the first one's top at `y`; right to left at the right. Returns where it ends. */
export function drawLines(
  paper: Paper,
  lines: readonly SetLine[],
  {
    x,
    y,
    width,
    end = false,
    colour = BLACK,
  }: { x: number; y: number; width: number; end?: boolean; colour?: typeof BLACK },
): number {
  let at = y
  for (const line of lines) {
    paper.draw(line, end || line.rtl ? x + width - line.width : x, at + line.size * 1.07, colour)
    at += heightOf(line)
  }
  return at
}

const ADDRESS = { x: 25 * MM, width: 80 * MM }
const FACTS = { x: 125 * MM, width: 65 * MM }
const LABEL_WIDTH = 28 * MM

/** The head of the first page. Returns where it ends, which a long address or reference puts below where the text is to begin. */
export function drawHead(paper: Paper, printed: PrintedInvoice, logo: Buffer | null): number {
  const { set } = paper
  const { sender } = printed
  if (logo === null)
    paper.tagged('P', () =>
      drawLines(paper, set.lines(sender.name, 120 * MM, { size: 15, bold: true }), {
        x: LEFT,
        y: 16 * MM,
        width: 120 * MM,
      }),
    )
  else
    paper.tagged(
      'Figure',
      () => paper.image(logo, { x: FACTS.x, y: 12 * MM, width: FACTS.width, height: 25 * MM }),
      {
        alt: sender.name,
      },
    )
  // To whom the letter goes back; small, as it stands in the window too.
  const back = [sender.name, ...addressOf(sender)].join(' · ')
  paper.tagged('P', () => {
    const size = Math.min(7, (7 * ADDRESS.width) / set.line(back, { size: 7 }).width)
    drawLines(paper, [set.line(back, { size })], { ...ADDRESS, y: 57 * MM, colour: GREY })
  })
  let end = 0
  paper.tagged('P', () => {
    const style = { size: printed.recipient.length > 6 ? 8.5 : 10 }
    end = drawLines(
      paper,
      printed.recipient.flatMap((line) => set.lines(line, ADDRESS.width, style)),
      { ...ADDRESS, y: 62.7 * MM },
    )
  })
  let y = 50 * MM
  for (const { label, value } of printed.facts)
    paper.tagged('P', () => {
      const style = { size: 8.5 }
      const width = FACTS.width - LABEL_WIDTH
      const labels = set.lines(label, LABEL_WIDTH - 4, style)
      const values = set.lines(value, width, style)
      y = Math.max(
        drawLines(paper, labels, { ...FACTS, y, colour: GREY }),
        drawLines(paper, values, { x: FACTS.x + LABEL_WIDTH, y, width }),
      )
    })
  return Math.max(y, end)
}

/** What stands on each page, once it is known how many there are. */
export function drawFrame(paper: Paper, printed: PrintedInvoice, index: number): void {
  const { set } = paper
  const small = { size: 7.5 }
  if (index === 0) {
    // Where the sheet is folded, and where it is punched.
    for (const y of [105, 148.5, 210]) paper.rule(y * MM, 5 * MM, y === 148.5 ? 9 * MM : 8 * MM)
  } else {
    const line = set.line(printed.continued, { size: 8.5 })
    paper.draw(line, LEFT, 20 * MM, GREY)
    paper.rule(22 * MM, LEFT, RIGHT)
  }
  paper.rule(267 * MM, LEFT, RIGHT)
  const column = WIDTH / printed.foot.length
  printed.foot.forEach((lines, at) => {
    drawLines(paper, lines.flatMap((line) => set.lines(line, column - 8, small)).slice(0, 7), {
      x: LEFT + at * column,
      y: 269 * MM,
      width: column - 8,
      colour: GREY,
    })
  })
  const page = set.line(printed.page(index + 1, paper.pages()), small)
  paper.draw(page, RIGHT - page.width, 264.5 * MM, GREY)
}
