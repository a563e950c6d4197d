// A refusal names what it means, has the way out as a button, and goes when it is solved.
import { addDays } from '../shared/base/localDate.ts'
import { axeOf } from './support/axe.ts'
import type { Locator } from '@playwright/test'
import { expect, test } from './support/test.ts'

test('C8 K15 a timer on a category that became inactive: the refusal names it, makes it active, and Stop works', async ({
  page,
  host,
  firm,
}) => {
  const categoryId = firm.categoryIds['Support'] ?? ''
  const { now } = await host.call('timer.state', {})
  await host.call('timer.start', { customerId: firm.customerId, categoryId, at: now - 3_600_000 })
  await host.call('category.edit', { categoryId, active: false })
  await page.goto('/')
  await page.getByRole('banner').getByRole('button', { name: 'Stop work' }).click()
  const dialog = page.getByRole('dialog', { name: 'Note' })
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('Mended the printer')
  await page.keyboard.press('Control+Enter')
  const refusal = dialog.getByRole('alert').filter({ hasText: 'the work code is inactive' }).last()
  await expect(refusal).toContainText('“Support” is not active.')
  const { violations } = await axeOf(page).disableRules(['color-contrast']).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await refusal.getByRole('button', { name: 'Make active' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status').filter({ hasText: '“Support” is active again.' })).toBeVisible()
  await expect(refusal).toBeHidden()
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('Mended the printer')
  await dialog.getByRole('textbox', { name: 'Note' }).focus()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  expect((await host.call('diary.today', {})).entries).toMatchObject([{ note: 'Mended the printer' }])
})

test('K15 a refusal goes once what it is about is changed, and not for another reason', async ({
  page,
  host,
  firm,
}) => {
  const { now } = await host.call('timer.state', {})
  await host.call('organisation.edit', { overlaps: 'refuse' })
  await host.call('rules.saveMine', { rules: { requireNote: true } })
  await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt: now - 7_200_000,
    endAt: now,
    note: 'Until now',
  })
  await page.goto('/')
  await page.getByRole('button', { name: 'Add entry' }).click()
  const form = page.getByRole('dialog', { name: 'Add a time entry' })
  await expect(form.getByRole('combobox', { name: 'Customer' })).toBeFocused()
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  // The refusal leads to the field that it is about.
  const note = form.getByLabel('Note')
  await expect(note).toBeFocused()
  await expect(note).toHaveAccessibleErrorMessage('A note is required. Write what was done.')
  await page.keyboard.type('Two')
  await page.keyboard.press('Control+Enter')
  const refusal = form.getByRole('alert').filter({ hasText: 'overlaps' })
  await expect(refusal).toBeVisible()
  await form.getByLabel('Note').focus()
  await page.keyboard.type(' at once')
  await expect(refusal).toBeVisible()
  await form.getByLabel('Duration').focus()
  await page.keyboard.type('0:30')
  await page.keyboard.press('Tab')
  await expect(refusal).toBeHidden()
})

test('K15 what a closed period refuses stands beside the date, has the focus there, and goes with another date', async ({
  page,
  host,
  firm,
}) => {
  const { today } = await host.call('app.state', {})
  const closed = addDays(today, -10)
  await host.call('period.close', { through: closed })
  await host.call('module.switch', { module: 'absence', on: true })
  await host.call('absenceKind.add', { name: 'Vacation', effect: 'relieved', needsApproval: false })
  const typed = (day: string) => day.split('-').reverse().join('/')
  const refusedAt = async (field: Locator, said: RegExp) => {
    await expect(field).toBeFocused()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(said)
  }

  await page.goto('/#/')
  await page.getByRole('button', { name: 'Add entry' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Add a time entry' })
  await expect(form.getByRole('combobox', { name: 'Customer' })).toBeFocused()
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const start = form.getByLabel('Start: date')
  await start.focus()
  await page.keyboard.type(typed(closed))
  await page.keyboard.press('Control+Enter')
  await expect(start).toBeFocused()
  await expect(start).toHaveAccessibleErrorMessage(/prior period/)
  // Once, and not at the foot as well.
  await expect(form.getByText(/prior period/)).toHaveCount(1)
  await expect(form.getByRole('group', { name: 'Start' })).toContainText('prior period')
  await page.keyboard.type(typed(today))
  await page.keyboard.press('Tab')
  await expect(form.getByText(/prior period/)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()

  await page.goto('/#/absence')
  await page.getByRole('button', { name: 'Enter absence' }).press('Enter')
  const absence = page.getByRole('dialog', { name: 'Absence' })
  await expect(absence.getByRole('combobox', { name: 'Kind' })).toBeFocused()
  await page.keyboard.press('Enter')
  const vacation = page.getByRole('option', { name: 'Vacation' })
  await expect(vacation).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(vacation).toHaveAttribute('data-combobox-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(absence.getByRole('combobox', { name: 'Kind' })).toHaveValue('Vacation')
  const first = absence.getByRole('textbox', { name: 'First day' })
  await first.focus()
  await page.keyboard.type(typed(closed))
  await page.keyboard.press('Control+Enter')
  await refusedAt(first, /its absences stay/)
  await expect(absence.getByText(/its absences stay/)).toHaveCount(1)
  await page.keyboard.press('Escape')

  await page.goto('/#/settings/rates')
  const rates = page.locator('[data-section="rates"]')
  await rates.getByRole('button', { name: 'New rate: the organisation' }).press('Enter')
  const from = rates.getByLabel('Valid from')
  await from.focus()
  await page.keyboard.type(typed(closed))
  await page.keyboard.press('Control+Enter')
  await refusedAt(from, /rates of a closed period stay/)
  await page.keyboard.type(typed(today))
  await page.keyboard.press('Control+Enter')
  await expect(from).toBeHidden()
  expect((await host.call('rate.list', {})).map(({ validFrom }) => validFrom)).toEqual([today])
  expect(firm.userId).not.toBe('')
})
