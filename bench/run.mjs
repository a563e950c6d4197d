// `npm run bench`: measures Daybook against the floor of the same run, under the project's Node. `-- --only NAME` measures
// some rows (again for more), `--entries N` over that many entries, `--json FILE` keeps the figures (- prints them instead
// of the table), `--write` writes the table into docs/performance.md.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from '../scripts/setup/install.mjs'
import { run } from '../scripts/setup/process.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = await ensureInstalled(root)
// Rows that look at memory ask for a collection first.
const command = ['--expose-gc', join(root, 'bench', 'main.ts'), ...process.argv.slice(2)]
process.exitCode = (await run(node, command, { cwd: process.cwd() })).code
