// The files that pages hand over in parts: held in memory until they are read, never on the disk.
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { MOST_IMPORT_BYTES } from '../../shared/contract/timeImport.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'

export interface Uploads {
  /** Without an id, the first part of a new file. */
  add(uploadId: Id | undefined, part: string, userId: Id | null): Result<{ uploadId: Id }, AppError>
  /** null: it is no longer there, or another's. */
  bytes(uploadId: Id, userId: Id | null): Buffer<ArrayBuffer> | null
  forget(uploadId: Id): void
}

type Upload = { userId: Id | null; parts: Buffer[]; size: number }

/** Whoever chooses one file after the other leaves those before behind. */
const MOST_UPLOADS = 200

export function createUploads(newId: () => Id): Uploads {
  const uploads = new Map<Id, Upload>()
  const held = (): number => [...uploads.values()].reduce((sum, { size }) => sum + size, 0)
  const ofUser = (uploadId: Id, userId: Id | null): Upload | null => {
    const found = uploads.get(uploadId)
    return found === undefined || found.userId !== userId ? null : found
  }
  /** The oldest give way to what is being handed over now. */
  const makeRoom = (current: Id): void => {
    for (const uploadId of uploads.keys()) {
      if (uploads.size <= MOST_UPLOADS && held() <= MOST_IMPORT_BYTES) return
      if (uploadId !== current) uploads.delete(uploadId)
    }
  }
  const begin = (userId: Id | null): Id => {
    const uploadId = newId()
    uploads.set(uploadId, { userId, parts: [], size: 0 })
    return uploadId
  }
  return {
    add(given, part, userId) {
      const uploadId = given ?? begin(userId)
      const upload = ofUser(uploadId, userId)
      if (upload === null) return fail(appError('importFile.gone'))
      const bytes = Buffer.from(part, 'base64')
      upload.size += bytes.length
      if (upload.size > MOST_IMPORT_BYTES) {
        uploads.delete(uploadId)
        return fail(
          appError('importFile.tooLarge', { values: { file: '', most: MOST_IMPORT_BYTES / 1024 / 1024 } }),
        )
      }
      upload.parts.push(bytes)
      makeRoom(uploadId)
      return ok({ uploadId })
    },
    bytes(uploadId, userId) {
      const upload = ofUser(uploadId, userId)
      return upload === null ? null : Buffer.concat(upload.parts)
    },
    forget: (uploadId) => void uploads.delete(uploadId),
  }
}
