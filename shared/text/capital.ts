// Words at the beginning of a sentence.
/** With a capital at its beginning, for a title or the start of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
