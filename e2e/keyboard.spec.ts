// With keys alone: the focus is never lost, a list is one stop of Tab, notices wait, and every page has its name (K15 to K17).
import type { Locator, Page } from '@playwright/test'
import { BROWSER_ONLY, expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'

const MINUTE = 60_000

async function worked(host: Host, firm: Firm, minutesAgo: number, minutes: number, note: string) {
  const { now } = await host.call('timer.state', {})
  await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt: now - minutesAgo * MINUTE,
    endAt: now - (minutesAgo - minutes) * MINUTE,
    note,
  })
}

/** Opens with Enter on the opener, closes with Esc, and finds the focus on the opener again. */
async function opensAndReturns(page: Page, opener: Locator, dialog: string | RegExp): Promise<void> {
  await opener.focus()
  await page.keyboard.press('Enter')
  const open = page.getByRole('dialog', { name: dialog })
  await expect(open).toBeVisible()
  await expect(open.getByRole('heading', { name: dialog, level: 2 })).toHaveCount(1)
  await expect.poll(() => open.evaluate((node) => node.contains(document.activeElement))).toBe(true)
  await leave(page, open)
  await expect(opener, String(dialog)).toBeFocused()
}

/** A list of names that is open in the dialog takes the first Esc. */
async function leave(page: Page, dialog: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden({ timeout: 1000 })
  }).toPass()
}

test('K15 after each dialog the focus is on what opened it', async ({ page, host, firm }) => {
  await worked(host, firm, 30, 10, 'one')
  await worked(host, firm, 15, 10, 'two')
  const { today } = await host.call('app.state', {})
  await page.goto('/')
  const button = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name })
  const header = (name: string | RegExp) => page.getByRole('banner').getByRole('button', { name })
  await opensAndReturns(page, header('Start Work'), 'Customer Timer')
  await opensAndReturns(page, button('Add entry'), 'Add a time entry')
  await opensAndReturns(page, button(/Acme · Support: edit/).first(), 'Edit the time entry')
  await opensAndReturns(page, button(/min free/), 'Add a time entry')
  await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    at: Date.now() - 4 * MINUTE,
  })
  await opensAndReturns(page, header('Stop work'), 'Note')
  await opensAndReturns(page, button('Stop work'), 'Note')
  await opensAndReturns(page, button('Switch'), 'Customer Timer')
  await page.goto(`/#/diary/${today.slice(0, 7)}/${firm.userId}`)
  await opensAndReturns(page, page.getByRole('link', { name: /^Open/ }).last(), 'Working time')
  await page.goto('/#/customers')
  await opensAndReturns(page, button('Add customer'), 'Add customer')
})

test('K15 K17 what is deleted leaves the focus to what stands beside it, and Ctrl Z brings it back', async ({
  page,
  host,
  firm,
}) => {
  for (const [ago, note] of [
    [40, 'one'],
    [25, 'two'],
    [10, 'three'],
  ] as const)
    await worked(host, firm, ago, 9, note)
  await page.goto('/')
  const rows = page
    .getByRole('list', { name: 'Time entries of the day' })
    .getByRole('button', { name: /: edit/ })
  await rows.nth(1).focus()
  await page.keyboard.press('Delete')
  await expect(rows).toHaveCount(2)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('main, body')?.tagName))
    .toBe('MAIN')
  await expect(page.locator('li:focus-within')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(3)
  expect((await host.call('diary.today', {})).entries.map(({ note }) => note)).toEqual([
    'one',
    'two',
    'three',
  ])
})

test(
  'K17 a notice with Undo waits while it has the focus, and goes after',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    await worked(host, firm, 10, 5, 'one')
    await page.clock.install()
    await page.goto('/')
    const row = page.getByRole('button', { name: /Acme · Support: edit/ })
    await row.focus()
    await page.keyboard.press('Delete')
    const undo = page.getByRole('button', { name: 'Undo' })
    await expect(undo).toBeVisible()
    await undo.focus()
    await page.clock.fastForward(60_000)
    await expect(undo).toBeFocused()
    await page.getByRole('button', { name: 'Add entry' }).focus()
    await page.clock.runFor(9_000)
    await expect(undo).toBeVisible()
    await page.clock.runFor(3_000)
    await expect(undo).toBeHidden()
    await expect(page.getByRole('button', { name: 'Add entry' })).toBeFocused()
  },
)

test('K15 K16 after a page’s key the focus is in its content, which has its name, and so has the window', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm, 10, 5, 'one')
  const { today } = await host.call('app.state', {})
  await page.goto('/')
  await expect(page).toHaveTitle('Today – Daybook')
  await page.getByRole('link', { name: 'Today' }).focus()
  for (const [key, title] of [
    ['2', /^\w+ \d{4} – Work diary – Daybook$/],
    ['3', 'Customers – Daybook'],
    ['1', 'Today – Daybook'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page).toHaveTitle(title)
    await expect(page.getByRole('main')).toBeFocused()
  }
  await page.goto(`/#/customers/${firm.customerId}`)
  await expect(page).toHaveTitle('Acme – Daybook')
  await page.goto(`/#/diary/${today.slice(0, 7)}`)
  const user = page.getByRole('link', { name: 'Ana Weber' })
  await user.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle(/Ana Weber – Work diary/)
  await expect(page.getByRole('main')).toBeFocused()
})

test('K17 a list is one stop of Tab, and its cells and buttons are reached by the arrows', async ({
  page,
  host,
  firm,
}) => {
  for (const ago of [40, 25, 10]) await worked(host, firm, ago, 9, `note ${ago}`)
  await page.goto(`/#/customers/${firm.customerId}`)
  const grid = page.getByRole('grid', { name: 'Working Time' })
  const first = grid.getByRole('row').nth(1)
  await first.focus()
  await page.keyboard.press('Tab')
  await expect.poll(() => grid.evaluate((node) => node.contains(document.activeElement))).toBe(false)
  await page.keyboard.press('Shift+Tab')
  await expect(first).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(first.getByRole('rowheader')).toBeFocused()
  for (let stop = 0; stop < 12; stop += 1) await page.keyboard.press('ArrowRight')
  await expect(first.getByRole('button', { name: /^Delete/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const second = grid.getByRole('row').nth(2)
  await expect(second.getByRole('button', { name: /^Delete/ })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Edit the time entry' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(second.getByRole('button', { name: /^Edit/ })).toBeFocused()
  // The sum stands under the times that it is of.
  const total = grid.getByRole('row', { name: /Total Time/ }).getByRole('gridcell', { name: '0:27' })
  const above = grid.getByRole('columnheader', { name: 'Total' })
  const right = async (cell: Locator) => {
    const box = await cell.boundingBox()
    return Math.round((box?.x ?? 0) + (box?.width ?? 0))
  }
  await expect.poll(async () => (await right(total)) - (await right(above))).toBe(0)
})

test('K17 the diary’s tables are one stop of Tab, walked by the arrows to every figure', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm, 30, 10, 'one')
  await host.call('user.add', { name: 'Ben Okafor', role: 'employee' })
  const { today } = await host.call('app.state', {})
  await page.goto(`/#/diary/${today.slice(0, 7)}`)
  const table = page.getByRole('table')
  const ana = table.getByRole('link', { name: 'Ana Weber' })
  await ana.focus()
  await page.keyboard.press('Tab')
  await expect.poll(() => table.evaluate((node) => node.contains(document.activeElement))).toBe(false)
  await page.keyboard.press('Shift+Tab')
  await expect(ana).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(table.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  await expect(table.getByRole('link', { name: 'Ben Okafor' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle(/Ben Okafor/)
})

test('K16 K17 going to the day before says so once and keeps the focus, until there is no next day; Tab goes round', async ({
  page,
  host,
  firm,
}) => {
  await page.goto('/')
  const before = page.getByRole('button', { name: 'Previous day' })
  const after = page.getByRole('button', { name: 'Next day' })
  // Until the day is known there is none before it.
  await expect(before).toBeEnabled()
  await before.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/day\/\d{4}-\d\d-\d\d$/)
  await expect(before).toBeFocused()
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  await expect(
    page
      .getByRole('main')
      .locator('[aria-live]')
      .filter({ hasText: title ?? '?' }),
  ).toHaveCount(1)
  await after.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
  await expect(after).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
  // While the clock of a timer runs, Tab beyond the last thing begins at the top again instead of staying with it.
  await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
  })
  await expect(page.getByRole('banner').getByRole('button', { name: 'Stop work' })).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Stop work' }).focus()
  await page.keyboard.press('Tab')
  const clock = page.getByRole('banner').getByRole('timer')
  const shown = await clock.textContent()
  await expect(clock).not.toHaveText(shown ?? '')
  const first = page.getByRole('button', { name: 'Skip to the page' })
  // A window of the desktop has nothing beside its page: there the first Tab has come round already.
  if (!(await first.evaluate((node) => node === document.activeElement))) await page.keyboard.press('Tab')
  await expect(first).toBeFocused()
})

/** Tabs through what the page has, and names what has the focus and is covered all the same. */
async function coveredOnTheWay(page: Page, tabs: number): Promise<string[]> {
  const covered: string[] = []
  for (let at = 0; at < tabs; at += 1) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const active = document.activeElement
      // Of a switch the field itself is never seen.
      if (active === null || active.closest('main') === null || getComputedStyle(active).opacity === '0')
        return null
      const { left, right, top, bottom } = active.getBoundingClientRect()
      const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      if (seen !== null && (active.contains(seen) || seen.contains(active))) return null
      return active.getAttribute('aria-label') ?? active.id
    })
    if (name !== null) covered.push(name)
  }
  return covered
}

test('K17 what takes the focus lies neither under the timer of a customer’s page nor under notices', async ({
  page,
  host,
  firm,
}) => {
  await host.call('user.add', { name: 'Ben Okafor', role: 'employee' })
  await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
  })
  await page.setViewportSize({ width: 1280, height: 560 })
  await page.goto(`/#/customers/${firm.customerId}`)
  await page.getByRole('combobox', { name: 'Status' }).focus()
  expect(await coveredOnTheWay(page, 12)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/#/settings')
  await page.getByRole('switch', { name: 'Employees see each other’s time' }).press('Space')
  await expect(page.locator('.mantine-Notification-root')).toHaveCount(1)
  await page.getByRole('switch', { name: 'Several timers at once for one user' }).press('Space')
  await expect(page.locator('.mantine-Notification-root')).toHaveCount(2)
  await page.getByRole('textbox', { name: 'Name of the organisation' }).focus()
  expect(await coveredOnTheWay(page, 14)).toEqual([])
})

test('24 the day is part of the address; 1 leads to today, and N adds to the day on show', async ({
  page,
  host,
  firm,
}) => {
  const { today } = await host.call('app.state', {})
  const earlier = new Date(Date.parse(today) - 3 * 86_400_000).toISOString().slice(0, 10)
  await page.goto(`/#/day/${earlier}`)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Today')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Today')
  await expect(page).toHaveURL(new RegExp(`#/day/${earlier}$`))
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page).not.toHaveURL(new RegExp(`#/day/${earlier}$`))
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`#/day/${earlier}$`))
  // What is typed while the form is on its way is typed into it, and is no shortcut.
  const { promise: held, resolve: letThrough } = Promise.withResolvers<void>()
  await page.route(/EntryForm/, async (route) => {
    await held
    await route.continue()
  })
  await page.keyboard.press('n')
  await page.keyboard.type('acm')
  letThrough()
  const form = page.getByRole('dialog', { name: 'Add a time entry' })
  await expect(form.getByLabel('Customer', { exact: true })).toHaveValue('acm')
  await expect(form.getByLabel('Start: time')).toHaveValue('09:00')
  const [year = '', month = '', day = ''] = earlier.split('-')
  await expect(form.getByLabel('Start: date')).toHaveValue(`${day}/${month}/${year}`)
  await leave(page, form)
  await page.keyboard.press('1')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
  await page.goto(`/#/day/${earlier}`)
  await page.getByRole('link', { name: 'Today' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
  await page.goto('/#/day/2999-01-01')
  await expect(page).toHaveURL(/#\/$/)
  expect(firm.userId).not.toBe('')
})

test.describe('de-DE', () => {
  test.use({ locale: 'de-DE' })

  test('34 keys are called what is written on the keyboards of the language, wherever they are named', async ({
    page,
    host,
    firm,
  }) => {
    await host.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
    })
    await page.goto('/')
    await expect(page.getByRole('banner').locator('kbd')).toHaveText('Strg K')
    await expect(page.getByRole('button', { name: 'Voriger Tag' })).toBeEnabled()
    await page.getByRole('button', { name: 'Voriger Tag' }).focus()
    await expect(page.getByRole('tooltip')).toHaveText('Voriger Tag (Umschalt ←)')
    await page.keyboard.press('Escape')
    await page.keyboard.press('s')
    await expect(page.getByRole('dialog').locator('kbd')).toHaveText('Strg ⏎')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog', { name: 'Tastenkürzel' }).locator('kbd')
    await expect(keys.filter({ hasText: /^(Strg|Umschalt|Entf|Pos1)$/ })).toHaveCount(6)
    await expect(keys.filter({ hasText: /Ctrl|Shift|Delete|Home/ })).toHaveCount(0)
  })
})
