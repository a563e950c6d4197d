// Time from another tool in a real browser: chosen, asked about, shown row by row, brought in, and taken back.
import type { Page } from '@playwright/test'
import { readBack } from '../core/testing/export/readBack.ts'
import { axeOf } from './support/axe.ts'
import { expect, test } from './support/test.ts'

test.use({ systemZone: 'Europe/Berlin' })

const TOGGL = [
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags',
  'Ana Weber,,Acme,Website,Design,"Home, page",Yes,2026-03-02,09:00:00,2026-03-02,10:30:00,01:30:00,web',
  'Ana Weber,,Initech,,Design,Call,No,2026-03-03,09:00:00,2026-03-03,09:45:00,00:45:00,',
  'Ana Weber,,Acme,,Design,Never,No,2026-03-04,09:00:00,2026-03-04,09:00:00,00:00:00,',
].join('\r\n')

async function choose(page: Page, text: string, name = 'toggl.csv'): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /files…/ }).click()
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

test('G13 J2 J3 J5 a file of Toggl Track is brought in after its zone is asked for, and one undo takes it back', async ({
  page,
  firm,
}) => {
  expect(firm.userId).not.toBe('')
  await page.goto('/#/settings/transfer')
  await page.getByRole('link', { name: 'Import…' }).click()
  await choose(page, TOGGL)
  await expect(page.getByText('3 rows from toggl.csv')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Comes from' })).toHaveValue('Toggl Track')
  await expect(page.getByRole('combobox', { name: 'Time zone of the times' })).toHaveValue('Europe/Berlin')
  // Nothing is decided before the zone is confirmed.
  await expect(page.getByRole('region', { name: 'What would become of the rows' })).toBeHidden()
  await page.getByRole('button', { name: 'Check' }).press('Enter')
  // Whoever pressed it hears what came of it, and goes on from there.
  const result = page.getByRole('heading', { name: 'What would become of the rows' })
  await expect(result).toBeFocused()
  await expect(result).toHaveAccessibleDescription(/^New 2 \(2:15\).*Refused 1 \(0:00\)$/)
  await expect(row(page, 'Home, page')).toContainText('Creates project Website')
  await expect(row(page, 'Never')).toContainText('Refused')
  await expect(
    page.getByText(/^Would be created: 1 customer, 1 project, 1 category,? and 1 tag\.$/),
  ).toBeVisible()
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.getByText('Refused 1 (0:00)').click()
  await expect(row(page, 'Home, page')).toBeHidden()
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  await expect(page.getByText('Imported 2 rows (2:15).').first()).toBeVisible()
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('This import was undone; nothing of it is left.')).toBeVisible()
  await page.getByRole('button', { name: 'Import more' }).click()
  // Taken back, it can come again; and once it is here, it does not come twice.
  for (const count of [2, 0]) {
    await choose(page, TOGGL)
    await expect(page.getByText('Read like the last file with these columns.')).toBeVisible()
    const button = page.getByRole('button', { name: 'Import 2 rows' })
    if (count === 0) await expect(page.getByText('There is nothing to import.')).toBeVisible()
    else {
      await button.click()
      await expect(page.getByText('Imported 2 rows (2:15).').first()).toBeVisible()
      await page.getByRole('button', { name: 'Import more' }).click()
    }
  }
})

test('J5 taking back a large import shows how far it is, is cancelled without a trace, and ends from any place', async ({
  page,
  firm,
}) => {
  expect(firm.userId).not.toBe('')
  const rows = Array.from({ length: 20_000 }, (_, n) => {
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(n / 8))).toISOString().slice(0, 10)
    return `Ana Weber,Customer ${n % 50},Note ${n},${day},${String(8 + (n % 8)).padStart(2, '0')}:00:00,00:30:00`
  })
  await page.goto('/#/import')
  await choose(page, ['User,Client,Description,Start date,Start time,Duration', ...rows].join('\n'))
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByRole('button', { name: 'Import 20,000 rows' }).click()
  await expect(page.getByText('Imported 20,000 rows (10000:00).').first()).toBeVisible()
  const progress = page.getByRole('progressbar', { name: 'Undoing …' })
  const cancel = page.getByRole('button', { name: 'Cancel' })
  const cancelled = page.getByText('Cancelled; everything is as it was.')
  // By the notice, with keys: its place and the focus are the progress's.
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter')
  await expect(cancel).toBeFocused()
  await expect(progress).toBeVisible()
  await expect(page.getByText(/^[\d,]+ of 20,0\d\d$/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(cancelled).toBeVisible()
  await expect(progress).toBeHidden()
  // From the page of the import.
  await page.getByRole('button', { name: 'Undo the import' }).click()
  await cancel.click()
  await expect(page.getByText('The time is in the diary and with its customers.')).toBeVisible()
  // In the history, to the end.
  await page.getByRole('link', { name: 'Open the history' }).click()
  await page.getByRole('button', { name: 'Undo: Time imported' }).click()
  await expect(progress).toBeVisible()
  await expect(page.getByText('Undone.')).toBeVisible()
  await expect(progress).toBeHidden()
  await page.goto('/#/customers')
  await expect(page.getByText('Customer 49')).toBeHidden()
})

test('J1 any other table is read by naming its columns; a file that is none is refused with a sentence', async ({
  page,
  firm,
}) => {
  expect(firm.userId).not.toBe('')
  await page.goto('/#/import')
  await choose(page, '<html>Sign in</html>', 'export.csv')
  await expect(page.getByText('export.csv holds no table of time.')).toBeVisible()
  await choose(page, 'When,Length,For\r\n2026-03-02,1:30,Acme\r\n', 'own.csv')
  await expect(page.getByText('Say which columns hold a date')).toBeVisible()
  for (const [field, header] of [
    ['Date', 'When'],
    ['Duration', 'Length'],
    ['Customer', 'For'],
  ] as const) {
    await page.getByRole('combobox', { name: field, exact: true }).click()
    await page.getByRole('option', { name: header, exact: true }).click()
  }
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('button', { name: 'Import 1 row' })).toBeVisible()
  await expect(row(page, 'Acme')).toContainText('1:30')
})

test('J8 a template is filled from the diary: the sample is saved, chosen again, and comes back filled; another file is refused', async ({
  page,
  firm,
  host,
}) => {
  expect(firm.userId).not.toBe('')
  await page.goto('/#/diary')
  const open = async (): Promise<void> => {
    await page.getByRole('button', { name: 'More ways to export' }).click()
    await page.getByRole('menuitem', { name: 'Fill a template…' }).click()
  }
  const choose = async (
    files: string | { name: string; mimeType: string; buffer: Buffer },
  ): Promise<void> => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a workbook…' }).click()
    await (await chooser).setFiles(files)
  }
  await open()
  const sample = test.info().outputPath('sample.xlsx')
  await host.saveExport(
    page,
    () => page.getByRole('button', { name: 'Save a sample template' }).click(),
    sample,
  )
  await page.getByRole('button', { name: 'All names' }).click()
  await expect(page.getByText('daybook_total_hours')).toBeVisible()
  expect((await axeOf(page).analyze()).violations).toEqual([])
  const filled = test.info().outputPath('filled.xlsx')
  await host.saveExport(page, () => choose(sample), filled)
  await expect(page.getByRole('dialog')).toBeHidden()
  const { sheet } = await readBack(filled)
  expect(sheet('users').records.map(({ user }) => user)).toEqual(['Ana Weber'])
  await open()
  await choose({ name: 'notes.xlsx', mimeType: 'text/plain', buffer: Buffer.from('no workbook') })
  await expect(page.getByText('notes.xlsx is no Excel workbook.')).toBeVisible()
})
