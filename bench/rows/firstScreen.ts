// From the start of the program to the first screen with its content, over all entries and over none; and what travels for it.
import { performance } from 'node:perf_hooks'
import type { Browser } from '@playwright/test'
import { copyOf, openApp } from '../data.ts'
import { ask } from '../ask.ts'
import { builtHost, firstScreen, openBrowser, openHost } from '../browser.ts'
import { comparison, ratioFigure } from '../measure.ts'
import type { Figure, Row } from '../row.ts'

const RUNS = 5

export const firstScreenRow: Row = {
  name: 'first-screen',
  what: 'first screen after start',
  floor: 'an organisation without entries',
  async run(ctx) {
    const browser = await openBrowser(ctx)
    if (browser === null) return []
    builtHost()
    const full = copyOf(await ctx.data(), ctx.scratch()).dir
    const empty = ctx.scratch()
    await setUp(empty)
    try {
      const times = { full: [] as number[], empty: [] as number[] }
      for (let run = 0; run <= RUNS; run += 1) {
        const pair = [
          ['full', full],
          ['empty', empty],
        ] as const
        for (const [side, dir] of run % 2 === 0 ? pair : pair.toReversed()) {
          const ms = await startUp(browser, dir)
          if (run > 0) times[side].push(ms)
        }
      }
      return [
        ratioFigure('', comparison(times.full, times.empty), 1.15),
        await scriptTransferred(browser, empty),
      ]
    } finally {
      await browser.close()
    }
  },
}

async function setUp(dir: string): Promise<void> {
  const app = await openApp(dir)
  await ask(app, 'organisation.setUp', {
    organisationName: 'Weber & Co',
    userName: 'Ana Weber',
    zone: 'Europe/Berlin',
    currency: 'EUR',
    customerName: 'Acme',
    categoryNames: ['Support'],
  })
  await app.close()
}

async function startUp(browser: Browser, dir: string): Promise<number> {
  const began = performance.now()
  const host = await openHost(dir)
  const context = await host.context(browser)
  const page = await context.newPage()
  await page.goto(host.origin)
  await firstScreen(page)
  const ms = performance.now() - began
  await context.close()
  await host.close()
  return ms
}

/** What the browser counted on the wire, for all scripts up to the first screen of somebody who was never here. */
async function scriptTransferred(browser: Browser, dir: string): Promise<Figure> {
  const host = await openHost(dir)
  const context = await host.context(browser)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const scripts = new Set<string>()
  let bytes = 0
  cdp.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await cdp.send('Network.enable')
  await page.goto(host.origin)
  await firstScreen(page)
  await page.waitForLoadState('networkidle')
  await context.close()
  await host.close()
  return {
    label: 'script transferred',
    value: bytes / 1000,
    unit: 'kB',
    limit: 300,
    better: 'atMost',
    note: `${scripts.size} files, as compressed by the host`,
  }
}
