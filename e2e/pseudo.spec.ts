// The screens in a language made up of German, longer and between marks: what shows without them is written into the code (J17).
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { LONG_BROWSER_ONLY, expect, test } from './support/test.ts'

const MINUTE = 60_000
const ASSETS = join(import.meta.dirname, '..', 'out', 'renderer', 'assets')

/** Words of a page as they are fetched, each text a third longer and between ⟦ and ⟧. */
async function speakPseudo(page: Page): Promise<void> {
  await page.route(/\/assets\/(?:sentences\.)?de-[^/]+\.js$/, async (route) => {
    // As it was built: a request of the test's own does not find the host by the name that this start gave it.
    const body = await readFile(join(ASSETS, basename(new URL(route.request().url()).pathname)), 'utf8')
    const spoken = body.replace(/export\s*\{([^}]+)\}/, (_all, names: string) => {
      const made = names.split(',').map((name) => name.trim().split(/\s+as\s+/))
      const values = made.map(([own = ''], index) => `const pseudo${index} = pseudo(${own});`)
      const exported = made.map(([own, as = own], index) => `pseudo${index} as ${as}`)
      return `${PSEUDO}${values.join('')}export{${exported.join(',')}}`
    })
    await route.fulfill({ contentType: 'text/javascript', body: spoken })
  })
}

const PSEUDO = `const pseudo = (of) => typeof of === 'string'
  ? '⟦' + of + 'ẃ'.repeat(Math.ceil(of.length / 3)) + '⟧'
  : typeof of === 'object' && of !== null && !Array.isArray(of)
    ? Object.fromEntries(Object.entries(of).map(([key, value]) => [key, pseudo(value)]))
    : of;`

const weekdays = (['long', 'short'] as const).flatMap((weekday) =>
  [0, 1, 2, 3, 4, 5, 6].map((day) =>
    new Intl.DateTimeFormat('de-DE', { weekday, timeZone: 'UTC' }).format(day * 86_400_000).replace('.', ''),
  ),
)
/** Names that were typed, and dates, which the browser writes. */
const DATA = new RegExp(
  `^(?:Acme|Support|Acme · Support|(?:${weekdays.join('|')})\\b[ ,.0-9]*(?:\\p{L}+\\.?)?[ 0-9]*|[0-9. ]+\\p{L}{3,9}\\.?(?: [0-9]{4})?(?: – [0-9. ]+\\p{L}{3,9}\\.? [0-9]{4})?)$`,
  'u',
)

/** From one date to another: figures with the names of months. */
const DATES = /^(?=.*\d)[\d\s.–]*(?:\p{L}{3,9}\.?[\d\s.–]*){1,2}$/u

/** Texts with letters that stand between no marks. */
const unmarked = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const around = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (around === null || !/\p{L}{2}/u.test(text)) continue
      if (around.closest('script, style, kbd, bdi, [data-name]') !== null || !around.checkVisibility())
        continue
      if (/[⟦⟧]/.test(around.closest('*')?.textContent ?? '')) continue
      texts.push(text)
    }
    return [...new Set(texts)]
  })

test.describe('in a made-up language', () => {
  test.use({ locale: 'de-DE', viewport: { width: 1280, height: 800 } })

  test(
    'J17 no screen has a word of its own, and none grows wider than its window',
    LONG_BROWSER_ONLY,
    async ({ page, host, firm }) => {
      test.setTimeout(240_000)
      await speakPseudo(page)
      const { now } = await host.call('timer.state', {})
      const { today } = await host.call('app.state', {})
      await host.call('entry.add', {
        customerId: firm.customerId,
        categoryId: firm.categoryIds['Support'] ?? null,
        startAt: now - 60 * MINUTE,
        endAt: now - 30 * MINUTE,
        note: '1234',
      })
      const month = today.slice(0, 7)
      const paths = [
        '/',
        '/calendar/week',
        `/diary/${month}`,
        `/diary/${month}/${firm.userId}`,
        '/customers',
        `/customers/${firm.customerId}`,
      ]
      // The settings show folders, files and lists of names as they are.
      const more = [
        '/cases',
        '/invoices',
        '/reports',
        '/reports/budgets',
        '/reports/missing',
        '/absence',
        '/history',
        '/search',
        '/settings',
      ]
      const found: Record<string, string[]> = {}
      for (const path of [...paths, ...more]) {
        await page.goto(`/#${path}`)
        await expect(page.locator('main h1')).toBeVisible()
        await expect(page.locator('main [class*=Skeleton]')).toHaveCount(0)
        await page.waitForLoadState('networkidle')
        const texts = (await unmarked(page)).filter((text) => !DATA.test(text) && !DATES.test(text))
        if (texts.length > 0 && path !== '/settings') found[path] = texts
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          path,
        ).toBeLessThanOrEqual(0)
      }
      expect(found).toEqual({})
    },
  )
})
