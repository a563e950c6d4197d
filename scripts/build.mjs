// `npm run build`: the renderer, Electron's main and preload, and the bundles of host and command line, into out/.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = await ensureInstalled(root)
for (const part of /** @type {const} */ (['renderer', 'electron', 'bundles']))
  await buildIfStale(root, node, part)
