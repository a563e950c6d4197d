// Cells of a customer's Working Time edited where they stand, by mouse and by keyboard, also far down in a long list.
import type { Locator, Page } from '@playwright/test'
import { axeOf } from './support/axe.ts'
import { BROWSER_ONLY, expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'

const MINUTE = 60_000

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Working Time' })
const cell = (row: Locator, column: string): Locator => row.locator(`[data-column="${column}"]`)

/** Yesterday from nine to ten and from eleven to twelve. */
async function worked(host: Host, firm: Firm): Promise<{ nine: number; date: string }> {
  const { today, zone } = await host.call('app.state', {})
  const offset = Number(/[+-]\d+/.exec(zone)?.[0] ?? 0)
  const date = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
  // The sign of Etc/GMT-3 is that of POSIX: three hours ahead.
  const nine = Date.parse(`${date}T09:00:00Z`) + offset * 3_600_000
  const entry = { customerId: firm.customerId, categoryId: firm.categoryIds['Support'] ?? null }
  await host.call('entry.add', { ...entry, startAt: nine, endAt: nine + 60 * MINUTE, note: 'First' })
  await host.call('entry.add', {
    ...entry,
    startAt: nine + 120 * MINUTE,
    endAt: nine + 180 * MINUTE,
    note: 'Second',
  })
  return { nine, date }
}

/** The customer with most time in the sample, and how many entries it has. */
async function largest(host: Host): Promise<{ customerId: string; total: number }> {
  const { rows } = await host.call('customer.list', { limit: 500 })
  const customerId = rows.toSorted((a, b) => b.totalMs - a.totalMs)[0]?.id ?? ''
  const { total } = await host.call('customer.entries', { customerId, limit: 1 })
  return { customerId, total }
}

async function open(page: Page, firm: Firm): Promise<Locator> {
  await page.goto(`/#/customers/${firm.customerId}/time`)
  const row = grid(page).getByRole('row', { name: /First/ })
  await expect(row).toBeVisible()
  return row
}

test('E4 D11 a click into a cell makes it a field: Enter saves, Undo takes it back, Esc gives up', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm)
  const row = await open(page, firm)
  await cell(row, 'note').click()
  const note = page.getByRole('textbox', { name: /^Note of the entry/ })
  await expect(note).toBeFocused()
  await expect(note).toHaveValue('First')
  await note.fill('Looked at the books')
  await note.press('Enter')
  const changed = grid(page).getByRole('row', { name: /Looked at the books/ })
  await expect(changed).toBeFocused()
  await expect(page.getByText('The time entry was changed.')).toBeVisible()

  await cell(changed, 'note').click()
  await note.fill('Never mind')
  await note.press('Escape')
  await expect(note).toBeHidden()
  await expect(changed).toBeFocused()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(grid(page).getByRole('row', { name: /First/ })).toBeVisible()
})

test('E4 G14 a field that grows with its note lies over the rows below and moves nothing in its own', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm)
  const row = await open(page, firm)
  const before = await cell(row, 'total').boundingBox()
  await cell(row, 'note').click()
  const note = page.getByRole('textbox', { name: /^Note of the entry/ })
  await note.fill('one\ntwo\nthree\nfour')
  await expect.poll(async () => (await note.boundingBox())?.height ?? 0).toBeGreaterThan(70)
  const edited = grid(page).locator('[data-marked="note"]')
  await expect.poll(() => cell(edited, 'total').boundingBox()).toEqual(before)
  const [field, around] = [await note.boundingBox(), await edited.boundingBox()]
  expect(field?.y, 'it begins in its row').toBeGreaterThanOrEqual(around?.y ?? Infinity)
})

test('E4 start and stop take a time or a date and a time; total and Total Time follow', async ({
  page,
  host,
  firm,
}) => {
  const { nine } = await worked(host, firm)
  const row = await open(page, firm)
  await cell(row, 'stop').click()
  await expect(page.getByRole('textbox', { name: /^Stop of the entry/ })).toHaveValue('10:00')
  await page.keyboard.type('10:30')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('1:30')
  await expect(grid(page).getByRole('row', { name: /Total Time/ })).toContainText('2:30')

  await cell(row, 'start').click()
  const start = page.getByRole('textbox', { name: /^Start of the entry/ })
  await expect(start).toHaveValue(/ 09:00$/)
  await page.keyboard.type('yesterday 0915')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('1:15')
  const { rows } = await host.call('customer.entries', { customerId: firm.customerId })
  expect(rows.find(({ note }) => note === 'First')).toMatchObject({
    startAt: nine + 15 * MINUTE,
    endAt: nine + 90 * MINUTE,
  })
})

test('E4 a refused change keeps what was typed and says why', async ({ page, host, firm }) => {
  await worked(host, firm)
  const row = await open(page, firm)
  await cell(row, 'stop').click()
  const stop = page.getByRole('textbox', { name: /^Stop of the entry/ })
  await stop.fill('soon')
  await stop.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Write a time like')
  await expect(stop).toHaveValue('soon')
  await expect(stop).toBeFocused()
  await stop.fill('8:30')
  await expect(page.getByRole('alert')).toBeHidden()
  await stop.press('Enter')
  await expect(page.getByRole('alert')).toContainText('The stop is before the start.')
  await expect(stop).toHaveValue('8:30')

  // Another cell does not take the place of one that was refused.
  await cell(grid(page).getByRole('row', { name: /Second/ }), 'note').click()
  await expect(page.getByRole('alert')).toContainText('The stop is before the start.')
  await expect(stop).toHaveValue('8:30')
  const { violations } = await axeOf(page).analyze()
  expect(violations).toEqual([])
  await stop.press('Escape')
  await expect(stop).toBeHidden()
  await expect(row).toContainText('10:00')
})

test('E4 G14 by keyboard: F2 begins, Tab saves and goes on to the next cell, Enter ends in the row', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm)
  const row = await open(page, firm)
  await row.focus()
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: /^Start of the entry/ })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: /^Stop of the entry/ })).toBeFocused()
  await page.keyboard.type('09:45')
  await page.keyboard.press('Tab')
  const category = page.getByRole('combobox', { name: /^Category of the entry/ })
  await expect(category).toBeFocused()
  await page.keyboard.press('Tab')
  const note = page.getByRole('textbox', { name: /^Note of the entry/ })
  await expect(note).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(category).toBeFocused()
  await page.keyboard.type('Travel')
  await expect(page.getByRole('listbox').getByRole('option', { name: 'Travel', exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(row).toContainText('Travel')
  await expect(row).toContainText('0:45')
  await expect(row).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(grid(page).getByRole('row', { name: /Second/ })).toBeFocused()
})

test('E4 a click into another cell saves the one before and goes on there', async ({ page, host, firm }) => {
  await worked(host, firm)
  const row = await open(page, firm)
  await cell(row, 'note').click()
  await page.getByRole('textbox', { name: /^Note of the entry/ }).fill('First, corrected')
  await cell(grid(page).getByRole('row', { name: /Second/ }), 'note').click()
  await expect(page.getByRole('textbox', { name: /^Note of the entry/ })).toHaveValue('Second')
  await expect(grid(page).getByRole('row', { name: /First, corrected/ })).toBeVisible()
})

test(
  'E4 a click that comes just as the cell before is saved opens its field',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    // Clicks the other cell so many steps after the answer to the change is there, which is before anything is drawn for it.
    await page.addInitScript(() => {
      const asked = window.fetch.bind(window)
      const clickAfter = (steps: number): void => {
        if (steps > 0) return void Promise.resolve().then(() => clickAfter(steps - 1))
        document.querySelector<HTMLElement>('[data-index="0"] [data-column="note"]')?.click()
      }
      window.fetch = async (url, init) => {
        const response = await asked(url, init)
        const { steps } = document.body.dataset
        if (steps === undefined || !response.url.endsWith('/entry.edit')) return response
        delete document.body.dataset.steps
        const value: unknown = await response.json()
        clickAfter(Number(steps))
        return Object.assign(response, { json: () => Promise.resolve(value) })
      }
    })
    await worked(host, firm)
    await open(page, firm)
    const rows = grid(page).locator('[data-index]')
    const note = page.getByRole('textbox', { name: /^Note of the entry/ })
    for (let steps = 0; steps <= 24; steps += 2) {
      await cell(rows.nth(1), 'note').click()
      await note.fill(`saved ${steps}`)
      await page.evaluate((after) => (document.body.dataset.steps = String(after)), steps)
      await note.blur()
      await expect(note, `a click ${steps} steps after the answer`).toHaveValue('Second')
      await expect(rows.nth(1)).toContainText(`saved ${steps}`)
      await note.press('Escape')
    }
  },
)

test(
  'E4 G1 what is typed after Tab, before the cell is saved, arrives in the next cells',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    const { nine } = await worked(host, firm)
    const row = await open(page, firm)
    const { promise: released, resolve: letThrough } = Promise.withResolvers<void>()
    await page.route('**/api/entry.edit', async (route) => {
      await released
      await route.continue()
    })
    await cell(row, 'start').click()
    await expect(page.getByRole('textbox', { name: /^Start of the entry/ })).toBeFocused()
    await page.keyboard.type('8:30')
    await page.keyboard.press('Tab')
    await page.keyboard.type('10:155')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Tab')
    await page.keyboard.type('trav')
    await page.keyboard.press('Enter')
    letThrough()
    await expect(row).toContainText('Travel')
    await expect(row).toBeFocused()
    const { rows } = await host.call('customer.entries', { customerId: firm.customerId })
    expect(rows.find(({ note }) => note === 'First')).toMatchObject({
      startAt: nine - 30 * MINUTE,
      endAt: nine + 75 * MINUTE,
      categoryName: 'Travel',
    })
  },
)

test(
  'E4 G14 Tab from the last cell leads back to its row, and what is typed meanwhile is no shortcut',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    await worked(host, firm)
    const row = await open(page, firm)
    const { promise: released, resolve: letThrough } = Promise.withResolvers<void>()
    await page.route('**/api/entry.edit', async (route) => {
      await released
      await route.continue()
    })
    await cell(row, 'note').click()
    await page.getByRole('textbox', { name: /^Note of the entry/ }).fill('First, corrected')
    await page.keyboard.press('Tab')
    await page.keyboard.type('s')
    letThrough()
    await expect(row.or(grid(page).getByRole('row', { name: /First, corrected/ }))).toBeFocused()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  },
)

test('E4 C1 what lies in a closed period is not edited, neither by click nor by key', async ({
  page,
  host,
  firm,
}) => {
  const { date } = await worked(host, firm)
  await host.call('period.close', { through: date })
  const row = await open(page, firm)
  await cell(row, 'note').click()
  await row.press('F2')
  await expect(page.getByRole('textbox', { name: / of the entry/ })).toHaveCount(0)
})

test('E4 in German the fields and their refusals are German', async ({ page, host, firm }) => {
  await worked(host, firm)
  await host.call('preferences.save', { language: 'de' })
  await page.goto(`/#/customers/${firm.customerId}/time`)
  const row = page.getByRole('row', { name: /First/ })
  await cell(row, 'stop').click()
  const stop = page.getByRole('textbox', { name: /^Ende des Eintrags/ })
  await stop.fill('bald')
  await stop.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Uhrzeit')
})

test('G14 a key leads to its row also where the scrolling ends before that is drawn', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm)
  await open(page, firm)
  const rows = grid(page).locator('[data-index]')
  await rows.nth(0).focus()
  await rows.nth(0).evaluate((row) => {
    row.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true, cancelable: true }))
    row.closest('[role="grid"]')?.parentElement?.dispatchEvent(new Event('scrollend'))
  })
  await expect(rows.last()).toBeFocused()
})

test(
  'G14 a row that a key has led to keeps the focus when what stands in it arrives',
  BROWSER_ONLY,
  async ({ page, host }) => {
    await host.call('sample.load', { seed: 3 })
    const { customerId, total } = await largest(host)
    const { promise: released, resolve: letThrough } = Promise.withResolvers<void>()
    await page.route('**/api/customer.entries', async (route) => {
      const { offset = 0 } = route.request().postDataJSON() as { offset?: number }
      if (offset > 0) await released
      await route.continue()
    })
    await page.goto(`/#/customers/${customerId}/time`)
    await grid(page).getByRole('row').nth(1).focus()
    await page.keyboard.press('End')
    const last = grid(page).locator(`[data-index="${total - 1}"]`)
    await expect(last).toBeFocused()
    await expect(cell(last, 'start')).toHaveText('')
    letThrough()
    await expect(cell(last, 'start')).not.toHaveText('')
    await expect(last).toBeFocused()
  },
)

test(
  'D11 G14 a long list is scrolled to its end at once, and edited there',
  BROWSER_ONLY,
  async ({ page, host }) => {
    await host.call('sample.load', { entries: 60_000 })
    const { customerId, total } = await largest(host)
    await page.goto(`/#/customers/${customerId}/time`)
    await grid(page).getByRole('row').nth(1).focus()
    await page.keyboard.press('End')
    const last = grid(page).locator(`[data-index="${total - 1}"]`)
    await expect(last).toBeFocused()
    const [oldest] = (await host.call('customer.entries', { customerId, offset: total - 1 })).rows
    await expect(cell(last, 'note')).toHaveText(oldest?.note ?? '')
    // Only what is on screen is in the page.
    expect(await grid(page).getByRole('row').count()).toBeLessThan(80)

    await cell(last, 'note').click()
    await page.getByRole('textbox', { name: /^Note of the entry/ }).fill('The first of all')
    await page.keyboard.press('Enter')
    await expect(cell(last, 'note')).toHaveText('The first of all')
    await expect(last).toBeFocused()
    await page.keyboard.press('Home')
    await expect(grid(page).locator('[data-index="0"]')).toBeFocused()
  },
)

test('E4 K15 a category typed into its cell is taken by Tab, and one that does not exist stays as typed', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm)
  const row = await open(page, firm)
  await cell(row, 'category').click()
  const category = page.getByRole('combobox', { name: /^Category of the entry/ })
  await expect(page.getByRole('listbox').getByRole('option', { name: 'Travel' })).toBeVisible()
  await page.keyboard.type('Nonesuch')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('alert')).toContainText('Nothing here is called “Nonesuch”.')
  await expect(category).toBeFocused()
  await expect(category).toHaveValue('Nonesuch')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('trav')
  await expect(page.getByRole('listbox').getByRole('option', { name: 'Travel' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(cell(grid(page).getByRole('row', { name: /First/ }), 'category')).toHaveText('Travel')
})
