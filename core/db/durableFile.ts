// Makes files last: flushing to the disk and names that overwrite nothing.
import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs'
import { join, parse } from 'node:path'

/** Returns when the file's contents are on the disk. */
export function syncFile(file: string): void {
  // Opened for writing because Windows flushes no other handle.
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Returns when renames in the folder are on the disk. Windows cannot open a folder, and orders renames itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The name itself, or the first of name-2, name-3 … for which `taken` finds nothing. */
export function freeName(file: string, taken: (candidate: string) => boolean = existsSync): string {
  const { dir, name, ext } = parse(file)
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? file : join(dir, `${name}-${count}${ext}`)
    if (!taken(candidate)) return candidate
  }
}
