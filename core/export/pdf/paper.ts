// A document in A4: PDF/A-3b, so that it can be read in ten years, and tagged, so that it can be read aloud. Positions are in points
// from the top left corner; a text stands on its baseline.
import type { Readable } from 'node:stream'
import PDFDocument from 'pdfkit'
import type { Instant } from '../../../shared/base/instant.ts'
import { createFaces } from './faces.ts'
import { createGlyphs, digits } from './glyphs.ts'
import type { SetLine, Typesetter } from './typeset.ts'
import { createTypesetter } from './typeset.ts'

export const A4 = { width: 595.28, height: 841.89 }
export const MM = 72 / 25.4

export type Colour = readonly [red: number, green: number, blue: number]
export const BLACK: Colour = [0.1, 0.1, 0.12]
export const GREY: Colour = [0.36, 0.37, 0.4]
const PALE: Colour = [0.9, 0.9, 0.91]

/** What a stretch of text is, for who hears it read. */
export type Tag = 'H1' | 'P' | 'TH' | 'TD' | 'Figure'

export type Paper = {
  set: Typesetter
  addPage(): void
  pages(): number
  /** Draws on a page that is there already. */
  onPage(index: number, draw: () => void): void
  draw(line: SetLine, x: number, baseline: number, colour?: Colour): void
  /** Begins what holds other tags; ended by what is returned. */
  section(tag: 'Table' | 'TR'): () => void
  tagged(tag: Tag, draw: () => void, attributes?: { alt: string }): void
  /** What is no part of what is read: lines, page numbers, what repeats. */
  artifact(draw: () => void): void
  rule(y: number, from: number, to: number): void
  image(picture: Buffer, place: { x: number; y: number; width: number; height: number }): void
  attach(file: { name: string; content: string; about: string }, metadata: string): void
  /** The whole of it. */
  finish(): Readable
}

export type PaperOptions = {
  title: string
  language: string
  /** When it was made, as it says. */
  at: Instant
  /** Across each page, behind all else. */
  stamp: string | null
}

export function createPaper({ title, language, at, stamp }: PaperOptions): Paper {
  // oxlint-disable-next-line no-restricted-globals -- no clock: an instant that was given, as the library takes it
  const made = new Date(at)
  const faces = createFaces()
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    tagged: true,
    displayTitle: true,
    lang: language,
    // The library writes it into XML as it stands.
    info: {
      Title: title.replaceAll(/[&<>]/g, ' '),
      Creator: 'Daybook',
      Producer: 'Daybook',
      CreationDate: made,
    },
    // Without it the library loads Helvetica, which PDF/A forbids as it is not embedded.
    font: faces.base(false).font as unknown as string,
  })
  const glyphs = createGlyphs(doc)
  const set = createTypesetter(faces, glyphs)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const open = [root]

  const draw: Paper['draw'] = ({ size, runs }, x, baseline, colour = BLACK) => {
    if (runs.length === 0) return
    const content = ['BT', `${colour.map(digits).join(' ')} rg`]
    let left = x
    for (const { face, width, parts } of runs) {
      content.push(`/${glyphs.fontName(face)} ${digits(size)} Tf`)
      for (const part of parts)
        content.push(
          // The page counts from its top, and letters do not stand on their heads.
          `1 0 0 -1 ${digits(left + (part.x * size) / 1000)} ${digits(baseline - (part.y * size) / 1000)} Tm [${part.glyphs}] TJ`,
        )
      left += (width * size) / 1000
    }
    content.push('ET')
    doc.addContent(content.join('\n'))
  }
  const artifact: Paper['artifact'] = (fill) => {
    doc.markContent('Artifact', { type: 'Layout' })
    fill()
    doc.endMarkedContent()
  }
  const section: Paper['section'] = (tag) => {
    const element = doc.struct(tag)
    open.at(-1)?.add(element)
    open.push(element)
    return () => {
      open.pop()
      element.end()
    }
  }
  return {
    set,
    addPage() {
      doc.addPage()
      if (stamp !== null) drawStamp(stamp)
    },
    pages: () => doc.bufferedPageRange().count,
    onPage(index, fill) {
      doc.switchToPage(index)
      fill()
    },
    draw,
    section,
    tagged(tag, fill, attributes) {
      const element = doc.struct(tag, attributes === undefined ? {} : attributes)
      open.at(-1)?.add(element)
      const content = doc.markStructureContent(tag)
      fill()
      doc.endMarkedContent()
      element.add(content)
      element.end()
    },
    artifact,
    rule(y, from, to) {
      doc.addContent(
        `${GREY.map(digits).join(' ')} RG 0.5 w ${digits(from)} ${digits(y)} m ${digits(to)} ${digits(y)} l S`,
      )
    },
    image(picture, { x, y, width, height }) {
      doc.image(picture, x, y, { fit: [width, height], align: 'right' })
    },
    attach({ name, content, about }, metadata) {
      const options = {
        name,
        type: 'text/xml',
        // That it says the same as the pages.
        relationship: 'Alternative',
        description: about,
        creationDate: made,
        modifiedDate: made,
      }
      doc.file(Buffer.from(content, 'utf8'), options)
      doc.appendXML(metadata)
    },
    finish() {
      root.end()
      doc.flushPages()
      doc.end()
      return doc as unknown as Readable
    },
  }

  function drawStamp(text: string): void {
    const whole = set.line(text, { size: 100, bold: true })
    // As long as the page's diagonal has room for.
    const line = set.line(text, { size: Math.min(100, (75 * A4.height) / whole.width), bold: true })
    artifact(() => {
      doc.save()
      doc.rotate(-45, { origin: [A4.width / 2, A4.height / 2] })
      draw(line, (A4.width - line.width) / 2, A4.height / 2 + line.size / 3, PALE)
      doc.restore()
    })
  }
}
