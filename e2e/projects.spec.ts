// Projects in a real browser: added by keyboard, a timer started on one, what that protects, and the project on its entry.
import type { Locator, Page } from '@playwright/test'
import { addDays } from '../shared/base/localDate.ts'
import { axeOf } from './support/axe.ts'
import { expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'
import { takeBack } from './support/takeBack.ts'

const HOUR = 3_600_000

const openTab = async (page: Page, firm: Firm): Promise<void> => {
  await page.goto(`/#/customers/${firm.customerId}/projects`)
  await expect(page.getByRole('tab', { name: 'Projects', selected: true })).toBeVisible()
}
const add = async (host: Host, firm: Firm, name: string): Promise<string> =>
  (await host.call('project.add', { customerId: firm.customerId, name })).projectId
const row = (page: Page, code: string): Locator => page.getByRole('row', { name: code })
const ukDate = (date: string): string => date.split('-').reverse().join('/')

test('a project is added, completed, reopened, deleted and brought back by keyboard', async ({
  page,
  host,
  firm,
}) => {
  await openTab(page, firm)
  await expect(page.getByText('No projects yet')).toBeVisible()
  await page.getByRole('button', { name: 'Add project' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Add project' })
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Enter the project’s name.')).toBeVisible()
  await page.keyboard.type('Website')
  await dialog.getByLabel('Time budget').fill('2,5')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(row(page, 'PROJ-1')).toContainText('0:00 of 2:30')
  const { violations } = await axeOf(page).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

  await page.getByRole('button', { name: 'Complete PROJ-1 · Website' }).press('Enter')
  await expect(row(page, 'PROJ-1')).toContainText('Completed')
  await page.getByRole('button', { name: 'Reopen PROJ-1 · Website' }).press('Enter')
  await expect(row(page, 'PROJ-1')).toContainText('Active')
  await page.getByRole('button', { name: 'Delete PROJ-1 · Website' }).press('Enter')
  await expect(page.getByText('No projects yet')).toBeVisible()
  await takeBack(page, 'PROJ-1 · Website was deleted.')
  await expect(row(page, 'PROJ-1')).toBeVisible()
  expect((await host.call('project.list', {})).rows).toMatchObject([{ code: 'PROJ-1', budgetMinutes: 150 }])
})

test('C11 C12 C17 a timer on a project refuses its earlier completion and its deletion until it is stopped', async ({
  page,
  host,
  firm,
}) => {
  await add(host, firm, 'Website')
  await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    projectId: (await host.call('project.list', {})).rows[0]?.id ?? null,
  })
  const { today } = await host.call('app.state', {})
  await openTab(page, firm)
  await page.getByRole('button', { name: 'Edit PROJ-1 · Website' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit project' })
  await dialog.getByRole('checkbox', { name: 'Completed' }).check()
  await dialog.getByLabel('Completion date').fill(ukDate(addDays(today, -1)))
  await dialog.getByRole('button', { name: 'Save' }).click()
  const refused = dialog.getByRole('alert')
  await expect(refused.getByText('Used in Timer - Cannot edit.', { exact: true })).toBeVisible()
  await expect(refused).toContainText(
    'Ana Weber has a timer running on Acme · Support · PROJ-1 Website since',
  )
  // On the day of the timer it is allowed.
  await dialog.getByLabel('Completion date').fill(ukDate(today))
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(row(page, 'PROJ-1')).toContainText('Completed')

  await page.getByRole('button', { name: 'Delete PROJ-1 · Website' }).click()
  const main = page.getByRole('main')
  await expect(main.getByText('Cannot delete PROJ-1 as used in timer.', { exact: true })).toBeVisible()
  await main.getByRole('button', { name: 'Stop it' }).click()
  await expect(page.getByText(/timer was stopped/)).toBeVisible()
  await main.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('No projects yet')).toBeVisible()
  // The past keeps its name.
  await page.getByRole('tab', { name: 'Working Time' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Support' })).toHaveCount(1)
})

test('B10 B12 three Enters start without a project, a typed one is taken, and the entry shows it', async ({
  page,
  host,
  firm,
}) => {
  await add(host, firm, 'Website')
  await add(host, firm, 'Audit')
  const { now } = await host.call('timer.state', {})
  await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt: now - 2 * HOUR,
    endAt: now - HOUR,
  })
  await page.goto('/')
  const start = async (): Promise<Locator> => {
    await page.getByRole('button', { name: 'Start Work' }).click()
    const dialog = page.getByRole('dialog', { name: 'Customer Timer' })
    await expect(dialog.getByLabel('Customer Name')).toBeFocused()
    await expect(page.getByRole('option', { name: 'Acme' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(
      dialog.getByRole('combobox', { name: 'Project' }).or(dialog.getByLabel('Project')),
    ).toBeVisible()
    await page.keyboard.press('Enter')
    return dialog
  }
  const dialog = await start()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect((await host.call('timer.state', {})).timers).toMatchObject([
    { customerName: 'Acme', categoryName: 'Support', projectId: null },
  ])
  await host.call('timer.discard', { timerId: (await host.call('timer.state', {})).timers[0]?.id ?? '' })
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()

  await start()
  await page.keyboard.type('aud')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const [timer] = (await host.call('timer.state', {})).timers
  expect(timer).toMatchObject({ projectCode: 'PROJ-2', projectName: 'Audit' })
  await expect(page.getByRole('main').getByText('PROJ-2 · Audit')).toBeVisible()
  await page.getByRole('button', { name: 'Stop work' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop', exact: true }).click()
  const entry = page.getByRole('list', { name: 'Entries' }).getByText('PROJ-2 · Audit')
  await expect(entry).toBeVisible()
})

test('G5 the palette finds a project by its code and leads to it', async ({ page, host, firm }) => {
  await add(host, firm, 'Website')
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('proj-1')
  await page
    .getByRole('option', { name: 'PROJ-1 · Website, Acme' })
    .or(page.getByRole('button', { name: 'PROJ-1 · Website, Acme' }))
    .click()
  await expect(row(page, 'PROJ-1')).toContainText('Website')
})

test('another customer in the form lets the project go, and where there are none nobody is asked', async ({
  page,
  host,
  firm,
}) => {
  const projectId = await add(host, firm, 'Website')
  await host.call('customer.add', { name: 'Globex' })
  const { now } = await host.call('timer.state', {})
  const { entryIds } = await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    projectId,
    startAt: now - 2 * HOUR,
    endAt: now - HOUR,
  })
  await page.goto(`/#/customers/${firm.customerId}`)
  await page.getByRole('button', { name: /^Edit the entry of/ }).click()
  const dialog = page.getByRole('dialog')
  const project = dialog.getByLabel('Project', { exact: true })
  await expect(project).toHaveValue('PROJ-1 · Website')
  await dialog.getByLabel('Customer', { exact: true }).fill('Glob')
  await page.getByRole('option', { name: 'Globex' }).click()
  await expect(project).toBeHidden()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  expect(await host.call('entry.get', { entryId: entryIds[0] ?? '' })).toMatchObject({
    customerName: 'Globex',
    projectId: null,
  })
})

test('G4 G14 the quick timer goes on with the project, by keyboard, and the search shows it', async ({
  page,
  host,
  firm,
}) => {
  const projectId = await add(host, firm, 'Website')
  const { now } = await host.call('timer.state', {})
  await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    projectId,
    startAt: now - 2 * HOUR,
    endAt: now - HOUR,
    note: 'Kickoff with everybody',
  })
  await page.goto('/quick.html')
  await expect(page.getByRole('button', { name: /Acme · Support · PROJ-1 Website/ })).toBeVisible()
  await page.keyboard.type('website')
  await expect(page.getByRole('list').getByRole('button')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Running now' }).getByText('PROJ-1 · Website')).toBeVisible()
  expect((await host.call('timer.state', {})).timers).toMatchObject([{ projectId, categoryName: 'Support' }])
  await page.goto('/#/search')
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('kickoff')
  await expect(page.getByRole('row').filter({ hasText: 'Kickoff' }).getByText('PROJ-1')).toBeVisible()
})
