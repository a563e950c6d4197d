// The typefaces a page is set in: for each letter the first one that has it, from the fonts that ship, then from those of this computer.
import type { Face } from './face.ts'
import { facesOf } from './face.ts'
import { FONT_FILES, fontPath } from './fontFiles.ts'
import { systemFaceFor } from './systemFonts.ts'

export type Faces = {
  /** The first face: what has no letter of its own, such as a blank, is set in it. */
  base(bold: boolean): Face
  /** null: neither what ships nor this computer can draw it. */
  faceFor(codePoint: number, bold: boolean): Face | null
}

const REGULAR = ['latin', 'arabic', 'hebrew', 'japanese', 'emoji'] as const
const BOLD = ['latinBold', 'arabicBold', 'hebrewBold', 'japanese', 'emoji'] as const

/** `elsewhere`: where a letter is sought that no font that ships has. */
export function createFaces(elsewhere: (codePoint: number) => Face | null = systemFaceFor): Faces {
  const opened = new Map<string, Face>()
  const own = (key: keyof typeof FONT_FILES): Face => {
    let face = opened.get(key)
    if (face === undefined) {
      const [first] = facesOf(key, fontPath(FONT_FILES[key]))
      if (first === undefined) throw new Error(`${key} is no font`)
      opened.set(key, (face = first))
    }
    return face
  }
  const found = { regular: new Map<number, Face | null>(), bold: new Map<number, Face | null>() }
  return {
    base: (bold) => own(bold ? 'latinBold' : 'latin'),
    faceFor(codePoint, bold) {
      const known = bold ? found.bold : found.regular
      let face = known.get(codePoint)
      if (face === undefined) {
        const key = (bold ? BOLD : REGULAR).find((name) => own(name).font.hasGlyphForCodePoint(codePoint))
        face = key === undefined ? elsewhere(codePoint) : own(key)
        known.set(codePoint, face)
      }
      return face
    },
  }
}
