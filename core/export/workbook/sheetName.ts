// Owns the names of sheets: what Excel accepts, each once, and how a formula refers to them.
import { cellText } from './cellText.ts'

/** What Excel allows, in UTF-16 units. */
const MAX_LENGTH = 31

export type SheetNames = {
  /** The wanted name, changed as little as possible to be valid and not taken yet. */
  take(wanted: string): string
}

export function createSheetNames(): SheetNames {
  const taken = new Set<string>()
  return {
    take(wanted) {
      const base = validName(wanted)
      for (let count = 1; ; count += 1) {
        const suffix = count === 1 ? '' : ` (${count})`
        const name = cutTo(base, MAX_LENGTH - suffix.length) + suffix
        // Excel compares names without case.
        const key = name.normalize('NFKC').toLowerCase()
        if (taken.has(key)) continue
        taken.add(key)
        return name
      }
    },
  }
}

/** 'Ana Weber'!$F$2:$F$33; the sheet's name is always quoted, for a name may look like a cell or a number. */
export function sheetRef(sheet: string, address: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${address}`
}

/** A, B … Z, AA … for the columns counted from 0. */
export function columnLetter(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

function validName(wanted: string): string {
  const clean = cellText(wanted)
    // Excel decodes an escape in a name, LibreOffice does not find it in a formula: so none is needed.
    .replaceAll('_x005F_', '-')
    .replace(/\s+/g, ' ')
    .replace(/[:\\/?*[\]]/g, '-')
    // An apostrophe may not begin or end a name.
    .replaceAll("'", '’')
    .trim()
  const name = cutTo(clean, MAX_LENGTH).trim()
  if (name === '') return 'Sheet'
  // Reserved by Excel for tracked changes.
  return /^history$/i.test(name) ? `${name}-` : name
}

/** Cut between characters as a reader sees them: never inside an emoji or a letter with its marks. */
function cutTo(text: string, length: number): string {
  if (text.length <= length) return text
  const at = new Intl.Segmenter('en').segment(text).containing(length)?.index ?? length
  return text.slice(0, at > 0 ? at : length).trimEnd()
}
