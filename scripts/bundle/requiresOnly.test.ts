// A program that the loader could not run is not built.
import { createRequire } from 'node:module'
import { Script } from 'node:vm'
import { rolldown } from 'rolldown'
import type { OutputOptions } from 'rolldown'
import { expect, test } from 'vitest'
import { requiresOnly } from './requiresOnly.ts'

async function bundled(source: string, output: OutputOptions): Promise<string> {
  const build = await rolldown({
    input: 'source',
    external: /^node:/,
    plugins: [
      { name: 'source', resolveId: (id) => (id === 'source' ? id : null), load: () => source },
      requiresOnly,
    ],
  })
  const { output: files } = await build.generate({ format: 'cjs', ...output })
  await build.close()
  return files[0].code
}
const LATER = "export const later = () => import('node:path')"

test('what is brought in when it is needed is required then, and a program that would import it is refused', async () => {
  const code = await bundled(LATER, { dynamicImportInCjs: false })
  const program = { exports: {} as { later?: () => Promise<{ basename(path: string): string }> } }
  const run = new Script(`(function (exports, require) {${code}\n})`).runInThisContext() as (
    ...of: unknown[]
  ) => void
  run(program.exports, createRequire(import.meta.url))
  expect((await program.exports.later?.())?.basename('/a/b')).toBe('b')
  await expect(bundled(LATER, {})).rejects.toThrow('holds an import()')
})
