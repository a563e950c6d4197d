// Writes every letter beyond ASCII by its number: a program's source is then read and kept at a byte a letter, where a single Arabic
// word makes the whole file take two. Not where there are so many that this would be more.
import type { Plugin } from 'rolldown'

const BEYOND = /[^\0-\x7f]/g
/** With a backslash before it, it would be read as four letters of a text. */
const ESCAPED = /(?<!\\)(?:\\\\)*\\[^\0-\x7f]/
const numbered = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Right in texts, patterns and names, which is all that a program without comments has; no text here is taken raw. */
export const ascii: Plugin = {
  name: 'ascii',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk') {
        if (ESCAPED.test(file.code)) throw new Error(`${file.fileName} escapes a letter beyond ASCII`)
        const code = file.code.replaceAll(BEYOND, numbered)
        if (code.length < 2 * file.code.length) file.code = code
      }
  },
}
