// Owns what is built and when: a part is built again only when a file that goes into it has changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, INTERRUPTED, run, say } from './process.mjs'

const CONFIG = ['package-lock.json', 'vite.config.ts', 'electron.vite.config.ts', 'scripts/bundle']

/** @type {Record<'renderer' | 'electron' | 'bundles', { from: string[], makes: string[], command: string[] }>} */
const PARTS = {
  renderer: {
    from: ['renderer', 'shared', 'resources'],
    makes: ['out/renderer/index.html'],
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  },
  electron: {
    from: ['electron', 'core', 'shared'],
    makes: ['out/main/main.mjs', 'out/preload/preload.cjs'],
    command: [
      'node_modules/electron-vite/bin/electron-vite.js',
      'build',
      '--logLevel',
      'warn',
      '--ignoreConfigWarning',
    ],
  },
  bundles: {
    from: ['host', 'cli', 'core', 'shared'],
    makes: ['out/host/main.mjs', 'out/cli/main.cjs'],
    command: ['scripts/bundle/bundle.ts'],
  },
}

/**
 * @param {string} root
 * @param {string} node
 * @param {keyof typeof PARTS} part
 */
export async function buildIfStale(root, node, part) {
  const { from, makes, command } = PARTS[part]
  const stamp = join(root, 'out', `.built-${part}`)
  const state = fingerprint(root, [...from, ...CONFIG])
  const present = makes.every((file) => existsSync(join(root, file)))
  if (present && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return
  say(`building ${part} …`)
  const env = { ...process.env, NODE_ENV: 'production' }
  const { code, interrupted } = await run(node, command, { cwd: root, env })
  if (interrupted) process.exit(INTERRUPTED)
  if (code !== 0) fail(`building ${part} failed; the reason stands above.`, code)
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, state)
}

/**
 * Names, sizes and times of all files: a removed file or an older one put back counts as a change too.
 * @param {string} root
 * @param {readonly string[]} paths
 */
function fingerprint(root, paths) {
  const hash = createHash('sha256')
  /** @param {string} path */
  const visit = (path) => {
    const found = statSync(join(root, path), { throwIfNoEntry: false })
    if (!found) return
    if (found.isDirectory()) {
      for (const name of readdirSync(join(root, path)).toSorted()) visit(`${path}/${name}`)
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(`${path} ${found.size} ${found.mtimeMs}\n`)
    }
  }
  for (const path of paths) visit(path)
  return hash.digest('hex')
}
