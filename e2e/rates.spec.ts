// Billing rates in a real browser: set for the organisation and a customer, the amount below the time, and how it came about.
import type { Locator, Page } from '@playwright/test'
import { axeOf } from './support/axe.ts'
import { expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'
import { takeBack } from './support/takeBack.ts'

const HOUR = 3_600_000

const settings = (page: Page): Locator => page.locator('[data-section="rates"]')
const footer = (page: Page): Locator => page.getByRole('row').filter({ hasText: 'Total Time' })

/** Sessions of the last hours, one after the other, in whole minutes. */
async function worked(host: Host, firm: Firm, category: string, minutes: number, hoursAgo: number) {
  const { now } = await host.call('timer.state', {})
  const startAt = Math.floor(now / 60_000) * 60_000 - hoursAgo * HOUR
  await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds[category] ?? null,
    startAt,
    endAt: startAt + minutes * 60_000,
  })
}

async function setRate(where: Locator, name: string, from: string, amount: string): Promise<void> {
  await where.getByRole('button', { name: `New rate: ${name}` }).click()
  await where.getByLabel('Valid from').fill(from)
  await where.getByLabel('Amount per hour').fill(amount)
  await where.getByRole('button', { name: 'Save rate' }).click()
  await expect(where.getByRole('button', { name: 'Save rate' })).toBeHidden()
}

test('G7 rates of organisation and user are set and changed in the settings, dated, and undone', async ({
  page,
  host,
  firm,
}) => {
  await page.goto('/#/settings/rates')
  await expect(settings(page)).toContainText('No rate yet, so time has no amount.')
  await settings(page).getByRole('button', { name: 'New rate: the organisation' }).press('Enter')
  const amount = settings(page).getByLabel('Amount per hour')
  await amount.fill('5')
  await amount.fill('')
  await amount.press('Enter')
  await expect(amount).toHaveAttribute('aria-invalid', 'true')
  await settings(page).getByRole('button', { name: 'Cancel' }).press('Enter')
  await setRate(settings(page), 'the organisation', '01/01/2025', '80')
  await setRate(settings(page), 'the organisation', '01/01/2026', '90.50')
  await expect(settings(page).locator('[data-version="2026-01-01"]')).toContainText('€90.50 an hour')
  await expect(settings(page).locator('[data-version="2026-01-01"]')).toContainText('current')
  await expect(settings(page).locator('[data-version="2025-01-01"]')).toContainText('€80.00 an hour')

  await settings(page).getByRole('button', { name: 'Rates of Ana Weber' }).click()
  await setRate(settings(page), 'Ana Weber', '01/02/2026', '120')
  await expect(settings(page).getByRole('row', { name: /Ana Weber €120.00/ })).toBeVisible()
  const rates = await host.call('rate.list', {})
  expect(rates.map(({ level, validFrom, amountMinor }) => [level, validFrom, amountMinor])).toEqual([
    ['organisation', '2026-01-01', 9_050],
    ['organisation', '2025-01-01', 8_000],
    ['user', '2026-02-01', 12_000],
  ])
  expect(rates[2]?.subjectId).toBe(firm.userId)

  await settings(page).getByRole('button', { name: 'Delete the rate of Ana Weber from 1 Feb 2026' }).click()
  await expect(settings(page).getByRole('row', { name: /Ana Weber None/ })).toBeVisible()
  await takeBack(page, 'The rate from 1 Feb 2026 was deleted.')
  await expect(settings(page).getByRole('row', { name: /Ana Weber €120.00/ })).toBeVisible()

  const { violations } = await axeOf(page).include('[data-section="rates"]').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
})

test('the address of the billing rates leads to them, also where the list of users above is long', async ({
  page,
  host,
  firm,
}) => {
  for (let n = 0; n < 14; n += 1) await host.call('user.add', { name: `User ${n}` })
  await page.goto('/#/settings/rates')
  await expect(page.getByRole('switch', { name: 'User 13 is active' })).toBeAttached()
  const heading = settings(page).getByRole('heading', { name: 'Billing rates' })
  await expect(heading).toBeInViewport()
  await page.mouse.move(600, 500)
  await page.mouse.wheel(0, -20_000)
  await expect(page.getByRole('heading', { name: 'Time rules' })).toBeInViewport()
  expect(firm.userId).not.toBe('')
})

test('G7 a closed period keeps its rates: there is no way to change one, and a new one is refused in words', async ({
  page,
  host,
  firm,
}) => {
  await host.call('rate.set', {
    level: 'organisation',
    subjectId: null,
    validFrom: '2025-01-01',
    amountMinor: 8_000,
  })
  await host.call('period.close', { through: '2025-12-31' })
  await page.goto('/#/settings/rates')
  const version = settings(page).locator('[data-version="2025-01-01"]')
  await expect(version).toContainText('closed period')
  await expect(version.getByRole('button')).toHaveCount(0)
  await settings(page).getByRole('button', { name: 'New rate: the organisation' }).click()
  await settings(page).getByLabel('Valid from').fill('31/12/2025')
  await settings(page).getByRole('button', { name: 'Save rate' }).click()
  await expect(settings(page).getByLabel('Valid from')).toHaveAccessibleDescription(
    /^Billing rates of a closed period stay/,
  )
  await settings(page).getByLabel('Valid from').fill('01/01/2026')
  await settings(page).getByRole('button', { name: 'Save rate' }).click()
  await expect(settings(page).locator('[data-version="2026-01-01"]')).toBeVisible()
  expect(firm.userId).not.toBe('')
})

test('G7 the customer’s and the project’s rate come first, the amount stands beside Total Time, and a click explains it', async ({
  page,
  host,
  firm,
}) => {
  const { customerId } = firm
  await host.call('category.edit', { categoryId: firm.categoryIds['Travel'] ?? '', billType: 'nonBillable' })
  await worked(host, firm, 'Support', 90, 6)
  await worked(host, firm, 'Travel', 30, 4)
  await page.goto(`/#/customers/${customerId}`)
  await expect(footer(page)).toContainText('2:00')
  await expect(footer(page)).not.toContainText('Amount')

  await host.call('rate.set', {
    level: 'organisation',
    subjectId: null,
    validFrom: '2020-01-01',
    amountMinor: 8_000,
  })
  await expect(footer(page)).toContainText('€120.00')

  await host.call('project.add', { customerId, name: 'Relaunch', code: 'REL-1' })
  await page.getByRole('complementary').getByTitle('Billing rates…').click()
  const dialog = page.getByRole('dialog', { name: 'Billing rates of Acme' })
  await setRate(dialog, 'Acme', '01/01/2021', '100.01')
  await dialog.getByLabel('Set a rate for a project').click()
  await page.getByRole('option', { name: 'REL-1 Relaunch' }).click()
  await setRate(dialog, 'Relaunch', '01/01/2021', '150')
  await expect(dialog.getByText('€150.00 an hour')).toBeVisible()
  const { violations } = await axeOf(page).include('[role="dialog"]').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('tab', { name: 'Projects' }).click()
  await page.getByRole('button', { name: 'Billing rates…' }).click()
  await expect(dialog.getByText('€150.00 an hour')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('tab', { name: 'Working Time' }).click()

  // 1:30 × 100.01 = 150.015, half up.
  await expect(footer(page)).toContainText('€150.02')
  await footer(page)
    .getByRole('button', { name: /^Amount/ })
    .click()
  const explained = page.getByRole('dialog').filter({ hasText: 'Amount explained' })
  await expect(explained).toContainText('1:30 × €100.01 an hour (customer’s rate from 1 Jan 2021)')
  await expect(explained).toContainText('0:30 not billable')
  expect((await host.call('customer.amount', { customerId })).amountMinor).toBe(15_002)
})

test('G7 an employee sees no rate and no amount, on any screen', async ({ page, host, firm }) => {
  await host.call('rate.set', {
    level: 'organisation',
    subjectId: null,
    validFrom: '2020-01-01',
    amountMinor: 8_000,
  })
  const { userId } = await host.call('user.add', { name: 'Ben Okafor', role: 'employee' })
  await host.call('session.switchUser', { userId })
  await worked(host, firm, 'Support', 60, 6)
  await page.goto(`/#/customers/${firm.customerId}`)
  await expect(page.getByRole('row').filter({ hasText: 'Your Time' })).toContainText('1:00')
  await expect(page.getByText('Amount')).toHaveCount(0)
  await expect(page.getByText('Billing rate')).toHaveCount(0)
  await page.goto('/#/settings')
  await expect(page.getByRole('heading', { name: 'Time rules' })).toBeVisible()
  await expect(settings(page)).toHaveCount(0)
})
