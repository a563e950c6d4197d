// Reads the migrations that drizzle-kit generates: numbered SQL files and the journal that orders them.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Migration = {
  /** 0 for the first; applying it makes the database version `index + 1`. */
  readonly index: number
  readonly name: string
  readonly sql: string
  /** SHA-256 of the SQL: an applied migration must never change. */
  readonly hash: string
}

type Journal = { readonly entries: readonly { readonly idx: number; readonly tag: string }[] }

/** Throws where the folder contradicts itself, which is a fault of the build. */
export function loadMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as Journal
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const unlisted = files.filter((file) => !journal.entries.some(({ tag }) => file === `${tag}.sql`))
  if (unlisted.length > 0) throw new Error(`migrations missing from the journal: ${unlisted.join(', ')}`)
  return journal.entries.map(({ idx, tag }, index) => {
    if (idx !== index || !tag.startsWith(String(index).padStart(4, '0')))
      throw new Error(`the journal is out of order at ${tag}: expected number ${index}`)
    return toMigration(index, tag, readFileSync(join(folder, `${tag}.sql`), 'utf8'))
  })
}

export function toMigration(index: number, name: string, source: string): Migration {
  // A checkout on Windows may have turned the line ends; that is no change.
  const sql = source.replaceAll('\r\n', '\n')
  return { index, name, sql, hash: createHash('sha256').update(sql).digest('hex') }
}
