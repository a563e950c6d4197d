// GET /exports/JOB: a finished export as a download.
import { createReadStream, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { App } from '../core/ports.ts'

const TYPES: Record<string, string> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pdf': 'application/pdf',
  '.xml': 'application/xml',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
}

/** False where there is no such export. */
export async function answerDownload(jobId: string, app: App, response: ServerResponse): Promise<boolean> {
  const found = app.exportFile(jobId)
  if (!found) return false
  const bytes = statSync(found.path, { throwIfNoEntry: false })?.size
  if (bytes === undefined) return false
  response.writeHead(200, {
    'Content-Type': TYPES[extname(found.fileName)] ?? 'application/octet-stream',
    'Content-Length': bytes,
    'Content-Disposition': attachment(found.fileName),
    'Cache-Control': 'no-store',
  })
  await pipeline(createReadStream(found.path), response)
  return true
}

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
