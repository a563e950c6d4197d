// The template that an export is given: handed over by a page, or a file that the command line names.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok } from '../../../shared/base/result.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { appError } from '../../../shared/contract/errors.ts'
import { MOST_TEMPLATE_BYTES } from '../../../shared/contract/template.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { Uploads } from '../../imports/uploads.ts'
import type { Template } from './template.ts'

type Given = { template?: { uploadId: Id; name: string } | undefined; templatePath?: string | undefined }

/** null: none is given. */
export async function givenTemplate(
  { template, templatePath }: Given,
  uploads: Uploads,
  userId: Id | null,
): Promise<Result<Template | null, AppError>> {
  if (template !== undefined) {
    const bytes = uploads.bytes(template.uploadId, userId)
    if (bytes === null) return fail(appError('importFile.gone'))
    uploads.forget(template.uploadId)
    return ok({ name: template.name, bytes })
  }
  if (templatePath === undefined) return ok(null)
  const file = basename(templatePath)
  try {
    const found = await stat(templatePath)
    // A device or a pipe may never end.
    if (!found.isFile()) return fail(appError('importFile.notReadable', { values: { file } }))
    if (found.size > MOST_TEMPLATE_BYTES)
      return fail(
        appError('template.tooLarge', { values: { file, most: MOST_TEMPLATE_BYTES / 1024 / 1024 } }),
      )
    return ok({ name: file, bytes: await readFile(templatePath) })
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      return fail(appError('importFile.notReadable', { values: { file } }))
    throw error
  }
}
