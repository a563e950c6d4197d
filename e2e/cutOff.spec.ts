// No date, time or figure is cut off, in 12 and 24 hours, from 800 by 600 up, and the header stays one row (K14).
import type { Page } from '@playwright/test'
import { BROWSER_ONLY, LONG_BROWSER_ONLY, expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'

const MINUTE = 60_000

async function busyDay(host: Host, firm: Firm): Promise<void> {
  await host.call('user.add', { name: 'Ben Okafor', role: 'employee' })
  const { now } = await host.call('timer.state', {})
  const subject = { customerId: firm.customerId, categoryId: firm.categoryIds['Consulting'] ?? null }
  for (const ago of [300, 200])
    await host.call('entry.add', {
      ...subject,
      startAt: now - ago * MINUTE,
      endAt: now - (ago - 61) * MINUTE,
      note: 'Looked at the books',
    })
  const { timerId } = await host.call('timer.start', { ...subject, at: now - 90 * MINUTE })
  await host.call('timer.stop', { timerId, at: now - 80 * MINUTE, note: '', dialog: true })
  await host.call('timer.start', { ...subject, at: now - 5 * MINUTE })
}

/** Texts of dates, times and figures of which a part is not on show. */
const cut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = [...document.querySelectorAll('main .num, main [class*=hourLabel], main [class*=hourText]')]
    return texts
      .filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.textContent !== '')
      .filter((node) => {
        const { left, right } = node.getBoundingClientRect()
        if (left < -1 || right > innerWidth + 1) return true
        for (let around = node.parentElement; around !== null; around = around.parentElement) {
          const frame = around.getBoundingClientRect()
          const hides = getComputedStyle(around).overflowX !== 'visible'
          if (hides && (left < frame.left - 1 || right > frame.right + 1)) return true
        }
        return false
      })
      .map((node) => node.textContent ?? '')
  })

for (const locale of ['en-US', 'de-DE', 'pl-PL', 'ar-EG'])
  test.describe(locale, () => {
    test.use({ locale })

    test(
      `K14 nothing that matters is cut off in ${locale}`,
      LONG_BROWSER_ONLY,
      async ({ page, host, firm }) => {
        test.setTimeout(240_000)
        await busyDay(host, firm)
        for (const [width, height] of [
          [800, 600],
          [1280, 800],
          [1920, 1080],
        ] as const) {
          await page.setViewportSize({ width, height })
          for (const path of [
            '/',
            '/customers',
            `/customers/${firm.customerId}`,
            '/history',
            '/search/looked',
          ]) {
            await page.goto('about:blank')
            await page.goto(`/#${path}`)
            await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
            await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
            await expect.poll(() => cut(page), `${path} at ${width}`).toEqual([])
            const header = page.getByRole('banner').first()
            const height = async () => (await header.boundingBox())?.height
            await expect.poll(height, `the header of ${path} at ${width}`).toBe(52)
            const buttons = await header.evaluate((node) =>
              [...node.querySelectorAll('button')]
                .filter((button) => {
                  const { left, right, top, bottom } = button.getBoundingClientRect()
                  const label = button.querySelector('.mantine-Button-label')
                  const whole = label === null || label.querySelector('.truncate') !== null
                  return (
                    left < 0 ||
                    right > innerWidth ||
                    top < 0 ||
                    bottom > 52 ||
                    (!whole && label.scrollWidth > label.clientWidth + 1)
                  )
                })
                .map((button) => button.textContent)
                .concat(
                  // The clock ends where its button does, and nothing lies over it.
                  [...node.querySelectorAll('[role=timer]')]
                    .filter((clock) => {
                      const { left, right } = clock.getBoundingClientRect()
                      const own = clock.closest('button')
                      const inside = own?.getBoundingClientRect()
                      const next = own?.nextElementSibling?.getBoundingClientRect()
                      return document.documentElement.dir === 'rtl'
                        ? left < (next?.right ?? 0) || left < (inside?.left ?? innerWidth)
                        : right > (next?.left ?? innerWidth) || right > (inside?.right ?? 0)
                    })
                    .map((clock) => `clock ${clock.textContent}`),
                ),
            )
            expect(buttons, `${path} at ${width}`).toEqual([])
          }
        }
      },
    )
  })

test(
  'K14 the tabs of a customer with every module stand in one line at 1280',
  BROWSER_ONLY,
  async ({ page, firm }) => {
    await page.goto(`/#/customers/${firm.customerId}`)
    const tabs = page.getByRole('tab')
    await expect(tabs).toHaveCount(9)
    const lines = await tabs.evaluateAll(
      (all) => new Set(all.map((tab) => tab.getBoundingClientRect().top)).size,
    )
    expect(lines).toBe(1)
  },
)

test('28 from right to left a minus stands before its figure', BROWSER_ONLY, async ({ page, host, firm }) => {
  await busyDay(host, firm)
  const { today } = await host.call('app.state', {})
  await page.goto(`/#/diary/${today.slice(0, 7)}/${firm.userId}`)
  const cell = page.getByRole('cell', { name: /^−\d/ }).first()
  await expect(cell).toBeVisible()
  await page.evaluate(() => (document.documentElement.dir = 'rtl'))
  const places = await cell.evaluate((node) => {
    const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode()
    if (text === null) return null
    const at = (index: number) => {
      const range = document.createRange()
      range.setStart(text, index)
      range.setEnd(text, index + 1)
      return range.getBoundingClientRect().left
    }
    return { minus: at(0), digit: at(1) }
  })
  expect(places?.minus ?? Infinity).toBeLessThan(places?.digit ?? 0)
})

/** Fields of choices, and hints in fields, that say more than they show. */
const cutFields = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    if (context === null) return ['no canvas']
    return [
      ...document.querySelectorAll<HTMLSelectElement | HTMLInputElement>(
        '[role=search] select, [role=search] input, [role=group] select',
      ),
    ]
      .filter((field) => field.checkVisibility({ visibilityProperty: true }))
      .filter((field) => {
        const style = getComputedStyle(field)
        context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
        const room =
          field.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd)
        return context.measureText(saysOf(field)).width > room + 1
      })
      .map(saysOf)

    function saysOf(field: HTMLSelectElement | HTMLInputElement): string {
      if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.textContent ?? ''
      return field.value === '' ? field.placeholder : field.value
    }
  })

for (const locale of ['en-US', 'de-DE'])
  test.describe(locale, () => {
    test.use({ locale })

    test(
      `K14 what a filter says is read whole in ${locale}, at 800 and 1280`,
      BROWSER_ONLY,
      async ({ page, host, firm }) => {
        // An office, a department and a tag: a filter for each.
        await host.call('office.add', { code: 'HH', name: 'Hamburg' })
        await host.call('department.add', { code: 'D1', name: 'Development' })
        await host.call('tag.add', { name: 'On site' })
        await host.call('user.add', { name: 'Ben Okafor', role: 'employee' })
        await host.call('case.add', { customerId: firm.customerId, name: 'Leak in the roof' })
        const { now } = await host.call('timer.state', {})
        await host.call('entry.add', {
          customerId: firm.customerId,
          categoryId: firm.categoryIds['Consulting'] ?? null,
          startAt: now - 90 * MINUTE,
          endAt: now - 30 * MINUTE,
          note: 'Looked at the books',
        })
        for (const [width, height] of [
          [800, 600],
          [1280, 800],
        ] as const) {
          await page.setViewportSize({ width, height })
          for (const path of ['/reports', '/cases', '/search', `/customers/${firm.customerId}`]) {
            await page.goto('about:blank')
            await page.goto(`/#${path}`)
            await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
            await expect(page.getByRole('search').first()).toBeVisible()
            await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
            await expect.poll(() => cutFields(page), `${path} at ${width}`).toEqual([])
          }
        }
      },
    )
  })

test.describe('on a clock of twelve hours, at 800', () => {
  test.use({ locale: 'en-US', viewport: { width: 800, height: 600 } })

  test('K14 what a meeting is, and when a session of the week was, are not cut off at the side', async ({
    page,
    host,
    firm,
  }) => {
    const { now } = await host.call('timer.state', {})
    const noon = Math.floor(now / (60 * MINUTE)) * 60 * MINUTE
    await host.call('meeting.add', {
      title: 'Weekly call',
      startAt: noon + 120 * MINUTE,
      endAt: noon + 180 * MINUTE,
      customerId: firm.customerId,
      place: 'The long room on the second floor, with the window to the garden, or by telephone',
      userIds: [firm.userId],
    })
    await host.call('entry.add', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Consulting'] ?? null,
      startAt: noon - 120 * MINUTE,
      endAt: noon,
    })
    await page.goto('/')
    const title = page.getByRole('button', { name: /Weekly call/ }).getByText('Weekly call')
    await expect(title).toBeVisible()
    expect(await title.evaluate((node) => node.scrollWidth - node.clientWidth)).toBeLessThanOrEqual(0)
    await page.goto('/#/calendar')
    const times = page.getByRole('button', { name: /time entry/ }).locator('.num')
    await expect(times).toHaveText(/M – .*M$/)
    const beyond = await times.evaluate((node) => {
      const block = node.closest('[data-item]')?.getBoundingClientRect()
      return Math.round(node.getBoundingClientRect().right - (block?.right ?? 0))
    })
    expect(beyond).toBeLessThanOrEqual(0)
  })
})

test.describe('in German at 800', () => {
  test.use({ locale: 'de-DE' })

  test(
    'K14 in a narrow window a customer’s time shows people, categories, tags and buttons whole',
    BROWSER_ONLY,
    async ({ page, host, firm }) => {
      const { userId } = await host.call('user.add', { name: 'Katarzyna Wiśniewska', role: 'employee' })
      const { categoryId } = await host.call('category.add', { name: 'Project management' })
      const { tagId } = await host.call('tag.add', { name: 'Urgent' })
      const { now } = await host.call('timer.state', {})
      await host.call('entry.add', {
        userId,
        customerId: firm.customerId,
        categoryId,
        tagIds: [tagId],
        startAt: now - 90 * MINUTE,
        endAt: now - 60 * MINUTE,
      })
      await page.setViewportSize({ width: 800, height: 600 })
      await page.goto(`/#/customers/${firm.customerId}`)
      const grid = page.getByRole('grid')
      await expect(grid.getByText('Urgent')).toBeVisible()
      for (const text of ['Katarzyna Wiśniewska', 'Project management']) {
        const cell = grid.getByText(text, { exact: true })
        expect(await cell.evaluate((node) => node.scrollWidth - node.clientWidth), text).toBeLessThanOrEqual(
          0,
        )
      }
      const trash = await grid.getByRole('button', { name: /löschen/ }).boundingBox()
      const frame = await grid.boundingBox()
      expect((trash?.x ?? 800) + (trash?.width ?? 0)).toBeLessThanOrEqual(
        (frame?.x ?? 0) + (frame?.width ?? 0),
      )
    },
  )

  test(
    'K14 of a name that is longer than its two lines it is seen that there is more',
    BROWSER_ONLY,
    async ({ page, host, firm }) => {
      const name = 'Vale of Ash Parish Council and Society of Friends of the Old Mill'
      await host.call('customer.edit', { customerId: firm.customerId, name })
      await host.call('case.add', { customerId: firm.customerId, name: 'Printer prints blank pages' })
      await page.setViewportSize({ width: 800, height: 600 })
      await page.goto('/#/cases')
      const shown = page.getByRole('grid').getByTitle(name)
      await expect(shown).toBeVisible()
      // The three dots are drawn, and stand nowhere in the page: what is asked for is that there are two lines of more, which are clamped.
      const clamped = await shown.evaluate((element) => {
        const { lineHeight, webkitLineClamp } = getComputedStyle(element)
        const lines = (height: number) => Math.round(height / Number.parseFloat(lineHeight))
        return { shown: lines(element.clientHeight), all: lines(element.scrollHeight), webkitLineClamp }
      })
      expect(clamped.shown).toBe(2)
      expect(clamped.all).toBeGreaterThan(2)
      expect(clamped.webkitLineClamp).toBe('2')
    },
  )
})

for (const locale of ['en-US', 'de-DE', 'ar-EG'])
  test.describe(`at 1280 in ${locale}`, () => {
    test.use({ locale, viewport: { width: 1280, height: 800 } })

    test(
      `K14 in ${locale} a customer’s time shows categories whole, and of notes two lines, beside tags`,
      BROWSER_ONLY,
      async ({ page, host, firm }) => {
        await host.call('user.add', { name: 'Tomás Herrera', role: 'employee' })
        const { categoryId } = await host.call('category.add', { name: 'Project management' })
        const { tagId } = await host.call('tag.add', { name: 'On site' })
        const { now } = await host.call('timer.state', {})
        await host.call('entry.add', {
          customerId: firm.customerId,
          categoryId,
          tagIds: [tagId],
          startAt: now - 90 * MINUTE,
          endAt: now - 60 * MINUTE,
          note: 'Talked through the papers of the last quarter with her',
        })
        await page.goto(`/#/customers/${firm.customerId}`)
        const grid = page.getByRole('grid')
        await expect(grid.getByText('On site')).toBeVisible()
        const category = grid.getByText('Project management', { exact: true })
        const whole = (node: Element) => {
          const cell = node.closest('[role=gridcell]')?.getBoundingClientRect()
          const { left, right } = node.getBoundingClientRect()
          const fits = cell !== undefined && left >= cell.left - 1 && right <= cell.right + 1
          return fits && node.scrollHeight <= node.clientHeight + 1
        }
        expect(await category.evaluate(whole)).toBe(true)
        const lines = await grid.getByText(/^Talked/).evaluate((node) => {
          const range = document.createRange()
          range.selectNodeContents(node)
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
        })
        expect(lines).toBeGreaterThan(1)
        const sideways = await grid.evaluate((node) => {
          const scroller = node.parentElement
          return (scroller?.scrollWidth ?? 0) - (scroller?.clientWidth ?? 0)
        })
        expect(sideways).toBeLessThanOrEqual(0)
      },
    )
  })
