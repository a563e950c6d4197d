// The words of a text as the search in notes knows them (K10), and where each stands in the text.
//
// Letters are folded: case, accents, ß and ss, ł and l, ё and е. Letters and digits are words apart, so `2.10` is found in
// `v2.10.3`. Scripts that write no blanks give a word for each character, so a word is found inside a sentence. What is written
// against a letter or a digit counts as written: `c++`, `#42`, `user_id`. A dash, a quote or the end of a sentence does not.
import { fold } from '../../shared/base/text.ts'

/** From there to there in the text as it was given. */
export type Place = { readonly from: number; readonly to: number }
/** `text` is folded. */
export type Word = Place & { readonly text: string }

const NO_BLANKS = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}`
/** The marks that make ハ into バ, where they stand as characters of their own. */
const VOICED = String.raw`\u3099\u309A\uFF9E\uFF9F`
const LETTERS = String.raw`(?=[\p{L}\p{M}])[${NO_BLANKS}][${VOICED}]?|(?:(?![${NO_BLANKS}])[\p{L}\p{M}\p{Co}])+`
const PARTS = new RegExp(String.raw`${LETTERS}|\p{N}+|[\p{S}\p{P}]`, 'gu')

const SYMBOL = /^[\p{S}\p{P}]/u
const NEVER_A_WORD = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd}"'´`]/u
const ENDS_A_SENTENCE = /^[.,:;!?…。、，]/u
const STARTS_WITH_WORD = /^[\p{L}\p{M}\p{N}\p{Co}]/u

/** FTS5 takes only letters, digits and private characters for words, so a symbol becomes a private one. */
const privateFor = (symbol: string): string => {
  const point = symbol.codePointAt(0) ?? 0
  return point < 0x1800 ? String.fromCharCode(0xe000 + point) : `\uE000${point.toString(36)}`
}

/** Most notes are plain, with the dashes and quotes of print: they need no folding, and the scripts of the world need not be asked for. */
const PLAIN = /^[\t\n\x20-\x7e\u2010-\u201f«»…]*$/
const PLAIN_WORD = /^(?:[a-z]+|[0-9]+)$/
const BLANK = 0
const LETTER = 1
const DIGIT = 2
const MARK = 3
/** Of each plain character, by its code. */
const KIND = Uint8Array.from({ length: 128 }, (_, code) => {
  const text = String.fromCharCode(code)
  if (/[a-z]/.test(text)) return LETTER
  if (/[0-9]/.test(text)) return DIGIT
  return /[!-/:-@[-`{-~]/.test(text) ? MARK : BLANK
})

const kindIn = (plain: string, at: number): number => KIND[plain.charCodeAt(at)] ?? BLANK

/**
 * Where words of letters or digits stand in a plain text, without reading the words between: a page of found notes is read while
 * somebody types. Null where the text or one of the words is not so, and all words have to be read.
 */
export function placesOfPlainWords(
  text: string,
  wanted: readonly { readonly word: string; readonly begun: boolean }[],
): Place[] | null {
  if (!wanted.every(({ word }) => PLAIN_WORD.test(word)) || !PLAIN.test(text)) return null
  const plain = text.toLowerCase()
  const places: Place[] = []
  for (const { word, begun } of wanted) {
    const kind = kindIn(word, 0)
    for (let from = plain.indexOf(word); from !== -1; from = plain.indexOf(word, from + word.length)) {
      let to = from + word.length
      if (kindIn(plain, from - 1) === kind || (!begun && kindIn(plain, to) === kind)) continue
      while (kindIn(plain, to) === kind) to += 1
      places.push({ from, to })
    }
  }
  return places.sort((a, b) => a.from - b.from)
}

/** By hand, letter by letter: most notes are plain, and an index is made of all of them. */
function plainWordsOf(text: string, begin: number): Word[] {
  const plain = text.toLowerCase()
  const kindAt = (at: number): number => kindIn(plain, at)
  const words: Word[] = []
  let end = -1
  for (let from = 0; from < plain.length;) {
    const kind = kindAt(from)
    let to = from + 1
    if (kind === LETTER || kind === DIGIT) {
      while (kindAt(to) === kind) to += 1
      words.push({ text: plain.slice(from, to), from: begin + from, to: begin + to })
      end = to
    } else if (kind === MARK) {
      const next = kindAt(to)
      const symbol = plain.charAt(from)
      if (isWritten(symbol, from === end, next === LETTER || next === DIGIT)) {
        words.push({ text: privateFor(symbol), from: begin + from, to: begin + to })
        end = to
      }
    }
    from = to
  }
  return words
}

/** What stands between two blanks and is not plain: no word goes over a blank, and no symbol is written against one. */
const FOREIGN = /[^\t\n ]*[^\t\n\x20-\x7e][^\t\n ]*/g

export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let done = 0
  for (const { 0: part, index } of text.matchAll(FOREIGN)) {
    words.push(...plainWordsOf(text.slice(done, index), done), ...foreignWordsOf(part, index))
    done = index + part.length
  }
  return [...words, ...plainWordsOf(text.slice(done), done)]
}

function foreignWordsOf(text: string, begin: number): Word[] {
  const words: Word[] = []
  // Where the last word ended; a symbol that begins there is written against it.
  let end = -1
  for (const { 0: part, index: from } of text.matchAll(PARTS)) {
    const to = from + part.length
    const place = { from: begin + from, to: begin + to }
    if (!SYMBOL.test(part)) words.push({ text: fold(part), ...place })
    else if (isWritten(part, from === end, STARTS_WITH_WORD.test(text.slice(to, to + 2))))
      words.push({ text: privateFor(fold(part)), ...place })
    else continue
    end = to
  }
  return words
}

function isWritten(symbol: string, before: boolean, after: boolean): boolean {
  if (NEVER_A_WORD.test(symbol)) return false
  return ENDS_A_SENTENCE.test(symbol) ? before && after : before || after
}

/** What the search keeps of a text. */
export const searchForm = (text: string): string =>
  wordsOf(text)
    .map((word) => word.text)
    .join(' ')
