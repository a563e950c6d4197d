// Sets a text into lines: its letters in the first font that has them, its words where a line has room, its directions as Unicode orders
// them (UAX 9). A line is ready to be drawn from left to right.
import bidiFactory from 'bidi-js'
import type { Face } from './face.ts'
import type { Faces } from './faces.ts'
import type { Glyphs, Shaped } from './glyphs.ts'
import { breaksOf } from './lineBreaker.ts'

export type TextStyle = { size: number; bold?: boolean }
/** `rtl`: its paragraph runs from right to left, so it begins at the right. */
export type SetLine = {
  size: number
  width: number
  rtl: boolean
  runs: readonly Shaped[]
}

export type Typesetter = {
  /** In as many lines as it takes; at least one. */
  lines(text: string, width: number, style: TextStyle): SetLine[]
  /** In one, however long. */
  line(text: string, style: TextStyle): SetLine
  /** Letters that nothing here can draw. */
  missing: ReadonlySet<string>
}

const bidi = bidiFactory()
/** No mark, no digit and no letter beyond those that read from left to right. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2015\u2018-\u201e\u2022\u2026\u20ac\u2212]*$/
/** What has no shape of its own; joiners shape the letters beside them. */
const SHAPELESS = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/u
const MARK = /[\p{M}\u200c\u200d]/u
const LETTER = /[\p{L}\p{N}\p{M}]/u
/** For a sign that no font has: that something stood here is seen. */
const STAND_IN = '\u25a1'

const LINE_END = /[\n\u2028\u2029]/g
/** No font has a letter for a tab. */
const spaced = (text: string): string => text.replaceAll('\t', '    ')

type Run = { face: Face; level: number; text: string }

export function createTypesetter(faces: Faces, glyphs: Glyphs): Typesetter {
  const missing = new Set<string>()

  /** Stretches of one font and level, in the order in which they are read. */
  const runsOf = (text: string, levels: Uint8Array | null, bold: boolean): Run[] => {
    const base = faces.base(bold)
    if (levels === null) return text === '' ? [] : [{ face: base, level: 0, text }]
    const runs: Run[] = []
    let at = 0
    for (let letter of text) {
      const level = levels[at] ?? 0
      at += letter.length
      if (SHAPELESS.test(letter)) continue
      const last = runs.at(-1)
      const code = letter.codePointAt(0) ?? 0
      let face =
        last !== undefined && MARK.test(letter) && last.face.font.hasGlyphForCodePoint(code)
          ? last.face
          : faces.faceFor(code, bold)
      if (face === null) {
        if (LETTER.test(letter)) missing.add(letter)
        letter = faces.faceFor(STAND_IN.codePointAt(0) ?? 0, bold) === null ? '?' : STAND_IN
        face = faces.faceFor(letter.codePointAt(0) ?? 0, bold) ?? base
      }
      if (last !== undefined && last.face === face && last.level === level) last.text += letter
      else runs.push({ face, level, text: letter })
    }
    return runs
  }

  const shaped = ({ face, level, text }: Run): Shaped =>
    glyphs.shape(face, text, level % 2 === 1 ? 'rtl' : PLAIN.test(text) ? 'simple' : 'ltr')

  const set = (
    text: string,
    levels: Uint8Array | null,
    rtl: boolean,
    { size, bold = false }: TextStyle,
  ): SetLine => {
    const runs = inSight(runsOf(text, levels, bold)).map(shaped)
    const width = (runs.reduce((sum, run) => sum + run.width, 0) * size) / 1000
    return { size, width, rtl, runs }
  }

  const paragraph = (text: string, width: number, style: TextStyle): SetLine[] => {
    const plain = PLAIN.test(text)
    const found = plain ? null : bidi.getEmbeddingLevels(text)
    const rtl = found !== null && (found.paragraphs[0]?.level ?? 0) % 2 === 1
    const line = (from: number, to: number): SetLine =>
      set(
        text.slice(from, to),
        found === null ? null : trailing(text, found.levels, from, to, rtl),
        rtl,
        style,
      )
    const measure = (from: number, to: number): number => line(from, to).width
    if (measure(0, text.length) <= width) return [line(0, text.length)]
    const lines: SetLine[] = []
    let from = 0
    let fits = 0
    let used = 0
    /** Without the blanks at the end of a line. */
    const trimmed = (begin: number, end: number): number => {
      let to = end
      while (to > begin && text[to - 1] === ' ') to -= 1
      return to
    }
    const close = (): void => {
      lines.push(line(from, trimmed(from, fits)))
      from = fits
      used = 0
    }
    for (const end of breaksOf(text)) {
      const next = measure(fits, trimmed(fits, end))
      if (fits > from && used + next > width) close()
      used += measure(fits, end)
      fits = end
      // A word that is longer than a line is cut where the line ends.
      while (measure(from, trimmed(from, fits)) > width) {
        const cut = longestFit(text, from, fits, (to) => measure(from, to) <= width)
        if (cut >= fits) break
        lines.push(line(from, cut))
        from = cut
        used = measure(from, fits)
      }
    }
    if (fits > from) close()
    return lines
  }

  return {
    missing,
    lines: (text, width, style) =>
      text.split(LINE_END).flatMap((part) => paragraph(spaced(part).trimEnd(), width, style)),
    line: (text, style) => paragraph(spaced(text.replaceAll(LINE_END, ' ')), Infinity, style)[0] as SetLine,
  }
}

/** Of a line; blanks at its end stand where the paragraph ends (rule L1), so they take its own level. */
function trailing(text: string, levels: Uint8Array, from: number, to: number, rtl: boolean): Uint8Array {
  const own = levels.slice(from, to)
  for (let at = to - 1; at >= from && text[at] === ' '; at -= 1) own[at - from] = rtl ? 1 : 0
  return own
}

/** From left to right (rule L2): from the deepest level up, what lies at it or deeper is turned around. */
function inSight(runs: Run[]): Run[] {
  const deepest = runs.reduce((most, { level }) => Math.max(most, level), 0)
  const order = [...runs]
  for (let level = deepest; level > 0; level -= 1)
    for (let from = 0; from < order.length; from += 1) {
      let to = from
      while ((order[to]?.level ?? -1) >= level) to += 1
      if (to > from + 1) order.splice(from, to - from, ...order.slice(from, to).reverse())
      from = Math.max(from, to)
    }
  return order
}

/** At least one letter, so that it ends. */
function longestFit(text: string, from: number, to: number, fits: (to: number) => boolean): number {
  let last = from
  for (const { segment, index } of new Intl.Segmenter('en').segment(text.slice(from, to))) {
    const end = from + index + segment.length
    if (last > from && !fits(end)) return last
    last = end
  }
  return to
}
