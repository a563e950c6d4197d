// How a list is looked at, as one part of an address.

/** An address that somebody typed may be none. */
export function decodedPart(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Empty where nothing is said. */
export const partOf = (params: URLSearchParams): string =>
  params.size === 0 ? '' : `/${encodeURIComponent(params.toString())}`

export const paramsOf = (part: string): URLSearchParams => new URLSearchParams(decodedPart(part))
