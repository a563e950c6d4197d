// Search in notes in a real browser: typed or from the palette, the newest first, the words marked, a row opens its day.
import { expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'

async function noted(host: Host, firm: Firm, hoursAgo: number, note: string): Promise<string> {
  const { now } = await host.call('timer.state', {})
  const startAt = Math.floor(now / 60_000) * 60_000 - hoursAgo * 3_600_000
  const { entryIds } = await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt,
    endAt: startAt + 60_000,
    note,
  })
  return entryIds[0] ?? ''
}

test('notes are found as they are typed, newest first and marked; a row opens its day, and Back leads back', async ({
  page,
  host,
  firm,
}) => {
  const older = await noted(host, firm, 72, 'Café till repaired')
  await noted(host, firm, 48, 'Till of the café counted')
  await noted(host, firm, 50, 'Something else')
  await page.goto('/#/search')
  await expect(page.getByText('Find a session by its note')).toBeVisible()
  const field = page.getByLabel('Search in notes')
  await field.fill('till caf')
  const rows = page.getByRole('grid', { name: 'Search' }).getByRole('row').filter({ hasText: 'Ana Weber' })
  await expect(rows).toHaveCount(2)
  // How many there are is heard, with the focus still in the field.
  await expect(page.locator('[aria-live]').filter({ hasText: '2 matches.' })).toBeAttached()
  await expect(rows.first()).toContainText('Till of the café counted')
  await expect(rows.first().locator('mark')).toHaveText(['Till', 'café'])
  // What is deleted is found no more, without a reload.
  await host.call('entry.remove', { entryId: older })
  await expect(rows).toHaveCount(1)
  await rows.first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /Working time/ })).toContainText('Till of the café counted')
  await page.goBack()
  await expect(field).toHaveValue('till caf')
  await field.fill('nowhere')
  await expect(page.locator('[aria-live]').filter({ hasText: '0 matches.' })).toBeAttached()
  await expect(page.getByText('No note contains all the words of “nowhere”.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the search' }).first().click()
  await expect(field).toHaveValue('')
})

test('the search is ready to be typed into, and its letters are no shortcuts', async ({
  page,
  host,
  firm,
}) => {
  await noted(host, firm, 2, 'Contract renewed')
  await page.goto('/#/search')
  await expect(page.getByLabel('Search in notes')).toBeFocused()
  await page.keyboard.type('contract')
  await expect(page.getByRole('row', { name: /Contract renewed/ })).toBeVisible()
  expect((await host.call('timer.state', {})).timers).toEqual([])
})

test('the palette hands what it does not know to the search in notes', async ({ page, host, firm }) => {
  await noted(host, firm, 2, 'Zebra crossing drawn')
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zebra')
  await page.getByRole('option', { name: 'Search in notes: “zebra”' }).click()
  await expect(page.getByLabel('Search in notes')).toHaveValue('zebra')
  await expect(page.getByRole('row', { name: /Zebra crossing drawn/ })).toBeVisible()
})
