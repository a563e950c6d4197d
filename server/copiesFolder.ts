// Where this process keeps its copies: a folder that no other process of this computer has, so that a restart finds its own again.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

export type CopiesFolder = { folder: string; free(): void }

/** The system lets go of it when the process ends, however it ends. */
export function takeCopiesFolder(data: string): CopiesFolder {
  for (let number = 1; ; number += 1) {
    const folder = join(data, `copies-${number}`)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const lock = new Database(join(folder, 'taken.db'), { timeout: 0 })
    try {
      lock.exec('BEGIN EXCLUSIVE')
      return { folder, free: () => lock.close() }
    } catch (error) {
      lock.close()
      if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
    }
  }
}
