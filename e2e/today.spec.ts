// The Today page in a real browser: the day as a list, free time, continue, edit, delete with undo, and typed times.
import { BROWSER_ONLY, expect, test } from './support/test.ts'
import { setUpFirm } from './support/program.ts'
import type { Firm, Host } from './support/test.ts'
import { takeBack } from './support/takeBack.ts'

const MINUTE = 60_000

async function worked(
  host: Host,
  firm: Firm,
  minutesAgo: number,
  minutes: number,
  note: string,
): Promise<void> {
  const { now } = await host.call('timer.state', {})
  await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt: now - minutesAgo * MINUTE,
    endAt: now - (minutesAgo - minutes) * MINUTE,
    note,
  })
}

test('the welcome asks who you are, and the first customer can be timed at once', async ({ page, host }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByText('Please fill this in.')).toHaveCount(2)
  await page.getByLabel('Your name').fill('Ana Weber')
  await page.getByLabel('Organisation').fill('Weber & Co')
  await page.getByLabel(/First customer/).fill('Acme')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()
  const state = await host.call('app.state', {})
  expect(state.organisation?.name).toBe('Weber & Co')
  expect(state.currentUser).toMatchObject({ name: 'Ana Weber', role: 'administrator' })
})

test(
  'the first screen in English waits for no words of other pages',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    await worked(host, firm, 3, 2, 'Called back')
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
    await page.goto('/')
    await expect(page.getByText('Called back')).toBeVisible()
    expect(fetched.filter((path) => path.endsWith('.js'))).not.toEqual([])
    expect(fetched.filter((path) => path.includes('pageWords'))).toEqual([])
  },
)

test('B41 B42 F4 an entry is edited and deleted by key, and the deletion is taken back', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm, 3, 2, 'Typo hree')
  await page.goto('/')
  // K16: a progress would be said by itself, each minute; these are said when somebody comes to them.
  await expect(page.getByRole('meter')).toHaveCount(2)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  const row = page.getByRole('button', { name: /Acme · Support: edit/ })
  await row.focus()
  await page.keyboard.press('e')
  const form = page.getByRole('dialog', { name: 'Edit the time entry' })
  await form.getByLabel('Note').fill('Typo here')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(page.getByText('Typo here')).toBeVisible()
  const before = (await host.call('diary.today', {})).entries
  expect(before).toMatchObject([{ note: 'Typo here' }])

  await row.focus()
  await page.keyboard.press('Delete')
  await expect(row).toBeHidden()
  expect((await host.call('diary.today', {})).entries).toEqual([])
  await takeBack(page, /^The entry of .* was deleted/)
  await expect(row).toBeVisible()
  expect((await host.call('diary.today', {})).entries).toEqual(before)
})

test('B26 B28 free time between two entries opens the manual form with that time', async ({
  page,
  host,
  firm,
}) => {
  await worked(host, firm, 35, 5, 'one')
  await worked(host, firm, 15, 5, 'two')
  await page.goto('/')
  await page.getByRole('button', { name: /^15 min free/ }).click()
  const form = page.getByRole('dialog', { name: 'Add a time entry' })
  await expect(form.getByLabel('Duration')).toHaveValue('0:15')
  await form.getByLabel('Customer').fill('ac')
  await page.getByRole('option', { name: 'Acme' }).click()
  await form.getByLabel('Category').click()
  await page.getByRole('option', { name: 'Travel' }).click()
  await form.getByRole('button', { name: 'Submit' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('button', { name: /min free/ })).toBeHidden()
  expect((await host.call('diary.today', {})).entries).toHaveLength(3)
})

test('B27 what cannot be read is kept and explained; a refusal stands in the form', async ({
  page,
  host,
}) => {
  await setUpFirm(host)
  await page.goto('/')
  await page.getByRole('button', { name: 'Add entry' }).click()
  const form = page.getByRole('dialog', { name: 'Add a time entry' })
  await form.getByLabel('Start: time').fill('25 o’clock')
  await form.getByLabel('Note').fill('kept')
  await expect(form.getByText(/Write a time like/)).toBeVisible()
  await expect(form.getByLabel('Start: time')).toHaveValue('25 o’clock')
  await form.getByRole('button', { name: 'Submit' }).click()
  await expect(form.getByText('Please fill this in.').first()).toBeVisible()
  await expect(form.getByLabel('Note')).toHaveValue('kept')
  expect((await host.call('diary.today', {})).entries).toEqual([])
})

test.describe('at a clock change', () => {
  test.use({ systemZone: 'Europe/Berlin' })

  test('B27 a time that exists twice is asked about, one that does not exist is offered the next', async ({
    page,
    host,
    firm,
  }) => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Add entry' }).click()
    const form = page.getByRole('dialog', { name: 'Add a time entry' })
    await form.getByLabel('Start: date').fill('2025-10-26')
    await form.getByLabel('Start: time').fill('0230')
    await page.keyboard.press('Tab')
    await expect(form.getByText(/came twice/)).toBeVisible()
    await form.getByLabel('The second (UTC+01:00)').click()
    await form.getByLabel('Stop: date').fill('2025-10-26')
    await form.getByLabel('Stop: time').fill('4')
    await form.getByLabel('Customer').fill('ac')
    await page.getByRole('option', { name: 'Acme' }).click()
    await form.getByLabel('Category').click()
    await page.getByRole('option', { name: 'Travel' }).click()
    await form.getByRole('button', { name: 'Submit' }).click()
    await expect(form).toBeHidden()
    const day = await host.call('diary.day', { userId: firm.userId, date: '2025-10-26' })
    expect(day.entries).toMatchObject([
      { startAt: Date.parse('2025-10-26T02:30:00+01:00'), durationMs: 90 * MINUTE },
    ])

    await page.getByRole('button', { name: 'Add entry' }).click()
    await form.getByLabel('Start: date').fill('2026-03-29')
    await form.getByLabel('Start: time').fill('2:30')
    await page.keyboard.press('Tab')
    await form.getByRole('button', { name: 'Use 03:00' }).click()
    await expect(form.getByLabel('Start: time')).toHaveValue('03:00')
  })
})

test('G5 the palette finds pages, commands and customers', async ({ page, host, firm }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('acm')
  await expect(page.getByRole('option', { name: 'Acme', exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`#/customers/${firm.customerId}$`))
  await page.keyboard.press('Control+k')
  await page.keyboard.type('start work')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Customer Timer' })).toBeVisible()
  expect((await host.call('timer.state', {})).timers).toEqual([])
})

test('G5 a word of which the first letters came before the palette’s field had the focus is whole', async ({
  page,
  firm,
}) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search or run a command' })
  await expect(field).toBeFocused()
  // As in the frames before it had the focus, which a slow computer makes long.
  await field.blur()
  await page.keyboard.type('ac')
  await field.focus()
  await page.keyboard.press('End')
  await page.keyboard.type('m')
  await expect(field).toHaveValue('acm')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`#/customers/${firm.customerId}$`))
})

test('G5 what is typed before the palette’s field has the focus arrives in it, is no shortcut, and Enter waits for its customer', async ({
  page,
  host,
  firm,
}) => {
  const { now } = await host.call('timer.state', {})
  // The letter c alone would continue this.
  await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt: now - 3_600_000,
    endAt: now - 1_800_000,
  })
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()
  await page.evaluate(() => {
    const press = (key: string, code: string, ctrlKey = false) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, code, ctrlKey, bubbles: true, cancelable: true }),
      )
    press('k', 'KeyK', true)
    press('a', 'KeyA')
    press('c', 'KeyC')
    press('m', 'KeyM')
    press('Enter', 'Enter')
  })
  await expect(page).toHaveURL(new RegExp(`#/customers/${firm.customerId}$`))
  expect((await host.call('timer.state', {})).timers).toEqual([])
})
