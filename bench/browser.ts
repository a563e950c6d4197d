// Daybook as a person has it: the built host as a process, and its page in a real browser that can be asked and traced.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { Readable } from 'node:stream'
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'
import { admit, asPage, visit } from '../host/testing/visit.ts'
import type { BenchContext } from './row.ts'

const root = join(import.meta.dirname, '..')

export type RunningHost = {
  origin: string
  pid: number
  /** A context of the browser that is let in, without anything in its cache. */
  context(browser: Browser): Promise<BrowserContext>
  ask(name: string, args: object): Promise<unknown>
  close(): Promise<void>
}

/** The browser, or null where there is none; then the row says so. */
export async function openBrowser(ctx: BenchContext): Promise<Browser | null> {
  const named = process.env.DAYBOOK_CHROMIUM
  const found = [named, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  )
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  try {
    return await chromium.launch({
      ...(found !== undefined && { executablePath: found }),
      args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', ...sandbox],
    })
  } catch (error) {
    ctx.missing(
      `no browser (DAYBOOK_CHROMIUM names one): ${String(error instanceof Error ? error.message : error).split('\n')[0]}`,
    )
    return null
  }
}

/** What is measured is what people run: built anew where something has changed. */
export function builtHost(): void {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Starts the host as it was built; resolves as soon as it says where it is. */
export async function openHost(dataDir: string): Promise<RunningHost> {
  const args = [join(root, 'out', 'host', 'main.mjs'), '--data', dataDir, '--no-open', '--print-url']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = new URL(await firstLine(child.stdout))
  child.stdout.resume()
  const admitted = await admit(url)
  const [name = '', ...value] = admitted.cookie.split('=')
  const cookie = {
    name,
    value: value.join('='),
    url: url.origin,
    sameSite: 'Strict' as const,
    httpOnly: true,
  }
  return {
    origin: url.origin,
    pid: child.pid ?? 0,
    async context(browser) {
      const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } })
      await context.addCookies([cookie])
      await context.addInitScript((key) => window.localStorage.setItem('daybook.key', key), admitted.key)
      return context
    },
    async ask(request, body) {
      const response = await visit(`${url.origin}/api/${request}`, {
        method: 'POST',
        headers: asPage(admitted),
        body: JSON.stringify(body),
      })
      const reply = (await response.json()) as { ok: boolean; value: unknown; error: unknown }
      if (!reply.ok) throw new Error(`${request}: ${JSON.stringify(reply.error)}`)
      return reply.value
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function firstLine(stream: Readable): Promise<string> {
  let text = ''
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    text += String(chunk)
    if (text.includes('\n')) return text.split('\n')[0] ?? ''
  }
  throw new Error('the host ended before it gave its address')
}

/** The page shows its content and no placeholder any more. */
export async function firstScreen(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start Work' }).waitFor()
  await page.waitForFunction("document.querySelector('main [class*=Skeleton]') === null")
}

export type TraceEvent = {
  name: string
  ph: string
  ts: number
  dur?: number
  tdur?: number
  pid: number
  tid: number
  args?: { name?: string }
}

/** What the browser itself wrote down while `act` ran. */
export async function traced(cdp: CDPSession, act: () => Promise<unknown>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = []
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const complete = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()))
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', '__metadata'],
    },
  })
  await act()
  await cdp.send('Tracing.end')
  await complete
  return events
}
