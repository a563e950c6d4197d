// Owns the bundles of the host and the command line in out/: one file to load instead of hundreds, so both start at once.
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { workerEntries } from './workers.ts'

const root = join(import.meta.dirname, '..', '..')

for (const program of ['host', 'cli']) {
  const build = await rolldown({
    input: { main: join(root, program, 'main.ts'), ...workerEntries(root) },
    cwd: root,
    platform: 'node',
    // It finds its binary beside its own files, so it stays a package.
    external: [/^node:/, 'better-sqlite3'],
  })
  await build.write({
    dir: join(root, 'out', program),
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    cleanDir: true,
  })
  await build.close()
}
