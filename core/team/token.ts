// The token that lets this device in, in a file that only its owner can read: never in the data, in a log, or on a command line.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OWNER_FILE } from '../db/ownerOnly.ts'

export type TokenPlace = { read(): string | null; write(token: string): void; remove(): void }

const NAME = 'daybook-team.token'

export function tokenPlace(dataDir: string | null): TokenPlace {
  // Data in memory have no folder; then it is kept there too.
  let inMemory: string | null = null
  if (dataDir === null)
    return {
      read: () => inMemory,
      write: (token) => void (inMemory = token),
      remove: () => void (inMemory = null),
    }
  const file = join(dataDir, NAME)
  return {
    read: () => {
      try {
        return readFileSync(file, 'utf8').trim()
      } catch (error) {
        if ((error as { code?: string }).code === 'ENOENT') return null
        throw error
      }
    },
    write: (token) => {
      writeFileSync(`${file}.new`, token, { mode: OWNER_FILE })
      renameSync(`${file}.new`, file)
    },
    remove: () => rmSync(file, { force: true }),
  }
}
