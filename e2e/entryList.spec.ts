// The Working Time of a customer in a real browser: filtered, sorted, and several entries at once, by keys and by mouse (I15).
import type { Locator, Page } from '@playwright/test'
import { addDays } from '../shared/base/localDate.ts'
import { axeOf } from './support/axe.ts'
import { expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'
import { takeBack } from './support/takeBack.ts'

const HOUR = 3_600_000
const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Working Time' })
const rows = (page: Page): Locator => grid(page).locator('[data-index]')
const footer = (page: Page): Locator => grid(page).getByRole('row').last()
const bar = (page: Page): Locator => page.getByRole('search', { name: 'Filter the entries' })

/** Six sessions: the odd ones Support, the even ones Travel, each a day further back and half an hour longer. */
async function worked(host: Host, firm: Firm): Promise<void> {
  const { now } = await host.call('timer.state', {})
  // It is about noon there.
  const today = Math.floor(now / 60_000) * 60_000 - 5 * HOUR
  for (let n = 1; n <= 6; n += 1)
    await host.call('entry.add', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds[n % 2 === 1 ? 'Support' : 'Travel'] ?? null,
      startAt: today - n * 24 * HOUR,
      endAt: today - n * 24 * HOUR + n * 0.5 * HOUR,
      note: n < 3 ? `roof ${n}` : `call ${n}`,
    })
}

test('I15 the list is filtered in one line, sums what is left, and the address keeps it', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm)
  await page.goto(`/#/customers/${firm.customerId}/time`)
  await expect(rows(page)).toHaveCount(6)
  await expect(footer(page)).toContainText('Total Time')
  await expect(footer(page)).toContainText('10:30')
  await bar(page).getByRole('combobox', { name: 'Category' }).selectOption('Support')
  await expect(rows(page)).toHaveCount(3)
  await expect(footer(page)).toContainText('Subtotal')
  await expect(footer(page)).toContainText('4:30')
  await bar(page).getByRole('textbox', { name: 'Note' }).pressSequentially('call')
  await expect(rows(page)).toHaveCount(2)
  await expect(footer(page)).toContainText('4:00')
  await expect(page.getByText('2 of 6 entries')).toBeVisible()
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.reload()
  await expect(rows(page)).toHaveCount(2)
  await expect(bar(page).getByRole('textbox', { name: 'Note' })).toHaveValue('call')
  await page.goto('/#/customers')
  await page.goBack()
  await expect(rows(page)).toHaveCount(2)
  await bar(page).getByRole('button', { name: 'Clear filters' }).click()
  await expect(rows(page)).toHaveCount(6)
})

test('I15 K16 days of which the last is before the first are said to be wrong beside their field, and the list stays', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm)
  const { today } = await host.call('app.state', {})
  const day = (ago: number): string => addDays(today, -ago)
  await page.goto(`/#/customers/${firm.customerId}/time`)
  await expect(rows(page)).toHaveCount(6)
  await bar(page).getByRole('combobox', { name: 'Range' }).selectOption('days')
  const [from, to] = [
    bar(page).getByRole('textbox', { name: 'From' }),
    bar(page).getByRole('textbox', { name: 'To' }),
  ]
  await from.click()
  await page.keyboard.type(day(2))
  await page.keyboard.press('Tab')
  await expect(rows(page)).toHaveCount(2)
  await to.click()
  await page.keyboard.type(day(4))
  await page.keyboard.press('Tab')
  await expect(to).toHaveAccessibleDescription('The last day is before the first. Correct one of the two.')
  await expect(rows(page)).toHaveCount(2)
  // Either of the two corrects it.
  await from.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(day(5))
  await page.keyboard.press('Tab')
  await expect(to).toHaveAccessibleDescription('')
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).first()).toContainText('call 4')
})

test('I15 a press on a head sorts by it, by keys as well', async ({ page, host, firm }) => {
  await worked(host, firm)
  await page.goto(`/#/customers/${firm.customerId}/time`)
  await grid(page).getByRole('button', { name: 'Total' }).click()
  await expect(rows(page).first()).toContainText('3:00')
  await expect(grid(page).getByRole('columnheader', { name: 'Total' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await rows(page).first().focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(grid(page).getByRole('button', { name: 'Total' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rows(page).first()).toContainText('0:30')
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).first()).toBeFocused()
})

test('I15 several are chosen by keys, edited and deleted as one change, and undone', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm)
  await page.goto(`/#/customers/${firm.customerId}/time`)
  await rows(page).first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('3 entries selected')).toBeVisible()
  await expect(rows(page).nth(2)).toHaveAttribute('aria-selected', 'true')
  await expect(rows(page).nth(3)).toHaveAttribute('aria-selected', 'false')
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Edit…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit 3 entries' })
  await dialog.getByRole('combobox', { name: 'Category' }).click()
  await page.keyboard.type('Trav')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(rows(page).filter({ hasText: 'Travel' })).toHaveCount(5)
  await takeBack(page, /entries were changed/)
  await expect(rows(page).filter({ hasText: 'Travel' })).toHaveCount(3)
  await rows(page).first().focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByText('6 entries selected')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('6 entries selected')).toBeHidden()
  await rows(page).nth(1).getByRole('checkbox').click()
  await rows(page)
    .nth(4)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click()
  await expect(rows(page)).toHaveCount(2)
  await takeBack(page, /entries were deleted/)
  await expect(rows(page)).toHaveCount(6)
})
