// Daybook in the browser, for tests: the host as a process on a data folder, killed and started again at will.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from '@playwright/test'
import type { Reply } from '../../shared/contract/channel.ts'
import type { ArgsOf, RequestName, ResultOf } from '../../shared/contract/contract.ts'
import type { Program } from './program.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export class Host implements Program {
  readonly dataDir: string
  #child: ChildProcess | null = null
  #origin = ''
  #cookie = ''

  constructor(dataDir: string) {
    this.dataDir = dataDir
  }

  get origin(): string {
    return this.#origin
  }

  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error('the host is not running')
    return this.#child.pid
  }

  /** Starts the process and signs in; after a kill, the same port and the same cookie hold again. */
  async start(): Promise<void> {
    const args = ['host/main.ts', '--data', this.dataDir, '--no-open', '--print-url']
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    const url = new URL(await firstLine(child))
    this.#origin = url.origin
    const response = await fetch(url, { redirect: 'manual' })
    const cookie = response.headers.getSetCookie()[0]
    if (cookie === undefined) throw new Error(`the host let nobody in (${response.status})`)
    this.#cookie = cookie.split(';')[0] ?? ''
  }

  /** Lets a browser in without an address that holds a token. */
  async admit(context: BrowserContext): Promise<void> {
    const [name = '', ...value] = this.#cookie.split('=')
    await context.addCookies([
      { name, value: value.join('='), url: this.#origin, sameSite: 'Strict', httpOnly: true },
    ])
  }

  /** One request of the contract, with its refusal as a value. */
  async attempt<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<Reply<ResultOf<N>>> {
    const response = await fetch(`${this.#origin}/api/${name}`, {
      method: 'POST',
      // A connection that is kept may be closed by the other side just when the next request is sent, after a long wait.
      headers: { 'content-type': 'application/json', cookie: this.#cookie, connection: 'close' },
      body: JSON.stringify(args),
    })
    return (await response.json()) as Reply<ResultOf<N>>
  }

  /** As a power cut does: no farewell. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** The same cookie still holds, so this page goes on. */
  async openAgain(page: Page): Promise<Page> {
    await page.goto(this.origin)
    return page
  }

  nextWindow(page: Page): Promise<Page> {
    return page.context().waitForEvent('page')
  }

  async saveExport(page: Page, press: () => Promise<void>, path: string): Promise<void> {
    const download = page.waitForEvent('download')
    await press()
    await (await download).saveAs(path)
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
