// Notices commits that another process made to the same file.
import type { Db } from './open.ts'

/**
 * Returns a question to ask from time to time: has another connection committed since the last question?
 * This connection's own commits do not count.
 */
export function watchDataVersion(db: Db): () => boolean {
  const read = db.prepare<[], number>('PRAGMA data_version').pluck()
  let seen = read.get()
  return () => {
    const current = read.get()
    const changed = current !== seen
    seen = current
    return changed
  }
}
