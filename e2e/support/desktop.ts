// The desktop app for tests: the built program on the real Electron, on a data folder of its own (DAYBOOK_E2E=electron).
import { once } from 'node:events'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron as electron, expect } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Channel, Reply } from '../../shared/contract/channel.ts'
import type { ArgsOf, RequestName, ResultOf } from '../../shared/contract/contract.ts'
import type { Program } from './program.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const ORIGIN = 'app://daybook'

export class Desktop implements Program {
  readonly dataDir: string
  #running: { app: ElectronApplication; main: Page } | null = null

  constructor(dataDir: string) {
    this.dataDir = dataDir
  }

  async start(): Promise<void> {
    const app = await electron.launch({
      args: [root, '--data', this.dataDir],
      cwd: root,
      locale: 'en-GB',
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

  async attempt<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<Reply<ResultOf<N>>> {
    const reply: unknown = await this.page.evaluate(
      ([request, values]) => {
        const { daybook } = globalThis as unknown as { daybook: Channel }
        return daybook.invoke(request as 'app.state', values as Record<string, never>)
      },
      [name, args] as const,
    )
    return reply as Reply<ResultOf<N>>
  }

  openAgain(): Promise<Page> {
    return Promise.resolve(this.page)
  }

  nextWindow(): Promise<Page> {
    return this.app.waitForEvent('window')
  }

  async saveExport(page: Page, press: () => Promise<void>, path: string): Promise<void> {
    // The dialog is the system's own and cannot be pressed from here; it answers as somebody would who chose this place.
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
    await press()
    await expect(page.getByText('The workbook is ready')).toBeVisible()
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

  /** Not by quitting: with a running timer that asks, as it should. Nothing is lost by it. */
  async stop(): Promise<void> {
    if (this.#running !== null) await this.kill()
  }

  get #now(): { app: ElectronApplication; main: Page } {
    if (this.#running === null) throw new Error('the desktop app is not running')
    return this.#running
  }
}

/** Specs name places as `/#/diary`; a page of Electron has no base address to put before them. */
function withOrigin(page: Page): Page {
  const goto = page.goto.bind(page)
  page.goto = (url, options) => goto(new URL(url, `${ORIGIN}/`).href, options)
  return page
}
