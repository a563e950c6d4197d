// A typeface, opened from its file.
import { readFileSync } from 'node:fs'
import type { Font, Glyph } from 'fontkit'
import { create } from 'fontkit'
import { isSame } from '../../../shared/base/same.ts'

export type Face = { key: string; font: Font }

/** All that a file has. Throws for what is no font. */
export function facesOf(key: string, file: string): Face[] {
  const found = create(readFileSync(file))
  const fonts = 'fonts' in found ? found.fonts : [found]
  return fonts.map((font, index) => ({
    key: index === 0 ? key : `${key}#${index}`,
    font: rememberingLetters(font),
  }))
}

/**
 * A glyph as it is asked for: the library keeps one of each shape, and with it the letters of its first use, which are others' where
 * letters share a shape.
 */
function rememberingLetters(font: Font): Font {
  const kept = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints = []) => {
    const glyph = kept(id, codePoints)
    return isSame(glyph.codePoints, codePoints)
      ? glyph
      : (Object.create(glyph, { codePoints: { value: codePoints } }) as Glyph)
  }
  return font
}
