// The bundles that Electron gets: the main process starts and does its work from them, workers included; the preload is one file.
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../core/testing/export/readPdf.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
// Inside the program's folder, because a bundle looks for the migrations above itself.
const out = join(root, 'node_modules', '.cache', `daybook-desktop-${process.pid}`)
const dataDir = mkdtempSync(join(tmpdir(), 'daybook-bundle-'))

beforeAll(async () => {
  const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const args = [electronVite, 'build', '--outDir', out, '--logLevel', 'warn', '--ignoreConfigWarning']
  await run(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
}, 120_000)
afterAll(() => {
  rmSync(out, { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
})

test('G1 the built main process opens the data, backs it up, writes a workbook and a PDF, and ends cleanly', async () => {
  const driver = join(root, 'electron', 'testing', 'runBundle.ts')
  const { stdout } = await run(process.execPath, [driver, join(out, 'main', 'main.mjs'), dataDir], {
    cwd: root,
    env: { ...process.env, XDG_CACHE_HOME: join(dataDir, 'cache') },
  })
  expect(JSON.parse(stdout)).toMatchObject({
    loaded: { users: 12, entries: 1000 },
    backup: { verified: true },
    jobs: [
      { state: 'done', path: join(dataDir, 'payroll.xlsx'), error: null },
      { state: 'done', path: join(dataDir, 'report.pdf'), error: null },
    ],
    exitCode: 0,
    asked: [],
  })
  expect(existsSync(join(dataDir, 'payroll.xlsx'))).toBe(true)
  // Set in the fonts that lie beside the bundle.
  expect(
    readPdf(readFileSync(join(dataDir, 'report.pdf'))).fonts.map((font) => font.replace(/^.*\+/, '')),
  ).toContain('NotoSans-Regular')
}, 120_000)

test('a start loads few files, one after another: the entry, the shell, and the application as a whole', () => {
  const folder = join(out, 'main')
  const loaded = new Set<string>()
  /** What a file needs before it can run; what it loads later stands inside of functions. */
  const load = (name: string): void => {
    if (loaded.has(name)) return
    loaded.add(name)
    const source = readFileSync(join(folder, name), 'utf8')
    for (const [, needed = ''] of source.matchAll(/^(?:const|let) \w+ = require\("\.\/(.+?)"\);$/gm))
      load(needed)
  }
  load('program.cjs')
  const names = () => [...loaded].map((name) => name.replace(/-[\w-]{8}\.cjs$/, ''))
  expect(names().toSorted()).toEqual(['program.cjs', 'rolldown-runtime', 'shell'])
  for (const name of readdirSync(folder)) if (name.startsWith('application-')) load(name)
  expect(new Set(names().slice(3))).toEqual(new Set(['application']))
})

test('the built preload is one CommonJS file that needs nothing but Electron, as a sandboxed preload must be', () => {
  expect(readdirSync(join(out, 'preload'))).toEqual(['preload.cjs'])
  const source = readFileSync(join(out, 'preload', 'preload.cjs'), 'utf8')
  expect([...source.matchAll(/require\(["'](.+?)["']\)/g)].map(([, name]) => name)).toEqual(['electron'])
  expect(source).not.toMatch(/\bimport\b|\bexport\b/)
})

test('the program’s name for Windows is the one that it is installed under', () => {
  const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  const appId = /^appId: (.+)$/m.exec(builder)?.[1]
  expect(appId).toBeDefined()
  expect(readFileSync(join(root, 'electron', 'beforeReady.ts'), 'utf8')).toContain(
    `const APP_ID = '${appId}'`,
  )
})

test('the fuses that keep the program from becoming somebody else’s tool are set', () => {
  const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  for (const [fuse, value] of Object.entries({
    runAsNode: false,
    // There are no cookies, and the keychain would ask for a password to keep none.
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  }))
    expect(builder).toContain(`\n  ${fuse}: ${value}\n`)
})
