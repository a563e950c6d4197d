// Programs that are measured in processes of their own, bundled with their threads as Daybook ships: of what is not shipped, reading
// hundreds of files and taking the types out of them, nothing is measured.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { workerEntries } from '../scripts/bundle/workers.ts'
import { writeBundle } from '../scripts/bundle/write.ts'

const root = join(import.meta.dirname, '..')

/** Below out/, so that packages are found from there; gone when the process ends. */
export async function bundled(...names: string[]): Promise<(name: string) => string> {
  mkdirSync(join(root, 'out'), { recursive: true })
  const folder = mkdtempSync(join(root, 'out', 'bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const programs = Object.fromEntries(names.map((name) => [name, join(root, 'bench', `${name}.ts`)]))
  await writeBundle({ ...programs, ...workerEntries(root) }, folder, { root, format: 'esm' })
  return (name) => join(folder, `${name}.mjs`)
}
