// The words of the search by property: what is part of a text as it is written is found in it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phrasesOf, placesIn } from './noteQuery.ts'
import { placesOfPlainWords, searchForm, wordsOf } from './searchWords.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...Array.from('abé ß1.2+#@-"\'会議ガ ёŁ_,:')), maxLength: 40 }),
)

test('K10 words stand in order, do not overlap, and lie within the text', () => {
  fc.assert(
    fc.property(text, (given) => {
      let end = 0
      for (const { from, to, text: word } of wordsOf(given)) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThan(from)
        expect(word).not.toMatch(/\s/)
        end = to
      }
      expect(end).toBeLessThanOrEqual(given.length)
    }),
  )
})

test('K10 every blank-separated part of a text is found in it', () => {
  fc.assert(
    fc.property(text, (given) => {
      const note = given.normalize('NFC')
      for (const part of note.split(/[\s"\0]+/)) {
        const phrases = phrasesOf(`${part} `)
        if (phrases.length > 0) expect(placesIn(note, phrases), part).not.toEqual([])
      }
    }),
  )
})

test.each(['"alte rechnung"', '“alte rechnung”', '„alte rechnung“', '«alte rechnung»', '« alte rechnung »'])(
  'K10 J17 %s is one phrase, whichever language its marks are of',
  (typed) => {
    expect(phrasesOf(typed)).toEqual([{ words: ['alte', 'rechnung'], unfinished: false }])
  },
)

// What was put into the search is taken out of it by the same form. Whoever changes the form must empty the search in a migration,
// as 0009_search_words does, and then change this.
test('K10 the form of what is kept is the one that this version of the data has', () => {
  expect(searchForm('Größe: v2.10.3, C++ & 会議 ana@acme.example #4711 Łódź – done.')).toBe(
    'grosse v 2 \ue02e 10 \ue02e 3 c \ue02b \ue02b 会 議 ana \ue040 acme \ue02e example \ue023 4711 lodz done',
  )
})

test('K10 a plain text has the words that it has among others', () => {
  const plain = fc.string({ unit: fc.constantFrom(...Array.from('aBz 019.+#@-"_,:/\n\t')), maxLength: 40 })
  fc.assert(
    fc.property(plain, plain, (first, last) => {
      // Written against a letter of another script, the whole of it goes the long way; a dash is no word and ends one.
      const long = (text: string): string[] =>
        wordsOf(text.replaceAll(/[^\t\n ]+/g, 'é–$&'))
          .map((word) => word.text)
          .filter((word) => word !== 'e')
      expect(wordsOf(`${first} é ${last}`).map((word) => word.text)).toEqual([
        ...long(first),
        'e',
        ...long(last),
      ])
    }),
  )
})

test('K10 in a plain text words are found without reading those between, at the same places', () => {
  const unit = fc.constantFrom(...Array.from('abAB12 .+-é’“–…'))
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 }),
    fc.constantFrom('1', '12', '21'),
  )
  const wanted = fc.array(fc.record({ word, begun: fc.boolean() }), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), wanted, (given, sought) => {
      const found = placesOfPlainWords(given, sought)
      const places = wordsOf(given).flatMap(({ text: read, from, to }) =>
        sought
          .filter(({ word: one, begun }) => (begun ? read.startsWith(one) : read === one))
          .map(() => ({ from, to })),
      )
      expect(found).toEqual(/é/.test(given) ? null : places)
    }),
  )
})
