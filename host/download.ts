// GET /exports/JOB: a finished export as a download.
import { createReadStream, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { downloadHeaders } from '../core/pages/download.ts'
import type { App } from '../core/ports.ts'

/** False where there is no such export. */
export async function answerDownload(jobId: string, app: App, response: ServerResponse): Promise<boolean> {
  const found = app.exportFile(jobId)
  if (!found) return false
  const bytes = statSync(found.path, { throwIfNoEntry: false })?.size
  if (bytes === undefined) return false
  response.writeHead(200, downloadHeaders(found.fileName, bytes))
  await pipeline(createReadStream(found.path), response)
  return true
}
