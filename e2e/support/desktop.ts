// The desktop app for tests: the built program on the real Electron, on a data folder of its own (DAYBOOK_E2E=electron).
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron as electron, expect } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Channel, Reply } from '../../shared/contract/channel.ts'
import type { ArgsOf, RequestName, ResultOf } from '../../shared/contract/contract.ts'
import type { Program } from './program.ts'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const ORIGIN = 'app://daybook'

export class Desktop implements Program {
  readonly dataDir: string
  #running: { app: ElectronApplication; main: Page } | null = null

  readonly #locale: string

  constructor(dataDir: string, locale: string) {
    this.dataDir = dataDir
    this.#locale = locale
  }

  /** `more`: further switches, of ours or of Chromium. */
  async start(...more: string[]): Promise<void> {
    const app = await electron.launch({
      args: [root, '--data', this.dataDir, ...more],
      cwd: root,
      locale: this.#locale,
      // Chromium's sandbox is part of what is tested; only root cannot have it.
      chromiumSandbox: process.getuid?.() !== 0,
    })
    const main = await app.firstWindow()
    this.#running = { app, main: withOrigin(main) }
    await main.waitForLoadState()
  }

  /** The main window. */
  get page(): Page {
    return this.#now.main
  }

  get app(): ElectronApplication {
    return this.#now.app
  }

  attempt<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<Reply<ResultOf<N>>> {
    return askPage(this.page, name, args)
  }

  openAgain(): Promise<Page> {
    return Promise.resolve(this.page)
  }

  nextWindow(): Promise<Page> {
    return this.app.waitForEvent('window')
  }

  async saveExport(_page: Page, press: () => Promise<void>, path: string): Promise<string> {
    // The dialog is the system's own and cannot be pressed from here; it answers as somebody would who chose this place.
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = ((...args: unknown[]) => {
        Object.assign(globalThis, { offered: (args.at(-1) as { defaultPath: string }).defaultPath })
        return Promise.resolve({ canceled: false, filePath })
      }) as typeof dialog.showSaveDialog
    }, path)
    await press()
    // It gets its name once it is whole, whatever the screens say and in which language.
    await expect.poll(() => existsSync(path)).toBe(true)
    return basename(await this.app.evaluate(() => (globalThis as unknown as { offered: string }).offered))
  }

  async kill(): Promise<void> {
    const { app } = this.#now
    this.#running = null
    const child = app.process()
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  /** Sends a signal, as a logout does, and waits for the end; `errors`: what the app logged as errors in its life. */
  async end(signal: NodeJS.Signals): Promise<{ code: number | null; errors: string[] }> {
    const { app } = this.#now
    this.#running = null
    const child = app.process()
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
    return { code: child.exitCode, errors: this.loggedErrors() }
  }

  /** Resolves to the code with which the app ends, whatever ends it. */
  async ended(): Promise<number | null> {
    const child = this.#now.app.process()
    await once(child, 'exit')
    this.#running = null
    return child.exitCode
  }

  loggedErrors(): string[] {
    const folder = join(this.dataDir, 'logs')
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
      .filter((line) => line.includes('"error"'))
  }

  /** Not by quitting: with a running timer that asks, as it should. Nothing is lost by it. */
  async stop(): Promise<void> {
    if (this.#running !== null) await this.kill()
  }

  get #now(): { app: ElectronApplication; main: Page } {
    if (this.#running === null) throw new Error('the desktop app is not running')
    return this.#running
  }
}

/** One request of the contract, as a page of the desktop asks it. */
export async function askPage<N extends RequestName>(
  page: Page,
  name: N,
  args: ArgsOf<N>,
): Promise<Reply<ResultOf<N>>> {
  const reply: unknown = await page.evaluate(
    ([request, values]) => {
      const { daybook } = globalThis as unknown as { daybook: Channel }
      return daybook.invoke(request as 'app.state', values as Record<string, never>)
    },
    [name, args] as const,
  )
  return reply as Reply<ResultOf<N>>
}

/** For specs of the desktop alone. */
export function desktopOf(program: Program): Desktop {
  if (!(program instanceof Desktop)) throw new Error('this is no desktop app')
  return program
}

/** Specs name places as `/#/diary`; a page of Electron has no base address to put before them. */
function withOrigin(page: Page): Page {
  const goto = page.goto.bind(page)
  page.goto = (url, options) => goto(new URL(url, `${ORIGIN}/`).href, options)
  return page
}
