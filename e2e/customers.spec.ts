// Customers in a real browser: the At work button, the Working Time tab with its total and export, the journal, and the list.
import type { Locator, Page } from '@playwright/test'
import { readBack } from '../core/testing/export/readBack.ts'
import { BROWSER_ONLY, expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'

const MINUTE = 60_000

const side = (page: Page): Locator => page.getByRole('complementary', { name: 'Contact details' })

async function atWork(page: Page, firm: Firm, category: string): Promise<void> {
  await page.goto(`/#/customers/${firm.customerId}`)
  await side(page).getByRole('button', { name: 'At work', exact: true }).click()
  await page.keyboard.type(category)
  await page.getByRole('option', { name: category, exact: true }).click()
  await side(page).getByRole('button', { name: 'Submit' }).click()
  await expect(side(page).getByRole('button', { name: 'Stop work' })).toBeVisible()
}

async function worked(host: Host, firm: Firm, minutesAgo: number, minutes: number): Promise<void> {
  const { now } = await host.call('timer.state', {})
  const startAt = Math.floor(now / MINUTE) * MINUTE - minutesAgo * MINUTE
  await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt,
    endAt: startAt + minutes * MINUTE,
  })
}

test('A1 B18 B19 B20 B21 At work on the customer page offers the categories, one is added in place, and Submit starts', async ({
  page,
  host,
  firm,
}) => {
  await page.goto(`/#/customers/${firm.customerId}`)
  const button = side(page).getByRole('button', { name: 'At work', exact: true })
  await expect(button).toHaveCSS('background-color', 'rgb(20, 116, 58)')
  await button.click()
  for (const name of ['Consulting', 'Support', 'Travel'])
    await expect(page.getByRole('option', { name })).toBeVisible()
  await page.keyboard.type('Tax return')
  await page.getByRole('option', { name: /Add new/ }).click()
  await side(page).getByRole('button', { name: 'Submit' }).click()
  await expect(side(page).getByRole('button', { name: 'Stop work' })).toBeVisible()
  const { timers } = await host.call('timer.state', {})
  expect(timers).toMatchObject([
    { customerId: firm.customerId, categoryName: 'Tax return', state: 'running' },
  ])
  expect((await host.call('category.list', {})).map(({ name }) => name)).toContain('Tax return')
})

test(
  'B20 B21 Submit pressed while the new category is still being made starts with it',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    let makeIt: () => void = () => undefined
    const pressed = new Promise<void>((resolve) => (makeIt = resolve))
    await page.route('**/api/category.add', async (route) => {
      await pressed
      await route.continue()
    })
    await page.goto(`/#/customers/${firm.customerId}`)
    await side(page).getByRole('button', { name: 'At work', exact: true }).click()
    await page.keyboard.type('Tax return')
    await page.getByRole('option', { name: /Add new/ }).click()
    await side(page).getByRole('button', { name: 'Submit' }).click()
    makeIt()
    await expect(side(page).getByRole('button', { name: 'Stop work' })).toBeVisible()
    const { timers } = await host.call('timer.state', {})
    expect(timers).toMatchObject([{ categoryName: 'Tax return', state: 'running' }])
  },
)

test('B22 B23 B24 while it runs the button is a red Stop work, the header shows the same clock, and At Work badges stand on page and list', async ({
  page,
  firm,
}) => {
  await atWork(page, firm, 'Support')
  // Wherever the last click was, the button may come to stand under it, and is darker then.
  await page.mouse.move(0, 0)
  await expect(side(page).getByRole('button', { name: 'Stop work' })).toHaveCSS(
    'background-color',
    'rgb(194, 38, 45)',
  )
  await expect(side(page).getByRole('button', { name: 'At work', exact: true })).toBeHidden()
  // Both clocks are read in one go, so that no second can pass between them.
  const clocks = (): Promise<string[]> =>
    page.getByRole('timer').evaluateAll((all) => all.map((clock) => clock.textContent ?? ''))
  await expect.poll(async () => (await clocks()).length).toBeGreaterThan(1)
  for (let time = 0; time < 5; time += 1) {
    const shown = await clocks()
    expect(new Set(shown).size, shown.join(' ')).toBe(1)
    await expect.poll(clocks).not.toEqual(shown)
  }
  await expect(page.getByRole('main').getByText('At Work', { exact: true })).toBeVisible()
  await page.goto('/#/customers')
  await expect(page.getByRole('row', { name: /Acme/ }).getByText('At Work', { exact: true })).toBeVisible()
})

test('B25 A12 A31 stop, note, stop: saved to the work diary and to the customer’s history', async ({
  page,
  host,
  firm,
}) => {
  await atWork(page, firm, 'Consulting')
  await side(page).getByRole('button', { name: 'Stop work' }).click()
  const note = page.getByRole('dialog', { name: 'Note' })
  await note.getByRole('textbox', { name: 'Note' }).fill('Looked at the figures')
  await note.getByRole('button', { name: /^Stop/ }).click()
  await expect(note).toBeHidden()
  await expect(side(page).getByRole('button', { name: 'At work', exact: true })).toBeVisible()
  await expect(
    page.getByRole('grid', { name: 'Working Time' }).getByRole('row', { name: /Consulting/ }),
  ).toBeVisible()
  await page.getByRole('tab', { name: 'Journal' }).click()
  const lines = page.getByRole('article')
  await expect(
    lines.filter({ hasText: 'Time Log' }).filter({ hasText: 'Looked at the figures' }),
  ).toHaveCount(1)
  // F11: one line with both keywords.
  await expect(lines).toHaveCount(1)
  await expect(lines.filter({ hasText: 'Call Scheduled' })).toHaveCount(1)
  const today = await host.call('diary.today', {})
  expect(today.entries).toMatchObject([
    { customerName: 'Acme', categoryName: 'Consulting', note: 'Looked at the figures' },
  ])
})

test('B26 B27 B28 B29 B30 B31 the manual form adds an entry with exact times; the row and the Total Time follow', async ({
  page,
  host,
  firm,
}) => {
  await host.call('user.add', { name: 'Ben Okafor' })
  await worked(host, firm, 100, 50)
  const { today } = await host.call('app.state', {})
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
  await page.goto(`/#/customers/${firm.customerId}/time`)
  const table = page.getByRole('grid', { name: 'Working Time' })
  const total = table.getByRole('row', { name: /Total Time/ })
  await expect(total).toContainText('0:50')

  await page.getByRole('button', { name: 'Add time' }).click()
  const form = page.getByRole('dialog', { name: 'Add a time entry' })
  await expect(form.getByLabel('Customer')).toHaveValue('Acme')
  await form.getByRole('combobox', { name: 'Employee' }).click()
  await page.getByRole('listbox').getByRole('option', { name: 'Ben Okafor' }).click()
  await form.getByLabel('Category').fill('Court hearing')
  await page.getByRole('option', { name: /Add new/ }).click()
  await form.getByLabel('Start: date').fill(yesterday)
  await form.getByLabel('Start: time').fill('09:02')
  await form.getByLabel('Stop: date').fill(yesterday)
  await form.getByLabel('Stop: time').fill('10:25')
  await form.getByLabel('Stop: time').press('Tab')
  await form.getByRole('button', { name: 'Submit' }).click()
  await expect(form).toBeHidden()

  const row = table.getByRole('row', { name: /Court hearing/ })
  await expect(row).toContainText('09:02')
  await expect(row).toContainText('10:25')
  await expect(row).toContainText('1:23')
  await expect(row).toContainText('Ben Okafor')
  await expect(total).toContainText('2:13')
})

test('B32 Export Excel writes the customer’s list', async ({ page, host, firm }, info) => {
  await worked(host, firm, 90, 30)
  await worked(host, firm, 50, 45)
  await page.goto(`/#/customers/${firm.customerId}`)
  const path = info.outputPath('customer.xlsx')
  await host.saveExport(page, () => page.getByRole('button', { name: 'Export Excel' }).click(), path)
  await expect(page.getByText('The file is ready')).toBeVisible()
  const { records } = (await readBack(path)).sheet('Entries')
  const entries = records.filter((record) => record['User'] === 'Ana Weber')
  expect(entries.map((record) => record['Category'])).toEqual(['Support', 'Support'])
  // Durations as parts of a day, as Excel counts; 30 and 45 minutes.
  const minutes = entries.map((record) => Math.round(Number(record['Duration']) * 1440 * 1000) / 1000)
  expect(minutes.sort()).toEqual([30, 45])
  expect(records.find((record) => record['Date'] === 'Total Time')?.['Hours (decimal)']).toBe(1.25)
})

test('A32 Activity options → Time Log lists the time entries of the customer', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm, 60, 20)
  await page.goto(`/#/customers/${firm.customerId}/journal`)
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.getByRole('button', { name: 'Activity options' }).click()
  await page.getByRole('menuitem', { name: 'Time Log' }).click()
  await expect(
    page.getByRole('grid', { name: 'Working Time' }).getByRole('row', { name: /0:20/ }).first(),
  ).toBeVisible()
})

test('B42 F4 an entry is deleted from the customer’s list and taken back', async ({ page, host, firm }) => {
  await worked(host, firm, 60, 20)
  await page.goto(`/#/customers/${firm.customerId}`)
  const table = page.getByRole('grid', { name: 'Working Time' })
  await table.getByRole('button', { name: /^Delete the entry/ }).click()
  await expect(page.getByText('No time yet')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(table.getByRole('row', { name: /Total Time/ })).toContainText('0:20')
})

test(
  'what is typed into a detail while it is being saved stays there',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    const { promise: released, resolve: letThrough } = Promise.withResolvers<void>()
    await page.route('**/api/customer.edit', async (route) => {
      await released
      await route.continue()
    })
    await page.goto(`/#/customers/${firm.customerId}`)
    await side(page).getByRole('button', { name: /Phone/ }).click()
    const phone = side(page).getByRole('textbox', { name: 'Phone' })
    await page.keyboard.type('+44 20')
    await page.keyboard.press('Enter')
    await page.keyboard.type(' 7946')
    letThrough()
    await expect
      .poll(() => host.call('customer.get', { customerId: firm.customerId }))
      .toMatchObject({ phone: '+44 20' })
    await expect(phone).toHaveValue('+44 20 7946')
    await page.keyboard.press('Enter')
    await expect(side(page).getByRole('button', { name: '+44 20 7946' })).toBeFocused()
  },
)

test(
  'Enter pressed again while a detail is being saved saves what was typed since',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    const { promise: released, resolve: letThrough } = Promise.withResolvers<void>()
    await page.route('**/api/customer.edit', async (route) => {
      await released
      await route.continue()
    })
    await page.goto(`/#/customers/${firm.customerId}`)
    await side(page).getByRole('button', { name: /Phone/ }).click()
    await expect(side(page).getByRole('textbox', { name: 'Phone' })).toBeFocused()
    await page.keyboard.type('+44 20')
    await page.keyboard.press('Enter')
    await page.keyboard.type(' 7946')
    await page.keyboard.press('Enter')
    letThrough()
    await expect(side(page).getByRole('button', { name: '+44 20 7946' })).toBeFocused()
    expect(await host.call('customer.get', { customerId: firm.customerId })).toMatchObject({
      phone: '+44 20 7946',
    })
  },
)

test('the details of a customer are edited in place; a refused name is kept and explained', async ({
  page,
  host,
  firm,
}) => {
  await host.call('customer.add', { name: 'Bolt Ltd' })
  await page.goto(`/#/customers/${firm.customerId}`)
  await side(page).getByRole('button', { name: /Phone/ }).click()
  await page.keyboard.type('+44 20 7946 0000')
  await page.keyboard.press('Enter')
  await expect(side(page).getByRole('button', { name: '+44 20 7946 0000' })).toBeFocused()
  expect(await host.call('customer.get', { customerId: firm.customerId })).toMatchObject({
    phone: '+44 20 7946 0000',
  })

  await side(page).getByRole('button', { name: 'Acme' }).click()
  const name = side(page).getByRole('textbox', { name: 'Name' })
  await name.fill('Bolt Ltd')
  await name.press('Enter')
  await expect(side(page).getByRole('alert')).toContainText('Bolt Ltd')
  await expect(name).toHaveValue('Bolt Ltd')
  await name.press('Escape')
  await expect(side(page).getByRole('button', { name: 'Acme' })).toBeFocused()
})

test('G14 the customer list keeps search, scroll and selection on return, and is walked by keyboard', async ({
  page,
  host,
  firm,
}) => {
  for (let n = 10; n < 60; n += 1) await host.call('customer.add', { name: `Client ${n}` })
  await page.goto('/#/customers')
  await page.getByLabel('Search customers').fill('client')
  await expect(page.getByText('50 customers', { exact: true })).toBeVisible()
  const row = (name: string): Locator => page.getByRole('row', { name: new RegExp(`^${name}`) })
  await row('Client 10').focus()
  await page.keyboard.press('End')
  await expect(row('Client 59')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(row('Client 58')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Client 58' })).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Search customers')).toHaveValue('client')
  await expect(row('Client 58')).toBeInViewport()
  await expect(row('Client 58')).toHaveAttribute('tabindex', '0')

  await page.getByLabel('Search customers').fill('zzz')
  await page.getByRole('button', { name: 'Add “zzz”' }).click()
  const form = page.getByRole('dialog', { name: 'Add customer' })
  await expect(form.getByLabel('Name')).toHaveValue('zzz')
  await form.getByRole('button', { name: 'Add customer' }).click()
  await expect(page.getByRole('heading', { name: 'zzz' })).toBeVisible()
  expect(firm.customerId).not.toBe('')
})

test('K14 in a small window the customer’s time is seen, and the contact details are unfolded above it', async ({
  page,
  host,
  firm,
}) => {
  const now = Date.now()
  for (const ago of [5, 4, 3])
    await host.call('entry.add', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
      startAt: now - ago * 3_600_000,
      endAt: now - ago * 3_600_000 + 1_800_000,
    })
  await page.setViewportSize({ width: 800, height: 600 })
  await page.goto(`/#/customers/${firm.customerId}`)
  const grid = page.getByRole('grid', { name: 'Working Time' })
  await expect(grid.getByRole('row').nth(3)).toBeInViewport({ ratio: 1 })
  const details = page.getByRole('complementary', { name: 'Contact details' })
  await expect(details.getByText('Phone', { exact: true })).toBeHidden()
  const unfold = details.getByRole('button', { name: 'Contact details' })
  await unfold.press('Enter')
  await expect(unfold).toHaveAttribute('aria-expanded', 'true')
  await expect(details.getByText('Phone', { exact: true })).toBeVisible()
  await expect(unfold).toBeFocused()
})
