// Absences and the time account in a real browser, by keys: kinds, a request, its approval, the year as a strip, the diary, the calendar.
import type { Page } from '@playwright/test'
import { addDays, weekdayOf } from '../shared/base/localDate.ts'
import { axeOf } from './support/axe.ts'
import { TAKES_LONG, expect, test } from './support/test.ts'

test.describe.configure({ timeout: 180_000 })

const seen = async (page: Page) => expect((await axeOf(page).analyze()).violations).toEqual([])
/** The next day that is worked, at least two days from today and in the same year. */
const dayFrom = (today: string, days: number): string => {
  let date = addDays(today, today.slice(5) > '11-15' ? -days : days)
  while (weekdayOf(date) > 5) date = addDays(date, -1)
  return date
}

test('I1 I3 kinds are set up, an employee asks, a manager decides, and what remains follows', async ({
  page,
  host,
  firm,
}, info) => {
  const { today } = await host.call('app.state', {})
  const year = today.slice(0, 4)
  const { userId: bo } = await host.call('user.add', {
    name: 'Bo Larsen',
    role: 'employee',
    startDate: `${year}-01-01`,
  })
  await host.call('module.switch', { module: 'absence', on: true })
  await page.goto('/#/absence')
  await expect(page.getByText('No kinds of absence yet')).toBeVisible()
  await page.getByRole('button', { name: 'Add the usual kinds' }).press('Enter')
  await expect(page.getByText(`Nobody is absent in ${year}`)).toBeVisible()
  await host.call('entitlement.set', { userId: bo, validFrom: `${year}-01-01`, hundredths: 3_000 })

  await host.call('session.switchUser', { userId: bo })
  await page.reload()
  await page.getByRole('button', { name: 'Request absence' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Absence' })
  await expect(dialog.getByRole('combobox', { name: 'Kind' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('Choose a kind.')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Kind' }).press('ArrowDown')
  await page.getByRole('option', { name: 'Vacation' }).click()
  await expect(dialog.getByText('A manager approves this kind first.')).toBeVisible()
  const first = dayFrom(today, 7)
  await dialog.getByRole('textbox', { name: 'First day' }).fill(first)
  await page.keyboard.press('Tab')
  const last = dialog.getByRole('textbox', { name: 'Last day' })
  await last.fill('2020-01-01')
  await page.keyboard.press('Tab')
  await dialog.getByRole('textbox', { name: 'Note' }).focus()
  await page.keyboard.press('Control+Enter')
  // The refusal stands at the day that it is about, which has the focus.
  await expect(last).toBeFocused()
  await expect(last).toHaveAccessibleDescription(/^The last day is before the first\./)
  await last.fill(first)
  await page.keyboard.press('Tab')
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Skiing')
  await seen(page)
  await page.screenshot({ path: info.outputPath('form.png') })
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  // The focus is where it was.
  await expect(page.getByRole('button', { name: 'Request absence' })).toBeFocused()
  await expect(page.getByRole('cell', { name: 'Requested', exact: true })).toBeVisible()
  expect((await host.call('absence.list', {})).rows).toMatchObject([
    { firstDay: first, lastDay: first, status: 'requested', note: 'Skiing' },
  ])

  await host.call('session.switchUser', { userId: firm.userId })
  await page.reload()
  const waiting = page.getByRole('region', { name: 'Waiting for a decision' })
  await waiting.getByRole('button', { name: /^Reject Bo Larsen/ }).press('Enter')
  const reject = page.getByRole('dialog', { name: 'Reject absence' })
  await expect(reject.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(reject.getByText('Enter a reason. The person who asked will see it.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(reject).toBeHidden()
  await waiting.getByRole('button', { name: /^Approve Bo Larsen/ }).press('Enter')
  await expect(waiting).toBeHidden()
  await expect(page.getByRole('cell', { name: 'Approved', exact: true })).toBeVisible()
  const left = page.getByRole('button', { name: /^Vacation left, Bo Larsen: 29/ })
  await left.press('Enter')
  await expect(page.getByText(`Entitlement for ${year}, by calendar days`)).toBeVisible()
  await page.screenshot({ path: info.outputPath('remaining.png') })
  await page.keyboard.press('Escape')

  // The strip: a block is reached with Tab, and opened by Enter.
  const block = page.getByRole('button', { name: /^Bo Larsen, Vacation/ })
  await block.focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await dialog.getByText('Half days').click()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('cell', { name: 'half a day', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Vacation left, Bo Larsen: 29.5/ })).toBeVisible()
  await seen(page)
  // A refusal stands in the form, and what was typed stays.
  await page.getByRole('button', { name: 'Enter absence' }).press('Enter')
  await dialog.getByRole('combobox', { name: 'Person' }).click()
  await page.getByRole('option', { name: 'Bo Larsen' }).click()
  await dialog.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Sickness' }).click()
  await dialog.getByRole('textbox', { name: 'First day' }).fill(first)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('this is more than a whole day of absence')).toBeVisible()
  await expect(dialog.getByRole('combobox', { name: 'Kind' })).toHaveValue('Sickness')
  await page.screenshot({ path: info.outputPath('refusal.png') })
  await page.keyboard.press('Escape')
})

test('I4 I6 an absence stands in the diary and the calendar, and the time account explains itself', async ({
  page,
  host,
  firm,
}, info) => {
  const { today } = await host.call('app.state', {})
  await host.call('module.switch', { module: 'absence', on: true })
  const { absenceKindId: kindId } = await host.call('absenceKind.add', { name: 'Training', effect: 'worked' })
  let day = today
  while (weekdayOf(day) > 5) day = addDays(day, -1)
  await host.call('absence.add', { kindId, firstDay: day })
  const month = day.slice(0, 7)
  await page.goto(`/#/diary/${month}/${firm.userId}`)
  const mark = page.getByRole('link', { name: 'Training' })
  await expect(mark).toBeVisible()
  await page.screenshot({ path: info.outputPath('diary.png') })
  await mark.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Absence' })).toBeVisible()
  await expect(page).toHaveURL(/absence/)
  await page.keyboard.press('Escape')

  await page.goto(`/#/calendar/week/${day}`)
  const item = page.getByRole('button', { name: /absence, Training/ }).first()
  await expect(item).toBeVisible()
  await page.screenshot({ path: info.outputPath('calendar.png') })
  await item.click()
  await expect(page.getByRole('dialog', { name: 'Absence' })).toBeVisible()

  await page.goto(`/#/diary/${month}/${firm.userId}`)
  await page.getByRole('button', { name: 'Corrections and payouts…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Time account/ })
  const hours = dialog.getByRole('textbox', { name: 'Hours' })
  await expect(hours).toBeFocused()
  await page.keyboard.type('two')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Enter a number, like 2:30 or −1.')).toBeVisible()
  await hours.fill('2:30')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Enter a reason. It is kept with the entry.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Trade fair')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('cell', { name: 'Trade fair' })).toBeVisible()
  await seen(page)
  await page.screenshot({ path: info.outputPath('account.png') })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Time account:/ }).press('Enter')
  await expect(page.getByText('Corrections and payouts since then')).toBeVisible()
  await page.screenshot({ path: info.outputPath('explained.png') })

  await page.goto(`/#/diary/${month}`)
  await expect(page.getByRole('columnheader', { name: 'Time account' })).toBeVisible()
  await page
    .getByRole('button', { name: /^Time account, / })
    .first()
    .press('Enter')
  await expect(page.getByText('Corrections and payouts since then')).toBeVisible()
  await page.screenshot({ path: info.outputPath('users.png') })
})

for (const [locale, scheme, title] of [
  ['en-US', 'light', 'Absence'],
  ['de-DE', 'dark', 'Abwesenheit'],
] as const)
  test.describe(locale, () => {
    test.use({ locale })
    test(
      `I1 K14 the year of a firm is whole at 800×600, ${scheme}`,
      TAKES_LONG,
      async ({ page, host }, info) => {
        await host.call('sample.load', {})
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
        await page.setViewportSize({ width: 800, height: 600 })
        await page.goto('/#/absence')
        await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
        await expect(page.locator('[data-absence]').first()).toBeVisible()
        await page.screenshot({ path: info.outputPath('small.png') })
        await seen(page)
        // Arrows walk from block to block, and down to the next person.
        await page.locator('[data-absence][tabindex="0"]').focus()
        const first = await page.locator(':focus').getAttribute('data-absence')
        await page.keyboard.press('ArrowDown')
        const second = await page.locator(':focus').getAttribute('data-absence')
        expect(second).not.toBe(first)
        await page.setViewportSize({ width: 1280, height: 800 })
        await page.screenshot({ path: info.outputPath('large.png') })
        await page.goto('/#/settings/absence')
        await expect(page.getByRole('heading', { name: title, level: 2 })).toBeVisible()
        await page.screenshot({ path: info.outputPath('settings.png') })
        await page.setViewportSize({ width: 800, height: 600 })
        await page.goto('/#/diary')
        await expect(page.locator('tfoot')).toBeVisible()
        await page.screenshot({ path: info.outputPath('diary-small.png') })
      },
    )
  })
