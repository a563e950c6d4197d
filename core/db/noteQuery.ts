// What somebody typed, as a question to FTS5: every word must be there, the last one may be a beginning. Nothing that is typed
// is taken for syntax.

/** More words than anybody types; each costs a look into the index. */
const MOST_WORDS = 20

/**
 * Null where nothing is left to look for. Text in double quotes is one phrase. The last word is a beginning unless a blank or
 * a quote ends it. Ids narrow the search within the index; a part of one could match another, so the caller asks the rows too.
 */
export function noteQuery(
  typed: string,
  { userId, customerId }: { userId?: string; customerId?: string },
): string | null {
  const text = withoutNul(typed)
  const phrases = [...text.matchAll(/"([^"]*)"?|[^\s"]+/g)]
    .map(([whole, phrase]) => ({ whole, text: phrase ?? whole, ended: phrase !== undefined }))
    // FTS5 knows letters and digits; what has none of them stands for nothing.
    .filter((phrase) => /[\p{L}\p{N}\p{Co}]/u.test(phrase.text))
    .slice(0, MOST_WORDS)
  if (phrases.length === 0) return null
  const words = phrases.map(({ text: word, ended, whole }, index) => {
    const last = index === phrases.length - 1 && !ended && text.endsWith(whole)
    return `${quoted(word)}${last ? ' *' : ''}`
  })
  const narrowed = [
    ...(userId === undefined ? [] : [`user_id : ${quoted(userId)}`]),
    ...(customerId === undefined ? [] : [`customer_id : ${quoted(customerId)}`]),
  ]
  return [`note : (${words.join(' AND ')})`, ...narrowed].join(' AND ')
}

/** A NUL ends the question for SQLite, inside a string as well; ids come from outside, too. */
const withoutNul = (text: string): string => text.replaceAll('\0', ' ')

const quoted = (text: string): string => `"${withoutNul(text).replaceAll('"', '""')}"`
