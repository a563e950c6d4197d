// The Work Diary in a real browser: users of a month, a user's days, a day's sessions, and how each figure came about.
import type { Locator, Page } from '@playwright/test'
import { readBack } from '../core/testing/export/readBack.ts'
import { addMonths, daysOfMonth, weekdayOf } from '../shared/base/localDate.ts'
import { expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'
import { takeBack } from './support/takeBack.ts'

const HOUR = 3_600_000

// The firm's zone is UTC, so that hours of a day can be written here as numbers.
test.use({ systemZone: 'UTC' })

type Month = { month: string; monday: string; tuesday: string; today: string }

/** The month before this one: all of its days are past, whenever the test runs. */
async function lastMonth(host: Host): Promise<Month> {
  const { today } = await host.call('app.state', {})
  const month = addMonths(today.slice(0, 7), -1)
  const monday = daysOfMonth(month).find((date) => weekdayOf(date) === 1) ?? ''
  const tuesday = daysOfMonth(month).find((date) => date > monday && weekdayOf(date) === 2) ?? ''
  return { month, monday, tuesday, today }
}

/** Hours of a day in UTC, which is the zone of the firm. */
async function worked(
  host: Host,
  firm: Firm,
  date: string,
  from: number,
  to: number,
  more: { userId?: string; note?: string } = {},
): Promise<void> {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt: midnight + from * HOUR,
    endAt: midnight + to * HOUR,
    ...more,
  })
}

/** 20 an hour for at most two hours in a month, 25 for each hour beyond. */
async function contract(host: Host, userId: string): Promise<void> {
  await host.call('employment.set', {
    userId,
    validFrom: '2020-01-01',
    expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
    expectedMonthMinutes: 120,
    wage: { kind: 'hourly', amountMinor: 2000 },
    extraHourMinor: 2500,
    bonusMinor: 0,
  })
}

const day = (page: Page): Locator => page.getByRole('dialog', { name: /Working time/ })

test('B33 B34 the month lists all users with Total Hours, Extra Hours and Salary', async ({
  page,
  host,
  firm,
}) => {
  const { month, monday } = await lastMonth(host)
  const { userId } = await host.call('user.add', { name: 'Ben Okafor' })
  await contract(host, firm.userId)
  await worked(host, firm, monday, 9, 12)
  await worked(host, firm, monday, 9, 9.5, { userId })
  await page.goto(`/#/diary/${month}`)
  for (const name of ['Total Hours', 'Extra Hours', 'Salary'])
    await expect(page.getByRole('columnheader', { name })).toBeVisible()
  const ana = page.getByRole('row', { name: /Ana Weber/ })
  await expect(ana.getByRole('button', { name: /^Total Hours/ })).toHaveText('3:00')
  await expect(ana.getByRole('button', { name: /^Extra Hours/ })).toHaveText('1:00')
  await expect(ana.getByRole('button', { name: /^Salary/ })).toHaveText('€65.00')
  const ben = page.getByRole('row', { name: /Ben Okafor/ })
  await expect(ben.getByRole('button', { name: /^Total Hours/ })).toHaveText('0:30')
  await expect(ben.getByRole('button', { name: /^Salary/ })).toHaveText('–')
  await expect(page.getByRole('row', { name: /All users/ })).toContainText('3:30')
})

test('G7 a click on the salary shows contract version, rule, rate and arithmetic', async ({
  page,
  host,
  firm,
}) => {
  const { month, monday } = await lastMonth(host)
  await contract(host, firm.userId)
  await worked(host, firm, monday, 9, 12)
  await page.goto(`/#/diary/${month}`)
  await page.getByRole('button', { name: /^Salary, Ana Weber/ }).click()
  const salary = page.getByRole('dialog')
  await expect(salary).toContainText('2:00 × €20.00 an hour (contract from 1 Jan 2020)')
  await expect(salary).toContainText('€40.00')
  await expect(salary).toContainText('1:00 extra × €25.00 per extra hour')
  await expect(salary).toContainText('€65.00')
  await page.keyboard.press('Escape')
  await expect(salary).toBeHidden()
  await page.getByRole('button', { name: /^Extra Hours, Ana Weber/ }).click()
  await expect(page.getByRole('dialog')).toContainText('3:00 worked − 2:00 expected')
  // No step without its words: a missing one would show its key.
  await expect(page.getByRole('dialog')).not.toContainText('explain.')
})

test('B35 B36 B37 a click on a name opens the month with every day, its Entrance and its Exit', async ({
  page,
  host,
  firm,
}) => {
  const { month, monday } = await lastMonth(host)
  await worked(host, firm, monday, 9, 10.5)
  await worked(host, firm, monday, 13, 16.25)
  await page.goto(`/#/diary/${month}`)
  await page.getByRole('link', { name: 'Ana Weber' }).click()
  await expect(page.getByRole('columnheader', { name: 'Entrance' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Exit' })).toBeVisible()
  const rows = page.getByRole('table').locator('tbody tr')
  await expect(rows).toHaveCount(daysOfMonth(month).length)
  const row = rows.nth(Number(monday.slice(8)) - 1)
  await expect(row).toContainText('09:00')
  await expect(row).toContainText('16:15')
  await expect(row).toContainText('2:30')
  await expect(row).toContainText('4:45')
})

test('B48 a past working day without an entry is red and says so, today is green', async ({
  page,
  host,
  firm,
}) => {
  const { month, monday, tuesday, today } = await lastMonth(host)
  await worked(host, firm, monday, 9, 10)
  await page.goto(`/#/diary/${month}/${firm.userId}`)
  const row = (date: string): Locator =>
    page
      .getByRole('table')
      .locator('tbody tr')
      .nth(Number(date.slice(8)) - 1)
  await expect(row(tuesday)).toContainText('No entry')
  await expect(row(tuesday)).toHaveCSS('background-color', 'rgb(253, 236, 236)')
  await expect(row(monday)).not.toContainText('No entry')
  const sunday = daysOfMonth(month).find((date) => weekdayOf(date) === 7) ?? ''
  await expect(row(sunday)).not.toContainText('No entry')
  await page.goto(`/#/diary/${today.slice(0, 7)}/${firm.userId}`)
  await expect(row(today)).toContainText('Today')
  await expect(row(today)).toHaveCSS('background-color', 'rgb(230, 244, 234)')
})

test('B38 B39 a click on a date opens Working time with every session of that day', async ({
  page,
  host,
  firm,
}) => {
  const { month, monday } = await lastMonth(host)
  await worked(host, firm, monday, 9, 10.5, { note: 'Call about the audit' })
  await worked(host, firm, monday, 10, 11, { note: 'In parallel' })
  await page.goto(`/#/diary/${month}/${firm.userId}`)
  await page
    .getByRole('table')
    .locator('tbody tr')
    .nth(Number(monday.slice(8)) - 1)
    .click()
  for (const name of ['Customer name', 'Entrance', 'Exit', 'Total hours', 'Category'])
    await expect(day(page).getByRole('columnheader', { name })).toBeVisible()
  const first = day(page).getByRole('row', { name: /Call about the audit/ })
  for (const text of ['Acme', '09:00', '10:30', '1:30', 'Support']) await expect(first).toContainText(text)
  await expect(day(page).getByRole('row', { name: /In parallel/ })).toContainText('1:00')
  await expect(first.getByRole('img', { name: /Overlaps/ })).toBeVisible()
  // Attended once, booked twice (F5).
  await expect(day(page).getByText('Attended 2:00, booked 2:30')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(day(page)).toBeHidden()
})

test('B40 B41 B42 "+" adds, the orange pencil edits, the red trash deletes with undo, in one dialog', async ({
  page,
  host,
  firm,
}) => {
  const { month, monday } = await lastMonth(host)
  await worked(host, firm, monday, 9, 10)
  await page.goto(`/#/diary/${month}/${firm.userId}/${monday}`)

  await day(page).getByRole('button', { name: 'Add an entry' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toHaveCount(1)
  await dialog.getByLabel('Customer').fill('Acme')
  await page.getByRole('option', { name: 'Acme', exact: true }).click()
  await dialog.getByLabel('Category').fill('Travel')
  await page.getByRole('option', { name: 'Travel', exact: true }).click()
  await dialog.getByLabel('Start: time').fill('13:00')
  await dialog.getByLabel('Stop: time').fill('14:30')
  await dialog.getByLabel('Note').fill('To the site')
  await dialog.getByRole('button', { name: 'Submit' }).click()
  const added = day(page).getByRole('row', { name: /To the site/ })
  await expect(added).toContainText('1:30')

  const pencil = added.getByRole('button', { name: /^Edit/ })
  await expect(pencil).toHaveCSS('color', 'rgb(180, 83, 9)')
  await pencil.click()
  await expect(dialog).toHaveCount(1)
  await dialog.getByLabel('Stop: time').fill('15:00')
  await dialog.getByLabel('Category').fill('Consulting')
  await page.getByRole('option', { name: 'Consulting', exact: true }).click()
  await dialog.getByLabel('Note').fill('On site')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const edited = day(page).getByRole('row', { name: /On site/ })
  for (const text of ['13:00', '15:00', '2:00', 'Consulting']) await expect(edited).toContainText(text)
  await expect(edited.getByRole('button', { name: /^Edit/ })).toBeFocused()

  const trash = edited.getByRole('button', { name: /^Delete/ })
  await expect(trash).toHaveCSS('color', 'rgb(194, 38, 45)')
  await trash.click()
  await expect(edited).toBeHidden()
  expect((await host.call('diary.day', { userId: firm.userId, date: monday })).entries).toHaveLength(1)
  await takeBack(page, 'The entry was deleted.')
  await expect(edited).toBeVisible()
})

test('B40 Esc leaves the form and not the day', async ({ page, host, firm }) => {
  const { month, monday } = await lastMonth(host)
  await worked(host, firm, monday, 9, 10)
  await page.goto(`/#/diary/${month}/${firm.userId}/${monday}`)
  await day(page).getByRole('button', { name: 'Add an entry' }).click()
  await page.getByLabel('Note').focus()
  await page.keyboard.press('Escape')
  await expect(day(page).getByRole('columnheader', { name: 'Customer name' })).toBeVisible()
})

test('B43 Export writes the listed day', async ({ page, host, firm }, info) => {
  const { month, monday, tuesday } = await lastMonth(host)
  await worked(host, firm, monday, 9, 10, { note: 'of this day' })
  await worked(host, firm, tuesday, 9, 10, { note: 'of another day' })
  await page.goto(`/#/diary/${month}/${firm.userId}/${monday}`)
  const path = info.outputPath('day.xlsx')
  await host.saveExport(page, () => day(page).getByRole('button', { name: 'Export' }).click(), path)
  const { sheets } = await readBack(path)
  const cells = sheets.flatMap(({ rows }) => rows.flat()).map(({ value }) => value)
  expect(cells).toContain('of this day')
  expect(cells).not.toContain('of another day')
})

test('B36 B48 nobody misses a day before they joined, and the settings say since when they are there', async ({
  page,
  host,
  firm,
}) => {
  const { month, monday } = await lastMonth(host)
  const { userId } = await host.call('user.add', { name: 'Ben Okafor' })
  const missing = (name: string) =>
    page
      .getByRole('row')
      .filter({ hasText: name })
      .getByText(/^\d+ days?$/)
      .filter({ visible: true })
  await page.goto(`/#/diary/${month}`)
  await expect(missing('Ana Weber')).toBeVisible()
  await expect(missing('Ben Okafor')).toBeHidden()
  // In a narrow window there is no room for a column of its own.
  await page.setViewportSize({ width: 800, height: 600 })
  await expect(page.getByRole('columnheader', { name: 'Missing days' })).toBeHidden()
  await expect(missing('Ana Weber')).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/#/settings/users')
  await page.getByRole('button', { name: 'Edit Ben Okafor' }).click()
  const field = page.getByLabel('Start date')
  await field.fill('the day before yesterday or so')
  await field.blur()
  await expect(page.getByText(/^Write a date like/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeHidden()
  await field.fill(monday)
  await field.press('Enter')
  await expect(page.getByText('The start date was saved.')).toBeVisible()
  expect(await host.call('user.get', { userId })).toMatchObject({ startDate: monday })
  await page.goto(`/#/diary/${month}`)
  await expect(missing('Ben Okafor')).toBeVisible()
  await page.getByRole('button', { name: /^Extra Hours, Ben Okafor/ }).click()
  await expect(page.getByText(/^Nothing was expected from .*: before the start date$/)).toBeVisible()
  expect(firm.userId).not.toBe(userId)
})

test('B47 K15 a contract set in the settings pays the month, and a later version leaves the earlier month as it was', async ({
  page,
  host,
  firm,
}) => {
  const { month, monday, today } = await lastMonth(host)
  await worked(host, firm, monday, 9, 12)
  await page.goto('/#/settings/users')
  await page.getByRole('button', { name: 'Edit Ana Weber' }).click()
  await page.getByRole('button', { name: 'Set the contract' }).click()
  const fields = {
    'Valid from': `${month}-01`,
    'Expected hours per month': '2',
    'Wage per hour': '20',
    'Extra-hour rate': '25',
    'Bonus per month': '10',
  }
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text)
  await page.getByLabel('Expected hours on Friday').fill('6:30')
  await page.getByRole('button', { name: 'Save contract' }).click()
  await expect(page.getByText(/€20.00 an hour · €25.00 per extra hour · €10.00 bonus/)).toBeVisible()
  expect((await host.call('user.get', { userId: firm.userId })).employments).toMatchObject([
    {
      validFrom: `${month}-01`,
      expectedMinutes: [480, 480, 480, 480, 390, 0, 0],
      expectedMonthMinutes: 120,
      bonusMinor: 1000,
    },
  ])
  await page.goto(`/#/diary/${month}`)
  const salary = page.getByRole('button', { name: /^Salary, Ana Weber/ })
  // 2 h × 20 + 1 h × 25 + 10
  await expect(salary).toHaveText('€75.00')

  await page.goto('/#/settings/users')
  await page.getByRole('button', { name: 'Edit Ana Weber' }).click()
  const adds = page.getByRole('button', { name: 'New version' })
  await adds.press('Enter')
  await expect(page.getByLabel('Valid from')).toBeFocused()
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(adds).toBeFocused()
  await adds.press('Enter')
  // What cannot be read is said when the form is sent from its own field, not only once that is left.
  const expected = page.getByLabel('Expected hours per month')
  await expected.fill('-1')
  await expected.press('Control+Enter')
  await expect(expected).toHaveAttribute('aria-invalid', 'true')
  await expected.fill('2')
  await page.getByLabel('Valid from').fill(`${today.slice(0, 7)}-01`)
  await page.getByText('Monthly', { exact: true }).click()
  await page.getByLabel('Wage per month').fill('3,000')
  await page.getByRole('button', { name: 'Save contract' }).click()
  await expect(page.getByText(/€3,000.00 a month/)).toBeVisible()
  await page.goto(`/#/diary/${month}`)
  await expect(salary).toHaveText('€75.00')
  await page.getByRole('button', { name: 'Next month' }).click()
  await expect(salary).toHaveText('€3,010.00')
})

test('B45 the month is changed by arrows, by keys and in the calendar of months', async ({
  page,
  host,
  firm,
}) => {
  const { month } = await lastMonth(host)
  await page.goto(`/#/diary/${month}/${firm.userId}`)
  await expect(page.getByRole('table')).toBeVisible()
  await page.getByRole('button', { name: 'Previous month' }).click()
  await expect(page).toHaveURL(new RegExp(`/diary/${addMonths(month, -1)}/`))
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page).toHaveURL(new RegExp(`/diary/${month}/`))
  const opener = page.getByRole('button', { name: /Choose a month/ })
  await opener.click()
  // The calendar takes the focus once it is there.
  await expect(opener).not.toBeFocused()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/diary/${addMonths(month, -12)}/`))
})

test('C2 C1 closing a period names the timer in the way; closed days can be read and not changed', async ({
  page,
  host,
  firm,
}) => {
  const { month, monday } = await lastMonth(host)
  await worked(host, firm, monday, 9, 10)
  const { timerId } = await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    // As far back as a start may lie: yesterday.
    at: Date.now() - 24 * 3_600_000 + 60_000,
  })
  await page.goto('/#/diary')
  await page.getByRole('button', { name: 'More for this month' }).click()
  await page.getByRole('menuitem', { name: 'Close period…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Close period' })
  await expect(dialog.getByText(/Ana Weber: a timer that began in these days/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Stop it' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close period' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Ana Weber has a timer running on Acme · Support')
  await host.call('timer.discard', { timerId })
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog).toBeHidden()
  await page.goto(`/#/diary/${month}/${firm.userId}/${monday}`)
  await expect(day(page).getByText(/closed period/)).toBeVisible()
  await expect(day(page).getByRole('button', { name: /^Edit|^Delete|^Add/ })).toHaveCount(0)
  // K1: opened again, it needs a reason.
  await page.goto(`/#/diary/${month}`)
  await page.getByRole('button', { name: 'More for this month' }).click()
  await page.getByRole('menuitem', { name: 'Open the period again…' }).click()
  const reopen = page.getByRole('dialog', { name: 'Open the period again' })
  await reopen.getByRole('button', { name: 'Open again' }).click()
  await expect(reopen.getByRole('alert')).toContainText('Say why')
  await reopen.getByRole('textbox', { name: 'Reason' }).click()
  await page.keyboard.type('A forgotten day')
  await page.keyboard.press('Control+Enter')
  await expect(reopen).toBeHidden()
})
