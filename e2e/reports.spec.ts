// Reports in a real browser: grouped, filtered, drawn, saved under a name and exported; budgets; who is missing time (I8 to I13).
import { readFileSync } from 'node:fs'
import { axeOf } from './support/axe.ts'
import { TAKES_LONG, expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'
import { takeBack } from './support/takeBack.ts'

const HOUR = 3_600_000

async function worked(host: Host, firm: Firm): Promise<void> {
  const { customerId } = firm
  await host.call('rate.set', {
    level: 'organisation',
    subjectId: null,
    validFrom: '2020-01-01',
    amountMinor: 9_000,
  })
  const beta = await host.call('customer.add', { name: 'Beta One' })
  const now = Date.now()
  for (const [of, category, ago, hours] of [
    [customerId, 'Support', 30, 2],
    [customerId, 'Travel', 27, 1],
    [beta.customerId, 'Support', 25, 1],
  ] as const)
    await host.call('entry.add', {
      customerId: of,
      categoryId: firm.categoryIds[category] ?? firm.categoryIds['Support'] ?? null,
      startAt: now - ago * HOUR,
      endAt: now - (ago - hours) * HOUR,
      note: '',
    })
}

test('I8 I9 I10 I11 a report is grouped by keys, stays in the address, is saved, renamed, exported and deleted', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm)
  await page.goto('/#/')
  await page.getByRole('link', { name: 'Reports' }).click()
  await expect(page.getByRole('heading', { name: 'Reports' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Range' }).selectOption({ label: 'All days' })
  const table = page.getByRole('grid', { name: 'The report' })
  await expect(table.getByRole('row', { name: /Acme.*3:00.*€270\.00/ })).toBeVisible()
  await expect(table.getByRole('row', { name: /Total.*4:00.*100%.*€360\.00/ })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Hours by Customer' })).toBeVisible()

  await page.getByRole('combobox', { name: 'then by', exact: true }).selectOption({ label: 'Category' })
  await expect(table.getByRole('row', { name: /Support.*2:00/ })).toBeVisible()
  await expect(table.getByRole('row', { name: /Total.*4:00/ })).toBeVisible()
  // K14 The sums are written stronger than what they are of, and are not cut off for it.
  const cut = await table
    .getByRole('row', { name: /Total/ })
    .evaluate(
      (row) => [...row.children].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length,
    )
  expect(cut).toBe(0)
  await page.reload()
  await expect(table.getByRole('row', { name: /Support.*2:00/ })).toBeVisible()
  expect((await axeOf(page).analyze()).violations).toEqual([])

  const menu = page.getByRole('button', { name: 'Saved reports' })
  await menu.focus()
  await page.keyboard.press('Enter')
  // A menu begins in its first item.
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.getByRole('menuitem', { name: 'Save this report…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Save report' })
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  expect((await axeOf(page).include('[role="dialog"]').analyze()).violations).toEqual([])
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Enter a name.')).toBeVisible()
  await page.keyboard.type('By category')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const named = page.getByRole('button', { name: 'By category' })
  await expect(named).toBeVisible()

  await page.goto('/#/reports')
  await expect(page.getByRole('combobox', { name: 'then by', exact: true })).toHaveValue('')
  await menu.click()
  await page.getByRole('menuitem', { name: 'By category' }).click()
  await expect(page.getByRole('combobox', { name: 'then by', exact: true })).toHaveValue('category')
  await named.click()
  await page.getByRole('menuitem', { name: 'Rename “By category”…' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Customers')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Customers' })).toBeVisible()

  await page.getByRole('button', { name: 'Export' }).click()
  const file = test.info().outputPath('report.csv')
  await host.saveExport(page, () => page.getByRole('menuitem', { name: 'CSV' }).click(), file)
  expect(readFileSync(file, 'utf8')).toContain('Acme,Support,1,2:00,2.00,2:00,180.00')

  await page.getByRole('button', { name: 'Customers' }).click()
  await page.getByRole('menuitem', { name: 'Delete “Customers”' }).click()
  await expect.poll(async () => (await host.call('report.list', {})).length).toBe(0)
  await takeBack(page, 'Customers was deleted.')
  await expect
    .poll(async () => (await host.call('report.list', {})).map(({ name }) => name))
    .toEqual(['Customers'])
})

test('I8 a filter narrows the report, and what nothing passes is said', async ({ page, host, firm }) => {
  await worked(host, firm)
  const query = new URLSearchParams({ by: 'category' }).toString()
  await page.goto(`/#/reports/time/${encodeURIComponent(query)}`)
  const table = page.getByRole('grid', { name: 'The report' })
  await expect(table.getByRole('row', { name: /Total.*4:00/ })).toBeVisible()
  await page.getByRole('combobox', { name: 'Customer', exact: true }).click()
  await page.getByRole('option', { name: 'Beta One' }).click()
  await expect(table.getByRole('row', { name: /Total.*1:00/ })).toBeVisible()
  await page.getByRole('textbox', { name: 'Note' }).fill('nothing has this')
  await expect(page.getByText('No time here')).toBeVisible()
})

test('I12 budgets say what is used and left, and until when they last', async ({ page, host, firm }) => {
  const { customerId } = firm
  const { projectId } = await host.call('project.add', { customerId, name: 'Website', budgetMinutes: 600 })
  const now = Date.now()
  await host.call('entry.add', {
    customerId,
    projectId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt: now - 30 * HOUR,
    endAt: now - 28 * HOUR,
    note: '',
  })
  await page.goto('/#/reports/budgets')
  await expect(page.getByRole('row', { name: /PROJ-1 Website.*Acme.*2:00.*10:00.*8:00/ })).toBeVisible()
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.getByRole('link', { name: 'PROJ-1 Website' }).click()
  await expect(page.getByRole('tab', { name: 'Projects' })).toHaveAttribute('aria-selected', 'true')
})

test('I13 who is missing time of a week is listed, with a way to their day', async ({ page, host, firm }) => {
  await host.call('user.edit', { userId: firm.userId, startDate: '2024-01-01' })
  await page.goto('/#/reports/missing/2024-03-13')
  const row = page.getByRole('row', { name: /40:00/ })
  await expect(row).toBeVisible()
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Week before' }).click()
  await expect(page).toHaveURL(/missing\/2024-03-06/)
  await row.getByRole('link').first().click()
  await expect(page).toHaveURL(/diary\/2024-03/)
})

for (const [locale, colorScheme] of [
  ['en-US', 'light'],
  ['de-DE', 'dark'],
] as const)
  test.describe(`in a small window, ${locale}`, () => {
    test.use({ locale, colorScheme, viewport: { width: 800, height: 600 } })
    test(`I8 K14 all of a report is there at 800×600 (${locale})`, TAKES_LONG, async ({ page, host }) => {
      test.slow()
      await host.call('sample.load', { seed: 3, entries: 2_000 })
      for (const by of ['customer', 'user,month']) {
        const query = new URLSearchParams({ by }).toString()
        await page.goto(`/#/reports/time/${encodeURIComponent(query)}`)
        await expect(page.getByRole('grid').getByRole('row').last()).toBeVisible()
        await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible()
        expect((await axeOf(page).analyze()).violations).toEqual([])
        await page.screenshot({ path: test.info().outputPath(`${by}.png`) })
      }
      for (const tab of ['budgets', 'missing']) {
        await page.goto(`/#/reports/${tab}`)
        await expect(page.getByRole('tabpanel')).toBeVisible()
        await page.screenshot({ path: test.info().outputPath(`${tab}.png`) })
      }
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(`/#/reports/time/${encodeURIComponent('by=customer,category')}`)
      await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible()
      await page.screenshot({ path: test.info().outputPath('wide.png') })
    })
  })
