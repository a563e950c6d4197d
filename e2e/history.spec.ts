// The history in a real browser: what every field was before a change and is after it, by keys, in English and German (B50, G11).
import type { Page } from '@playwright/test'
import { axeOf } from './support/axe.ts'
import { expect, test } from './support/test.ts'

const dialog = (page: Page) => page.getByRole('dialog')

test('B50 a change opens by Enter and says before and after of each field', async ({ page, host, firm }) => {
  const { customerId } = await host.call('customer.add', { name: 'Beta One' })
  await host.call('customer.edit', { customerId, status: 'Inactive', phone: '030 1' })
  await host.call('rate.set', {
    level: 'customer',
    subjectId: customerId,
    validFrom: '2026-02-01',
    amountMinor: 9_500,
  })
  await page.goto('/#/history')
  const row = page.getByRole('row', { name: /Customer changed/ })
  await expect(row).toContainText('Status: Active → Inactive · Phone: empty → 030 1')
  await page.getByRole('row', { name: /Billing rate set/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(row).toBeFocused()
  await page.keyboard.press('Enter')
  const fields = dialog(page).getByRole('table', { name: 'Customer: Beta One' })
  await expect(fields.getByRole('row', { name: 'Status Active Inactive' })).toBeVisible()
  await expect(fields.getByRole('row', { name: 'Phone empty 030 1' })).toBeVisible()
  await expect(fields.getByRole('row')).toHaveCount(3)
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('row', { name: 'Of Beta One' })).toBeVisible()
  await expect(dialog(page).getByRole('row', { name: 'Valid from 1 Feb 2026' })).toBeVisible()
  await expect(dialog(page).getByRole('row', { name: 'Amount €95.00' })).toBeVisible()
  void firm
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })
  test('B50 dates and money are written as Germans write them', async ({ page, host, firm }) => {
    await host.call('rate.set', {
      level: 'organisation',
      subjectId: null,
      validFrom: '2026-02-01',
      amountMinor: 9_500,
    })
    await page.goto('/#/history')
    await page.getByRole('row', { name: /Stundensatz festgelegt/ }).click()
    await expect(dialog(page).getByRole('row', { name: 'Gültig ab 1. Feb. 2026' })).toBeVisible()
    await expect(dialog(page).getByRole('row', { name: /Betrag 95,00\s€/ })).toBeVisible()
    void firm
  })
})
