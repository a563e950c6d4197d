// Settings in a real browser: the two-step modal, the Client Timer switch, and what a running timer protects, with the ways out.
import type { Locator, Page } from '@playwright/test'
import { axeOf } from './support/axe.ts'
import { expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'

/** Somebody else works: a second user with a running timer; the first one sits at the computer again. */
async function colleagueAtWork(host: Host, firm: Firm): Promise<string> {
  const { userId } = await host.call('user.add', { name: 'Ben Okafor', role: 'employee' })
  await host.call('session.switchUser', { userId })
  await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
  })
  await host.call('session.switchUser', { userId: firm.userId })
  return userId
}

const rules = (page: Page): Locator => page.getByRole('dialog')

async function openRules(page: Page): Promise<void> {
  await page.goto('/#/settings')
  await page.getByRole('button', { name: 'Change time rules and categories' }).click()
  await expect(rules(page).getByText('Step 1 of 2')).toBeVisible()
}

/** The refusal with its exact text, whose timer it is, and the ways out as buttons. */
async function refusedWith(where: Locator, sentence: string): Promise<void> {
  const refusal = where.getByRole('alert').filter({ hasText: sentence }).first()
  await expect(refusal.getByText(sentence, { exact: true })).toBeVisible()
  await expect(refusal).toContainText('Ben Okafor has a timer running on Acme · Support since')
  await expect(refusal.getByRole('button', { name: 'Ask Ben Okafor' })).toBeVisible()
  await expect(refusal.getByRole('button', { name: 'Stop it' })).toBeVisible()
}

async function stopAndRetry(where: Locator): Promise<void> {
  await where.getByRole('button', { name: 'Stop it' }).first().click()
  await expect(where.getByRole('button', { name: 'Stop it' })).toBeHidden()
  await expect(where.page().getByText(/timer was stopped/)).toBeVisible()
  await where.getByRole('button', { name: 'Try again' }).first().click()
}

test('B1 B2 F6 step 1 holds the mandatory rules, and Submit saves them to the current user’s profile', async ({
  page,
  host,
  firm,
}) => {
  await openRules(page)
  const fields = [
    'Customer',
    'Category',
    'Note on stop',
    'Minimum session length',
    'Maximum session length',
    'Expected hours per day',
    'Expected hours per month',
  ]
  for (const name of fields) await expect(rules(page).getByLabel(name, { exact: true })).toBeVisible()
  await rules(page).getByLabel('Note on stop').click({ force: true })
  await rules(page).getByLabel('Minimum session length').fill('5')
  await rules(page).getByLabel('Maximum session length').fill('10')
  await rules(page).getByLabel('Expected hours per day').fill('7:30')
  await rules(page).getByLabel('Expected hours per month').fill('150')
  await rules(page).getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByText('The rules were saved to your profile.')).toBeVisible()
  const state = await host.call('app.state', {})
  expect(state.currentUser?.rules).toEqual({
    requireNote: true,
    minSessionMinutes: 5,
    maxSessionMinutes: 600,
    expectedDayMinutes: 450,
    expectedMonthMinutes: 9000,
  })
  expect(state.organisation?.rules.requireNote).toBe(false)
  expect(firm.userId).toBe(state.currentUser?.id)

  await rules(page)
    .getByRole('button', { name: /Use the organisation’s value for Note on stop/ })
    .click()
  await rules(page).getByRole('button', { name: 'Submit' }).click()
  await expect.poll(async () => (await host.call('app.state', {})).rules.requireNote).toBe(false)
})

test('B1 a wrong rule is said beside its field, and nothing is saved', async ({ page, host, firm }) => {
  await openRules(page)
  await rules(page).getByLabel('Minimum session length').fill('90')
  await rules(page).getByLabel('Maximum session length').fill('1')
  await rules(page).getByRole('button', { name: 'Submit' }).click()
  await expect(rules(page).getByText('The minimum is longer than the maximum.')).toBeVisible()
  const longest = rules(page).getByRole('textbox', { name: 'Maximum session length' })
  await longest.fill('a while')
  await rules(page).getByRole('button', { name: 'Submit' }).click()
  await expect(rules(page).getByText(/Enter a duration/)).toBeVisible()
  await expect(longest).toHaveValue('a while')
  expect((await host.call('app.state', {})).currentUser).toMatchObject({ id: firm.userId, rules: {} })
})

test('F6 an administrator edits the organisation’s default; a profile that says nothing follows it', async ({
  page,
  host,
  firm,
}) => {
  const { userId } = await host.call('user.add', { name: 'Ben Okafor' })
  await openRules(page)
  await rules(page).getByRole('radiogroup').getByText('Organisation default').click()
  await rules(page).getByLabel('Note on stop').click({ force: true })
  await rules(page).getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByText('The organisation’s rules were saved.')).toBeVisible()
  await host.call('session.switchUser', { userId })
  const state = await host.call('app.state', {})
  expect(state.rules.requireNote).toBe(true)
  expect(state.currentUser?.rules).toEqual({})
  await host.call('session.switchUser', { userId: firm.userId })
})

test('B3 B4 B5 B6 B7 Next → leads to the organisation’s category list with "+", a Name column and a trash in the Action column', async ({
  page,
  host,
  firm,
}) => {
  const { userId } = await host.call('user.add', { name: 'Ben Okafor' })
  await openRules(page)
  await rules(page).getByRole('button', { name: 'Next →' }).click()
  await expect(rules(page).getByRole('columnheader', { name: 'Name' })).toBeVisible()
  await expect(rules(page).getByRole('columnheader', { name: 'Action' })).toBeVisible()
  for (const name of ['Consulting', 'Support', 'Travel'])
    await expect(rules(page).getByRole('rowheader', { name })).toBeVisible()

  await rules(page).getByRole('button', { name: 'Add a category' }).click()
  await page.keyboard.type('Mediation')
  await page.keyboard.press('Enter')
  await expect(rules(page).getByRole('rowheader', { name: 'Mediation' })).toBeVisible()
  await page.keyboard.type('Mediation')
  await page.keyboard.press('Enter')
  await expect(rules(page).getByRole('alert')).toBeVisible()
  await expect(rules(page).getByLabel('Name of the new category')).toHaveValue('Mediation')

  await rules(page).getByRole('button', { name: 'Delete Travel' }).click()
  await expect(rules(page).getByRole('rowheader', { name: 'Travel' })).toBeHidden()
  await host.call('session.switchUser', { userId })
  expect((await host.call('category.list', {})).map(({ name }) => name).sort()).toEqual([
    'Consulting',
    'Mediation',
    'Support',
  ])
  await host.call('session.switchUser', { userId: firm.userId })
})

test('B8 the list fills every category dropdown', async ({ page, host, firm }) => {
  await host.call('category.add', { name: 'Mediation' })
  await page.goto('/#/')
  await page.getByRole('button', { name: 'Start Work' }).first().click()
  await page.getByRole('dialog').getByLabel('Category').fill('medi')
  await expect(page.getByRole('option', { name: 'Mediation' })).toBeVisible()
  await page.goto(`/#/customers/${firm.customerId}`)
  await page.reload()
  await page.getByRole('button', { name: 'At work', exact: true }).click()
  await expect(page.getByRole('option', { name: 'Mediation' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add time' }).click()
  await page.getByRole('dialog').getByLabel('Category').fill('medi')
  await expect(page.getByRole('option', { name: 'Mediation' })).toBeVisible()
})

test('B17 the Client Timer switch decides whether the header timer is there and can be used', async ({
  page,
  host,
  firm,
}) => {
  await page.goto('/#/settings/users')
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()
  await page.getByRole('switch', { name: 'Client Timer of Ana Weber' }).click({ force: true })
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeHidden()
  const refused = await host.attempt('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
  })
  expect(refused).toMatchObject({ ok: false, error: { code: 'clientTimer.off' } })
  await page.goto(`/#/customers/${firm.customerId}`)
  await expect(page.getByText(/The Client Timer is switched off/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'At work', exact: true })).toBeHidden()
  await page.goto('/#/settings/users')
  await page.getByRole('switch', { name: 'Client Timer of Ana Weber' }).click({ force: true })
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()
})

test('C3 C17 a user with a running timer is not made inactive until it is stopped', async ({
  page,
  host,
  firm,
}) => {
  const userId = await colleagueAtWork(host, firm)
  await page.goto('/#/settings/users')
  const active = page.getByRole('switch', { name: 'Ben Okafor is active' })
  await active.click({ force: true })
  await refusedWith(
    page.locator('[data-section=users]'),
    'Cannot make staff inactive as the timer is running for this staff.',
  )
  await expect(active).toBeChecked()
  await stopAndRetry(page.locator('[data-section=users]'))
  await expect(active).not.toBeChecked()
  expect((await host.call('user.get', { userId })).active).toBe(false)
})

test('C4 a user with a running timer is not deleted', async ({ page, host, firm }) => {
  await colleagueAtWork(host, firm)
  await page.goto('/#/settings/users')
  await page.getByRole('button', { name: 'Delete Ben Okafor' }).click()
  await refusedWith(page.locator('[data-section=users]'), 'Used in Timer. Cannot delete.')
})

test('C5 C6 C7 a category with a running timer keeps its types and is not deleted', async ({
  page,
  host,
  firm,
}) => {
  await colleagueAtWork(host, firm)
  await openRules(page)
  await rules(page).getByRole('button', { name: 'Next →' }).click()
  await rules(page).getByRole('button', { name: 'Delete Support' }).click()
  await refusedWith(rules(page), 'Used in Timer. Cannot delete.')
  // With the badge of its timer and the refusal, the list can still be read by everybody.
  const { violations } = await axeOf(page).include('[role="dialog"]').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  for (const choice of ['Absence', 'Not billable']) {
    await rules(page).getByRole('button', { name: 'Options of Support' }).click()
    await page.getByRole('menuitemradio', { name: choice }).click()
    await refusedWith(rules(page), 'Used in Timer - Cannot edit.')
  }
})

test('C9 C17 a customer with a running timer keeps its status until the timer is stopped', async ({
  page,
  host,
  firm,
}) => {
  await colleagueAtWork(host, firm)
  await page.goto(`/#/customers/${firm.customerId}`)
  const side = page.getByRole('complementary', { name: 'Contact details' })
  await side.getByRole('combobox', { name: 'Status' }).click()
  await page.getByRole('option', { name: 'Inactive' }).click()
  await refusedWith(side, 'Used in Timer - Cannot edit.')
  await expect(side.getByRole('combobox', { name: 'Status' })).toHaveValue('Active')
  await stopAndRetry(side)
  await expect(side.getByRole('combobox', { name: 'Status' })).toHaveValue('Inactive')
})

test('C10 a customer with a running timer is not deleted, whatever was recorded before', async ({
  page,
  host,
  firm,
}) => {
  const { now } = await host.call('timer.state', {})
  await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt: now - 7_200_000,
    endAt: now - 3_600_000,
  })
  await colleagueAtWork(host, firm)
  await page.goto(`/#/customers/${firm.customerId}`)
  await page.getByRole('button', { name: 'Activity options' }).click()
  await page.getByRole('menuitem', { name: 'Delete customer' }).click()
  await refusedWith(page.getByRole('main'), 'Used in Timer. Cannot delete.')
})

test('B50 F4 the history names who did what, and takes a deletion back', async ({ page, host, firm }) => {
  const { now } = await host.call('timer.state', {})
  const { entryIds } = await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt: now - 7_200_000,
    endAt: now - 3_600_000,
  })
  await host.call('entry.remove', { entryId: entryIds[0] ?? '' })
  await page.goto('/#/history')
  const row = page.getByRole('row', { name: /Time deleted/ })
  await expect(row).toContainText('Ana Weber')
  await row.getByRole('button', { name: 'Undo: Time deleted' }).click()
  await expect(row).toContainText('undone')
  expect(await host.call('entry.get', { entryId: entryIds[0] ?? '' })).toMatchObject({ id: entryIds[0] })
  await page.getByLabel('Filter the history').fill('nothing like this')
  await expect(page.getByText('Nothing matches')).toBeVisible()
})

test('G14 settings are found by their words, and nobody sees what they may not change', async ({
  page,
  host,
  firm,
}) => {
  const { userId } = await host.call('user.add', { name: 'Ben Okafor', role: 'employee' })
  await page.goto('/#/settings')
  await page.getByLabel('Search settings').fill('holid')
  await expect(page.getByText('Public holidays', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Backups' })).toBeHidden()
  await expect(page.getByRole('main').locator('[aria-live]').filter({ hasText: 'match' })).not.toBeEmpty()
  await page.getByLabel('Search settings').fill('zzz')
  await expect(page.getByText('No setting matches “zzz”.')).toBeVisible()
  await host.call('session.switchUser', { userId })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Time rules' })).toBeVisible()
  for (const name of ['Organisation', 'Users'])
    await expect(page.getByRole('heading', { name, exact: true })).toBeHidden()
  await page.goto('/#/diary')
  await expect(page.getByRole('columnheader', { name: 'Entrance' })).toBeVisible()
  expect(page.url()).toContain(userId)
  expect(firm.userId).not.toBe(userId)
})

test('G14 the language is German from its choice on', async ({ page, firm }) => {
  await page.goto('/#/settings/device')
  await page.getByRole('combobox', { name: 'Language' }).click()
  await page.getByRole('option', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { name: 'Dieses Gerät' })).toBeVisible()
  await page.goto(`/#/customers/${firm.customerId}`)
  await expect(page.getByRole('tab', { name: 'Arbeitszeit' })).toBeVisible()
})

test('K13 a last day that was typed and not saved yet stays when the user is made inactive', async ({
  page,
  host,
  firm,
}) => {
  expect(firm.userId).not.toBe('')
  const { userId } = await host.call('user.add', { name: 'Bo', role: 'employee' })
  await page.goto('/#/settings/users')
  await page.getByRole('button', { name: 'Edit Bo' }).press('Enter')
  const last = page.getByLabel('Last day', { exact: true })
  await last.focus()
  await page.keyboard.type('15/12/2099')
  await page.keyboard.press('Tab')
  await page.getByRole('switch', { name: 'Active' }).press('Space')
  await expect.poll(async () => (await host.call('user.get', { userId })).active).toBe(false)
  await expect(page.getByRole('switch', { name: 'Active' })).not.toBeChecked()
  await expect(last).toHaveValue('15/12/2099')
})
