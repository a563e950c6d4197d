// Guards which program `daybook` loads: the quick bundle while it is current, the source as soon as anything is younger.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const SOURCE = ['package-lock.json', 'cli/main.ts', 'core/app.ts', 'shared/rule.ts', 'cli', 'core', 'shared']
const EARLIER = new Date('2026-03-02T08:00:00Z')
const BUILT = new Date('2026-03-02T09:00:00Z')
const LATER = new Date('2026-03-02T10:00:00Z')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-bin-'))
  for (const name of ['cli', 'core', 'shared', 'out/cli']) mkdirSync(join(folder, name), { recursive: true })
  cpSync(join(import.meta.dirname, 'bin.cjs'), join(folder, 'cli/bin.cjs'))
  for (const name of ['package-lock.json', 'core/app.ts', 'shared/rule.ts'])
    writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, 'cli/main.ts'), "console.log('source' as string, process.argv.slice(2).join())")
  writeFileSync(join(folder, 'out/cli/main.cjs'), "console.log('bundle', process.argv.slice(2).join())")
  for (const name of ['cli/bin.cjs', ...SOURCE]) touch(name, EARLIER)
  touch('out/cli/main.cjs', BUILT)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const touch = (name: string, at: Date) => utimesSync(join(folder, name), at, at)

function daybook(...args: string[]): string {
  return spawnSync(process.execPath, [join(folder, 'cli/bin.cjs'), ...args], {
    encoding: 'utf8',
  }).stdout.trim()
}

test('a bundle that is current is taken, with the arguments', () => {
  expect(daybook('status', '--json')).toBe('bundle status,--json')
})

test.each(SOURCE)('the source is taken when %s is younger than the bundle', (name) => {
  touch(name, LATER)
  expect(daybook('status')).toBe('source status')
})

test('without a bundle the source is taken, without a source the bundle', () => {
  rmSync(join(folder, 'cli/main.ts'))
  touch('core/app.ts', LATER)
  expect(daybook()).toBe('bundle')
  writeFileSync(join(folder, 'cli/main.ts'), "console.log('source')")
  rmSync(join(folder, 'out'), { recursive: true })
  expect(daybook()).toBe('source')
})
