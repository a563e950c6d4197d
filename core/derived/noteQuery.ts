// What somebody typed, as a question to FTS5: every word must be there, the last one may be a beginning. Nothing that is typed
// is taken for syntax.
import type { Place, Word } from './searchWords.ts'
import { placesOfPlainWords, wordsOf } from './searchWords.ts'

/** More words than anybody types; each costs a look into the index. */
const MOST_WORDS = 20

/** Words that stand beside each other; of an unfinished one the last word may be a beginning. */
export type Phrase = { readonly words: readonly string[]; readonly unfinished: boolean }

/**
 * Empty where nothing is left to look for. Text in double quotes, of any language, is one phrase, and so is what is written without a blank.
 * The last word is a beginning unless a blank or a quote ends it.
 */
export function phrasesOf(typed: string): Phrase[] {
  // A NUL ends the question for SQLite, inside a string as well.
  const text = typed
    .replaceAll('\0', ' ')
    .replaceAll(/[“”„«»]/g, '"')
    .normalize('NFC')
  return [...text.matchAll(/"([^"]*)"?|[^\s"]+/g)]
    .map(({ 0: whole, 1: phrase, index }) => ({
      words: wordsOf(phrase ?? whole).map((word) => word.text),
      unfinished: phrase === undefined && index + whole.length === text.length,
    }))
    .filter(({ words }) => words.length > 0)
    .slice(0, MOST_WORDS)
}

/** Ids narrow the search within the index; a part of one could match another, so the caller asks the rows too. */
export function noteQuery(
  phrases: readonly Phrase[],
  { userId, customerId }: { userId?: string; customerId?: string },
): string {
  const asked = phrases.map(({ words, unfinished }) => `${quoted(words.join(' '))}${unfinished ? ' *' : ''}`)
  const narrowed = [
    ...(userId === undefined ? [] : [`user_id : ${quoted(userId)}`]),
    ...(customerId === undefined ? [] : [`customer_id : ${quoted(customerId)}`]),
  ]
  return [`note : (${asked.join(' AND ')})`, ...narrowed].join(' AND ')
}

const quoted = (text: string): string => `"${text.replaceAll('\0', ' ').replaceAll('"', '""')}"`

/** Where the phrases stand in a note: in order, those that overlap as one. */
export function placesIn(note: string, phrases: readonly Phrase[]): Place[] {
  const places: { from: number; to: number }[] = []
  for (const place of plainPlaces(note, phrases) ?? allPlaces(note, phrases)) {
    const last = places.at(-1)
    if (last !== undefined && place.from < last.to) last.to = Math.max(last.to, place.to)
    else places.push({ ...place })
  }
  return places
}

/** Null where it takes all words of the note: a phrase of several, another script. */
const plainPlaces = (note: string, phrases: readonly Phrase[]): Place[] | null =>
  phrases.every(({ words }) => words.length === 1)
    ? placesOfPlainWords(
        note,
        phrases.map(({ words, unfinished }) => ({ word: words.join(''), begun: unfinished })),
      )
    : null

function allPlaces(note: string, phrases: readonly Phrase[]): Place[] {
  const words = wordsOf(note)
  const found: Place[] = []
  for (const [at, { from }] of words.entries())
    for (const phrase of phrases)
      if (standsAt(words, at, phrase))
        found.push({ from, to: words[at + phrase.words.length - 1]?.to ?? from })
  return found
}

const standsAt = (all: readonly Word[], at: number, { words, unfinished }: Phrase): boolean =>
  words.every((word, index) => {
    const text = all[at + index]?.text
    const begun = unfinished && index === words.length - 1
    return text !== undefined && (begun ? text.startsWith(word) : text === word)
  })
