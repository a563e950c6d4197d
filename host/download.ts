// GET /exports/JOB: a finished workbook as a download.
import { createReadStream, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { App } from '../core/ports.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** False where there is no such workbook. */
export async function answerDownload(jobId: string, app: App, response: ServerResponse): Promise<boolean> {
  const found = app.exportFile(jobId)
  if (!found) return false
  const bytes = statSync(found.path, { throwIfNoEntry: false })?.size
  if (bytes === undefined) return false
  response.writeHead(200, {
    'Content-Type': XLSX,
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
