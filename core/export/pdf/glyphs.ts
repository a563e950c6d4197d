// Text as glyphs of a font in the document, shaped once for each text however often it is drawn.
import bidiFactory from 'bidi-js'
import type { Face } from './face.ts'

const bidi = bidiFactory()

/** One stretch of one font and one direction; lengths in thousandths of the font's size. */
export type Shaped = {
  face: Face
  width: number
  /** Strings of glyphs in the document's own syntax, each with where it begins. */
  parts: readonly { x: number; y: number; glyphs: string }[]
}

type Glyph = { id: number; codePoints: readonly number[]; advanceWidth: number }
type Position = { xAdvance: number; xOffset: number; yOffset: number; advanceWidth: number }
/** What pdfkit keeps of a font in a document. It draws by it, and names it nowhere. */
type Embedded = {
  id: string
  scale: number
  layout(
    text: string,
    features: readonly string[],
  ): { glyphs: readonly Glyph[]; positions: readonly Position[] }
  subset: { mapping: Record<number, number>; includeGlyph(id: number): number }
  widths: number[]
  unicode: (readonly number[])[]
  ref(): unknown
}
type Inside = { _font: Embedded; page: { fonts: Record<string, unknown> } }

export type Glyphs = {
  /** `simple`: each letter has a glyph of its own, and none depends on what stands beside it. */
  shape(face: Face, text: string, kind: 'simple' | 'ltr' | 'rtl'): Shaped
  /** The font's name in the page's content, which then has it among its resources. */
  fontName(face: Face): string
}

/** A number as content has it. */
export const digits = (value: number): string => String(Math.round(value * 1000) / 1000)

export function createGlyphs(doc: PDFKit.PDFDocument): Glyphs {
  const inside = doc as unknown as Inside
  const embedded = new Map<string, Embedded & { idOf: IdOf }>()
  const shaped = new Map<string, Shaped>()
  const embed = (face: Face): Embedded & { idOf: IdOf } => {
    let font = embedded.get(face.key)
    if (font === undefined) {
      doc.registerFont(face.key, face.font as unknown as PDFKit.Mixins.PDFFontSource)
      doc.font(face.key)
      font = Object.assign(inside._font, { idOf: idsIn(inside._font) })
      embedded.set(face.key, font)
    }
    return font
  }
  /** Letters that stand side by side as they are; looking for more than that takes longer than all else. */
  const plain = (face: Face, text: string): Shaped => {
    const { idOf, scale } = embed(face)
    let width = 0
    let glyphs = ''
    for (const letter of text) {
      const glyph = face.font.glyphForCodePoint(letter.codePointAt(0) ?? 0)
      glyphs += idOf(glyph)
      width += glyph.advanceWidth * scale
    }
    return { face, width, parts: [{ x: 0, y: 0, glyphs: `<${glyphs}>` }] }
  }
  return {
    shape(face, text, kind) {
      const key = `${face.key} ${kind} ${text}`
      let known = shaped.get(key)
      if (known === undefined) {
        known = kind === 'simple' ? plain(face, text) : shapeOnce(face, embed(face), text, kind === 'rtl')
        shaped.set(key, known)
      }
      return known
    },
    fontName(face) {
      const font = embed(face)
      inside.page.fonts[font.id] ??= font.ref()
      return font.id
    },
  }
}

type IdOf = (glyph: Glyph) => string

/**
 * Ids within the document, in hexadecimal. A shape that stands for several letters, as joined ones do with their dots apart, has one for
 * each of them: what is copied or read aloud is then what was written.
 */
function idsIn({ subset, widths, unicode, scale }: Embedded): IdOf {
  const ids = new Map<string, string>()
  return ({ id, codePoints, advanceWidth }) => {
    const key = `${id} ${codePoints.join(' ')}`
    let known = ids.get(key)
    if (known === undefined) {
      delete subset.mapping[id]
      const own = subset.includeGlyph(id)
      widths[own] = advanceWidth * scale
      unicode[own] = codePoints
      known = own.toString(16).padStart(4, '0')
      ids.set(key, known)
    }
    return known
  }
}

/** What the shaper turns around by itself: letters of these scripts, and their digits, which read from left to right. */
const TURNED =
  /[\p{Script=Arabic}\u0660-\u0669\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

function shapeOnce(face: Face, font: Embedded & { idOf: IdOf }, text: string, rtl: boolean): Shaped {
  const turned = rtl === TURNED.test(text) ? text : backwards(text)
  const { glyphs, positions } = font.layout(rtl ? mirrored(turned) : turned, rtl ? ['rtla'] : ['ltra'])
  const ids = glyphs.map((glyph) => font.idOf(rtl ? unmirrored(glyph) : glyph))
  const parts: { x: number; y: number; glyphs: string }[] = []
  let x = 0
  let begin = 0
  let written = ''
  let from = 0
  const close = (to: number): void => {
    if (from < to) written += `<${ids.slice(from, to).join('')}>`
    from = to
    if (written !== '') parts.push({ x: begin, y: 0, glyphs: written })
    written = ''
  }
  positions.forEach(({ xAdvance, xOffset, yOffset, advanceWidth }, index) => {
    if (xOffset !== 0 || yOffset !== 0) {
      close(index)
      parts.push({ x: x + xOffset, y: yOffset, glyphs: `<${ids[index]}>` })
      from = index + 1
      begin = x + xAdvance
    } else if (xAdvance !== advanceWidth) {
      written += `<${ids.slice(from, index + 1).join('')}>${digits(advanceWidth - xAdvance)}`
      from = index + 1
    }
    x += xAdvance
  })
  close(positions.length)
  return { face, width: x, parts }
}

/** What opens from the left opens from the right; what was written is still what it was. */
const mirrored = (text: string): string =>
  Array.from(text, (letter) => bidi.getMirroredCharacter(letter) ?? letter).join('')
const unmirrored = ({ id, codePoints, advanceWidth }: Glyph): Glyph => ({
  id,
  advanceWidth,
  codePoints: codePoints.map((code) => mirrored(String.fromCodePoint(code)).codePointAt(0) ?? code),
})

const backwards = (text: string): string =>
  [...new Intl.Segmenter('en').segment(text)]
    .map(({ segment }) => segment)
    .reverse()
    .join('')
