// Owns the bundles of the host and the command line in out/: one file to load instead of hundreds, so both start at once.
// Usage: bundle.ts, for both; bundle.ts PROGRAM FOLDER, for one of them somewhere else in the project.
import { join, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import { workerEntries } from './workers.ts'

const root = join(import.meta.dirname, '..', '..')
const [only, folder] = process.argv.slice(2)

for (const program of only === undefined ? ['host', 'cli'] : [only]) {
  const build = await rolldown({
    input: { main: join(root, program, 'main.ts'), ...workerEntries(root) },
    cwd: root,
    platform: 'node',
    // It finds its binary beside its own files, so it stays a package.
    external: [/^node:/, 'better-sqlite3'],
  })
  await build.write({
    dir: folder === undefined ? join(root, 'out', program) : resolve(folder),
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    cleanDir: true,
  })
  await build.close()
}
