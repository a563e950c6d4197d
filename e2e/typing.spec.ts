// What is typed into dates, times and durations, key by key: half a value moves nothing else, and what was typed is never dropped.
import type { Locator, Page } from '@playwright/test'
import { instantOf } from '../shared/base/wallTime.ts'
import { axeOf } from './support/axe.ts'
import { BROWSER_ONLY, expect, test } from './support/test.ts'
import type { Host } from './support/test.ts'

const MINUTE = 60_000
const ZONE = 'Europe/Berlin'

test.use({ systemZone: ZONE })

/** The manual form on times that are known. */
async function open(page: Page): Promise<Locator> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Add entry' }).click()
  const form = page.getByRole('dialog', { name: 'Add a time entry' })
  await expect(form.getByLabel('Duration')).toHaveValue('1:00')
  return form
}

/** As somebody does: into the field, the keys, and on. */
async function type(field: Locator, keys: string): Promise<void> {
  await field.focus()
  await field.page().keyboard.type(keys)
  await field.page().keyboard.press('Tab')
}

const sound = async (page: Page): Promise<string[]> => {
  const { violations } = await axeOf(page).include('[role=dialog]').disableRules(['color-contrast']).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

test('K12 a date typed key by key moves the stop once it is complete, and never changes the duration', async ({
  page,
  firm,
}) => {
  const form = await open(page)
  const stop = await form.getByLabel('Stop: date').inputValue()
  await form.getByLabel('Start: date').focus()
  for (const key of '14/10/2026') {
    await page.keyboard.press(key)
    await expect(form.getByLabel('Duration')).toHaveValue('1:00')
    await expect(form.getByLabel('Stop: date')).toHaveValue(stop)
  }
  await page.keyboard.press('Tab')
  await expect(form.getByLabel('Start: date')).toHaveValue('14/10/2026')
  await type(form.getByLabel('Start: time'), '9:30')
  await expect(form.getByLabel('Stop: date')).toHaveValue('14/10/2026')
  await expect(form.getByLabel('Stop: time')).toHaveValue('10:30')
  await expect(form.getByLabel('Duration')).toHaveValue('1:00')
  expect(firm.userId).not.toBe('')
})

test('K12 half past nine, midnight, an end after midnight, and plain minutes are understood as they are meant', async ({
  page,
  firm,
}) => {
  const form = await open(page)
  await type(form.getByLabel('Start: date'), '14/10/2026')
  await type(form.getByLabel('Start: time'), '9.5')
  await expect(form.getByLabel('Start: time')).toHaveValue('09:30')
  await type(form.getByLabel('Duration'), '1h30')
  await expect(form.getByLabel('Duration')).toHaveValue('1:30')
  await expect(form.getByLabel('Stop: time')).toHaveValue('11:00')
  await type(form.getByLabel('Duration'), '90')
  await expect(form.getByLabel('Duration')).toHaveValue('1:30')
  await type(form.getByLabel('Stop: time'), '24:00')
  await expect(form.getByLabel('Stop: date')).toHaveValue('15/10/2026')
  await expect(form.getByLabel('Duration')).toHaveValue('14:30')
  await type(form.getByLabel('Duration'), '1')
  await type(form.getByLabel('Start: time'), '22')
  await expect(form.getByLabel('Stop: date')).toHaveValue('14/10/2026')
  await type(form.getByLabel('Stop: time'), '0:30')
  await expect(form.getByLabel('Stop: date')).toHaveValue('15/10/2026')
  await expect(form.getByLabel('Duration')).toHaveValue('2:30')
  expect(firm.userId).not.toBe('')
})

test('K15 a date that was missing is not said to be any more as soon as it is typed', async ({
  page,
  host,
  firm,
}) => {
  await host.call('rules.saveMine', { rules: { requireCustomer: false, requireCategory: false } })
  const form = await open(page)
  const start = form.getByRole('group', { name: 'Start' })
  for (const [part, text] of [
    ['date', '01/10/2026'],
    ['time', '08:00'],
  ] as const) {
    const field = form.getByLabel(`Start: ${part}`)
    await field.focus()
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Control+Enter')
    await expect(field).toBeFocused()
    await expect(start).toContainText('Please fill this in.')
    await page.keyboard.type(text)
    await expect(field).toHaveValue(text)
    await expect(start).not.toContainText('Please fill this in.')
    await expect(field).not.toHaveAttribute('aria-invalid', 'true')
    await page.keyboard.press('Tab')
    await expect(start).not.toContainText('Please fill this in.')
  }
  expect(firm.userId).not.toBe('')
})

test.describe('en-US', () => {
  test.use({ locale: 'en-US' })

  test('K12 an end without AM or PM is in the half of the day in which there is work, also after midnight', async ({
    page,
    firm,
  }) => {
    const form = await open(page)
    await type(form.getByLabel('Start: date'), '11/30/2026')
    await type(form.getByLabel('Start: time'), '9:30 AM')
    await expect(form.getByLabel('Stop: time')).toHaveValue('10:30 AM')
    await type(form.getByLabel('Stop: time'), '2:45')
    await expect(form.getByLabel('Stop: time')).toHaveValue('2:45 PM')
    await expect(form.getByLabel('Duration')).toHaveValue('5:15')
    await type(form.getByLabel('Start: time'), '10 PM')
    await type(form.getByLabel('Stop: time'), '11:00 PM')
    await expect(form.getByLabel('Stop: date')).toHaveValue('12/01/2026')
    await type(form.getByLabel('Stop: date'), '11/30/2026')
    await type(form.getByLabel('Stop: time'), '1:15')
    await expect(form.getByLabel('Stop: date')).toHaveValue('12/01/2026')
    await expect(form.getByLabel('Stop: time')).toHaveValue('1:15 AM')
    await expect(form.getByLabel('Duration')).toHaveValue('3:15')
    // What is said is taken at its word.
    await type(form.getByLabel('Start: time'), '9:30 AM')
    await type(form.getByLabel('Stop: date'), '11/30/2026')
    await type(form.getByLabel('Stop: time'), '2:45 AM')
    await expect(form.getByRole('alert')).toHaveText('The stop is before the start.')
    expect(firm.userId).not.toBe('')
  })

  // As clocks show it, in whatever half of the day the test runs.
  const clock = (at: number) =>
    new Intl.DateTimeFormat('en-US', { timeZone: ZONE, hour: 'numeric', minute: '2-digit' })
      .format(at)
      .replaceAll('\u202f', ' ')
  const withoutHalf = (text: string) => text.replace(/ [AP]M$/, '')

  test('K12 a start without AM or PM is in the half of the day that is past, where the other is still to come', async ({
    page,
    host,
    firm,
  }) => {
    const now = Date.now()
    // A quarter of an hour ahead on the clock: only the other half of the day is past.
    const wanted = now + 15 * MINUTE - 12 * 60 * MINUTE
    await host.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
      at: now - 5 * MINUTE,
    })
    await page.goto('/')
    await page.getByRole('button', { name: /^Edit the running timer/ }).click()
    const editor = page.getByRole('dialog')
    const start = editor.getByLabel('Start Time: time')
    await type(start, withoutHalf(clock(wanted)))
    await expect(start).toHaveValue(clock(wanted))
    await expect(page.getByRole('timer').first()).toHaveText(/^11:4/)
  })
})

test('K12 a start that cannot be read stays as typed and says so; corrected, the duration is what it was', async ({
  page,
  host,
  firm,
}) => {
  await host.call('rules.saveMine', { rules: { requireCustomer: false, requireCategory: false } })
  const form = await open(page)
  await type(form.getByLabel('Start: time'), '9:3x')
  await expect(form.getByLabel('Start: time')).toHaveValue('9:3x')
  await expect(form.getByLabel('Start: time')).toHaveAccessibleDescription(/Write a time like/)
  // What it says does not keep the focus in it, and beside it nothing is said to be missing.
  await expect(form.getByLabel('Stop: date')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(form.getByLabel('Start: time')).toBeFocused()
  await expect(form.getByLabel('Start: date')).not.toHaveAttribute('aria-invalid', 'true')
  await expect(form.getByRole('group', { name: 'Start' })).not.toContainText('Please fill this in.')
  await type(form.getByLabel('Start: time'), '9:30')
  await expect(form.getByLabel('Duration')).toHaveValue('1:00')
  await expect(form.getByLabel('Stop: time')).toHaveValue('10:30')
  expect(firm.userId).not.toBe('')
})

test('K15 Enter and Ctrl Enter send what stands in the field that is typed into', async ({
  page,
  host,
  firm,
}) => {
  await host.call('rules.saveMine', { rules: { requireCustomer: false, requireCategory: false } })
  for (const [keys, minutes] of [
    ['Enter', 45],
    ['Control+Enter', 50],
  ] as const) {
    const form = await open(page)
    await type(form.getByLabel('Start: date'), '14/10/2026')
    await type(form.getByLabel('Start: time'), '9')
    await form.getByLabel('Duration').focus()
    await page.keyboard.type(`0:${minutes}`)
    await page.keyboard.press(keys)
    await expect(form).toBeHidden()
    const { entries } = await host.call('diary.day', { userId: firm.userId, date: '2026-10-14' })
    expect(entries.map(({ durationMs }) => durationMs)).toContain(minutes * MINUTE)
  }
})

test('K16 an empty Submit says what is missing, tied to its field, and leads to the first', async ({
  page,
  firm,
}) => {
  const form = await open(page)
  await form.getByRole('button', { name: 'Submit' }).focus()
  await page.keyboard.press('Enter')
  const customer = form.getByLabel('Customer', { exact: true })
  await expect(customer).toBeFocused()
  await expect(customer).toHaveAttribute('aria-invalid', 'true')
  await expect(customer).toHaveAccessibleDescription('Please fill this in.')
  await page.keyboard.press('Escape')
  expect(await sound(page)).toEqual([])
  expect(firm.userId).not.toBe('')
})

test('K16 K17 the calendar is a dialog of its button, has the focus, and gives it back', async ({
  page,
  firm,
}) => {
  const form = await open(page)
  await type(form.getByLabel('Start: date'), '14/10/2026')
  const button = form.getByRole('button', { name: 'Choose a date' }).first()
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await button.focus()
  await page.keyboard.press('Enter')
  const calendar = page.getByRole('dialog', { name: 'Calendar' })
  await expect(calendar).toBeVisible()
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await expect(calendar.getByRole('button', { name: '14 October 2026' })).toBeFocused()
  expect(await sound(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(calendar).toBeHidden()
  await expect(form).toBeVisible()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(calendar.getByRole('button', { name: '14 October 2026' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(calendar).toBeHidden()
  await expect(form.getByLabel('Start: date')).toHaveValue('21/10/2026')
  await expect(button).toBeFocused()
  expect(firm.userId).not.toBe('')
})

test.describe('the running timer’s editor', () => {
  test.beforeEach(async ({ page, host, firm }) => {
    const { now } = await host.call('timer.state', {})
    await host.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
      at: now - 5 * MINUTE,
    })
    await page.goto('/')
    await page.getByRole('button', { name: /Edit the running timer/ }).click()
    await expect(page.getByLabel('Start Time: time')).toBeVisible()
  })
  const startedAt = async (host: Host) => (await host.call('timer.state', {})).timers[0]?.startedAt

  for (const way of ['Close', 'Escape', 'Tab'] as const)
    test(`A17 a typed start is saved, whether the editor is left by ${way} or not`, async ({
      page,
      host,
    }) => {
      const { today } = await host.call('app.state', {})
      const wanted = instantOf(today, '00:01', ZONE)
      expect(wanted.kind).toBe('once')
      const editor = page.getByRole('dialog')
      await editor.getByLabel('Start Time: date').fill(today)
      await editor.getByLabel('Start Time: time').focus()
      await page.keyboard.type('0:01')
      if (way === 'Close') await editor.getByRole('button', { name: 'Close' }).click()
      else await page.keyboard.press(way)
      await expect.poll(() => startedAt(host)).toBe(wanted.kind === 'once' ? wanted.instant : 0)
      await (way === 'Tab' ? expect(editor).toBeVisible() : expect(editor).toBeHidden())
    })

  test(
    'A17 of two changes the one typed last holds, however late the answer to the first',
    BROWSER_ONLY,
    async ({ page, host }) => {
      const { today } = await host.call('app.state', {})
      const wanted = instantOf(today, '00:01', ZONE)
      const { promise: released, resolve: letThrough } = Promise.withResolvers<void>()
      let sent = 0
      await page.route('**/api/timer.edit', async (route) => {
        sent += 1
        if (sent === 1) await released
        await route.continue()
      })
      const editor = page.getByRole('dialog')
      await type(editor.getByLabel('Start Time: time'), '0:02')
      await type(editor.getByLabel('Start Time: time'), '0:01')
      await page.keyboard.press('Escape')
      await expect(editor).toBeVisible()
      letThrough()
      await expect(editor).toBeHidden()
      expect(await startedAt(host)).toBe(wanted.kind === 'once' ? wanted.instant : 0)
    },
  )

  test('A17 K15 a refused start keeps the editor open, says why in its field, and is given up when it is closed again', async ({
    page,
    host,
  }) => {
    const before = await startedAt(host)
    const editor = page.getByRole('dialog')
    await editor.getByLabel('Start Time: date').fill('2050-01-01')
    await page.keyboard.press('Escape')
    await expect(editor.getByRole('alert')).toBeVisible()
    await expect(editor.getByLabel('Start Time: date')).toBeFocused()
    expect(await startedAt(host)).toBe(before)
    await page.keyboard.press('Escape')
    await expect(editor).toBeHidden()
    expect(await startedAt(host)).toBe(before)
  })
})

test.describe('with a clock of twelve hours', () => {
  test.use({ locale: 'en-US' })
  test('K12 the half of the day of the time that is replaced is kept', async ({ page, firm }) => {
    const form = await open(page)
    await type(form.getByLabel('Start: date'), '10/14/2026')
    await type(form.getByLabel('Start: time'), '2:55 pm')
    await type(form.getByLabel('Start: time'), '2:45')
    // As the locale writes it, without a zero in front.
    await expect(form.getByLabel('Start: time')).toHaveValue(/^2:45\sPM$/)
    await expect(form.getByLabel('Stop: time')).toHaveValue(/^0?3:45\sPM$/)
    await type(form.getByLabel('Start: time'), '2:45 am')
    await expect(form.getByLabel('Start: time')).toHaveValue(/^0?2:45\sAM$/)
    expect(firm.userId).not.toBe('')
  })
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })
  test('K12 dates are typed with dots, a time with a comma is a part of an hour', async ({ page, firm }) => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Zeit eintragen' }).click()
    const form = page.getByRole('dialog')
    await type(form.getByLabel('Beginn: Datum'), '14.10.26')
    await expect(form.getByLabel('Beginn: Datum')).toHaveValue('14.10.2026')
    await type(form.getByLabel('Beginn: Uhrzeit'), '9,5')
    await expect(form.getByLabel('Beginn: Uhrzeit')).toHaveValue('09:30')
    expect(firm.userId).not.toBe('')
  })
})

test('K15 a second Enter on “Load sample data” is nothing else', BROWSER_ONLY, async ({ page }) => {
  await page.route(/sample\.load/, () => {
    // It takes its time.
  })
  await page.goto('/')
  const load = page.getByRole('button', { name: 'Load sample data' })
  await load.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Writing two years of entries…')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // Nothing beside it was given the focus.
  await expect(page.locator('button:focus').filter({ hasNotText: 'Load sample data' })).toHaveCount(0)
})

test('K15 K16 the set-up: an empty one leads to the first field, and Enter on a closed list does not send it', async ({
  page,
  host,
}) => {
  await page.goto('/')
  await expect(page.getByLabel('Your name')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Your name')).toBeFocused()
  await expect(page.getByLabel('Your name')).toHaveAccessibleDescription('Please fill this in.')
  await page.keyboard.type('Ana Weber')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Weber & Co')
  await page.keyboard.press('Tab')
  const zone = page
    .getByRole('combobox', { name: /Time zone/ })
    .or(page.getByLabel(/Time zone/))
    .first()
  await expect(zone).toBeFocused()
  await page.keyboard.type('xyz')
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found.' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Currency' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Escape')
  await expect(zone).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('Enter')
  await expect(zone).toBeVisible()
  expect((await host.attempt('app.state', {})).ok).toBe(true)
  expect((await host.call('app.state', {})).organisation).toBeNull()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
})

test(
  '21 a start that is typed while its editor is on its way is typed whole, and kept',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    const { now } = await host.call('timer.state', {})
    await host.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
      at: now - 60_000,
    })
    await page.goto('/')
    const { promise: held, resolve: letThrough } = Promise.withResolvers<void>()
    await page.route(/TimerEditor/, async (route) => {
      await held
      await route.continue()
    })
    await page.getByRole('button', { name: /^Change the start/ }).press('Enter')
    await page.keyboard.type('00:00')
    letThrough()
    await expect(page.getByLabel('Start Time: time')).toHaveValue('00:00')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Change the start, 00:00' })).toBeVisible()
  },
)
