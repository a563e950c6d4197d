// Compiles programs and threads into a folder, each with what it needs, so that few files have to be found and read.
import { rolldown } from 'rolldown'
import { ascii } from './ascii.ts'
import { EXTERNAL } from './external.ts'
import { lazyBuiltins } from './lazyBuiltins.ts'
import { workerEntries } from './workers.ts'

/** Licences stay; the rest is read at every start and by nobody. */
export const COMMENTS = { legal: true, annotation: false, jsdoc: false }

export type How = { root: string; format: 'esm' | 'cjs' }

/** `input`: source files by the name of what is made of them. */
export async function writeBundle(
  input: Record<string, string>,
  dir: string,
  { root, format }: How,
): Promise<void> {
  const extension = { esm: 'mjs', cjs: 'cjs' }[format]
  const build = await rolldown({
    input,
    cwd: root,
    platform: 'node',
    external: [/^node:/, ...EXTERNAL],
    plugins: [...(format === 'cjs' ? [lazyBuiltins] : []), ascii],
  })
  await build.write({
    dir,
    format,
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `[name]-[hash].${extension}`,
    comments: COMMENTS,
  })
  await build.close()
}

/**
 * Threads by themselves: what they have in common with the program would be cut out of it into files of its own, each of which takes
 * a millisecond to be found and read.
 */
export const writeThreads = (dir: string, how: How): Promise<void> =>
  writeBundle(workerEntries(how.root), dir, how)
