// The calendar of a month in which some 2,000 sessions of several people stand, in a real browser: from the click to what is drawn.
import type { Page } from '@playwright/test'
import type { CalendarItem } from '../../shared/contract/calendar.ts'
import { builtHost, openBrowser, openHost, traced } from '../browser.ts'
import { copyOf, NOW } from '../data.ts'
import { longestTask } from '../entryList.ts'
import { quantile } from '../measure.ts'
import type { Row } from '../row.ts'

const RUNS = 5
const WANTED = 2_000
/** In a window of the usual height. */
const TWO_WEEKS_PX = 230

export const calendarMonth: Row = {
  name: 'calendar-month',
  what: 'a month of the calendar with 2,000 sessions',
  floor: 'the limit',
  async run(ctx) {
    const browser = await openBrowser(ctx)
    if (browser === null) return []
    builtHost()
    const data = copyOf(await ctx.data(), ctx.scratch())
    const host = await openHost(data.dir)
    try {
      const month = new Date(NOW).toISOString().slice(0, 7)
      const users = (await host.ask('user.list', { activeOnly: true })) as { id: string }[]
      const people: string[] = []
      let count = 0
      for (const { id } of users) {
        if (count >= WANTED || people.length >= 50) break
        const range = { from: `${month}-01`, to: `${month}-28`, userIds: [id] }
        const { items } = (await host.ask('calendar.range', range)) as { items: CalendarItem[] }
        people.push(id)
        count += items.length
      }
      const page = await (await host.context(browser)).newPage()
      await page.goto(`${host.origin}/#/calendar/agenda/${month}-15/${people.join(',')}`)
      await page.locator('[data-place="line"]').first().waitFor()
      const times: number[] = []
      for (let run = 0; run <= RUNS; run += 1) {
        const ms = await drawn(page, 'Month', 'row')
        // The first run compiles and does not count.
        if (run > 0) times.push(ms)
        await drawn(page, 'Day', 'column')
      }
      await drawn(page, 'Month', 'row')
      const cdp = await browser.newBrowserCDPSession()
      const tasks = { dragged: [] as number[], 'let go': [] as number[] }
      for (let run = 0; run < RUNS; run += 1) {
        const letGo = { drop: () => Promise.resolve() }
        tasks.dragged.push(
          longestTask(await traced(cdp, async () => void (letGo.drop = await drag(page)))).clock,
        )
        tasks['let go'].push(longestTask(await traced(cdp, () => letGo.drop())).clock)
      }
      return [
        {
          label: 'from the click to the month drawn',
          value: quantile(times, 0.5),
          unit: 'ms',
          limit: 200,
          better: 'atMost',
          note: `${count} sessions of ${people.length} people; ${times.length} runs`,
        },
        ...(['dragged', 'let go'] as const).map((part) => ({
          label: `a session ${part}, longest task`,
          value: quantile(tasks[part], 0.5),
          unit: 'ms' as const,
          limit: 50,
          better: 'atMost' as const,
          note: `over two weeks, by many small moves; ${RUNS} runs`,
        })),
      ]
    } finally {
      await host.close()
      await browser.close()
    }
  },
}

/** From the click on a view to the frame after its items are there, by the page's own clock. */
const drawn = (page: Page, view: string, place: string): Promise<number> =>
  page.evaluate(
    ({ view: name, place: of }) =>
      new Promise<number>((resolve) => {
        const label = [...document.querySelectorAll<HTMLElement>('main label')].find(
          ({ textContent }) => textContent === name,
        )
        const began = performance.now()
        const look = () =>
          document.querySelector(`[data-place="${of}"]`) === null
            ? requestAnimationFrame(look)
            : requestAnimationFrame(() => resolve(performance.now() - began))
        label?.click()
        requestAnimationFrame(look)
      }),
    { view, place },
  )

/** Over two weeks by a hand's many small moves. Resolves to what lets go, until the session stands there. */
async function drag(page: Page): Promise<() => Promise<void>> {
  const item = page.locator('[data-place="row"][data-kind="entry"]').first()
  const key = (await item.getAttribute('data-item')) ?? ''
  const was = await item.getAttribute('data-start')
  // After the move before, the month may just be drawn anew.
  let from = null
  while (from === null) {
    await item.waitFor()
    from = await item.boundingBox()
  }
  const [x, y] = [from.x + 20, from.y + from.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 1; step <= 20; step += 1) await page.mouse.move(x + step, y + (TWO_WEEKS_PX * step) / 20)
  return async () => {
    await page.mouse.up()
    await page.waitForFunction(
      ([of, start]) => {
        const now = document.querySelector<HTMLElement>(`[data-item="${of}"]`)
        return now === null || now.dataset['start'] !== start
      },
      [key, was] as const,
    )
  }
}
