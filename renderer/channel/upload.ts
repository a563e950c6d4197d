// Hands a file that a person chose to the application, part by part.
import type { Id } from '../../shared/entities/entity.ts'
import type { Channel } from '../../shared/contract/channel.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { invoke } from './useRequest.ts'

export type UploadWatch = {
  /** False: nobody wants it any more. */
  goesOn(): boolean
  onPart?: (done: number, total: number) => void
}

/** Of base64, four letters are three bytes; the application takes no more at once. */
const PART_BYTES = 120_000

/** Its id; null: it cannot be read; or why it was not taken. */
export async function upload(
  channel: Channel,
  file: File,
  watch: UploadWatch,
): Promise<Id | AppError | null> {
  let uploadId: Id | undefined
  for (let at = 0; at < Math.max(1, file.size) && watch.goesOn(); at += PART_BYTES) {
    let bytes: Uint8Array
    try {
      bytes = new Uint8Array(await file.slice(at, at + PART_BYTES).arrayBuffer())
    } catch {
      // It went away, or may not be read.
      return null
    }
    const part = base64(bytes)
    const reply = await invoke(channel, 'upload.part', uploadId === undefined ? { part } : { uploadId, part })
    if (!reply.ok) return reply.error
    uploadId = reply.value.uploadId
    watch.onPart?.(Math.min(at + PART_BYTES, file.size), file.size)
  }
  return uploadId ?? ''
}

function base64(bytes: Uint8Array): string {
  let letters = ''
  // In parts: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    letters += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(letters)
}
