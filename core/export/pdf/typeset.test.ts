// How texts are set into lines: where they break, what they are drawn with, and what happens where nothing can draw them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Faces } from './faces.ts'
import { createFaces } from './faces.ts'
import type { Glyphs } from './glyphs.ts'
import { createTypesetter } from './typeset.ts'

/** Remembers what it was asked to shape; each letter is as wide as the next. */
const glyphs: Glyphs = {
  shape: (face, text, kind) => ({
    face,
    width: text.length * 500,
    parts: [{ x: 0, y: 0, glyphs: `${face.key}:${kind}:${text}` }],
  }),
  fontName: ({ key }) => key,
}
const nothingElse = (): Faces => createFaces(() => null)
const typesetter = (faces = nothingElse()) => createTypesetter(faces, glyphs)
const STYLE = { size: 10 }
/** Ten points of size, half a size for each letter. */
const letters = (count: number): number => count * 5
const shown = (line: { runs: readonly { parts: readonly { glyphs: string }[] }[] }): string[] =>
  line.runs.map(({ parts }) => parts[0]?.glyphs ?? '')

test('a text breaks between its words, and within one that is longer than the line', () => {
  const { lines } = typesetter()
  const broken = (text: string, room: number) =>
    lines(text, letters(room), STYLE).map(
      ({ runs }) => shown({ runs })[0]?.replace('latin:simple:', '') ?? '',
    )
  expect(broken('to be or not to be', 8)).toEqual(['to be or', 'not to', 'be'])
  expect(broken('Donaudampfschiff to', 7)).toEqual(['Donauda', 'mpfschi', 'ff to'])
  expect(broken('first\n\nthird', 20)).toEqual(['first', '', 'third'])
  expect(broken('first\u2028second\tand', 20)).toEqual(['first', 'second    and'])
  expect(lines('設計および実装', letters(4), STYLE)).toHaveLength(2)
})

test('each stretch is drawn with the first font that has it, in the order in which it is seen', () => {
  const { line } = typesetter()
  expect(shown(line('Acme 株式 🚀', STYLE))).toEqual([
    'latin:simple:Acme ',
    'japanese:ltr:株式',
    'latin:simple: ',
    'emoji:ltr:🚀',
  ])
  // The paragraph runs from right to left, so its first word stands last; a number reads as ever.
  expect(shown(line('עקד 12 (Acme)', STYLE))).toEqual([
    'latin:rtl:)',
    'latin:simple:Acme',
    'latin:rtl: (',
    'latin:simple:12',
    'latin:rtl: ',
    'hebrew:rtl:עקד',
  ])
  expect(line('עקד', STYLE).rtl).toBe(true)
  expect(line('Acme עקד', STYLE).rtl).toBe(false)
})

test('a letter that no font has is named; a sign is shown by a box', () => {
  const { line, missing } = typesetter()
  expect(shown(line('a\u{1fb70}b', STYLE)).join('')).toContain('□')
  expect([...missing]).toEqual([])
  line('a𓀀', STYLE)
  expect([...missing]).toEqual(['𓀀'])
})

test('whatever is written, no line is wider than its room, and nothing is lost', { timeout: 60_000 }, () => {
  const { lines } = typesetter()
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          'a',
          'Wort',
          ' ',
          '  ',
          'é',
          '株',
          'ش',
          'ع ',
          '(',
          ')',
          '1',
          '\n',
          '-',
          '\u00ad',
          '‏',
        ),
        maxLength: 60,
      }),
      fc.integer({ min: 4, max: 30 }),
      (text, room) => {
        const set = lines(text, letters(room), STYLE)
        expect(set.filter(({ width }) => width > letters(room))).toEqual([])
        const kept = set.flatMap((line) =>
          shown(line).flatMap((part) => Array.from(part.slice(part.lastIndexOf(':') + 1))),
        )
        const bare = (all: Iterable<string>): string =>
          [...all]
            .filter((one) => /[^\s\u00ad\u200f]/.test(one))
            .sort()
            .join('')
        expect(bare(kept)).toBe(bare(text))
      },
    ),
    { numRuns: 300 },
  )
})
