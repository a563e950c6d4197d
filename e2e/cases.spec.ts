// Cases in a real browser, by keys: their list and page, time on them by a timer and by hand, invoices of it, and who may choose whom.
import type { Locator, Page } from '@playwright/test'
import { axeOf } from './support/axe.ts'
import type { Firm } from './support/test.ts'
import { TAKES_LONG, expect, test } from './support/test.ts'

const HOUR = 3_600_000
const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Time Tracking' })
const rows = (page: Page): Locator => grid(page).locator('[data-index]')
const footer = (page: Page): Locator => grid(page).getByRole('row').last()
const side = (page: Page): Locator => page.getByRole('complementary', { name: 'Details' })
const noViolations = async (page: Page) => expect((await axeOf(page).analyze()).violations).toEqual([])

/** Chooses a name by keys: what is typed is found, and Enter takes it. */
async function choose(page: Page, field: Locator, name: string): Promise<void> {
  await field.focus()
  await page.keyboard.type(name.slice(0, 4))
  await expect(page.getByRole('option', { name })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(name)
}

const onCase = (firm: Firm, caseId: string) => ({
  customerId: firm.customerId,
  categoryId: firm.categoryIds['Support'] ?? null,
  caseId,
})

test('D1 D2 J19 a call becomes a case, its time runs in the header too, and is stopped from the case', async ({
  page,
  host,
  firm,
}) => {
  await page.goto('/#/cases')
  await expect(page.getByText('No cases yet', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'New case' }).first().press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New case' })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('Choose the customer.')).toBeVisible()
  await expect(dialog.getByText('Enter what the case is about.')).toBeVisible()
  await choose(page, dialog.getByRole('combobox', { name: 'Customer' }), 'Acme')
  await expect(dialog.getByRole('textbox', { name: 'Subject' })).toBeFocused()
  await page.keyboard.type('Leak in the roof')
  await dialog.getByRole('textbox', { name: 'Reference' }).focus()
  await page.keyboard.type('HD-4711')
  await noViolations(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'CASE-1 · Leak in the roof' })).toBeVisible()

  await side(page).getByRole('button', { name: 'At work' }).press('Enter')
  const category = side(page).getByRole('combobox', { name: 'Category' })
  await expect(category).toBeFocused()
  await page.keyboard.type('supp')
  await expect(page.getByRole('option', { name: 'Support' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(side(page).getByRole('button', { name: 'Stop work' })).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('CASE-1')
  await expect
    .poll(async () => (await host.call('timer.state', {})).timers)
    .toMatchObject([{ caseCode: 'CASE-1', categoryName: 'Support', userId: firm.userId }])
  const [timer] = (await host.call('timer.state', {})).timers
  const { now } = await host.call('app.state', {})
  await host.call('timer.edit', { timerId: timer?.id ?? '', startedAt: now - HOUR / 2 })
  await side(page).getByRole('button', { name: 'Stop work' }).press('Enter')
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('On the phone')
  await page.keyboard.press('Control+Enter')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).first()).toContainText('0:30')
  await expect(rows(page).first()).toContainText('On the phone')
  await noViolations(page)

  // Found by its number, and by the number that it has elsewhere.
  await page.keyboard.press('Control+K')
  await page.keyboard.type('hd-47')
  await expect(page.getByRole('option', { name: 'CASE-1 · Leak in the roof, Acme' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.goto('/#/search/leak')
  await page.getByRole('navigation', { name: 'Cases' }).getByRole('link').press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'CASE-1 · Leak in the roof' })).toBeVisible()
})

test('D3 D7 D8 D10 D12 New Time of two people, not billable, with a typed duration', async ({
  page,
  host,
  firm,
}) => {
  await host.call('user.add', { name: 'Bo Berg', role: 'employee' })
  const { caseId } = await host.call('case.add', { customerId: firm.customerId, name: 'Leak in the roof' })
  await page.goto(`/#/cases/${caseId}`)
  await page.getByRole('button', { name: 'New Time' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New Time on CASE-1' })
  await expect(dialog.getByRole('combobox', { name: 'Employee' })).toHaveValue('Ana Weber')
  // Whose case it is, is known.
  await expect(dialog.getByRole('combobox', { name: 'Customer' })).toBeHidden()
  await expect(dialog.getByRole('combobox', { name: 'Case' })).toBeHidden()
  await choose(page, dialog.getByRole('combobox', { name: 'Category' }), 'Support')
  await dialog.getByRole('button', { name: 'Add an employee' }).press('Enter')
  await expect(dialog.getByRole('combobox', { name: 'Employee 2' })).toBeFocused()
  await page.keyboard.type('bo')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('combobox', { name: 'Employee 2' })).toHaveValue('Bo Berg')
  await dialog.getByRole('textbox', { name: 'Start' }).last().focus()
  await page.keyboard.type('8:00')
  const duration = dialog.getByRole('textbox', { name: 'Duration' })
  for (const [typed, read] of [
    [':125', '2:05'],
    ['1:80', '2:20'],
    ['2,5', '2:30'],
    ['90min', '1:30'],
  ] as const) {
    await duration.focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type(typed)
    await page.keyboard.press('Tab')
    await expect(duration).toHaveValue(read)
  }
  await dialog.getByRole('checkbox', { name: 'Billable' }).focus()
  await page.keyboard.press('Space')
  await noViolations(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Time of 2 employees was added.')).toBeVisible()
  await expect(rows(page)).toHaveCount(2)
  await expect(footer(page)).toContainText('3:00')
  await expect(side(page).getByRole('region', { name: 'Time by person' })).toContainText('Bo Berg1:30')
  const { rows: entries } = await host.call('case.entries', { caseId })
  expect(entries).toMatchObject([
    { caseCode: 'CASE-1', isBillable: false, durationMs: 1.5 * HOUR },
    { caseCode: 'CASE-1', isBillable: false, durationMs: 1.5 * HOUR },
  ])
  expect(new Set(entries.map(({ userName }) => userName))).toEqual(new Set(['Ana Weber', 'Bo Berg']))
})

test('D7 D8 D9 an employee enters their own time alone, and an assignee is one whose name is offered', async ({
  page,
  host,
  firm,
}) => {
  const { userId } = await host.call('user.add', { name: 'Bo Berg', role: 'employee' })
  const { caseId } = await host.call('case.add', { customerId: firm.customerId, name: 'Leak in the roof' })
  await host.call('organisation.edit', { namesOffered: { manager: 'everybody', employee: 'oneself' } })
  await host.call('session.switchUser', { userId })
  await page.goto(`/#/cases/${caseId}`)
  await page.getByRole('button', { name: 'New Time' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New Time on CASE-1' })
  await expect(dialog.getByRole('combobox', { name: 'Category' })).toBeVisible()
  await expect(dialog.getByRole('combobox', { name: 'Employee' })).toBeHidden()
  await choose(page, dialog.getByRole('combobox', { name: 'Category' }), 'Support')
  await page.keyboard.press('Control+Enter')
  await expect(rows(page)).toHaveCount(1)
  expect((await host.call('case.entries', { caseId })).rows).toMatchObject([{ userName: 'Bo Berg' }])
  await side(page).getByRole('combobox', { name: 'Assignee' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText(['Bo Berg'])
})

test('D11 the time of a case is filtered, summed, and corrected where it stands', async ({
  page,
  host,
  firm,
}) => {
  const { caseId } = await host.call('case.add', { customerId: firm.customerId, name: 'Leak in the roof' })
  const { now } = await host.call('app.state', {})
  for (const [back, note] of [
    [30, 'visit'],
    [54, 'call'],
  ] as const)
    await host.call('entry.add', {
      ...onCase(firm, caseId),
      startAt: now - back * HOUR,
      endAt: now - (back - 1) * HOUR,
      note,
    })
  await page.goto(`/#/cases/${caseId}`)
  await expect(footer(page)).toContainText('2:00')
  const filters = page.getByRole('search', { name: 'Filter the entries' })
  // All of it is on this case.
  await expect(filters.getByRole('combobox', { name: 'Case' })).toBeHidden()
  await filters.getByRole('textbox', { name: 'Note' }).fill('call')
  await expect(rows(page)).toHaveCount(1)
  await expect(footer(page)).toContainText('Subtotal')
  await page.reload()
  await expect(rows(page)).toHaveCount(1)
  await rows(page).first().focus()
  await page.keyboard.press('F2')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: /^Note of the entry/ })).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(' at nine')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await host.call('case.entries', { caseId })).rows.map(({ note }) => note))
    .toEqual(['visit', 'call at nine'])
})

test('a closed case refuses time with a way out: Reopen, and what was typed goes through', async ({
  page,
  host,
  firm,
}) => {
  const { caseId } = await host.call('case.add', { customerId: firm.customerId, name: 'Leak in the roof' })
  await page.goto(`/#/cases/${caseId}`)
  await page.getByRole('button', { name: 'New Time' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New Time on CASE-1' })
  await choose(page, dialog.getByRole('combobox', { name: 'Category' }), 'Support')
  await dialog.getByRole('textbox', { name: 'Note' }).fill('One more call')
  // Meanwhile somebody closes it.
  await host.call('case.edit', { caseId, status: 'closed' })
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('alert')).toContainText('Case CASE-1 is closed')
  await dialog.getByRole('button', { name: 'Reopen' }).press('Enter')
  await expect(dialog.getByText('“Leak in the roof” is open again.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Note' }).press('Control+Enter')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).first()).toContainText('One more call')
  await page.getByRole('button', { name: 'Close case' }).press('Enter')
  await expect(side(page).getByText('A closed case takes no new time.')).toBeVisible()
  await expect(side(page).getByRole('button', { name: 'At work' })).toBeHidden()
  await side(page).getByRole('button', { name: 'Reopen' }).press('Enter')
  await expect(side(page).getByRole('button', { name: 'At work' })).toBeVisible()
})

test('the list shows what is not closed; its filters and its order stand in the address', async ({
  page,
  host,
  firm,
}) => {
  const { customerId } = await host.call('customer.add', { name: 'Globex' })
  const add = (name: string, more: object = {}) =>
    host.call('case.add', { customerId: firm.customerId, name, ...more })
  await add('Leak in the roof', { priority: 'urgent' })
  await add('Printer is dead', { customerId, assigneeId: firm.userId })
  await add('Old question', { status: 'closed' })
  await page.goto('/#/cases')
  const list = page.getByRole('grid', { name: 'Cases' })
  const lines = list.locator('[data-index]')
  await expect(lines).toHaveCount(2)
  const filters = page.getByRole('search', { name: 'Filter the cases' })
  await filters.getByRole('combobox', { name: 'Status' }).selectOption('Any status')
  await expect(lines).toHaveCount(3)
  await list.getByRole('button', { name: 'Subject' }).click()
  await expect(lines.first()).toContainText('Leak in the roof')
  await choose(page, filters.getByRole('combobox', { name: 'Customer' }), 'Globex')
  await expect(lines).toHaveCount(1)
  await page.reload()
  await expect(lines).toHaveCount(1)
  await expect(filters.getByRole('combobox', { name: 'Customer' })).toHaveValue('Globex')
  await lines.first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'CASE-2 · Printer is dead' })).toBeVisible()
  // The way back leads to the list as it was looked at.
  await page.getByRole('link', { name: 'All cases' }).press('Enter')
  await expect(lines).toHaveCount(1)
  await filters.getByRole('textbox', { name: 'Find a case' }).fill('nothing like it')
  await expect(page.getByText('No case matches', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Show all cases' }).press('Enter')
  await expect(lines).toHaveCount(3)
  // The same list on the page of a customer.
  await page.goto(`/#/customers/${firm.customerId}/cases`)
  await expect(lines).toHaveCount(1)
  await expect(lines.first()).toContainText('Leak in the roof')
})

test('D4 the billable time of a case becomes an invoice, by its number and subject', async ({
  page,
  host,
  firm,
}) => {
  const { caseId } = await host.call('case.add', { customerId: firm.customerId, name: 'Leak in the roof' })
  const { now } = await host.call('app.state', {})
  await host.call('rate.set', {
    level: 'organisation',
    subjectId: null,
    validFrom: '2020-01-01',
    amountMinor: 6_000,
  })
  const times = { startAt: now - 30 * HOUR, endAt: now - 28 * HOUR }
  await host.call('entry.add', { ...onCase(firm, caseId), ...times })
  await host.call('entry.add', {
    ...onCase(firm, caseId),
    caseId: null,
    startAt: now - 27 * HOUR,
    endAt: now - 26 * HOUR,
  })
  await page.goto(`/#/cases/${caseId}`)
  await page.getByRole('button', { name: 'Actions' }).press('Enter')
  await page.getByRole('menuitem', { name: 'New invoice' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: 'Only this case' })).toHaveValue(
    'CASE-1 · Leak in the roof',
  )
  await expect(dialog.getByRole('status').filter({ hasText: '2:00' })).toBeVisible()
  await dialog.getByRole('radio', { name: 'Case' }).press('Space')
  await dialog.getByRole('button', { name: 'Make a draft' }).press('Enter')
  await expect(page.getByRole('row', { name: /CASE-1 Leak in the roof/ })).toBeVisible()
})

test('D5 F12 switched off, cases leave no trace; on again, all is there', async ({ page, host, firm }) => {
  const { caseId } = await host.call('case.add', { customerId: firm.customerId, name: 'Leak in the roof' })
  await page.goto('/#/settings/modules')
  await page.getByRole('switch', { name: 'Cases' }).press('Space')
  await expect(page.getByRole('switch', { name: 'Cases' })).not.toBeChecked()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Cases' })).toBeHidden()
  await page.goto(`/#/customers/${firm.customerId}`)
  await expect(page.getByRole('tab', { name: 'Journal' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Cases' })).toBeHidden()
  await page.keyboard.press('Control+K')
  await page.keyboard.type('leak')
  await expect(page.getByRole('option', { name: /Search in notes/ })).toBeVisible()
  await expect(page.getByRole('option', { name: /CASE-1/ })).toBeHidden()
  await page.keyboard.press('Escape')
  await page.goto(`/#/cases/${caseId}`)
  await expect(page.getByRole('heading', { level: 1, name: 'CASE-1' })).toBeHidden()
  await page.goto('/#/settings/organisation')
  await expect(page.getByRole('combobox', { name: 'Names offered to managers' })).toBeVisible()
  await expect(
    page.getByRole('switch', { name: 'Show Projects Only for Time and Expense Entry' }),
  ).toBeHidden()
  await host.call('module.switch', { module: 'cases', on: true })
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Cases' })).toBeVisible()
  await page.goto(`/#/cases/${caseId}`)
  await expect(page.getByRole('heading', { level: 1, name: 'CASE-1 · Leak in the roof' })).toBeVisible()
})

test.describe('in a small dark window, in German', () => {
  test.use({ locale: 'de-DE', viewport: { width: 800, height: 600 }, colorScheme: 'dark' })

  test(
    'a case is read, its details unfold, and nothing lies outside of the window',
    TAKES_LONG,
    async ({ page, host, firm }) => {
      const { caseId } = await host.call('case.add', {
        customerId: firm.customerId,
        name: 'Wasser kommt durch das Oberlicht der Halle',
        notes: 'Der Hausmeister rief um neun an.',
      })
      await page.goto('/#/cases')
      await expect(page.getByRole('grid', { name: 'Fälle' })).toContainText('CASE-1')
      await noViolations(page)
      await page.goto(`/#/cases/${caseId}`)
      await expect(page.getByRole('button', { name: 'Neue Zeit' })).toBeVisible()
      await page.getByRole('button', { name: 'Angaben' }).press('Enter')
      await expect(page.getByRole('combobox', { name: 'Priorität' })).toBeVisible()
      await noViolations(page)
      await page.getByRole('tab', { name: 'Notizen' }).click()
      await expect(page.getByText('Der Hausmeister rief um neun an.')).toBeVisible()
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(800)
    },
  )
})

test('D6 D9 administrators say which cases take time, and which names a role is offered', async ({
  page,
  host,
  firm,
}) => {
  const { caseId } = await host.call('case.add', { customerId: firm.customerId, name: 'Leak in the roof' })
  await page.goto('/#/settings/organisation')
  const section = page.locator('[data-section=organisation]')
  const only = section.getByRole('switch', { name: 'Show Projects Only for Time and Expense Entry' })
  await only.focus()
  await page.keyboard.press('Space')
  await expect(only).toBeChecked()
  await expect.poll(() => host.call('case.choices', { customerId: firm.customerId })).toEqual([])
  const names = section.getByRole('combobox', { name: 'Names offered to managers' })
  await names.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { name: 'Their own office' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(names).toHaveValue('Their own office')
  await expect
    .poll(async () => (await host.call('app.state', {})).organisation)
    .toMatchObject({ casesNeedProject: true, namesOffered: { manager: 'office', employee: 'everybody' } })
  await only.focus()
  await page.keyboard.press('Space')
  await expect
    .poll(() => host.call('case.choices', { customerId: firm.customerId }))
    .toMatchObject([{ id: caseId, code: 'CASE-1' }])
})
