// Reads the migrations that drizzle-kit generates: numbered SQL files, the journal that orders them, and beside it the hashes that
// hold each one to what it was when it was first applied, and what all of them make.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Migration = {
  /** 0 for the first; applying it makes the database version `index + 1`. */
  readonly index: number
  readonly name: string
  /** Read when it is asked for, which is when it is applied; throws where it is not the one of `hash`. */
  readonly sql: string
  /** SHA-256 of the SQL: an applied migration must never change. */
  readonly hash: string
  /** What it and all before it make, by kind and name; the newest says so where that is written down, others do not. */
  readonly schema?: SchemaParts | null
}

/** Each part of a schema (`table timer`) with its SQL, as schemaCheck.ts compares them. */
export type SchemaParts = Readonly<Record<string, string>>
/** schema.json: written by `npm run schema`. */
export type WrittenSchema = { readonly after: string; readonly hash: string; readonly parts: SchemaParts }

type Journal = { readonly entries: readonly { readonly idx: number; readonly tag: string }[] }

export const SCHEMA_NAME = 'schema.json'

/** Throws where the folder contradicts itself, which is a fault of the build. */
export function loadMigrations(folder: string): Migration[] {
  const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8')
  const journal = JSON.parse(read('meta', '_journal.json')) as Journal
  // Listed rather than computed: what hashes takes long to load, and every program opens a database before anything else.
  const hashes = JSON.parse(read('hashes.json')) as Readonly<Record<string, string>>
  const tags = journal.entries.map(({ tag }) => tag)
  const files = readdirSync(folder).flatMap((name) => (name.endsWith('.sql') ? [name.slice(0, -4)] : []))
  const strays = [
    ...files.filter((name) => !tags.includes(name)),
    ...tags.filter((tag) => !files.includes(tag)),
  ]
  if (strays.length > 0) throw new Error(`the journal and the files differ: ${strays.join(', ')}`)
  return journal.entries.map(({ idx, tag }, index) => {
    if (idx !== index || !tag.startsWith(String(index).padStart(4, '0')))
      throw new Error(`the journal is out of order at ${tag}: expected number ${index}`)
    const hash = hashes[tag]
    if (hash === undefined) throw new Error(`hashes.json names no ${tag}`)
    return {
      index,
      name: tag,
      hash,
      get sql() {
        const sql = withUnixEnds(read(`${tag}.sql`))
        if (hashOf(sql) !== hash) throw new Error(`the migration ${tag} is not what hashes.json says`)
        return sql
      },
      ...(index === journal.entries.length - 1 && {
        get schema() {
          return writtenSchema(folder, tag, hash)
        },
      }),
    }
  })
}

/** null: nobody has written it down for that migration. */
function writtenSchema(folder: string, tag: string, hash: string): SchemaParts | null {
  const path = join(folder, SCHEMA_NAME)
  if (!existsSync(path)) return null
  const written = JSON.parse(readFileSync(path, 'utf8')) as WrittenSchema
  return written.after === tag && written.hash === hash ? written.parts : null
}

export const hashOf = (sql: string): string => createHash('sha256').update(sql).digest('hex')

/** A checkout on Windows may have turned the line ends; that is no change. */
export const withUnixEnds = (sql: string): string => sql.replaceAll('\r\n', '\n')
