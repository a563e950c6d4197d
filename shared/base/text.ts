// Owns the cleaning of typed text before it is stored, and its folding for search.

/**
 * Text as it may be stored: NFC, without what would make invalid XML in an export (control characters,
 * noncharacters, unpaired surrogates), and on a single line without what turns the order of letters around. A multi-line text keeps its line breaks (as \n) and tabs and its blanks at
 * both ends; a single line has a blank for each break or tab and none at its ends.
 *
 * Text longer than `max` UTF-16 units (what `length` and an input's maxlength count) is cut there, never inside a
 * character. Where cutting would lose what somebody typed, check the length first and refuse.
 */
export function cleanText(text: string, { max, multiline }: { max: number; multiline: boolean }): string {
  // Nearly all that is typed, and a note is cleaned every two seconds while it is.
  if ((multiline ? PLAIN_LINES : PLAIN_LINE).test(text))
    return multiline ? cutAt(text, max) : cutAt(text.trim(), max).trimEnd()
  const lines = multiline
    ? text.replace(/\r\n|[\r\u0085]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
    : text.replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ').replace(/\p{Cc}/gu, '')
  const valid = lines.replace(/[\p{Cs}\p{Noncharacter_Code_Point}]/gu, '').normalize('NFC')
  return multiline ? cutAt(valid, max) : cutAt(valid.replace(REORDERING, '').trim(), max).trimEnd()
}

/** Printed ASCII: nothing in it is to be cleaned but the blanks at its ends. */
const PLAIN_LINE = /^[ -~]*$/
const PLAIN_LINES = /^[ -~\t\n]*$/

/**
 * They turn what follows around, also outside of the name that they stand in: one name could look like another, and a file's ending
 * like another ending. The plain marks of right-to-left scripts stay, which reach no further than to the next letter.
 */
const REORDERING = /[\u202A-\u202E\u2066-\u2069]/g

/** The form in which texts are compared in a search: lower case, compatibility forms and diacritics removed. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .replace(/[ßøłđðþæœıς]/g, (letter) => BASE_LETTERS[letter] ?? letter)
    .normalize('NFC')
}

// Latin, Greek, Cyrillic accents and Hebrew, Arabic points. The vowel signs of Indic scripts and the kana marks
// are letters to their readers and stay.
const DIACRITICS =
  /(?![\u3099\u309A])(?=\p{M})[\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/gu

/** Letters that have no decomposition but are typed without their stroke or as two letters. */
const BASE_LETTERS: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
}

function cutAt(text: string, max: number): string {
  if (text.length <= max) return text
  // What a reader sees as one character (a flag, a family, a letter and its marks) is kept whole or dropped.
  const at = new Intl.Segmenter('en').segment(text).containing(max)?.index ?? max
  if (at > 0) return text.slice(0, at)
  const next = text.charCodeAt(max)
  return text.slice(0, next >= 0xdc00 && next <= 0xdfff ? max - 1 : max)
}
