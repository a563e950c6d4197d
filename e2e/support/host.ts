// Daybook in the browser, for tests: the host as a process on a data folder, killed and started again at will.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { APIResponse, BrowserContext, Page, Route } from '@playwright/test'
import type { Reply } from '../../shared/contract/channel.ts'
import type { ArgsOf, RequestName, ResultOf } from '../../shared/contract/contract.ts'
import { admit, asPage, visit } from '../../host/testing/visit.ts'
import type { Admitted } from '../../host/testing/visit.ts'
import type { Program } from './program.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** Each test starts the host anew: what Node compiled for the last one it need not compile again. */
const COMPILED = join(root, 'node_modules', '.cache', 'compiled')

export class Host implements Program {
  readonly dataDir: string
  #child: ChildProcess | null = null
  #admitted: Admitted = { status: 0, origin: '', cookie: '', key: '' }

  constructor(dataDir: string) {
    this.dataDir = dataDir
  }

  get origin(): string {
    return this.#admitted.origin
  }

  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error('the host is not running')
    return this.#child.pid
  }

  /** Starts the process and signs in. After a kill it is another address, to which a page is led by `openAgain`. */
  async start(): Promise<void> {
    const args = ['out/host/main.mjs', '--data', this.dataDir, '--no-open', '--print-url']
    const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED }
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    this.#admitted = await admit(await firstLine(child))
    if (this.#admitted.key === '') throw new Error(`the host let nobody in (${this.#admitted.status})`)
  }

  /** Lets a browser in without an address that holds a token. */
  async admit(context: BrowserContext): Promise<void> {
    const { origin, cookie, key } = this.#admitted
    const [name = '', ...value] = cookie.split('=')
    await context.addCookies([
      { name, value: value.join('='), url: origin, sameSite: 'Strict', httpOnly: true },
    ])
    await context.addInitScript(
      ([own, kept]) => {
        if (window.location.origin === own) window.localStorage.setItem('daybook.key', kept)
      },
      [origin, key] as const,
    )
  }

  /** One request of the contract, with its refusal as a value. */
  async attempt<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<Reply<ResultOf<N>>> {
    const response = await visit(`${this.origin}/api/${name}`, {
      method: 'POST',
      headers: asPage(this.#admitted),
      body: JSON.stringify(args),
    })
    return (await response.json()) as Reply<ResultOf<N>>
  }

  /** As a power cut does: no farewell. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async openAgain(page: Page): Promise<Page> {
    await this.admit(page.context())
    await page.goto(this.origin)
    return page
  }

  nextWindow(page: Page): Promise<Page> {
    return page.context().waitForEvent('page')
  }

  async saveExport(page: Page, press: () => Promise<void>, path: string): Promise<string> {
    const downloading = page.waitForEvent('download')
    await press()
    const download = await downloading
    await download.saveAs(path)
    return download.suggestedFilename()
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    this.#child = null
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}

/** What the host answers to a page's request that is held up. Playwright's own fetch asks the system for the name, which may not know it. */
export async function fetchOn(route: Route): Promise<APIResponse> {
  const url = new URL(route.request().url())
  const { host } = url
  url.hostname = '127.0.0.1'
  return route.fetch({ url: url.href, headers: { ...(await route.request().allHeaders()), host } })
}

async function firstLine(child: ChildProcess): Promise<string> {
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('the host has no output')
  let errors = ''
  stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  let text = ''
  for await (const chunk of stdout) {
    text += String(chunk)
    const line = text.split('\n')[0]
    if (line !== undefined && text.includes('\n')) {
      // Whatever it says later must not fill the pipe and stop it.
      stdout.resume()
      return line.trim()
    }
  }
  throw new Error(`the host ended before it gave its address:\n${errors}`)
}
