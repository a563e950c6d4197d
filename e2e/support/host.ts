// Starts Daybook in the browser on a fresh data folder and hands a test a page that is signed in, and the way past the screen.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base } from '@playwright/test'
import Database from 'better-sqlite3'
import type { BrowserContext } from '@playwright/test'
import type { Reply } from '../../shared/contract/channel.ts'
import type { ArgsOf, RequestName, ResultOf } from '../../shared/contract/contract.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export type Firm = { userId: string; customerId: string; categoryIds: Record<string, string> }

export class Host {
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

  /** One request of the contract; a refusal fails the test. */
  async call<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<ResultOf<N>> {
    const reply = await this.attempt(name, args)
    if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}`)
    return reply.value
  }

  /** One request of the contract, with its refusal as a value. */
  async attempt<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<Reply<ResultOf<N>>> {
    const response = await fetch(`${this.#origin}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.#cookie },
      body: JSON.stringify(args),
    })
    return (await response.json()) as Reply<ResultOf<N>>
  }

  /** A small firm: one user, one customer, three categories. */
  async setUpFirm(zone = zoneAtNoon(Date.now())): Promise<Firm> {
    const { userId, customerId } = await this.call('organisation.setUp', {
      organisationName: 'Weber & Co',
      userName: 'Ana Weber',
      zone,
      currency: 'EUR',
      customerName: 'Acme',
      categoryNames: ['Support', 'Consulting', 'Travel'],
    })
    const categories = await this.call('category.list', {})
    if (customerId === null) throw new Error('the first customer is missing')
    return {
      userId,
      customerId,
      categoryIds: Object.fromEntries(categories.map(({ id, name }) => [name, id])),
    }
  }

  /** As a power cut does: no farewell. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** A power cut that lasted: the process dies, and the last sign of life on disk lies so far back. Starts again. */
  async loseTime(ms: number): Promise<void> {
    await this.kill()
    const database = new Database(join(this.dataDir, 'daybook.db'))
    database
      .prepare(
        "INSERT INTO device (key, value) VALUES ('lastAlive', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      )
      .run(String(Date.now() - ms))
    database.close()
    await this.start()
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

/**
 * A zone in which it is noon now, give or take half an hour, so that no test ever runs over midnight: what was worked in the
 * last hours lies in today. A test of clock changes names a zone of its own.
 */
export function zoneAtNoon(now: number): string {
  const offset = 12 - new Date(now).getUTCHours()
  if (offset === 0) return 'UTC'
  // The signs of these zones are those of POSIX: Etc/GMT-3 is three hours ahead of Greenwich.
  return offset > 0 ? `Etc/GMT-${offset}` : `Etc/GMT+${-offset}`
}

type Fixtures = { host: Host; firm: Firm; systemZone: string }

/**
 * `host` runs on an empty data folder. `firm` sets it up. `page` may go to `/` at once: it is let in already.
 * A test that wants the welcome uses `host` and `page` only.
 */
export const test = base.extend<Fixtures>({
  systemZone: [zoneAtNoon(Date.now()), { option: true }],
  // Playwright reads from the pattern which fixtures are wanted: none.
  // oxlint-disable-next-line no-empty-pattern
  host: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'daybook-e2e-'))
    const host = new Host(dataDir)
    await host.start()
    await use(host)
    await host.stop()
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  },
  firm: async ({ host, systemZone }, use) => {
    await use(await host.setUpFirm(systemZone))
  },
  context: async ({ context, host }, use) => {
    await host.admit(context)
    await use(context)
  },
  // English with a clock of 24 hours; a test of another language sets its own.
  locale: 'en-GB',
  baseURL: async ({ host }, use) => {
    await use(host.origin)
  },
})

export { expect } from '@playwright/test'
