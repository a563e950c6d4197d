// The loader of the program's files: they run as under Node, at a later start from what was kept, and never from anything else.
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compiledFile, createLoader } from './load.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-load-'))
  file = join(folder, 'kept', 'compiled')
  write('program.cjs', "const { twice } = require('./shell.cjs'); exports.four = twice(2)")
  write('shell.cjs', 'exports.twice = (number) => number * 2')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, source: string) => writeFileSync(join(folder, name), source)
const loader = () => createLoader(folder, file)
function moveFolder(): void {
  const moved = `${folder}-moved`
  renameSync(folder, moved)
  folder = moved
  file = join(folder, 'kept', 'compiled')
}
async function startAndKeep(): Promise<void> {
  const first = loader()
  first.load('program.cjs')
  expect(await first.keep()).toBe(true)
}

test('files run as Node runs them: each once, with its own names, in a circle, and with all else that there is', () => {
  write(
    'program.cjs',
    `exports.early = 1
     const { late } = require('./circle.cjs')
     const { basename } = require('node:path')
     exports.said = [late, basename(__filename), __dirname, module.exports === exports, this === exports,
       require('./circle.cjs') === require('./circle.cjs')]`,
  )
  write('circle.cjs', "const { early } = require('./program.cjs'); exports.late = early + 1")
  expect(loader().load('program.cjs')).toMatchObject({
    said: [2, 'program.cjs', folder, true, true, true],
  })
})

test('what fails to load is tried anew, as after a repair', () => {
  write('shell.cjs', "throw new Error('torn')")
  const { load } = loader()
  expect(() => load('shell.cjs')).toThrow('torn')
  write('shell.cjs', 'exports.whole = true')
  expect(load('shell.cjs')).toEqual({ whole: true })
})

test('a later start compiles nothing and has nothing to keep', async () => {
  await startAndKeep()
  moveFolder()
  const later = loader()
  expect(later.load('program.cjs')).toEqual({ four: 4 })
  expect(later.compiledAnew()).toBe(false)
  expect(await later.keep()).toBe(false)
})

test('a file that changed is compiled, also where its length is the same, and what is gone is kept no longer', async () => {
  await startAndKeep()
  write('shell.cjs', 'exports.twice = (number) => number * 3')
  const changed = loader()
  expect(changed.load('program.cjs')).toEqual({ four: 6 })
  expect(changed.compiledAnew()).toBe(true)
  write('program.cjs', 'exports.alone = true')
  rmSync(join(folder, 'shell.cjs'))
  const alone = loader()
  expect(alone.load('program.cjs')).toEqual({ alone: true })
  expect(await alone.keep()).toBe(true)
  expect(readFileSync(file, 'latin1')).not.toContain('shell.cjs')
})

test.each([
  ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
  ['empty', () => Buffer.alloc(0)],
  ['something else', () => Buffer.from('[["program.cjs",1]]\nx')],
  ['no list', () => Buffer.from('null\n')],
  [
    'of another V8',
    (bytes: Buffer) => {
      // The part of program.cjs begins after the line and the source; its first bytes say who made it.
      const at = bytes.indexOf('\n') + 1 + statSync(join(folder, 'program.cjs')).size
      return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(16, 7), bytes.subarray(at + 16)])
    },
  ],
])('what was kept and is %s is compiled again, and kept', async (_, spoilt) => {
  await startAndKeep()
  writeFileSync(file, spoilt(readFileSync(file)))
  // Elsewhere, as V8 itself remembers what it compiled a moment ago.
  moveFolder()
  const later = loader()
  expect(later.load('program.cjs')).toEqual({ four: 4 })
  expect(later.compiledAnew()).toBe(true)
  expect(await later.keep()).toBe(true)
  moveFolder()
  const last = loader()
  last.load('program.cjs')
  expect(last.compiledAnew()).toBe(false)
})

test.skipIf(process.platform === 'win32')(
  'G5 nothing is run from a folder that others can write',
  async () => {
    await startAndKeep()
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    chmodSync(dirname(file), 0o777)
    const later = loader()
    expect(later.load('program.cjs')).toEqual({ four: 4 })
    expect(later.compiledAnew()).toBe(true)
    expect(await later.keep()).toBe(false)
  },
)

test('where nothing can be kept the program runs', async () => {
  mkdirSync(file, { recursive: true })
  const first = loader()
  expect(first.load('program.cjs')).toEqual({ four: 4 })
  expect(await first.keep()).toBe(false)
})

test('it lies where the system wants what can be made again', () => {
  expect(compiledFile('linux', {}, '/home/ada')).toBe(join('/home/ada', '.cache', 'Daybook', 'compiled'))
  expect(compiledFile('linux', { XDG_CACHE_HOME: '/var/ada' }, '/home/ada')).toBe(
    join('/var/ada', 'Daybook', 'compiled'),
  )
  expect(compiledFile('darwin', {}, '/Users/ada')).toBe(
    join('/Users/ada', 'Library', 'Caches', 'Daybook', 'compiled'),
  )
  expect(compiledFile('win32', { LOCALAPPDATA: '/ada/local' }, '/ada')).toBe(
    join('/ada/local', 'Daybook', 'Cache', 'compiled'),
  )
})
