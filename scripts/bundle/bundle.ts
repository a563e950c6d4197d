// Owns the bundles of the host and the command line in out/: one file to load instead of hundreds, so both start at once.
// Usage: bundle.ts, for both; bundle.ts PROGRAM FOLDER, for one of them somewhere else in the project.
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import { copyBesides } from './besides.ts'
import { EXTERNAL } from './external.ts'
import { lazyBuiltins } from './lazyBuiltins.ts'
import { workerEntries } from './workers.ts'

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
  // Threads by themselves: what they have in common with the program would be cut out of it into files of its own, each of which
  // takes a millisecond to be found and read.
  await bundle({ main: join(root, program, 'main.ts') }, dir, FORMATS[program])
  await bundle(workerEntries(root), dir, FORMATS[program])
  copyBesides(root, dir)
}

async function bundle(input: Record<string, string>, dir: string, format: 'esm' | 'cjs'): Promise<void> {
  const extension = { esm: 'mjs', cjs: 'cjs' }[format]
  const build = await rolldown({
    input,
    cwd: root,
    platform: 'node',
    external: [/^node:/, ...EXTERNAL],
    plugins: format === 'cjs' ? [lazyBuiltins] : [],
  })
  await build.write({
    dir,
    format,
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `[name]-[hash].${extension}`,
    // Licences stay; the rest is read at every start and by nobody.
    comments: { legal: true, annotation: false, jsdoc: false },
  })
  await build.close()
}
