// The journal of a customer in a real browser, by keys: a note is added and corrected, lines are filtered, searched and opened.
import type { Page } from '@playwright/test'
import { BROWSER_ONLY, expect, test } from './support/test.ts'

const MINUTE = 60_000
const feed = (page: Page) => page.getByRole('feed', { name: 'Journal' })

test('A12 A31 A32 F11 a note is added from the menu, the journal is filtered and searched, and its lines open', async ({
  page,
  host,
  firm,
}, info) => {
  const { now } = await host.call('app.state', {})
  const on = { customerId: firm.customerId, categoryId: firm.categoryIds['Support'] ?? null }
  await host.call('entry.add', {
    ...on,
    startAt: now - 90 * MINUTE,
    endAt: now - 60 * MINUTE,
    note: 'Server is down',
  })
  await host.call('timer.start', { ...on, at: now - 50 * MINUTE, note: 'Printer is jammed' })
  const [timer] = (await host.call('timer.state', {})).timers
  await host.call('timer.stop', { timerId: timer?.id ?? '', dialog: false })
  await host.call('tag.add', { name: 'Urgent' })

  await page.goto(`/#/customers/${firm.customerId}`)
  await page.getByRole('button', { name: 'Activity options' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Add note' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Add note' })
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('Write the note.')).toBeVisible()
  await page.keyboard.type('They want an offer.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('urg')
  await expect(
    page.getByRole('listbox', { name: 'Tags' }).getByRole('option', { name: 'Urgent' }),
  ).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  const lines = feed(page).getByRole('article')
  await expect(lines).toHaveCount(3)
  await expect(lines.nth(0)).toContainText('They want an offer.')
  await expect(lines.nth(0)).toContainText('Urgent')
  await expect(lines.nth(1)).toContainText('Call Scheduled')
  await expect(lines.nth(1)).toContainText('Time Log')
  await expect(lines.nth(2)).not.toContainText('Call Scheduled')
  await page.screenshot({ path: info.outputPath('journal.png') })

  // Filtered by keyword, then searched.
  await page.getByRole('combobox', { name: 'Keyword' }).focus()
  await page.keyboard.type('Call')
  await expect(lines).toHaveCount(1)
  await expect(lines.first()).toContainText('Printer is jammed')
  await page.getByRole('button', { name: 'Clear', exact: true }).press('Enter')
  await expect(lines).toHaveCount(3)
  await page.getByRole('textbox', { name: 'Words in the journal' }).focus()
  await page.keyboard.type('offer')
  await expect(lines).toHaveCount(1)
  await page.keyboard.type('xyz')
  await expect(page.getByText('Nothing in the journal matches')).toBeVisible()
  await page.getByRole('button', { name: 'Show all lines' }).press('Enter')
  await expect(lines).toHaveCount(3)

  // A note opens in its dialog, a session in that of its entry.
  await lines
    .nth(0)
    .getByRole('button', { name: /^Open the line/ })
    .press('Enter')
  const edit = page.getByRole('dialog', { name: 'Edit note' })
  await expect(edit.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Soon.')
  await page.keyboard.press('Control+Enter')
  await expect(lines.nth(0)).toContainText('They want an offer. Soon.')
  await lines
    .nth(2)
    .getByRole('button', { name: /^Open the line/ })
    .press('Enter')
  await expect(page.getByRole('dialog', { name: 'Edit the time entry' })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Activity options' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Time Log' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: 'Working Time' })).toBeVisible()
})

test('K14 the filters of a journal stand level: fields of dates are as low as those beside them', async ({
  page,
  host,
  firm,
}) => {
  // An empty journal has nothing to filter.
  await host.call('journalEntry.add', { customerId: firm.customerId, text: 'They want an offer.' })
  await page.goto(`/#/customers/${firm.customerId}/journal`)
  const filters = page.getByRole('search', { name: 'Filter the journal' }).locator('input, select')
  const heights = () => filters.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
  await expect.poll(heights).toEqual([30, 30, 30, 30])
})

for (const { list, request, path, empty } of [
  { list: 'a journal', request: 'customer.journal', path: 'journal', empty: 'The journal is empty' },
  { list: 'a list of cases', request: 'case.list', path: 'cases', empty: 'No cases yet' },
])
  test(
    `K14 what narrows ${list} does not come and go while an empty one is read`,
    BROWSER_ONLY,
    async ({ page, firm }) => {
      const { promise: held, resolve: letThrough } = Promise.withResolvers<void>()
      await page.route(`**/api/${request}`, async (route) => {
        await held
        await route.continue()
      })
      await page.goto(`/#/customers/${firm.customerId}/${path}`)
      const panel = page.getByRole('tabpanel')
      await expect(panel.locator('[aria-busy=true]').first()).toBeVisible()
      await expect(panel.getByRole('search')).toHaveCount(0)
      letThrough()
      await expect(panel.getByText(empty)).toBeVisible()
      await expect(panel.getByRole('search')).toHaveCount(0)
    },
  )
