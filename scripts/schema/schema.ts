// Brings what follows from the schemas up to date, or with --check says what is not.
import { join } from 'node:path'
import { staleCopies, writeCopies } from './copies.ts'
import {
  dropOldSnapshots,
  generate,
  isSchemaStale,
  listHashes,
  missingSql,
  unlisted,
  writeSchema,
} from './migrations.ts'

const root = join(import.meta.dirname, '..', '..')
const [name] = process.argv.slice(2)

if (name === '--check') {
  const findings = [
    ...(await missingSql(root)).map((sql) => `drizzle/sqlite lacks a migration: ${sql}`),
    ...unlisted(root).map((tag) => `drizzle/sqlite/hashes.json lacks ${tag}`),
    // What no hash names yet cannot be loaded.
    ...(unlisted(root).length === 0 && isSchemaStale(root)
      ? ['drizzle/sqlite/schema.json is out of date']
      : []),
    ...(await staleCopies(root)).map((path) => `${path} is out of date`),
  ]
  for (const finding of findings) console.error(finding)
  if (findings.length > 0) console.error('Run `npm run schema -- what-changes`.')
  process.exitCode = findings.length > 0 ? 1 : 0
} else {
  const missing = await missingSql(root)
  if (missing.length > 0 && name === undefined)
    throw new Error('The tables change: say what changes, as in `npm run schema -- tags`.')
  if (missing.length > 0 && name !== undefined) generate(root, name)
  dropOldSnapshots(root)
  for (const tag of listHashes(root)) console.log(`Made drizzle/sqlite/${tag}.sql: read it.`)
  if (writeSchema(root)) console.log('Wrote drizzle/sqlite/schema.json.')
  for (const path of await writeCopies(root)) console.log(`Wrote ${path}.`)
}
