// What electron-builder.yml leaves out of the installed program: nothing that the program loads from node_modules.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, matchesGlob, relative, sep } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { EXTERNAL } from '../scripts/bundle/external.ts'

const root = join(import.meta.dirname, '..')
const Package = z.object({ dependencies: z.record(z.string(), z.string()).default({}) })

/** The folders of the package and of all that it needs at run time, found as Node finds them. */
function reachedFrom(name: string, from: string, found = new Set<string>()): Set<string> {
  for (let folder = from; folder.startsWith(root); folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name)
    if (!existsSync(join(place, 'package.json'))) continue
    if (found.has(place)) return found
    found.add(place)
    const { dependencies } = Package.parse(JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')))
    for (const needed of Object.keys(dependencies)) reachedFrom(needed, place, found)
    return found
  }
  throw new Error(`${name} is not installed`)
}

test('G6 no package that the installed program loads is left out of its installer', () => {
  const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  const leftOut = [...builder.matchAll(/^ {2}- '!(node_modules\/\S+)'$/gm)].map(([, pattern = '']) => pattern)
  expect(leftOut.length).toBeGreaterThan(3)
  const reached = new Set(EXTERNAL.flatMap((name) => [...reachedFrom(name, root)]))
  expect(reached.size).toBeGreaterThan(EXTERNAL.length)
  const missing = [...reached]
    .map((place) => relative(root, join(place, 'package.json')).split(sep).join('/'))
    .filter((file) => leftOut.some((pattern) => matchesGlob(file, pattern)))
  expect(missing).toEqual([])
  // What is compiled in is not packed a second time.
  expect(leftOut.some((pattern) => matchesGlob('node_modules/@mantine/core/package.json', pattern))).toBe(
    true,
  )
})
