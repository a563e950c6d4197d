// `npm run server`: the server of a team, under the project's Node; `-- --help` says what can be given.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { run } from './setup/process.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = await ensureInstalled(root)
// The screens that it shows in browsers.
await buildIfStale(root, node, 'renderer')
// Requests leave much behind that lives for a moment; left alone, it and the threads that pack answers keep twice the memory.
const command = ['--max-semi-space-size=4', join(root, 'server', 'main.ts'), ...process.argv.slice(2)]
const env = { MALLOC_ARENA_MAX: '2', ...process.env }
process.exitCode = (await run(node, command, { cwd: process.cwd(), env })).code
