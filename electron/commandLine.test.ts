// The command line inside the installed program, and what the installers are made of.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { LANGUAGES } from '../shared/base/languages.ts'
import { shellText } from '../shared/text/shellText.ts'
import { commandAmong, runCommand } from './commandLine.ts'

test.each([
  [
    ['--cli', 'status', '--json'],
    ['status', '--json'],
  ],
  [
    ['--no-sandbox', '--cli', 'start', 'Acme'],
    ['start', 'Acme'],
  ],
  [['--cli'], []],
  [['--data', '/x'], null],
  [['daybook://start'], null],
])('G5 %j', (args, command) => {
  expect(commandAmong(args)).toEqual(command)
})

test('G5 it runs with its own arguments and gives its code; one that breaks says so and ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-cli-'))
  const { argv } = process
  mkdirSync(join(folder, 'out', 'cli'), { recursive: true })
  writeFileSync(
    join(folder, 'out', 'cli', 'main.cjs'),
    'exports.done = Promise.resolve(process.argv.slice(2).join() === "status,--json" ? 3 : 9)',
  )
  expect(await runCommand(folder, ['status', '--json'])).toBe(3)
  const said = vi.spyOn(console, 'error').mockReturnValue()
  expect(await runCommand(join(folder, 'gone'), ['status'])).toBe(1)
  expect(said.mock.calls.flat()).toEqual([expect.objectContaining({ code: 'MODULE_NOT_FOUND' })])
  said.mockRestore()
  process.argv = argv
  rmSync(folder, { recursive: true, force: true })
})

test('installers for every system, with the command line in each', () => {
  const builder = readFileSync(join(import.meta.dirname, '..', 'electron-builder.yml'), 'utf8')
  for (const target of ['nsis', 'dmg', 'zip', 'AppImage', 'deb', 'rpm'])
    expect(builder).toContain(`- target: ${target}\n      arch: [x64, arm64]`)
  expect(builder).toContain('  - out/cli/**\n')
})

test('J17 what the system itself shows of the installed program speaks each of its languages', () => {
  const builder = readFileSync(join(import.meta.dirname, '..', 'electron-builder.yml'), 'utf8')
  expect(builder).toContain(`\nelectronLanguages: [${LANGUAGES.join(', ')}]\n`)
  for (const language of LANGUAGES) {
    const key = language === 'en' ? 'Name' : `Name[${language}]`
    const { menu, tray } = shellText(language)
    // The desktop's menu cannot ask what runs, so it says the first word and that more follows.
    expect(builder).toContain(`        ${key}: ${menu.quickTimer}\n`)
    expect(builder).toContain(`        ${key}: ${tray.stop}\n`)
  }
})
