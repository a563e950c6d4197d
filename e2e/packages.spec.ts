// Hours packages in a real browser: bought in a form, drawn on by billable time, and what is left at the foot of the log (E10 to E12, G9).
import { axeOf } from './support/axe.ts'
import { expect, test } from './support/test.ts'

test('E10 E11 E12 G9 hours are bought, and Remaining hours follows every turn of the toggle', async ({
  page,
  host,
  firm,
}) => {
  const { today } = await host.call('app.state', {})
  await host.call('entry.addAmount', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds.Support ?? null,
    workDate: today,
    durationMs: 90 * 60_000,
    note: 'Letter to the bank',
  })
  await page.goto(`/#/customers/${firm.customerId}/packages`)
  await expect(page.getByText('No hours bought yet')).toBeVisible()
  await page.getByRole('button', { name: 'Buy hours' }).click()
  const form = page.getByRole('dialog', { name: 'Buy hours' })
  await expect(form.getByRole('textbox', { name: 'Hours' })).toBeFocused()
  await page.keyboard.type('-5')
  await page.keyboard.press('Control+Enter')
  const hours = form.getByRole('textbox', { name: 'Hours' })
  await expect(hours).toHaveAccessibleErrorMessage('Enter more than zero hours.')
  // From the button, too, the refusal leads to the field that it is about (K15).
  await form.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(hours).toBeFocused()
  await hours.fill('2')
  await form.getByRole('textbox', { name: 'Reason' }).fill('Spring')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(page.getByRole('cell', { name: 'Spring' })).toBeVisible()
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.screenshot({ path: 'test-results/packages.png' })

  await page.goto(`/#/customers/${firm.customerId}/log`)
  const foot = page.getByRole('group', { name: 'Packages' })
  await expect(foot).toContainText('Allocated hours 2:00')
  await expect(foot).toContainText('Remaining hours 0:30')
  const toggle = page.locator('[data-index="0"] [data-column="billable"]')
  await toggle.click()
  await expect(foot).toContainText('Remaining hours 2:00')
  await toggle.click()
  await expect(foot).toContainText('Remaining hours 0:30')
  // Across zero: part is drawn, the rest is over.
  await page.locator('[data-index="0"] [data-column="amount"]').click()
  await page.keyboard.type('2:15')
  await page.keyboard.press('Enter')
  await expect(foot).toContainText('Remaining hours 0:00')
  await expect(foot).toContainText('Over 0:15')
  await expect(foot.getByRole('status')).toContainText('100%')
  await page.screenshot({ path: 'test-results/log.png' })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 800, height: 600 })
  await page.screenshot({ path: 'test-results/log-small.png' })
})
