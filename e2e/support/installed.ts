// The program as an installer holds it, for tests: packed by electron-builder, with all its fuses, driven as Chromium lets itself be.
import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { askPage, root } from './desktop.ts'
import type { Running } from './program.ts'

const run = promisify(execFile)
/** Chromium's sandbox is part of what is tested; only root cannot have it. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Packs what `npm run build` made, around the Electron that is here. Gives the program. */
export async function pack(folder: string, updates: { feed: string; key: string }): Promise<string> {
  const dist = realpathSync(join(root, 'node_modules', 'electron', 'dist'))
  writeFileSync(join(folder, 'updates.json'), JSON.stringify(updates))
  const config = join(folder, 'electron-builder.yml')
  const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  const own = text
    .replace('  output: release\n', `  output: ${JSON.stringify(join(folder, 'release'))}\n`)
    .replace(
      '  - resources/updates.json\n',
      `  - { from: ${JSON.stringify(folder)}, to: resources, filter: [updates.json] }\n`,
    )
  const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  writeFileSync(config, `${own}\nelectronDist: ${JSON.stringify(dist)}\nelectronVersion: ${version}\n`)
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const args = [builder, '--dir', '--publish', 'never', '--projectDir', root, '--config', config]
  await run(process.execPath, args, {
    cwd: root,
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
    maxBuffer: 64 * 1024 * 1024,
  })
  const places = [
    ['linux-unpacked', 'daybook'],
    ['linux-arm64-unpacked', 'daybook'],
    ['win-unpacked', 'Daybook.exe'],
    ['win-arm64-unpacked', 'Daybook.exe'],
    ['mac', 'Daybook.app', 'Contents', 'MacOS', 'Daybook'],
    ['mac-arm64', 'Daybook.app', 'Contents', 'MacOS', 'Daybook'],
  ]
  const program = places.map((place) => join(folder, 'release', ...place)).find((file) => existsSync(file))
  if (program === undefined) throw new Error('electron-builder made no program')
  return program
}

/** `daybook --cli …` of the installed program; rejects where it fails. */
export const commandLine = async (program: string, ...args: string[]): Promise<string> =>
  (await run(program, [...asRoot, '--cli', ...args])).stdout

export type Opened = Pick<Running, 'call'> & {
  page: Page
  process: ChildProcess
  /** The code with which it ends, and what it said on its way. */
  ended: Promise<{ code: number | null; said: string }>
}

/** Its fuses keep Playwright's own way in shut, so it is looked into by Chromium's door for that. */
export async function openInstalled(
  program: string,
  dataDir: string,
  env: Record<string, string> = {},
): Promise<Opened> {
  const child = spawn(program, [...asRoot, '--remote-debugging-port=0', '--data', dataDir], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  const address = new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (more: Buffer) => {
      said += more.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(said)
      if (found?.[1] !== undefined) resolve(found[1])
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)))
  })
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, said }))
  const browser = await chromium.connectOverCDP(await address)
  const context = browser.contexts()[0]
  if (context === undefined) throw new Error('it has no pages')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.waitForURL(/^app:/)
  await page.getByRole('heading').first().waitFor()
  const call: Opened['call'] = async (name, args) => {
    const reply = await askPage(page, name, args)
    if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}`)
    return reply.value
  }
  return { page, call, process: child, ended }
}
