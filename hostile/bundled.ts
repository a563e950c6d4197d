// The victim as one file with its threads beside it, as programs ship: it starts in a fraction of the time.
import { mkdtempSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { workerEntries } from '../scripts/bundle/workers.ts'

const root = join(import.meta.dirname, '..')

/** Below out/, so that packages are found from there. */
export async function bundleVictim(): Promise<{ folder: string; program: string }> {
  mkdirSync(join(root, 'out'), { recursive: true })
  const folder = mkdtempSync(join(root, 'out', 'hostile-'))
  const build = await rolldown({
    input: { victim: join(root, 'hostile', 'victim.ts'), ...workerEntries(root) },
    cwd: root,
    platform: 'node',
    external: [/^node:/, 'better-sqlite3'],
  })
  await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  })
  await build.close()
  return { folder, program: join(folder, 'victim.mjs') }
}
