// `npm run check`: types, lint with the layer table, format, unit and integration tests. No browser.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './setup/install.mjs'
import { CHECK, runStages } from './stages.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = await ensureInstalled(root)
process.exitCode = await runStages(root, node, CHECK, process.env)
