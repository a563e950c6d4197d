// Makes the data folder with those above it, and says truly why it cannot be made.
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * For its owner alone; one that is there is left as it is. Throws what the file system says.
 *
 * Not mkdir's own `recursive`: on a disk that is read-only it says that the folder does not exist, and in a folder that
 * takes no others (/proc) it tries for ever.
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (isFolder(folder)) return
    const parent = dirname(folder)
    const noParent = error instanceof Error && 'code' in error && error.code === 'ENOENT' && !isFolder(parent)
    if (!noParent || parent === folder) throw error
    makeFolder(parent)
    makeFolder(folder)
  }
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (error) {
    // What cannot be looked at is none that we could use; making it says why.
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
