// The victim as one file with its threads beside it, as programs ship: it starts in a fraction of the time.
import { mkdtempSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { workerEntries } from '../scripts/bundle/workers.ts'
import { writeBundle } from '../scripts/bundle/write.ts'

const root = join(import.meta.dirname, '..')

/** Below out/, so that packages are found from there. */
export async function bundleVictim(): Promise<{ folder: string; program: string }> {
  mkdirSync(join(root, 'out'), { recursive: true })
  const folder = mkdtempSync(join(root, 'out', 'hostile-'))
  const input = { victim: join(root, 'hostile', 'victim.ts'), ...workerEntries(root) }
  await writeBundle(input, folder, { root, format: 'esm' })
  return { folder, program: join(folder, 'victim.mjs') }
}
