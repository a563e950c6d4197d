// The migrations in drizzle/sqlite: whether the tables of core/db/schema.ts need another one, and making it.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { hashOf, loadMigrations, SCHEMA_NAME, withUnixEnds } from '../../core/db/migrations.ts'
import type { WrittenSchema } from '../../core/db/migrations.ts'
import * as schema from '../../core/db/schema.ts'
import { schemaOf } from '../../core/db/schemaCheck.ts'

type Snapshot = { readonly id: string }
type Hashes = Record<string, string>
/** Of `drizzle-kit/api`, whose own types name every database there is. */
type Kit = {
  generateSQLiteDrizzleJson(tables: object, previous: string): Promise<Snapshot>
  generateSQLiteMigration(from: Snapshot, to: Snapshot): Promise<string[]>
}

const folder = (root: string): string => join(root, 'drizzle', 'sqlite')
const snapshots = (root: string): string[] =>
  readdirSync(join(folder(root), 'meta'))
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T

/** The SQL that turns what the migrations make into what the schema says. */
export async function missingSql(root: string): Promise<string[]> {
  const kit = createRequire(import.meta.url)('drizzle-kit/api') as Kit
  const newest = readJson<Snapshot>(join(folder(root), 'meta', snapshots(root).at(-1) ?? ''))
  return kit.generateSQLiteMigration(newest, await kit.generateSQLiteDrizzleJson(schema, newest.id))
}

export function generate(root: string, name: string): void {
  const kit = join(root, 'node_modules', 'drizzle-kit', 'bin.cjs')
  const { status } = spawnSync(process.execPath, [kit, 'generate', '--name', name], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('drizzle-kit made no migration')
}

/** drizzle-kit compares with the newest alone; the others only repeat what their migrations say. */
export function dropOldSnapshots(root: string): void {
  for (const name of snapshots(root).slice(0, -1)) rmSync(join(folder(root), 'meta', name))
}

const hashesFile = (root: string): string => join(folder(root), 'hashes.json')

export function unlisted(root: string): string[] {
  const hashes = readJson<Hashes>(hashesFile(root))
  return readdirSync(folder(root))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.slice(0, -4))
    .filter((tag) => !(tag in hashes))
    .sort()
}

/** Only of what is not listed yet: a migration that somebody may have run is not to change. */
export function listHashes(root: string): string[] {
  const tags = unlisted(root)
  const hashes = readJson<Hashes>(hashesFile(root))
  for (const tag of tags)
    hashes[tag] = hashOf(withUnixEnds(readFileSync(join(folder(root), `${tag}.sql`), 'utf8')))
  if (tags.length > 0) writeFileSync(hashesFile(root), `${JSON.stringify(hashes, null, 2)}\n`)
  return tags
}

/** What all migrations make, as every program needs it at each start (core/db/schemaCheck.ts). */
function schemaText(root: string): string {
  const migrations = loadMigrations(folder(root))
  const { name: after = '', hash = '' } = migrations.at(-1) ?? {}
  const written: WrittenSchema = { after, hash, parts: Object.fromEntries(schemaOf(migrations)) }
  return `${JSON.stringify(written, null, 2)}\n`
}

export function isSchemaStale(root: string): boolean {
  const path = join(folder(root), SCHEMA_NAME)
  return !existsSync(path) || withUnixEnds(readFileSync(path, 'utf8')) !== schemaText(root)
}

/** True where it was out of date. */
export function writeSchema(root: string): boolean {
  const stale = isSchemaStale(root)
  if (stale) writeFileSync(join(folder(root), SCHEMA_NAME), schemaText(root))
  return stale
}
