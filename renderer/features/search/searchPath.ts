// The address of a search.

export const searchPath = (text: string): string =>
  text.trim() === '' ? '/search' : `/search/${encodeURIComponent(text)}`
