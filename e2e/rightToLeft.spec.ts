// Figures and dates within a language that is written from right to left: each reads as somebody who writes it reads it.
import type { Locator } from '@playwright/test'
import { expect, test } from './support/test.ts'

test.use({ locale: 'ar' })

/** Where a part of a text stands on screen. */
const leftOf = (text: Locator, part: string): Promise<number> =>
  text.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      return range.getBoundingClientRect().left
    }
    throw new Error(`no ${wanted} in ${element.textContent ?? ''}`)
  }, part)

test('J17 a date with words reads from right to left, a figure from its sign on', async ({
  page,
  host,
  firm,
}) => {
  await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt: Date.UTC(2026, 10, 23, 8),
    endAt: Date.UTC(2026, 10, 23, 9),
    note: '',
  })
  await page.goto('/#/customers')
  // It is another day in a zone behind.
  const last = page.getByText(/^2[23] نوفمبر 2026$/)
  await expect(last).toBeVisible()
  // The day comes first, which is at the right.
  expect(await leftOf(last, '2')).toBeGreaterThan(await leftOf(last, 'نوفمبر'))
  await page.goto('/#/diary/2026-11')
  const account = page.getByText(/^−\d+:\d\d$/).first()
  await expect(account).toBeVisible()
  expect(await leftOf(account, '−')).toBeLessThan(await leftOf(account, ':'))
})

test('J17 J3 the date of a row that is imported reads from right to left', async ({ page, firm: _ }) => {
  await page.goto('/#/import')
  await page.locator('input[type=file]').setInputFiles({
    name: 'time.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Date,Duration,Client\n2026-11-23,1:30,Acme'),
  })
  const when = page.getByRole('cell', { name: '23 نوفمبر 2026' })
  await expect(when).toBeVisible()
  expect(await leftOf(when, '23')).toBeGreaterThan(await leftOf(when, 'نوفمبر'))
})
