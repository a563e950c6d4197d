// The desktop program beside an empty window of the same Electron: start to first screen, memory and processor time at rest.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import type { Channel } from '../../shared/contract/channel.ts'
import { copyOf } from '../data.ts'
import { comparison, ratioFigure } from '../measure.ts'
import type { Row } from '../row.ts'

const root = join(import.meta.dirname, '..', '..')
const RUNS = 3
const REST_MS = 60_000

/** An app that opens one empty window, as small as one can be. */
const EMPTY = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1180, height: 780 }).loadURL('data:text/html,<h1>0</h1>'))`

type Rest = { memoryMb: number; processorPercent: number }

export const desktop: Row = {
  name: 'desktop',
  what: 'the desktop program',
  floor: 'an empty window of the same Electron',
  entries: 10_000,
  async run(ctx) {
    const screen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
    const file = electronFile()
    if (file === null || !screen) {
      ctx.missing('there is no Electron here, or no screen')
      return []
    }
    const data = copyOf(await ctx.data(10_000), ctx.scratch()).dir
    const bare = ctx.scratch()
    writeFileSync(join(bare, 'main.js'), EMPTY)
    writeFileSync(join(bare, 'package.json'), '{ "name": "empty", "version": "1.0.0", "main": "main.js" }')
    const scratch = ctx.scratch()
    const open = {
      ours: () => launch(file, scratch, [root, '--data', data]),
      empty: () => launch(file, scratch, [bare]),
    }
    const starts = { ours: [] as number[], empty: [] as number[] }
    const rests = { ours: [] as Rest[], empty: [] as Rest[] }
    for (let run = 0; run <= RUNS; run += 1)
      for (const side of run % 2 === 0 ? (['ours', 'empty'] as const) : (['empty', 'ours'] as const)) {
        const began = performance.now()
        const app = await open[side]()
        await app.page.getByRole('heading').first().waitFor()
        // The first of each fills the system's caches.
        if (run > 0) starts[side].push(performance.now() - began)
        // Read from /proc.
        if (run === RUNS && process.platform === 'linux') rests[side].push(await atRest(app, side === 'ours'))
        app.child.kill('SIGKILL')
      }
    const [ours, empty] = [rests.ours[0], rests.empty[0]]
    const figures = [
      { ...ratioFigure('', comparison(starts.ours, starts.empty), 1.5), label: 'start to first screen' },
    ]
    if (ours === undefined || empty === undefined) return figures
    return [
      ...figures,
      {
        label: 'memory with a running timer',
        value: ours.memoryMb / empty.memoryMb,
        unit: '×',
        limit: 1.6,
        better: 'atMost',
        ours: `${ours.memoryMb.toFixed(0)} MB`,
        floor: `${empty.memoryMb.toFixed(0)} MB`,
      },
      {
        label: 'processor hidden, points over the empty window',
        value: ours.processorPercent - empty.processorPercent,
        unit: '%',
        limit: 0.3,
        better: 'atMost',
        ours: `${ours.processorPercent.toFixed(2)} %`,
        floor: `${empty.processorPercent.toFixed(2)} %`,
      },
    ]
  },
}

/** Its package is always there, its runtime only where it could be fetched. */
function electronFile(): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const path = join(folder, 'path.txt')
  const file = existsSync(path) ? join(folder, 'dist', readFileSync(path, 'utf8')) : null
  return file !== null && existsSync(file) ? file : null
}

/** Chromium's sandbox refuses to run as root. */
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Loaded before the program: hides its windows at a signal, as closing them into a tray does. */
const HIDE = `const { BrowserWindow } = require('electron')
process.on('SIGUSR2', () => BrowserWindow.getAllWindows().forEach((window) => window.hide()))`

type Opened = { child: ChildProcess; browser: Browser; page: Page }

/**
 * As somebody starts it. Playwright's own way in comes with switches that keep hidden pages painting, and so does being connected
 * to a page: whoever measures at rest disconnects first.
 */
async function launch(file: string, scratch: string, args: string[]): Promise<Opened> {
  const hide = join(scratch, 'hide.cjs')
  writeFileSync(hide, HIDE)
  const child = spawn(file, ['-r', hide, ...sandbox, '--remote-debugging-port=0', ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const address = new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (more: Buffer) => {
      said += more.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.on('exit', () => reject(new Error(`it ended: ${said}`)))
  })
  const browser = await chromium.connectOverCDP(await address)
  const context = browser.contexts()[0]
  if (context === undefined) throw new Error('it has no pages')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  return { child, browser, page }
}

/** A minute of nothing: ours with a running timer; then a minute with its window hidden as in the tray. */
async function atRest({ child, browser, page }: Opened, ours: boolean): Promise<Rest> {
  if (ours)
    await page.evaluate(async () => {
      const { daybook } = globalThis as unknown as { daybook: Channel }
      const customers = await daybook.invoke('customer.list', {})
      const categories = await daybook.invoke('category.list', { activeOnly: true })
      if (!customers.ok || !categories.ok) throw new Error('nothing to start on')
      await daybook.invoke('timer.start', {
        customerId: customers.value.rows[0]?.id ?? null,
        categoryId: categories.value[0]?.id ?? null,
        switch: true,
      })
    })
  await browser.close()
  // The check of the file follows every start.
  await wait(REST_MS)
  const memoryMb = processesOf(child.pid ?? 0).reduce((sum, pid) => sum + residentMb(pid), 0)
  child.kill('SIGUSR2')
  // A page that was just hidden tidies its memory up once; what counts is the hours after that.
  await wait(REST_MS / 2)
  return { memoryMb, processorPercent: await processorOf(child.pid ?? 0) }
}

/** A process and all that it began. */
function processesOf(first: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = read(`/proc/${name}/stat`)
      return stat === '' ? [] : [{ pid: Number(name), parent: Number(stat.split(') ')[1]?.split(' ')[1]) }]
    })
  const found = [first]
  for (const pid of found)
    found.push(...parents.filter(({ parent }) => parent === pid).map((child) => child.pid))
  return found
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}
const residentMb = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024

/** Of one processor, over a minute, all processes of the program together. */
async function processorOf(first: number): Promise<number> {
  const ticks = () =>
    processesOf(first).reduce((sum, pid) => {
      const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
      return sum + Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
    }, 0)
  const before = ticks()
  await wait(REST_MS)
  // A hundred ticks a second, so this many in a minute are a hundred per cent.
  return ((ticks() - before) / 6000) * 100
}
