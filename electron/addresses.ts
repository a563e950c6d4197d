// Where the windows' pages live: app://daybook/…, or Vite's server while developing; and which of them are ours.

/** The scheme and host under which the built renderer is served; there is no file: and no network behind it. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'daybook'

export type Page = 'index.html' | 'quick.html' | 'notes.html' | 'small.html'

export type Addresses = {
  /** As Chromium serialises it: `app://daybook`. */
  readonly origin: string
  /** `rest`: a query or a place inside the page. */
  urlOf(page: Page, rest?: `?${string}` | `#${string}` | ''): string
  isOurs(url: string): boolean
  /** What a window asked for with window.open, where it is one of our own pages; else null. */
  pageOf(url: string): { page: Page; query: URLSearchParams } | null
}

const pages: readonly Page[] = ['index.html', 'quick.html', 'notes.html', 'small.html']

/** `devUrl` is given only by an unpackaged program. */
export function addressesFor(devUrl: string | null): Addresses {
  const origin = devUrl === null ? `${APP_SCHEME}://${APP_HOST}` : new URL(devUrl).origin
  const isOurs = (url: string) => originOf(url) === origin
  return {
    origin,
    isOurs,
    urlOf: (page, rest = '') => `${origin}/${page}${rest}`,
    pageOf: (url) => {
      if (!isOurs(url)) return null
      const { pathname, searchParams } = new URL(url)
      const page = pathname === '/' ? 'index.html' : pages.find((candidate) => pathname === `/${candidate}`)
      return page === undefined ? null : { page, query: searchParams }
    },
  }
}

/** URL.origin is the text "null" for schemes that Node does not know, so it is put together here. */
function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host, username, password } = new URL(url)
  return username === '' && password === '' ? `${protocol}//${host}` : null
}
