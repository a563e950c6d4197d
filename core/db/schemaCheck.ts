// Holds the file's schema against what our migrations make. A trigger that somebody planted would change figures as they are
// written, and a view stand in for a table, while every row and the whole trail look right.
import Database from 'better-sqlite3'
import { indexesAside } from './indexesAside.ts'
import type { Migration } from './migrations.ts'
import type { Db } from './open.ts'

type Part = { type: string; name: string; sql: string | null }

/** What SQLite keeps for itself, and our own account of what was applied. */
const BESIDE = /^sqlite_(?:stat\d|sequence|autoindex_.*)$|^_migration$/
/** What a full-text index keeps its words in is written by SQLite, not by us; its names say enough. */
const WORDS = /_(?:data|idx|content|docsize|config)$/

/** One line for each part that is not ours, was changed, or is gone; `migrations` are those that the file has. */
export function schemaFindings(db: Db, migrations: readonly Migration[]): string[] {
  const expected = expectedParts(migrations)
  const found = partsOf(db)
  const findings: string[] = []
  for (const [key, sql] of found) {
    const ours = expected.get(key)
    if (ours === undefined) findings.push(`${key} is not Daybook’s`)
    else if (ours !== sql) findings.push(`${key} is not as Daybook made it`)
  }
  const left = indexesAside(db).map(({ name, sql }) => ({ key: `index ${name}`, sql: normal(sql) }))
  // Each of them will be run to make it again.
  for (const { key, sql } of left)
    if (expected.get(key) !== sql) findings.push(`${key} is not as Daybook made it`)
  const aside = new Set(left.map(({ key }) => key))
  for (const key of expected.keys())
    if (!found.has(key) && !aside.has(key)) findings.push(`${key} is missing`)
  return findings
}

/** The same migrations make the same schema, so it is made once. */
const made = new Map<string, ReadonlyMap<string, string>>()

function expectedParts(migrations: readonly Migration[]): ReadonlyMap<string, string> {
  const key = migrations.map(({ hash }) => hash).join()
  const known = made.get(key)
  if (known !== undefined) return known
  // Making it takes longer than all else of opening a file.
  const written = migrations.at(-1)?.schema ?? null
  const parts = written === null ? schemaOf(migrations) : new Map(Object.entries(written))
  made.set(key, parts)
  return parts
}

/** Made in memory. */
export function schemaOf(migrations: readonly Migration[]): ReadonlyMap<string, string> {
  const db = new Database(':memory:')
  try {
    db.pragma('foreign_keys = OFF')
    for (const { sql } of migrations)
      for (const statement of sql.split('--> statement-breakpoint'))
        // What fills tables makes no part of the schema.
        if (/\b(?:create|alter|drop)\b/i.test(statement)) db.exec(statement)
    return partsOf(db)
  } finally {
    db.close()
  }
}

function partsOf(db: Db): Map<string, string> {
  const rows = db.prepare<[], Part>('SELECT type, name, sql FROM sqlite_schema').all()
  const words = new Set(rows.filter(({ sql }) => /^CREATE VIRTUAL/i.test(sql ?? '')).map(({ name }) => name))
  return new Map(
    rows
      .filter(({ name }) => !BESIDE.test(name))
      .map(({ type, name, sql }) => [
        `${type} ${name}`,
        WORDS.test(name) && words.has(name.replace(WORDS, '')) ? '' : normal(sql ?? ''),
      ]),
  )
}

/** What SQLite may write otherwise when it changes a table: blanks, and the marks around names. */
const normal = (sql: string): string =>
  sql
    .replaceAll(/["`[\]]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
