// Guards the guards: plants a violation of each layer in a small copy of the project and sees lint and compiler refuse it.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const FOLDERS = ['shared', 'core', 'electron', 'host', 'cli', 'renderer', 'scripts']

let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'daybook-layers-'))
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'tsconfig.base.json', 'tsconfig.test.json']) {
    cpSync(join(root, name), join(copy, name))
  }
  for (const folder of FOLDERS) {
    mkdirSync(join(copy, folder))
    cpSync(join(root, folder, 'tsconfig.json'), join(copy, folder, 'tsconfig.json'))
    writeFileSync(join(copy, folder, 'sound.ts'), `export const ${folder} = '${folder}'\n`)
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** What lint and compiler say when this file stands in the project. */
function plant(path: string, text: string): { lint: string; compiler: string } {
  writeFileSync(join(copy, path), text)
  try {
    return {
      lint: say('oxlint/bin/oxlint', '--format', 'json', path),
      compiler: say('typescript/bin/tsc', '-b', path.split('/')[0] ?? ''),
    }
  } finally {
    rmSync(join(copy, path))
  }
}

function say(script: string, ...args: string[]): string {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: copy,
    encoding: 'utf8',
  })
  return status === 0 ? '' : stdout
}

const use = (folder: string) =>
  `import { ${folder} } from '../${folder}/sound.ts'\nexport const used = ${folder}\n`

test('what is allowed is allowed, so a refusal below is about the layer', () => {
  for (const [from, to] of [
    ['core', 'shared'],
    ['renderer', 'shared'],
    ['electron', 'core'],
    ['host', 'core'],
    ['cli', 'core'],
  ] as const) {
    expect(plant(`${from}/planted.ts`, use(to)), `${from} imports ${to}`).toEqual({ lint: '', compiler: '' })
  }
  const packages =
    "import { z } from 'zod'\nimport { Temporal } from 'temporal-polyfill'\nexport const used = [z, Temporal]\n"
  expect(plant('shared/planted.ts', packages)).toEqual({ lint: '', compiler: '' })
}, 60_000)

describe('an import against the direction is refused, by lint in words and by the compiler', () => {
  test.each([
    ['shared', 'core', 'may import only itself'],
    ['shared', 'renderer', 'may import only itself'],
    ['core', 'electron', 'may import shared/ and core/ only'],
    ['core', 'cli', 'may import shared/ and core/ only'],
    ['host', 'cli', 'Nobody imports a program'],
    ['electron', 'renderer', 'Nobody imports a program'],
    ['cli', 'host', 'Nobody imports a program'],
    ['renderer', 'core', 'through the Channel'],
  ])('%s does not import %s', (from, to, words) => {
    const { lint, compiler } = plant(`${from}/planted.ts`, use(to))
    expect(lint).toContain(words)
    expect(compiler).toContain('TS6307')
  })

  test('a lazy import counts as one', () => {
    const { lint } = plant('core/planted.ts', "export const later = () => import('../host/sound.ts')\n")
    expect(lint).toContain('may import shared/ and core/ only')
  })
})

test('shared/ compiles without Node and without a page, and takes in no other package', () => {
  expect(plant('shared/planted.ts', 'export const width = window.innerWidth\n').compiler).toContain(
    "'window'",
  )
  const node = plant(
    'shared/planted.ts',
    "import { readFileSync } from 'node:fs'\nexport const used = readFileSync\n",
  )
  expect(node.compiler).toContain("'node:fs'")
  expect(node.lint).toContain('may import only itself')
  const other = plant('shared/planted.ts', "import { ulid } from 'ulid'\nexport const used = ulid\n")
  expect(other.lint).toContain('may import only itself')
})

test('renderer/ compiles without Node', () => {
  const node = plant(
    'renderer/planted.ts',
    "import { readFileSync } from 'node:fs'\nexport const used = readFileSync\n",
  )
  expect(node.compiler).toContain("'node:fs'")
  expect(node.lint).toContain('without Node')
})

describe('shared/ and core/ have no clock and no dice of their own', () => {
  test.each([
    ['Date.now()', "Unexpected use of 'Date'"],
    ['new Date()', "Unexpected use of 'Date'"],
    ['performance.now()', "Unexpected use of 'performance'"],
    ['crypto.randomUUID()', "Unexpected use of 'crypto'"],
    ['Math.random()', "'Math.random' is restricted"],
  ])('%s is refused', (expression, words) => {
    const text = `export const value = ${expression}\n`
    expect(plant('shared/planted.ts', text).lint).toContain(words)
    expect(plant('core/planted.ts', text).lint).toContain(words)
    expect(plant('core/planted.test.ts', text).lint).toBe('')
  })
})
