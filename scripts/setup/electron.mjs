// Owns the question whether a desktop window can be had here: Electron's runtime, and a screen to show it on.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { INTERRUPTED, run, say } from './process.mjs'

const FETCH_LIMIT_MS = 4 * 60_000

/**
 * The path of Electron's runtime, or the reason why there is none, as the end of a sentence.
 * Nothing is remembered: a machine that is online tomorrow gets its window tomorrow.
 * @param {string} root
 * @param {string} node
 * @returns {Promise<{ electron: string } | { reason: string }>}
 */
export async function ensureElectron(root, node) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { reason: 'there is no graphical display here' }
  }
  const present = electronPath(root)
  if (present) return { electron: present }
  say('fetching the Electron runtime (about 110 MB, once) …')
  const install = join(root, 'node_modules', 'electron', 'install.js')
  const fetching = await run(node, [install], { cwd: root, quiet: true, timeoutMs: FETCH_LIMIT_MS })
  if (fetching.interrupted) process.exit(INTERRUPTED)
  const fetched = electronPath(root)
  if (fetched) return { electron: fetched }
  return { reason: `the Electron runtime could not be fetched${fetching.code === 124 ? ' in time' : ''}` }
}

/**
 * @param {string} root
 * @returns {string | undefined}
 */
export function electronPath(root) {
  const folder = join(root, 'node_modules', 'electron')
  try {
    const file = readFileSync(join(folder, 'path.txt'), 'utf8')
    const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), file)
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** What Electron must be told on this system: Chromium's sandbox refuses to run as root. @returns {string[]} */
export function electronSwitches() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** The environment for Electron: never the one that turns it into a plain Node. */
export function electronEnvironment() {
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  return env
}
