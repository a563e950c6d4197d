// Where a text may be broken into lines (UAX 14).
import LineBreaker from 'linebreak'

/** Ends of the pieces that stay together; the last is the text's own. */
export function* breaksOf(text: string): Generator<number> {
  // Most texts are a word or a number.
  if (!/[\s\u00ad-]|[^\u0000-\u024f]/.test(text)) {
    if (text !== '') yield text.length
    return
  }
  const breaker = new LineBreaker(text)
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) yield found.position
}
