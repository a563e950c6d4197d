// Files of other tools for tests, small and made up, and their way into the application as a page hands them over.
import type { Reply } from '../../shared/contract/channel.ts'
import { PART_CHARS } from '../../shared/contract/calendarFile.ts'
import type { ImportOptions, TimeImportReport, TimeImportRow } from '../../shared/contract/timeImport.ts'
import type { TestApp } from './testApp.ts'

export type Given = string | Uint8Array

export async function openFiles(
  app: TestApp,
  files: Readonly<Record<string, Given>>,
  options: ImportOptions = {},
): Promise<Reply<TimeImportReport>> {
  const uploads: { uploadId: string; name: string }[] = []
  for (const [name, file] of Object.entries(files)) {
    const text = Buffer.from(file).toString('base64')
    let uploadId: string | undefined
    // Cut between groups of four, each of which is whole.
    for (let at = 0; at < Math.max(1, text.length); at += PART_CHARS) {
      const reply = await app.reply('upload.part', { uploadId, part: text.slice(at, at + PART_CHARS) })
      if (!reply.ok) return reply
      uploadId = reply.value.uploadId
    }
    uploads.push({ uploadId: uploadId ?? '', name })
  }
  return app.reply('import.open', { uploads, options })
}

export const readFiles = async (
  app: TestApp,
  files: Readonly<Record<string, Given>>,
  options: ImportOptions = {},
): Promise<TimeImportReport> => {
  const reply = await openFiles(app, files, options)
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.value
}

/** Read and brought in. */
export async function importFiles(
  app: TestApp,
  files: Readonly<Record<string, Given>>,
  options: ImportOptions = {},
): Promise<{ report: TimeImportReport; commitId: string | undefined }> {
  const { importId, options: settled } = await readFiles(app, files, options)
  const reply = await app.reply('import.run', { importId, options: settled })
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return { report: reply.value, commitId: reply.commitId }
}

export const rowsOf = async (app: TestApp, { importId }: TimeImportReport): Promise<TimeImportRow[]> =>
  (await app.ok('import.rows', { importId, offset: 0, limit: 500 })).rows

/** `state code` of each row. */
export const codesOf = async (app: TestApp, report: TimeImportReport): Promise<string[]> =>
  (await rowsOf(app, report)).map(({ state, reason }) =>
    [state, ...(reason === null ? [] : [reason.code])].join(' '),
  )

/** Lines of a CSV file, of cells set off by commas. */
export const csv = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`
