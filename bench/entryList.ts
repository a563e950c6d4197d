// A long list of time in a real browser, of a customer, of a case, or its client log: scrolled from end to end, and a cell in it edited.
import type { Page } from '@playwright/test'
import type { BenchData } from './data.ts'
import { copyOf } from './data.ts'
import type { RunningHost, TraceEvent } from './browser.ts'
import { builtHost, openBrowser, openHost, traced } from './browser.ts'
import { inMs, quantile } from './measure.ts'
import type { Figure, Row } from './row.ts'

const RUNS = 3
const FRAME_MS = 16
const PRESS_MS = 80
/** A session without a note has an empty cell, which counts as hidden. */
const ATTACHED = { state: 'attached' } as const

type EntryList = Pick<Row, 'name' | 'what'> & {
  /** What the grid is called. */
  grid: string
  /** The column that is edited, and what its field is called. */
  column?: string
  field?: RegExp
  /** Before the program starts: what the list needs in the data. */
  prepare?: (data: BenchData) => void
  /** Where it is, and how long. */
  at(host: RunningHost, data: BenchData): Promise<{ path: string; total: number }>
}

export const entryListRow = ({
  name,
  what,
  grid: called,
  column = 'note',
  field = /^Note of the entry/,
  prepare,
  at,
}: EntryList): Row => ({
  name,
  what,
  floor: 'a frame',
  async run(ctx) {
    const browser = await openBrowser(ctx)
    if (browser === null) return []
    builtHost()
    const data = copyOf(await ctx.data(), ctx.scratch())
    prepare?.(data)
    const host = await openHost(data.dir)
    try {
      const context = await host.context(browser)
      const page = await context.newPage()
      const cdp = await browser.newBrowserCDPSession()
      const { path, total } = await at(host, data)
      await page.goto(`${host.origin}/#${path}`)
      await page
        .locator(`[aria-label="${called}"] [data-index="5"] [data-column="${column}"]`)
        .waitFor(ATTACHED)
      const scrolls: { work: number; clock: number }[] = []
      const edits: number[] = []
      for (let run = 0; run <= RUNS; run += 1) {
        const longest = longestTask(await traced(cdp, () => scroll(page, { called, column }, total)))
        const edit = await editCell(page, { called, column, field })
        // The first run compiles and does not count.
        if (run === 0) continue
        scrolls.push(longest)
        edits.push(edit)
      }
      return figuresOf(scrolls, edits)
    } finally {
      await host.close()
      await browser.close()
    }
  },
})

/** By the wheel, by dragging the bar through the whole list, and back to its beginning at once. */
async function scroll(
  page: Page,
  { called, column }: { called: string; column: string },
  count: number,
): Promise<void> {
  const grid = page.getByRole('grid', { name: called })
  await grid.hover()
  for (let turn = 0; turn < 20; turn += 1) {
    await page.mouse.wheel(0, 400)
    await frame(page)
  }
  await grid.evaluate(async (table) => {
    const scroller = table.parentElement
    if (scroller === null) return
    for (let step = 1; step <= 20; step += 1) {
      scroller.scrollTop = (scroller.scrollHeight * step) / 20
      await new Promise(requestAnimationFrame)
    }
  })
  await grid.locator(`[data-index="${count - 1}"] [data-column="${column}"] bdi`).waitFor(ATTACHED)
  await grid.evaluate((table) => table.parentElement?.scrollTo({ top: 0 }))
  await grid.locator(`[data-index="0"] [data-column="${column}"] bdi`).waitFor(ATTACHED)
}

const frame = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))

/** A click into a note, some letters, Enter: the slowest of them from the input to the next frame, by the browser's own clock. */
async function editCell(
  page: Page,
  { called, column, field: name }: { called: string; column: string; field: RegExp },
): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { daybookSeen: seen })
    // Of one interaction the events share a frame; below 16 ms the browser tells nothing.
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries())
        if (/^(key|pointer|click|input)/.test(name)) seen.push(duration)
    }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit)
  })
  const row = page.getByRole('grid', { name: called }).locator('[data-index="3"]')
  // A person holds a button that long; one let go at once waits for the frame that shows it pressed.
  await row.locator(`[data-column="${column}"]`).click({ delay: PRESS_MS })
  const field = page.getByRole('textbox', { name })
  await field.waitFor()
  const text = `looked at again at ${Date.now()}`
  for (const letter of text.slice(0, 12)) await page.keyboard.press(letter === ' ' ? 'Space' : letter)
  await page.keyboard.press('Enter')
  await field.waitFor({ state: 'hidden' })
  await frame(page)
  await frame(page)
  const seen = (await page.evaluate('window.daybookSeen')) as number[]
  return Math.max(FRAME_MS, ...seen)
}

/** The longest task of the page's main thread, during which no frame could come: by the clock, and its own work in it. */
export function longestTask(events: readonly TraceEvent[]): { work: number; clock: number } {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && mains.has(`${pid} ${tid}`),
  )
  if (tasks.length === 0) throw new Error('the browser wrote down no tasks')
  return {
    clock: Math.max(...tasks.map(({ dur = 0 }) => dur / 1000)),
    work: Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000)),
  }
}

function figuresOf(scrolls: readonly { work: number; clock: number }[], edits: readonly number[]): Figure[] {
  const clock = quantile(
    scrolls.map((one) => one.clock),
    0.5,
  )
  const work = quantile(
    scrolls.map((one) => one.work),
    0.5,
  )
  return [
    {
      label: 'scrolling, longest task between two frames',
      value: clock,
      unit: 'ms',
      limit: 50,
      better: 'atMost',
      note: `wheel, bar dragged from end to end, back to the beginning; ${scrolls.length} runs; the page's own work in it ${inMs(work)}`,
    },
    {
      label: 'editing a cell, slowest input to the next frame',
      value: quantile(edits, 0.5),
      unit: 'ms',
      limit: 50,
      better: 'atMost',
      note: `click, twelve letters, Enter; ${edits.length} runs, in steps of 8 ms`,
    },
  ]
}
