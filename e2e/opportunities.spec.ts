// Opportunities in a real browser, by keys: added, edited in place, offered in the Time Log Entry dialog, closed and protected.
import { expect, test } from './support/test.ts'

const MINUTE = 60_000

test('A22 A23 an opportunity is added, and offered when time is logged', async ({
  page,
  host,
  firm,
}, info) => {
  const { now } = await host.call('app.state', {})
  const on = { customerId: firm.customerId, categoryId: firm.categoryIds['Support'] ?? null }
  const stop = async () => {
    const { timerId } = await host.call('timer.start', { ...on, at: now - 20 * MINUTE })
    await host.call('timer.stop', { timerId, dialog: true })
    return timerId
  }
  const dialog = page.getByRole('dialog', { name: 'Time Log Entry' })
  const field = dialog.getByRole('combobox', { name: 'Opportunity' })
  // A22: none is active, so nobody is asked.
  const first = await stop()
  await page.goto('/')
  await page.getByRole('button', { name: /to record/ }).press('Enter')
  await expect(dialog.getByRole('combobox', { name: 'Category' })).toBeVisible()
  await expect(field).toBeHidden()
  await host.call('timer.record', { timerId: first })

  await page.goto(`/#/customers/${firm.customerId}/opportunities`)
  await page.getByRole('button', { name: 'Add opportunity' }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name of the new opportunity' })).toBeFocused()
  await page.keyboard.type('Second location')
  await page.keyboard.press('Enter')
  const row = page.getByRole('row', { name: /Second location/ })
  await expect(row).toBeVisible()
  await page.keyboard.press('Escape')
  await row.getByRole('textbox', { name: 'Stage of Second location' }).focus()
  await page.keyboard.type('Offer sent')
  await page.keyboard.press('Enter')
  await row.getByRole('textbox', { name: 'Value of Second location' }).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('9500')
  await page.keyboard.press('Tab')
  await expect
    .poll(async () => (await host.call('opportunity.list', {})).rows)
    .toMatchObject([{ name: 'Second location', stage: 'Offer sent', valueMinor: 950_000, status: 'Open' }])
  await page.screenshot({ path: info.outputPath('opportunities.png') })

  // A23: chosen in the dialog, it stands on the entry.
  await stop()
  await page.goto('/')
  await page.getByRole('button', { name: /to record/ }).press('Enter')
  await field.focus()
  await page.keyboard.type('sec')
  await expect(page.getByRole('option', { name: 'Second location' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.screenshot({ path: info.outputPath('dialog.png') })
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  const entries = await host.call('customer.entries', { customerId: firm.customerId })
  expect(entries.rows.map(({ opportunityName }) => opportunityName)).toContain('Second location')
})

test('F12 a module is switched off in the settings, and its tab is gone until it is on again', async ({
  page,
  host,
  firm,
}, info) => {
  // F12: off, the tab is gone; its data come back with it.
  await page.goto('/#/settings/modules')
  await page.getByRole('switch', { name: 'Opportunities' }).press('Space')
  await expect(page.getByRole('switch', { name: 'Opportunities' })).not.toBeChecked()
  await page.screenshot({ path: info.outputPath('modules.png') })
  await page.goto(`/#/customers/${firm.customerId}`)
  await expect(page.getByRole('tab', { name: 'Journal' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Opportunities' })).toBeHidden()
  await host.call('module.switch', { module: 'opportunities', on: true })
  await expect(page.getByRole('tab', { name: 'Opportunities' })).toBeVisible()
})

test('A22 an opportunity is closed while a timer is on it, and not deleted', async ({ page, host, firm }) => {
  const { opportunityId } = await host.call('opportunity.add', {
    customerId: firm.customerId,
    name: 'Web shop',
  })
  await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    opportunityId,
  })
  await page.goto(`/#/customers/${firm.customerId}/opportunities`)
  await page.getByRole('button', { name: 'Delete Web shop' }).press('Enter')
  await expect(page.getByText('Used in Timer. Cannot delete.', { exact: true })).toBeVisible()
  const status = page.getByRole('combobox', { name: 'Status of Web shop' })
  await status.focus()
  await page.keyboard.type('W')
  await expect(page.getByText('Web shop is won.')).toBeVisible()
  await expect(status).toHaveValue('Won')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText('Web shop is open again.')).toBeVisible()
  await expect(status).toBeFocused()
})
