// `npm run build`: the renderer, Electron's main and preload, and the bundles of host and command line, into out/; `-- PART …` only
// those parts. What has not changed is left as it is.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const PARTS = /** @type {const} */ (['renderer', 'electron', 'bundles'])
const wanted = process.argv.slice(2)
const unknown = wanted.find((part) => !PARTS.some((known) => known === part))
if (unknown !== undefined) throw new Error(`there is no part ${unknown}: ${PARTS.join(', ')}`)
const node = await ensureInstalled(root)
for (const part of PARTS)
  if (wanted.length === 0 || wanted.includes(part)) await buildIfStale(root, node, part)
