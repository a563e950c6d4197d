// Guards the guards: plants a violation of each layer in a small copy of the project and sees lint and compiler refuse it.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

// Each question starts a program of its own, and there are ten in the first test.
vi.setConfig({ testTimeout: 120_000 })

const root = join(import.meta.dirname, '..')
const FOLDERS = ['shared', 'core', 'electron', 'host', 'cli', 'server', 'renderer', 'scripts']

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
  cpSync(join(root, 'scripts', 'lint'), join(copy, 'scripts', 'lint'), { recursive: true })
  for (const path of ['features/diary', 'features/timer', 'features/new', 'ui', 'windows']) {
    mkdirSync(join(copy, 'renderer', path), { recursive: true })
    writeFileSync(join(copy, 'renderer', path, 'sound.ts'), `export const sound = '${path}'\n`)
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

type Judge = 'lint' | 'compiler'

/** What each says when this file stands in the project; '' is no objection. */
function plant(path: string, text: string, judges: Judge[] = ['lint', 'compiler']): Record<Judge, string> {
  writeFileSync(join(copy, path), text)
  try {
    return {
      lint: judges.includes('lint') ? say('oxlint/bin/oxlint', '--format', 'json', path) : '',
      compiler: judges.includes('compiler') ? say('typescript/bin/tsc', '-b', path.split('/')[0] ?? '') : '',
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
    ['server', 'core'],
  ] as const) {
    expect(plant(`${from}/planted.ts`, use(to)), `${from} imports ${to}`).toEqual({ lint: '', compiler: '' })
  }
  const zod = "import { z } from 'zod'\nexport const used = z\n"
  expect(plant('shared/planted.ts', zod)).toEqual({ lint: '', compiler: '' })
})

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
    const { lint } = plant('core/planted.ts', "export const later = () => import('../host/sound.ts')\n", [
      'lint',
    ])
    expect(lint).toContain('may import shared/ and core/ only')
  })
})

test('shared/ compiles without Node and without a page, and takes in no other package', () => {
  expect(
    plant('shared/planted.ts', 'export const width = window.innerWidth\n', ['compiler']).compiler,
  ).toContain("'window'")
  const node = plant(
    'shared/planted.ts',
    "import { readFileSync } from 'node:fs'\nexport const used = readFileSync\n",
  )
  expect(node.compiler).toContain("'node:fs'")
  expect(node.lint).toContain('may import only itself')
  const other = plant('shared/planted.ts', "import { ulid } from 'ulid'\nexport const used = ulid\n", [
    'lint',
  ])
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

test('shared/ and core/ have no clock and no dice of their own, their tests may', () => {
  const reads = [
    ['Date.now()', "Unexpected use of 'Date'"],
    ['performance.now()', "Unexpected use of 'performance'"],
    ['crypto.randomUUID()', "Unexpected use of 'crypto'"],
    ['Math.random()', "'Math.random' is restricted"],
  ] as const
  const text = reads.map(([read], index) => `export const value${index} = ${read}\n`).join('')
  for (const folder of ['shared', 'core']) {
    const { lint } = plant(`${folder}/planted.ts`, text, ['lint'])
    for (const [, words] of reads) expect(lint, folder).toContain(words)
  }
  expect(plant('core/planted.test.ts', text, ['lint']).lint).toBe('')
})

describe('in renderer/, features use each other downwards only, in the order that the linter has', () => {
  const use = (path: string) => `import { sound } from '${path}'\nexport const used = sound\n`

  test.each([
    ['a feature uses one below it', 'renderer/features/diary/planted.ts', '../timer/sound.ts'],
    ['and what all are made of', 'renderer/features/diary/planted.ts', '../../ui/sound.ts'],
    ['a window uses any', 'renderer/windows/planted.ts', '../features/diary/sound.ts'],
  ])('%s', (_, path, used) => {
    expect(plant(path, use(used), ['lint']).lint).toBe('')
  })

  test.each([
    ['upwards', 'renderer/features/timer/planted.ts', use('../diary/sound.ts'), 'diary stands above timer'],
    [
      'upwards when it is needed',
      'renderer/features/timer/planted.ts',
      "export const later = () => import('../diary/sound.ts')\n",
      'diary stands above timer',
    ],
    [
      'of a feature that stands nowhere yet',
      'renderer/features/diary/planted.ts',
      use('../new/sound.ts'),
      'State where new stands',
    ],
    [
      'of another’s style',
      'renderer/features/diary/planted.ts',
      "import classes from '../timer/timer.module.css'\nexport const used = classes\n",
      'The style of timer is its own',
    ],
    [
      'of a feature by a part',
      'renderer/ui/planted.ts',
      use('../features/timer/sound.ts'),
      'it imports none',
    ],
    [
      'of a window',
      'renderer/features/timer/planted.ts',
      use('../../windows/sound.ts'),
      'nothing in renderer/ imports a window',
    ],
  ])('not %s', (_, path, text, words) => {
    expect(plant(path, text, ['lint']).lint).toContain(words)
  })
})

test('a form is a SubmitForm', () => {
  const { lint } = plant('renderer/planted.tsx', 'export const Raw = () => <form />\n', ['lint'])
  expect(lint).toContain('Take SubmitForm')
})
