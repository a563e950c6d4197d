// Owns the set-up of a fresh machine: packages as package-lock.json says, and the Node that the project brings along.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fetchNode } from './nodeBinary.mjs'
import { fail, INTERRUPTED, runNpm, say } from './process.mjs'

const OLDEST_NODE = 20

/** Stops with a clear sentence where this Node is too old even to set things up. */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < OLDEST_NODE) {
    fail(
      `needs Node ${OLDEST_NODE} or newer, this is ${process.version}. Get one from https://nodejs.org.`,
      2,
    )
  }
}

/**
 * Installs what is missing and returns the path of the project's own Node.
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function ensureInstalled(root) {
  requireNode()
  const modules = join(root, 'node_modules')
  if (!isInstalled(root)) {
    const fresh = !existsSync(join(modules, '.package-lock.json'))
    say(fresh ? 'installing packages (once, a few minutes at most) …' : 'packages changed, updating …')
    // Install scripts stay off: none is needed, as nodeBinary.mjs does what that of `node` would. So npm 10, which does not know
    // package.json's allowScripts, and npm 11 behave alike, and better-sqlite3 is never compiled (it brings its binaries).
    // An update goes by `install`: `ci` deletes node_modules first, and on Windows we may be running from there.
    const how = fresh ? ['ci'] : ['install', '--no-save']
    const { code, interrupted } = await runNpm([...how, '--ignore-scripts', '--loglevel=error'], {
      cwd: root,
    })
    if (interrupted) process.exit(INTERRUPTED)
    if (code !== 0)
      fail('the packages could not be installed; npm says why above. Is this machine online?', code)
  }
  if (!projectNode(root)) {
    say('fetching the Node that Daybook runs on …')
    const { problem, interrupted } = await fetchNode(root)
    if (interrupted) process.exit(INTERRUPTED)
    if (problem !== null) console.error(`daybook: ${problem}`)
  }
  const node = projectNode(root) ?? suitable(process.execPath)
  if (!node) {
    fail(
      'no Node 24 for this system could be fetched. Install Node 24 from https://nodejs.org and try again.',
    )
  }
  return node
}

/**
 * True when node_modules holds what package-lock.json names, version by version. npm writes its own account of
 * node_modules last, so a broken-off installation counts as none.
 * @param {string} root
 */
function isInstalled(root) {
  const wanted = lockedPackages(join(root, 'package-lock.json'))
  const present = lockedPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted) fail('package-lock.json is missing or damaged. Restore it from the repository.')
  if (!present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    const found = present[path]
    // Packages for other systems are listed but not installed.
    return path === '' || (found ? found.version === entry?.version : entry?.optional)
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean } | undefined> | undefined}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/**
 * The Node in node_modules, if it is there and runs.
 * @param {string} root
 */
export function projectNode(root) {
  const bin = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(bin) ? suitable(bin) : undefined
}

/**
 * This Node if it can run the project: TypeScript as it stands, and better-sqlite3's binaries.
 * @param {string} bin
 */
function suitable(bin) {
  const version =
    bin === process.execPath ? process.version : spawnSync(bin, ['--version']).stdout?.toString()
  return Number(/^v(\d+)/.exec(version ?? '')?.[1]) >= 24 ? bin : undefined
}
