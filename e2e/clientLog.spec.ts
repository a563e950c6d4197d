// The client log in a real browser: lines added and edited like a spreadsheet, by keys, and by the clipboard both ways (E1 to E4, F9).
import type { Locator, Page } from '@playwright/test'
import { axeOf } from './support/axe.ts'
import { expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Client log' })
const rows = (page: Page): Locator => grid(page).locator('[data-index]')
const cell = (page: Page, row: number, column: string): Locator =>
  grid(page).locator(`[data-index="${row}"] [data-column="${column}"]`)
const footer = (page: Page): Locator => grid(page).getByRole('row').last()

async function amounts(host: Host, firm: Firm, minutes: readonly number[]): Promise<string[]> {
  const { now } = await host.call('timer.state', {})
  const days = minutes.map((_, n) => new Date(now - (n + 1) * 86_400_000).toISOString().slice(0, 10))
  for (const [n, workDate] of days.entries())
    await host.call('entry.addAmount', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds.Support ?? null,
      workDate,
      durationMs: (minutes[n] ?? 0) * 60_000,
      note: `letter ${n + 1}`,
    })
  return days
}

/** A paste as the browser hands it over, of what a spreadsheet put there. */
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((plain) => {
    const data = new DataTransfer()
    data.setData('text/plain', plain)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)

test('E1 E2 F9 Edit time tracker opens the log, and a new line is a label, a date and an amount', async ({
  page,
  firm,
}) => {
  await page.goto(`/#/customers/${firm.customerId}/time`)
  await page.getByRole('button', { name: 'Activity options' }).click()
  await page.getByRole('menuitem', { name: 'Edit time tracker' }).click()
  await expect(page.getByText('Nothing in the log yet')).toBeVisible()
  await page.getByRole('button', { name: 'Add new entry' }).click()
  await expect(page.getByRole('textbox', { name: 'Label' })).toBeFocused()
  await page.keyboard.type('Letter to the bank')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Date' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeFocused()
  await page.keyboard.type('1:80')
  await page.keyboard.press('Enter')
  // The firm asks for a category, and nothing was done for this customer yet.
  await expect(page.getByRole('combobox', { name: 'Category' })).toBeFocused()
  await page.keyboard.type('support')
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(1)
  await expect(cell(page, 0, 'amount')).toHaveText('2:20')
  await expect(cell(page, 0, 'label')).toHaveText('Letter to the bank')
  await expect(footer(page)).toContainText('2:20')
  expect((await axeOf(page).analyze()).violations).toEqual([])
})

test('E4 D12 a cell is edited by a click or by typing; text in an amount is refused with a sentence and stays', async ({
  page,
  host,
  firm,
}) => {
  await amounts(host, firm, [30, 60])
  await page.goto(`/#/customers/${firm.customerId}/log`)
  await cell(page, 0, 'amount').click()
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeFocused()
  await page.keyboard.type('soon')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('This is not an amount of time')
  await expect(cell(page, 0, 'amount')).toContainText('soon')
  await expect(footer(page)).toContainText('1:30')
  await cell(page, 0, 'amount').click()
  await page.keyboard.type('45min')
  await page.keyboard.press('Enter')
  await expect(cell(page, 0, 'amount')).toHaveText('0:45')
  await expect(page.getByRole('alert')).toHaveCount(0)
  // Down went the focus; typing begins anew, Ctrl Z takes it back.
  await expect(cell(page, 1, 'amount')).toBeFocused()
  await page.keyboard.type('2h')
  await page.keyboard.press('Enter')
  await expect(footer(page)).toContainText('2:45')
  await page.keyboard.press('Control+z')
  await expect(footer(page)).toContainText('1:45')
})

test('E3 the billable toggle turns with Space, and what can be charged follows', async ({
  page,
  host,
  firm,
}) => {
  await amounts(host, firm, [30])
  await page.goto(`/#/customers/${firm.customerId}/log`)
  await expect(cell(page, 0, 'billable')).toHaveText('yes')
  await cell(page, 0, 'billable').click()
  await expect(cell(page, 0, 'billable')).toHaveText('no')
  await cell(page, 0, 'billable').focus()
  await page.keyboard.press(' ')
  await expect(cell(page, 0, 'billable')).toHaveText('yes')
})

test('E4 a range is copied and pasted as spreadsheets do, as one change; what is refused is written nowhere', async ({
  page,
  host,
  firm,
}) => {
  await amounts(host, firm, [30, 60, 90])
  await page.goto(`/#/customers/${firm.customerId}/log`)
  await expect(rows(page)).toHaveCount(3)
  await cell(page, 0, 'label').focus()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(cell(page, 1, 'label')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(cell(page, 0, 'amount')).toBeFocused()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(cell(page, 2, 'amount')).toHaveAttribute('aria-selected', 'true')
  const clipboard = await page.evaluate(() => {
    const data = new DataTransfer()
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
    return [data.getData('text/plain'), data.getData('text/html')]
  })
  expect(clipboard).toEqual([
    '0:30\r\n1:00\r\n1:30',
    '<table><tr><td>0:30</td></tr><tr><td>1:00</td></tr><tr><td>1:30</td></tr></table>',
  ])
  // By keys: the first row's amount into the second, and back.
  await page.keyboard.press('Escape')
  await expect(cell(page, 2, 'amount')).toBeFocused()
  await page.keyboard.press('Control+c')
  await page.keyboard.press('ArrowUp')
  await expect(cell(page, 1, 'amount')).toBeFocused()
  await page.keyboard.press('Control+v')
  await expect(cell(page, 1, 'amount')).toHaveText('1:30')
  await expect(footer(page)).toContainText('3:30')
  await page.keyboard.press('Control+z')
  await expect(footer(page)).toContainText('3:00')
  await cell(page, 1, 'amount').focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(cell(page, 2, 'amount')).toHaveAttribute('aria-selected', 'true')
  // One of three cannot be read: all stay as pasted, and nothing is written.
  await paste(page, '1:00\r\nlater\r\n3:00\r\n')
  await expect(page.getByRole('alert')).toContainText('This is not an amount of time')
  await expect(footer(page)).toContainText('3:00')
  await expect(cell(page, 1, 'amount')).toContainText('later')
  await paste(page, '1:00\t\r\n2:00\t\r\n3:00\t\r\n'.replaceAll('\t', ''))
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(footer(page)).toContainText('6:00')
  await page.keyboard.press('Control+z')
  await expect(footer(page)).toContainText('3:00')
  // Ctrl D fills the first down.
  await expect(cell(page, 2, 'amount')).toHaveText('1:30')
  await page.keyboard.press('Control+d')
  await expect(footer(page)).toContainText('1:30')
  await paste(page, Array.from({ length: 100_000 }, () => '1:00').join('\n'))
  await expect(page.getByRole('alert')).toContainText('At most 1,000 lines')
})
