// Owns that a workbook is there whole or not at all: written beside its place, flushed, then put there by one rename.
import { createWriteStream, lstatSync, realpathSync, renameSync, rmSync } from 'node:fs'
import type { WriteStream } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { appError } from '../../shared/contract/errors.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { syncFile, syncFolder } from '../db/durableFile.ts'
import { OWNER_FILE } from '../db/ownerOnly.ts'
import { DatabaseProblem } from '../db/sqliteError.ts'

/** The file that is written first; where it is left behind by a kill, it is not mistaken for the workbook. */
export function temporaryFile(path: string, jobId: Id): string {
  return join(dirname(realTarget(path)), `~daybook-${jobId}.tmp`)
}

/** Writes through `write`; on any error nothing is left, and what was at `path` before is untouched. */
export async function writeTarget<T>(
  path: string,
  jobId: Id,
  write: (stream: WriteStream) => Promise<T>,
): Promise<T> {
  const target = realTarget(path)
  const temporary = temporaryFile(path, jobId)
  // It holds pay or what is billed: whoever else may read it is for its owner to say.
  const stream = createWriteStream(temporary, { flags: 'wx', mode: OWNER_FILE })
  const closed = new Promise<void>((resolve) => stream.once('close', resolve))
  // A stream that fails closes too; its error reaches `write`, which listens as well.
  stream.on('error', () => undefined)
  try {
    const result = await write(stream)
    stream.end()
    await closed
    syncFile(temporary)
    renameSync(temporary, target)
    syncFolder(dirname(target))
    return result
  } catch (error) {
    stream.destroy()
    await closed
    rmSync(temporary, { force: true })
    throw error
  }
}

/** What went wrong with the file, for the person who chose its place; null where it is no matter of files. */
export function fileProblem(error: unknown, path: string): AppError | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // The database's own problems carry codes of ours.
  if (error instanceof DatabaseProblem) return appError(error.code)
  const values = { file: basename(path), folder: dirname(path) }
  if (code === FOREIGN_LINK) return appError('file.foreignLink', { values })
  if (FULL.has(code)) return appError('disk.full', { values })
  return NOT_WRITABLE.has(code) ? appError('file.notWritable', { values }) : null
}

const FOREIGN_LINK = 'FOREIGN_LINK'
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
// EBUSY and EPERM are what Windows says while Excel has the workbook open.
const NOT_WRITABLE = new Set(
  'EACCES EPERM EROFS EBUSY ETXTBSY ENOENT ENOTDIR EISDIR EEXIST ENOTEMPTY ENAMETOOLONG EINVAL ELOOP EIO'.split(
    ' ',
  ),
)

/**
 * Through a link, so that the link stays one; but not through one that another user has laid where they may write, which would lead
 * to a file of the person's own. Throws EISDIR for a folder or a device, which a rename would replace.
 */
function realTarget(path: string): string {
  refuseForeignLinks(resolve(path))
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) return path
  const target = found.isSymbolicLink() ? realpathSync(path) : path
  if (!lstatSync(target).isFile()) {
    throw Object.assign(new Error(`${basename(path)} is no file`), { code: 'EISDIR' })
  }
  return target
}

/** Root's are the system's own, like /tmp on macOS. Windows lets only administrators lay links. */
function refuseForeignLinks(path: string): void {
  const own = process.getuid?.()
  if (own === undefined) return
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    const found = lstatSync(at, { throwIfNoEntry: false })
    if (found?.isSymbolicLink() === true && found.uid !== own && found.uid !== 0)
      throw Object.assign(new Error(`${basename(at)} is somebody else's link`), { code: FOREIGN_LINK })
  }
}
