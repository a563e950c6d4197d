// Owns the bundles of the host and the command line in out/: one file to load instead of hundreds, so both start at once.
// Usage: bundle.ts, for both; bundle.ts PROGRAM FOLDER, for one of them somewhere else in the project.
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { copyBesides } from './besides.ts'
import { writeBundle, writeThreads } from './write.ts'

const root = join(import.meta.dirname, '..', '..')
const [only, folder] = process.argv.slice(2)

/**
 * An `import` of one of Node's modules reads all that it has, which loads streams, workers and promises that nobody asked
 * for. Who waits for an answer of the command line feels that; `require` does not do so.
 */
const FORMATS = { host: 'esm', cli: 'cjs' } as const
const isProgram = (name: string): name is keyof typeof FORMATS => Object.hasOwn(FORMATS, name)

for (const program of only === undefined ? Object.keys(FORMATS) : [only]) {
  if (!isProgram(program)) throw new Error(`there is no bundle of ${program}`)
  const dir = folder === undefined ? join(root, 'out', program) : resolve(folder)
  rmSync(dir, { recursive: true, force: true })
  const how = { root, format: FORMATS[program] }
  await writeBundle({ main: join(root, program, 'main.ts') }, dir, how)
  await writeThreads(dir, how)
  copyBesides(root, dir)
}
