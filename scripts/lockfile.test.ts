// Guards that an installation from package-lock.json works on every system, whichever one wrote the file.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Locked {
  version?: string
  resolved?: string
  integrity?: string
  optionalDependencies?: Record<string, string>
}

test('package-lock.json holds the binaries of every system, each with its checksum', () => {
  const file = readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8')
  const { packages } = JSON.parse(file) as { packages: Record<string, Locked> }
  const wanted = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).map((name) => ({ path, name })),
  )
  expect(wanted.length).toBeGreaterThan(50)
  // npm leaves out, without a word, what its registry does not serve; then `npm ci` fails on every other machine.
  expect(wanted.filter(({ path, name }) => !resolves(packages, path, name))).toEqual([])
  // What stands in `vendor` is of this repository.
  const fetched = Object.entries(packages).filter(
    ([path, { resolved = '' }]) => path !== '' && !resolved.startsWith('file:vendor/'),
  )
  expect(fetched.filter(([, { integrity }]) => !integrity)).toEqual([])
})

/** Node's own search: in the package's node_modules, then in those of the folders above. */
function resolves(packages: Record<string, Locked>, from: string, name: string): boolean {
  if (packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`]) return true
  if (from === '') return false
  return resolves(packages, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name)
}
