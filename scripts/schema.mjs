// `npm run schema -- what-changes`: after a change of a noun's fields, the migration with its hash, and all that is copied from the
// schemas. `npm run schema -- --check`: is any of it out of date?
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './setup/install.mjs'
import { run } from './setup/process.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = await ensureInstalled(root)
const { code } = await run(node, [join('scripts', 'schema', 'schema.ts'), ...process.argv.slice(2)], {
  cwd: root,
})
process.exitCode = code
