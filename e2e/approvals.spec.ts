// Approvals in a real browser, by keys: a user submits a week, a manager rejects and approves, and approved time is locked (B49, I7).
import type { Page } from '@playwright/test'
import { addDays, weekdayOf } from '../shared/base/localDate.ts'
import { axeOf } from './support/axe.ts'
import { expect, test } from './support/test.ts'

test.describe.configure({ timeout: 180_000 })

const seen = async (page: Page) => expect((await axeOf(page).analyze()).violations).toEqual([])

test('B49 I7 a week is submitted, rejected with its reason, submitted again, approved and locked', async ({
  page,
  host,
  firm,
}, info) => {
  const { today } = await host.call('app.state', {})
  // Last week, Monday to Sunday, within one month or not.
  const monday = addDays(today, 1 - weekdayOf(today) - 7)
  const month = monday.slice(0, 7)
  const { userId: bo } = await host.call('user.add', {
    name: 'Bo Larsen',
    role: 'employee',
    startDate: monday,
  })
  await host.call('module.switch', { module: 'approvals', on: true })
  await host.call('organisation.edit', { weekStart: 1 })
  await host.call('entry.addAmount', {
    userId: bo,
    customerId: firm.customerId,
    categoryId: Object.values(firm.categoryIds)[0] ?? '',
    workDate: monday,
    durationMs: 5_400_000,
  })

  await host.call('session.switchUser', { userId: bo })
  await page.goto(`/#/diary/${month}/${bo}`)
  await page.getByRole('button', { name: 'Approval', exact: true }).press('Enter')
  const weeks = page.getByRole('dialog', { name: /^Approval of Bo Larsen/ })
  await expect(weeks).toBeVisible()
  await seen(page)
  await page.screenshot({ path: info.outputPath('submit.png') })
  await weeks
    .getByRole('button', { name: /^Submit / })
    .last()
    .press('Enter')
  await expect(weeks.getByText('Submitted').first()).toBeVisible()
  // The focus stays in its row.
  await expect(weeks.getByRole('button', { name: /^Withdraw/ }).last()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Approval \(\d+\)$/ })).toBeFocused()

  await host.call('session.switchUser', { userId: firm.userId })
  await page.goto('/')
  await page.reload()
  await expect(page.getByText('1 person has days waiting for approval.')).toBeVisible()
  await expect(
    page.getByRole('link', { name: /^Work diary 1 waiting for approval|^Diary 1 waiting/ }),
  ).toBeVisible()
  await page.screenshot({ path: info.outputPath('today.png') })
  await page.getByRole('link', { name: 'Open approvals' }).press('Enter')
  const row = page.getByRole('row', { name: /Bo Larsen/ }).filter({ hasText: '1:30' })
  await expect(row).toContainText('missing day')
  await seen(page)
  await page.screenshot({ path: info.outputPath('approvals.png') })
  await row.getByRole('button', { name: /^Reject Bo Larsen/ }).press('Enter')
  const reject = page.getByRole('dialog', { name: 'Reject' })
  await expect(reject.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(reject.getByRole('textbox', { name: 'Reason' })).toHaveAccessibleErrorMessage(
    /^Enter the reason/,
  )
  await reject.getByRole('textbox', { name: 'Reason' }).fill('Tuesday is missing')
  await seen(page)
  await page.keyboard.press('Control+Enter')
  await expect(reject).toBeHidden()
  await expect(row).toBeHidden()

  await host.call('session.switchUser', { userId: bo })
  await page.goto('/')
  await page.reload()
  await expect(page.getByText('Tuesday is missing')).toBeVisible()
  await host.call('approval.submit', { from: monday, to: addDays(monday, 6) })

  await host.call('session.switchUser', { userId: firm.userId })
  await page.goto('/#/diary/approvals')
  await page.reload()
  await page.getByRole('checkbox', { name: 'Select all' }).press('Space')
  await page.getByRole('button', { name: 'Approve selected' }).press('Enter')
  await expect(page.getByText('Nothing is waiting for approval')).toBeVisible()

  await page.goto(`/#/diary/${month}/${bo}/${monday}`)
  const day = page.getByRole('dialog', { name: /Working time/i })
  await expect(day).toBeVisible()
  await page.screenshot({ path: info.outputPath('locked.png') })
  expect(
    await host
      .call('entry.addAmount', {
        userId: bo,
        customerId: firm.customerId,
        categoryId: Object.values(firm.categoryIds)[0] ?? '',
        workDate: monday,
        durationMs: 60_000,
      })
      .then(() => 'added')
      .catch((error: unknown) => String(error)),
  ).toContain('approval.locked')
})
