// Names and words as long as they may be, in either language and at a small window: nothing is cut off that must be read or pressed.
import type { Locator } from '@playwright/test'
import { TAKES_LONG, expect, test } from './support/test.ts'

const LONG = 'Wirtschaftsprüfungsgesellschaft '.repeat(7).slice(0, 199).trim()

/** It is wholly on show: its words are not cut off, neither by itself, nor by what it lies in, nor by the window. */
async function expectWhole(element: Locator) {
  await expect(element).toBeVisible()
  const isCut = (node: Element) => {
    const parts = [node, ...node.querySelectorAll('*')]
    const { left, right, top, bottom } = node.getBoundingClientRect()
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) return true
    for (let around = node.parentElement; around !== null; around = around.parentElement) {
      const frame = around.getBoundingClientRect()
      if (getComputedStyle(around).overflowX !== 'visible' && (left < frame.left || right > frame.right))
        return true
    }
    return parts.some((part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1)
  }
  await expect.poll(() => element.evaluate(isCut), `${String(element)} is cut off`).toBe(false)
}

test(
  'G14 the undo button of a long notice keeps its word whole',
  TAKES_LONG,
  async ({ page, host, firm }) => {
    const { timerId } = await host.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
      at: Date.now() - 600_000,
      note: 'Kept as a draft',
    })
    await page.setViewportSize({ width: 800, height: 600 })
    await page.goto('/')
    await page.getByRole('button', { name: 'Stop work' }).first().click()
    await page.getByRole('button', { name: 'More…' }).click()
    await page.getByRole('dialog', { name: 'Time Log Entry' }).getByRole('button', { name: 'Cancel' }).click()
    await expectWhole(page.getByRole('button', { name: 'Undo' }))
    expect((await host.call('timer.state', {})).timers.map(({ id }) => id)).not.toContain(timerId)
  },
)

test(
  'B38 B39 names of 200 characters leave the day’s columns in place and its close button in reach',
  TAKES_LONG,
  async ({ page, host, firm }) => {
    await host.call('user.edit', { userId: firm.userId, name: LONG })
    await host.call('customer.edit', { customerId: firm.customerId, name: LONG })
    const { today } = await host.call('app.state', {})
    await host.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
      at: Date.now() - 600_000,
    })
    for (const width of [1280, 800]) {
      await page.setViewportSize({ width, height: 600 })
      await page.goto(`/#/diary/${today.slice(0, 7)}/${firm.userId}/${today}`)
      const dialog = page.getByRole('dialog', { name: 'Working time' })
      await expectWhole(dialog.getByRole('button', { name: 'Close' }))
      const row = dialog.getByRole('row').filter({ hasText: 'running' })
      const apart = async () => {
        const name = await row.getByTitle(LONG).boundingBox()
        const clock = await row.getByRole('timer').boundingBox()
        return (clock?.x ?? 0) - (name?.x ?? Infinity) - (name?.width ?? 0)
      }
      await expect.poll(apart).toBeGreaterThanOrEqual(0)
      await page.goto('/')
    }
  },
)

test.describe('German', () => {
  test.use({ locale: 'de-DE' })

  test(
    'G14 the longer words of German stand whole in the rail and the history',
    TAKES_LONG,
    async ({ page, host, firm }) => {
      await host.call('customer.edit', { customerId: firm.customerId, phone: '1' })
      await page.goto('/#/history')
      await expectWhole(page.getByRole('button', { name: /Rückgängig/ }).first())
      await page.goto('/#/settings')
      for (const name of ['Heute', 'Tagebuch', 'Kunden', 'Verlauf', 'Einstellungen'])
        await expectWhole(page.getByRole('link', { name, exact: true }))
    },
  )
})
