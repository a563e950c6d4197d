// Notices that the open database file was removed, moved away or replaced: what is written then would be lost with it.
import { statSync } from 'node:fs'
import { DatabaseProblem } from './sqliteError.ts'

/**
 * Returns a question that throws DatabaseProblem `db.missing` when the file under the name is no longer the one that is
 * open. `rescue` is called when that is seen, while all that was committed can still be read, and again as long as it returns
 * false: the disk may be full as well.
 */
export function guardIdentity(file: string, rescue: () => boolean): () => void {
  const opened = stat(file)
  let rescued = false
  return () => {
    const current = stat(file)
    if (current?.ino === opened?.ino && current?.dev === opened?.dev) return
    if (!rescued) rescued = rescue()
    throw new DatabaseProblem('db.missing', { file, cause: current === undefined ? 'removed' : 'replaced' })
  }
}

const stat = (file: string) => statSync(file, { bigint: true, throwIfNoEntry: false })
