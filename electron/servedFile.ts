// Decides which file of the built renderer an app:// address means, and that none outside of it can be meant.
import { extname, isAbsolute, relative, resolve, sep } from 'node:path'
import { APP_HOST, APP_SCHEME } from './addresses.ts'

export const mimeOf: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export type ServedFile = { file: string; mime: string }

/** null: refused. An address without an extension is a place inside the main window's page, as after a reload. */
export function servedFile(url: string, folder: string): ServedFile | null {
  if (!URL.canParse(url)) return null
  const { protocol, host, pathname } = new URL(url)
  if (protocol !== `${APP_SCHEME}:` || host !== APP_HOST) return null
  const segments = safeSegments(pathname)
  if (segments === null) return null
  const path = extname(segments.at(-1) ?? '') === '' ? ['index.html'] : segments
  const mime = mimeOf[extname(path.at(-1) ?? '').toLowerCase()]
  const file = resolve(folder, ...path)
  return mime === undefined || !contains(folder, file) ? null : { file, mime }
}

/** Decoded once. What could still mean another folder, drive, stream or the end of a string refuses the whole path. */
function safeSegments(pathname: string): string[] | null {
  // Dot segments are resolved by the time a URL is parsed; one that is still there was disguised.
  const segments: string[] = []
  for (const raw of pathname.split('/')) {
    if (raw === '') continue
    const segment = decoded(raw)
    if (segment === null || /[\\/:\0%]/.test(segment) || /^\.+$/.test(segment)) return null
    segments.push(segment)
  }
  return segments
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    // Not percent-encoded as a URL is.
    return null
  }
}

function contains(folder: string, file: string): boolean {
  const way = relative(resolve(folder), file)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
