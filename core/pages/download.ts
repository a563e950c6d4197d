// What a finished export says of itself where a browser fetches it.
import { extname } from 'node:path'

const TYPES: Record<string, string> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pdf': 'application/pdf',
  '.xml': 'application/xml',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
}

export const downloadHeaders = (fileName: string, bytes: number): Record<string, string> => ({
  'Content-Type': TYPES[extname(fileName)] ?? 'application/octet-stream',
  'Content-Length': String(bytes),
  'Content-Disposition': attachment(fileName),
  'Cache-Control': 'no-store',
})

/** RFC 6266: a plain name for old programs, and the real one, in UTF-8, for all others. */
export function attachment(fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\%/]/g, '_')
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
