// A running timer that nobody touches, for a minute: what is written, and what processor time program and page take.
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { Browser } from '@playwright/test'
import { copyOf } from '../data.ts'
import { builtHost, openBrowser, openHost } from '../browser.ts'
import type { Row } from '../row.ts'

const MINUTE_MS = 60_000
const LOOK_MS = 100
/** The least a page with a clock can be: what the browser itself takes to show another text each second. */
const BARE_CLOCK = `<!doctype html><p>0</p><script>
  const text = document.querySelector('p').firstChild
  let seconds = 0
  setInterval(() => { text.data = String((seconds += 1)) }, 1000)
</script>`

export const idle: Row = {
  name: 'idle',
  what: 'idle with a running timer, a minute',
  floor: 'the heartbeat',
  entries: 10_000,
  async run(ctx) {
    const browser = await openBrowser(ctx)
    if (browser === null) return []
    if (!existsSync('/proc/self/stat')) {
      ctx.missing('processor time of another process is read from /proc, which this system has not')
      await browser.close()
      return []
    }
    builtHost()
    const data = copyOf(await ctx.data(10_000), ctx.scratch())
    const host = await openHost(data.dir)
    const db = new Database(data.file, { readonly: true })
    try {
      const categories = (await host.ask('category.list', { activeOnly: true })) as { id: string }[]
      await host.ask('timer.start', {
        customerId: data.largestCustomerId,
        categoryId: categories[0]?.id ?? null,
      })
      const context = await host.context(browser)
      const page = await context.newPage()
      await page.goto(host.origin)
      await page.getByRole('button', { name: 'Stop work' }).first().waitFor()
      const cdp = await context.newCDPSession(page)
      await cdp.send('Performance.enable')
      // The check of the file and the first backup follow every start; the browser tidies up what a page made while it loaded.
      await wait(MINUTE_MS)
      const before = { host: processMs(host.pid), page: await pageMs(cdp), state: stateOf(db) }
      const { commits, heartbeats } = await watch(db)
      const after = { host: processMs(host.pid), page: await pageMs(cdp), state: stateOf(db) }
      await context.close()
      const bare = await bareClockMs(browser)
      return [
        {
          label: 'commits beside the heartbeat',
          value: commits - heartbeats + (before.state === after.state ? 0 : 1),
          unit: '',
          limit: 0,
          better: 'atMost',
          note: `${heartbeats} heartbeats in the minute; nothing else in the database differs`,
        },
        {
          label: 'processor, the program',
          value: share(after.host - before.host),
          unit: '%',
          limit: 0.5,
          better: 'atMost',
        },
        {
          label: 'processor, the page with its clock',
          value: share(after.page - before.page),
          unit: '%',
          limit: 0.5,
          better: 'atMost',
          note: `its whole process with all threads, as the browser counts it; an empty page that does nothing but write a text each second takes ${share(bare).toPrecision(2)} %`,
        },
      ]
    } finally {
      db.close()
      await host.close()
      await browser.close()
    }
  },
}

const share = (ms: number): number => (ms / MINUTE_MS) * 100

/** Processor time of the bare clock's process in a minute. */
async function bareClockMs(browser: Browser): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.setContent(BARE_CLOCK)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  await wait(MINUTE_MS / 4)
  const before = await pageMs(cdp)
  await wait(MINUTE_MS)
  return (await pageMs(cdp)) - before
}

/** How often somebody committed within the minute, and how often that was the sign of life. */
async function watch(db: Database.Database): Promise<{ commits: number; heartbeats: number }> {
  const version = db.prepare('PRAGMA data_version').pluck()
  const alive = db.prepare("SELECT value FROM device WHERE key = 'lastAlive'").pluck()
  let commits = 0
  let heartbeats = 0
  let last = { version: version.get(), alive: alive.get() }
  for (const until = performance.now() + MINUTE_MS; performance.now() < until;) {
    await wait(LOOK_MS)
    const now = { version: version.get(), alive: alive.get() }
    if (now.version !== last.version) commits += 1
    if (now.alive !== last.alive) heartbeats += 1
    last = now
  }
  return { commits, heartbeats }
}

/** Everything that may not change: what the device knows but the sign of life, the audit trail, the timer. */
function stateOf(db: Database.Database): string {
  return JSON.stringify([
    db.prepare("SELECT * FROM device WHERE key <> 'lastAlive' ORDER BY key").all(),
    db.prepare('SELECT max(seq) FROM commit_log').pluck().get(),
    db.prepare('SELECT * FROM timer').all(),
  ])
}

/** User and system time of a process and its threads; Linux counts in hundredths of a second. */
function processMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

type Metrics = {
  send(name: 'Performance.getMetrics'): Promise<{ metrics: { name: string; value: number }[] }>
}

/** Processor time of the page's process with all its threads; what its tasks take by the clock grows with the machine's load. */
async function pageMs(cdp: Metrics): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'ProcessTime')?.value ?? Number.NaN) * 1000
}
