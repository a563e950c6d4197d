// The calendar as a file in a real browser: written, brought in after a dry run, taken back, and refused with a sentence.
import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeOf } from './support/axe.ts'
import { TAKES_LONG, expect, test } from './support/test.ts'

test.use({ systemZone: 'Europe/Berlin' })

const FILE = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  ...event('once', 'DTSTART;TZID=Europe/Berlin:20260303T090000', 'DURATION:PT1H'),
  ...event('office', 'DTSTART;TZID=Office time:20260303T160000', 'DURATION:PT1H'),
  ...event('floating', 'DTSTART:20260304T090000', 'DTEND:20260304T100000'),
  ...event('weekly', 'DTSTART;TZID=Europe/Berlin:20260305T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY'),
  ...event(
    'hourly',
    'DTSTART;TZID=Europe/Berlin:20260305T090000',
    'DURATION:PT1H',
    'RRULE:FREQ=HOURLY;COUNT=9',
  ),
  'END:VCALENDAR',
  '',
].join('\r\n')

function event(uid: string, ...lines: string[]): string[] {
  return ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${uid}`, ...lines, 'END:VEVENT']
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Import a calendar' })

async function openMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Calendar file' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function choose(page: Page, text: string | Buffer, name = 'team.ics'): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await dialog(page).getByRole('button', { name: /file…/ }).click()
  // As a file, not over the line to the page: one of them is large.
  const path = test.info().outputPath(name)
  await writeFile(path, text)
  await (await chooser).setFiles(path)
}

const titles = async (page: Page) => dialog(page).getByRole('rowheader').allInnerTexts()

test('J2 J3 J5 a calendar is brought in after a dry run, its unknown zone is asked for, and one undo takes it back', async ({
  page,
  host,
  firm,
}) => {
  expect(firm.userId).not.toBe('')
  await page.goto('/#/calendar')
  await openMenu(page, 'Import…')
  await choose(page, FILE)
  await expect(dialog(page).getByText('team.ics: 3 New · 2 Refused')).toBeVisible()
  const row = (name: string) => dialog(page).getByRole('row', { name })
  await expect(row('floating')).toContainText('Its time names no zone: read as Europe/Berlin.')
  await expect(row('hourly')).toContainText('A meeting repeats at most once a day')
  // What is refused stands first.
  expect((await titles(page)).slice(0, 2).sort()).toEqual(['hourly', 'office'])
  expect((await axeOf(page).include('[role="dialog"]').analyze()).violations).toEqual([])
  const zone = dialog(page).getByRole('combobox', { name: '“Office time” is' })
  await zone.fill('tokyo')
  await page.getByRole('option', { name: 'Asia/Tokyo' }).click()
  await expect(dialog(page).getByText('team.ics: 4 New · 1 Refused')).toBeVisible()
  const range = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 7) }
  expect((await host.call('meeting.list', range)).meetings).toEqual([])
  await dialog(page).getByRole('button', { name: 'Import 4 lines' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByText('Imported: 4 New · 1 Refused.')).toBeVisible()
  expect((await host.call('meeting.list', range)).meetings.map(({ title }) => title)).toEqual([
    'office',
    'once',
    'floating',
    'weekly',
  ])
  // The menu has the focus again.
  await expect(page.getByRole('button', { name: 'Calendar file' })).toBeFocused()
  await openMenu(page, 'Import…')
  await choose(page, FILE)
  await expect(dialog(page).getByText('team.ics: 1 New', { exact: false })).toBeHidden()
  await expect(dialog(page).getByText('Nothing to import.')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Cancel' }).last().click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await host.call('meeting.list', range)).meetings.length).toBe(0)
})

test('J6 a file that is no calendar, one that ends in the middle and one too large end with a sentence', async ({
  page,
  firm,
}) => {
  expect(firm.userId).not.toBe('')
  await page.goto('/#/calendar')
  await openMenu(page, 'Import…')
  await choose(page, 'hello', 'notes.txt')
  await expect(dialog(page)).toContainText('This is no calendar')
  await choose(page, FILE.slice(0, 200))
  await expect(dialog(page)).toContainText('This file ends in the middle.')
  await choose(page, Buffer.alloc(17 * 1024 * 1024, 'x'))
  await expect(dialog(page)).toContainText('This file is larger than 16 MB.')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
})

test('A10 the days that are shown are written to a file', async ({ page, host, firm }) => {
  await host.call('meeting.add', {
    title: 'Review',
    startAt: Date.UTC(2026, 2, 3, 8),
    endAt: Date.UTC(2026, 2, 3, 9),
  })
  const folder = await mkdtemp(join(tmpdir(), 'daybook-ics-'))
  const path = join(folder, 'out.ics')
  await page.goto('/#/calendar/month/2026-03-03')
  expect(firm.userId).not.toBe('')
  await openMenu(page, 'Export…')
  const asked = page.getByRole('dialog', { name: 'Export the calendar' })
  await expect(asked.getByRole('textbox', { name: 'From' })).toHaveValue('23/02/2026')
  await host.saveExport(page, () => asked.getByRole('button', { name: 'Export' }).click(), path)
  const text = await readFile(path, 'utf8')
  expect(text).toContain('SUMMARY:Review')
  await rm(folder, { recursive: true })
})

test('K14 K18 the dry run in both schemes, small and large', TAKES_LONG, async ({ page, firm }, info) => {
  expect(firm.userId).not.toBe('')
  for (const scheme of ['light', 'dark'] as const)
    for (const size of [
      { width: 800, height: 600 },
      { width: 1280, height: 800 },
    ]) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize(size)
      await page.goto('/#/calendar')
      await openMenu(page, 'Import…')
      await choose(page, FILE)
      await expect(dialog(page).getByText('team.ics: 3 New · 2 Refused')).toBeVisible()
      await page.screenshot({ path: info.outputPath(`import-${scheme}-${size.width}.png`) })
      expect((await axeOf(page).include('[role="dialog"]').analyze()).violations).toEqual([])
      await page.keyboard.press('Escape')
    }
})
