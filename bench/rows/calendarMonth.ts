// The calendar of a month in which some 2,000 sessions of several people stand, in a real browser: from the click to what is drawn.
import type { Page } from '@playwright/test'
import type { CalendarItem } from '../../shared/contract/calendar.ts'
import { builtHost, openBrowser, openHost } from '../browser.ts'
import { copyOf, NOW } from '../data.ts'
import { quantile } from '../measure.ts'
import type { Row } from '../row.ts'

const RUNS = 5
const WANTED = 2_000

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
      return [
        {
          label: 'from the click to the month drawn',
          value: quantile(times, 0.5),
          unit: 'ms',
          limit: 200,
          better: 'atMost',
          note: `${count} sessions of ${people.length} people; ${times.length} runs`,
        },
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
