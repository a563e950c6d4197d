// Whether time is billable, in a real browser with real keys: the box shows what follows from the category until somebody says otherwise.
import { expect, test } from './support/test.ts'

test('D3 E3 the Billable box follows the category until it is pressed; back at that, nothing of its own is kept', async ({
  page,
  host,
  firm,
}) => {
  await host.call('organisation.edit', { timeLogDialog: true })
  const { categoryId: goodwill } = await host.call('category.add', { name: 'Goodwill' })
  await host.call('category.edit', { categoryId: goodwill, billType: 'nonBillable' })
  const { customerId } = firm
  const { timerId } = await host.call('timer.start', {
    customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
  })
  await host.call('timer.stop', { timerId })
  await page.goto('/#/today')
  const dialog = page.getByRole('dialog', { name: 'Time Log Entry' })
  const box = dialog.getByRole('checkbox', { name: 'Billable' })
  await expect(box).toBeChecked()
  await expect(dialog.getByText('Set by its category or project')).toBeVisible()
  const category = dialog.getByRole('combobox', { name: 'Category' })
  await category.focus()
  await page.keyboard.type('Good')
  await expect(page.getByRole('option', { name: 'Goodwill' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(box).not.toBeChecked()
  await box.focus()
  await page.keyboard.press('Space')
  await expect(box).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  const entries = async () => (await host.call('customer.entries', { customerId })).rows
  await expect.poll(entries).toMatchObject([{ billable: true, isBillable: true, categoryName: 'Goodwill' }])

  await page.goto(`/#/customers/${customerId}`)
  await expect(page.getByRole('img', { name: 'Billable: yes' })).toBeVisible()
  await page.getByRole('button', { name: /^Edit the entry/ }).click()
  const form = page.getByRole('dialog')
  await expect(form.getByRole('checkbox', { name: 'Billable' })).toBeChecked()
  await form.getByRole('checkbox', { name: 'Billable' }).focus()
  await page.keyboard.press('Space')
  await expect(form.getByText('Set by its category or project')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect.poll(entries).toMatchObject([{ billable: null, isBillable: false }])

  await page.getByRole('checkbox', { name: /^Select the entry/ }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Edit…' }).press('Enter')
  const several = page.getByRole('dialog', { name: 'Edit 1 entry' })
  await several.getByLabel('Billable').selectOption('Yes')
  await several.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(several).toBeHidden()
  await expect.poll(entries).toMatchObject([{ billable: true }])
})

test('23 what a box says of itself has the width of the form, and wraps only where that is not enough', async ({
  page,
  host,
  firm,
}) => {
  await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
  })
  await page.goto('/#/today')
  await page.getByRole('button', { name: /^Edit the running timer/ }).press('Enter')
  const hint = page.getByRole('dialog').getByText('Set by its category or project')
  await expect(hint).toBeVisible()
  const lines = await hint.evaluate((element) => {
    const text = document.createRange()
    text.selectNodeContents(element)
    return new Set([...text.getClientRects()].map(({ top }) => top)).size
  })
  expect(lines).toBe(1)
})
