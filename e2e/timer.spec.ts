// The timer in a real browser on the real application: header, modals, notes, time log, pause, switch, several windows.
import type { Page } from '@playwright/test'
import { instantOf, localTimeOf } from '../shared/base/wallTime.ts'
import { addDays } from '../shared/base/localDate.ts'
import { fetchOn } from './support/host.ts'
import { BROWSER_ONLY, expect, test } from './support/test.ts'
import { setUpFirm } from './support/program.ts'
import type { Firm, Host } from './support/test.ts'

const MINUTE = 60_000

/** A timer that began so many minutes ago, started past the screen. */
async function running(host: Host, firm: Firm, minutesAgo: number, note = ''): Promise<string> {
  const { now } = await host.call('timer.state', {})
  const { timerId } = await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    at: now - minutesAgo * MINUTE,
    note,
  })
  return timerId
}

const header = (page: Page) => page.getByRole('banner')
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const clockOf = (page: Page) => header(page).getByRole('timer')

/** The Customer Timer modal, ready to be typed into, whose suggestions come only once they are let through. */
async function startWithoutAnswers(page: Page) {
  const { promise: released, resolve: letThrough } = Promise.withResolvers<void>()
  await page.route('**/api/customer.suggest', async (route) => {
    await released
    await route.continue()
  })
  await page.goto('/')
  await header(page).getByRole('button', { name: 'Start Work' }).click()
  const modal = dialog(page, 'Customer Timer')
  await expect(modal.getByLabel('Customer Name')).toBeFocused()
  return { modal, letThrough }
}

async function entriesToday(host: Host) {
  const { entries } = await host.call('diary.today', {})
  return entries
}

test('B9 B10 B11 B12 B13 B14 three Enters start the timer, the label turns to Stop work and the clock runs', async ({
  page,
  host,
  firm,
}) => {
  await page.goto('/')
  for (const path of ['#/', '#/customers', '#/diary']) {
    await page.goto(`/${path}`)
    await expect(header(page).getByRole('button', { name: 'Start Work' })).toBeVisible()
  }
  await header(page).getByRole('button', { name: 'Start Work' }).click()
  const modal = dialog(page, 'Customer Timer')
  await expect(modal.getByLabel('Customer Name')).toBeFocused()
  await expect(page.getByRole('option', { name: 'Acme' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(modal.getByLabel('Category')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(modal.getByRole('button', { name: 'Submit' })).toBeFocused()
  await page.keyboard.press('Enter')

  await expect(modal).toBeHidden()
  await expect(header(page).getByRole('button', { name: 'Stop work' })).toBeVisible()
  await expect(header(page).getByRole('button', { name: 'Start Work' })).toBeHidden()
  await expect(header(page).getByText('Entry Time')).toBeVisible()
  await expect(clockOf(page)).toHaveText(/^0:00:(?!00)\d\d$/)
  const shown = await clockOf(page).textContent()
  await expect(clockOf(page)).not.toHaveText(shown ?? '')
  const { timers } = await host.call('timer.state', {})
  expect(timers).toMatchObject([{ state: 'running', customerId: firm.customerId }])
})

test('B11 without customer and category nothing starts, and the fields say so', async ({ page, host }) => {
  await setUpFirm(host)
  await page.goto('/')
  await header(page).getByRole('button', { name: 'Start Work' }).click()
  const modal = dialog(page, 'Customer Timer')
  await modal.getByRole('button', { name: 'Submit' }).click()
  await expect(modal.getByText('Please fill this in.')).toHaveCount(2)
  expect((await host.call('timer.state', {})).timers).toEqual([])
})

test('B8 B11 a new category is made in place, by keyboard', async ({ page, host }) => {
  await setUpFirm(host)
  await page.goto('/')
  await expect(header(page).getByRole('button', { name: 'Start Work' })).toBeVisible()
  await page.keyboard.press('s')
  const modal = dialog(page, 'Customer Timer')
  await expect(page.getByRole('option', { name: 'Acme' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(modal.getByLabel('Category')).toBeFocused()
  await page.keyboard.type('Workshop')
  await expect(page.getByRole('option', { name: /Add new “Workshop”/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(modal.getByLabel('Category')).toHaveValue('Workshop')
  await expect(modal.getByRole('button', { name: 'Submit' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(header(page).getByText('Workshop')).toBeVisible()
  expect((await host.call('category.list', {})).map(({ name }) => name)).toContain('Workshop')
})

test(
  'B11 G5 what is typed and chosen before the answers are there arrives in its field, and starts what was meant',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    await host.call('customer.add', { name: 'Bergmann' })
    const { modal, letThrough } = await startWithoutAnswers(page)
    await page.keyboard.type('Acm')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Supp')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(modal.getByLabel('Category')).toHaveValue('Supp')
    letThrough()
    await expect(modal).toBeHidden()
    const { timers } = await host.call('timer.state', {})
    expect(timers).toMatchObject([{ customerId: firm.customerId, categoryId: firm.categoryIds['Support'] }])
  },
)

test(
  'B11 G5 a new customer’s name and three Enters, typed before any answer, make it and start on it',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    const { modal, letThrough } = await startWithoutAnswers(page)
    await page.keyboard.type('Neuland')
    for (const field of ['Category', 'Submit']) {
      await page.keyboard.press('Enter')
      await expect(modal.getByLabel(field).or(modal.getByRole('button', { name: field }))).toBeFocused()
    }
    await page.keyboard.press('Enter')
    letThrough()
    await expect(modal).toBeHidden()
    const { timers } = await host.call('timer.state', {})
    expect(timers).toMatchObject([{ customerName: 'Neuland', state: 'running' }])
    expect(timers[0]?.customerId).not.toBe(firm.customerId)
  },
)

test('B15 B16 Stop work opens the note with the cursor in it, and Stop saves what was typed', async ({
  page,
  host,
  firm,
}) => {
  await running(host, firm, 83, 'Reset the password')
  await page.goto('/')
  await header(page).getByRole('button', { name: 'Stop work' }).click()
  const modal = dialog(page, 'Note')
  await expect(modal.getByText(/^1 h 23 min for Acme, Support, \d\d:\d\d – \d\d:\d\d$/)).toBeVisible()
  const field = modal.getByRole('textbox', { name: 'Note' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('Reset the password')
  await page.keyboard.type(' and 😀 called back')
  await page.keyboard.press('Control+Enter')
  await expect(modal).toBeHidden()
  await expect(header(page).getByRole('button', { name: 'Start Work' })).toBeVisible()
  const [entry] = await entriesToday(host)
  expect(entry?.note).toBe('Reset the password and 😀 called back')
  expect(entry?.customerId).toBe(firm.customerId)
})

test('B15 the moment of pressing Stop work is the end, however long the note takes; keep running changes nothing', async ({
  page,
  host,
  firm,
}) => {
  await running(host, firm, 10)
  await page.goto('/')
  await header(page).getByRole('button', { name: 'Stop work' }).click()
  const modal = dialog(page, 'Note')
  await modal.getByRole('button', { name: 'Keep running' }).click()
  await expect(modal).toBeHidden()
  expect((await host.call('timer.state', {})).timers).toMatchObject([{ state: 'running' }])

  const before = (await host.call('timer.state', {})).now
  await header(page).getByRole('button', { name: 'Stop work' }).click()
  const after = (await host.call('timer.state', {})).now
  await expect(modal.getByRole('textbox', { name: 'Note' })).toBeFocused()
  // The clock goes on while the note is written.
  const then = seconds(await clockOf(page).textContent())
  await expect.poll(async () => seconds(await clockOf(page).textContent())).toBeGreaterThan(then + 3)
  await modal.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(modal).toBeHidden()
  const [entry] = await entriesToday(host)
  // The page knows the application's time to within a request's way; the note took three seconds and more.
  expect(entry?.endAt).toBeGreaterThanOrEqual(before - 1000)
  expect(entry?.endAt).toBeLessThanOrEqual(after + 1000)
})

test('A5 A7 G1 notes typed while it runs are on disk by themselves: kill -9, and they and the timer are there', async ({
  page,
  host,
  firm,
}) => {
  const timerId = await running(host, firm, 5)
  await page.goto('/')
  await header(page)
    .getByRole('button', { name: /Edit the running timer/ })
    .click()
  const notes = page.getByRole('dialog').getByLabel('Notes')
  await notes.pressSequentially('Line one')
  // How soon is proven with a fake clock, in noteKeeper.test.ts.
  await expect.poll(async () => (await host.call('timer.state', {})).timers[0]?.note).toBe('Line one')
  const before = (await host.call('timer.state', {})).timers[0]
  await host.kill()
  await host.start()
  const after = (await host.call('timer.state', {})).timers[0]
  expect(after).toMatchObject({
    id: timerId,
    state: 'running',
    startedAt: before?.startedAt,
    note: 'Line one',
  })
  const again = await host.openAgain(page)
  await expect(clockOf(again)).toHaveText(/^0:05:/)
})

test('A7 closing the editor at once loses nothing', async ({ page, host, firm }) => {
  await running(host, firm, 5)
  await page.goto('/')
  await header(page)
    .getByRole('button', { name: /Edit the running timer/ })
    .click()
  await page.getByRole('dialog').getByLabel('Notes').fill('Closed at once')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect.poll(async () => (await host.call('timer.state', {})).timers[0]?.note).toBe('Closed at once')
})

test('A6 F1 paused time is not counted; the session keeps its segments', async ({ page, host, firm }) => {
  const timerId = await running(host, firm, 60)
  const { now } = await host.call('timer.state', {})
  await host.call('timer.pause', { timerId, at: now - 50 * MINUTE })
  await page.goto('/')
  await expect(clockOf(page)).toHaveText('0:10:00')
  await expect(header(page).getByText('Paused')).toBeVisible()
  await host.call('timer.resume', { timerId, at: now - 20 * MINUTE })
  await expect(clockOf(page)).toHaveText(/^0:30:/)
  await header(page).getByRole('button', { name: 'Pause' }).click()
  await expect(header(page).getByText('Paused')).toBeVisible()
  const stood = await clockOf(page).textContent()
  await header(page).getByRole('button', { name: 'Stop work' }).click()
  await dialog(page, 'Note').getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(dialog(page, 'Note')).toBeHidden()
  const [entry] = await entriesToday(host)
  expect(entry?.segments).toHaveLength(2)
  expect(Math.floor((entry?.durationMs ?? 0) / MINUTE)).toBe(30)
  expect(stood).toMatch(/^0:30:/)
})

test('F7 starting while one runs offers to switch, which stops and records the first', async ({
  page,
  host,
  firm,
}) => {
  await running(host, firm, 30)
  await host.call('customer.add', { name: 'Bergmann' })
  await page.goto('/')
  await expect(header(page).getByRole('button', { name: 'Stop work' })).toBeVisible()
  await page.keyboard.press('w')
  const modal = dialog(page, 'Customer Timer')
  await expect(modal.getByText(/Acme · Support has been running since/)).toBeVisible()
  await page.keyboard.type('berg')
  await expect(page.getByRole('option', { name: 'Bergmann' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(modal.getByLabel('Category')).toBeFocused()
  await page.keyboard.press('Enter')
  await modal.getByRole('button', { name: 'Switch' }).click()
  await expect(header(page).getByText('Bergmann')).toBeVisible()
  expect(await entriesToday(host)).toMatchObject([{ customerId: firm.customerId }])
  // The change can be taken back as one.
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(header(page).getByText('Acme')).toBeVisible()
  expect(await entriesToday(host)).toEqual([])
})

test('B17 where Client Timer is off, the header has no timer', async ({ page, host, firm }) => {
  await host.call('user.edit', { userId: firm.userId, clientTimer: false })
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await expect(header(page).getByRole('button', { name: 'Start Work' })).toBeHidden()
  await page.keyboard.press('s')
  await expect(page.getByRole('dialog')).toBeHidden()
  await host.call('user.edit', { userId: firm.userId, clientTimer: true })
  await expect(header(page).getByRole('button', { name: 'Start Work' })).toBeVisible()
})

test('B23 all windows show the same clock in step', BROWSER_ONLY, async ({ page, context, host, firm }) => {
  await page.goto('/')
  const other = await context.newPage()
  await other.goto('/quick.html')
  await expect(other.getByRole('textbox')).toBeFocused()
  await running(host, firm, 12)
  await expect(clockOf(page)).toHaveText(/^0:12:/)
  await expect(other.getByRole('timer')).toHaveText(/^0:12:/)
  // Read both within one moment: they may differ by the tick that falls between the two readings, never by more.
  for (let round = 0; round < 5; round += 1) {
    const [one, two] = await Promise.all([
      clockOf(page).textContent(),
      other.getByRole('timer').textContent(),
    ])
    expect(Math.abs(seconds(one) - seconds(two))).toBeLessThanOrEqual(1)
  }
  await other.getByRole('button', { name: 'Pause' }).click()
  await expect(header(page).getByText('Paused')).toBeVisible()
  await expect(other.getByRole('button', { name: 'Resume' })).toBeVisible()
  await expect(clockOf(page)).toHaveText((await other.getByRole('timer').textContent()) ?? '?')
})

test(
  'G4 without any customer the quick timer says where the first is added, and offers no last one',
  BROWSER_ONLY,
  async ({ page, host }) => {
    await host.call('organisation.setUp', {
      organisationName: 'Weber & Co',
      userName: 'Ana Weber',
      zone: 'Europe/Berlin',
      currency: 'EUR',
    })
    await page.goto('/quick.html')
    await expect(page.getByText('No customers yet. Add the first one in the main window.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Continue the last one' })).toHaveCount(0)
  },
)

test('A13 a stopped session that waits to be recorded shows its length without seconds', async ({
  page,
  host,
  firm,
}) => {
  const timerId = await running(host, firm, 83)
  await host.call('timer.stop', { timerId, note: '', dialog: true })
  await page.goto('/')
  const row = page.getByRole('listitem').filter({ hasText: 'Stopped, not recorded yet' })
  await expect(row).toContainText(/1:23$/)
})

const seconds = (clock: string | null): number =>
  (clock ?? '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

test(
  'B23 G1 what happens while a window gets its first answer is seen in it',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    let letThrough: () => void = () => undefined
    const started = new Promise<void>((resolve) => (letThrough = resolve))
    let answered: () => void = () => undefined
    const asked = new Promise<void>((resolve) => (answered = resolve))
    await page.route(
      '**/api/timer.state',
      async (route) => {
        const before = await fetchOn(route)
        answered()
        await started
        await route.fulfill({ response: before })
      },
      { times: 1 },
    )
    const events = page.waitForEvent('websocket')
    await page.goto('/quick.html')
    const socket = await events
    await asked
    const told = socket.waitForEvent('framereceived', (frame) => String(frame.payload).includes('timer'))
    await running(host, firm, 12)
    await told
    letThrough()
    await expect(page.getByRole('timer')).toHaveText(/^0:12:/)
  },
)

test('A17 the start of a running timer can be corrected', async ({ page, host, firm, systemZone }) => {
  await running(host, firm, 5)
  await page.goto('/')
  await header(page)
    .getByRole('button', { name: /Edit the running timer/ })
    .click()
  const editor = page.getByRole('dialog')
  const { timers } = await host.call('timer.state', {})
  const wanted = localTimeOf((timers[0]?.startedAt ?? 0) - 60 * MINUTE, systemZone)
  await editor.getByLabel('Start Time: date').fill(wanted.date)
  await editor.getByLabel('Start Time: time').fill(wanted.time)
  await page.keyboard.press('Tab')
  await expect(clockOf(page)).toHaveText(/^1:05:/)
})

test.describe('Time Log Entry', () => {
  test.beforeEach(async ({ firm, host }) => {
    // The firm is set up before the switch is thrown.
    expect(firm.customerId).not.toBe('')
    await host.call('organisation.edit', { timeLogDialog: true })
  })

  async function stopWork(page: Page): Promise<void> {
    await header(page).getByRole('button', { name: 'Stop work' }).click()
    await dialog(page, 'Note').getByRole('button', { name: 'Stop', exact: true }).click()
    await expect(dialog(page, 'Time Log Entry')).toBeVisible()
  }

  test('A13 A14 A17 A19 A24 A27 it opens after the note with what the timer knows, and OK makes the entry', async ({
    page,
    host,
    firm,
  }) => {
    await running(host, firm, 3, 'Agreed on the offer')
    await page.goto('/')
    await stopWork(page)
    const log = dialog(page, 'Time Log Entry')
    await expect(log.getByRole('button', { name: 'Acme' })).toBeVisible()
    await expect(log.getByLabel('Duration (minutes)')).toHaveValue('3')
    await expect(log.getByLabel('Description')).toHaveValue('Agreed on the offer')
    expect(await entriesToday(host)).toEqual([])
    await log.getByLabel('Description').fill('Agreed on the offer, sent it')
    await log.getByRole('button', { name: 'OK' }).click()
    await expect(log).toBeHidden()
    expect(await entriesToday(host)).toMatchObject([
      { note: 'Agreed on the offer, sent it', customerId: firm.customerId },
    ])
  })

  test('A15 A16 the name shows the customer’s details, the Contact label searches for another', async ({
    page,
    host,
    firm,
  }) => {
    await host.call('customer.edit', {
      customerId: firm.customerId,
      phone: '+49 30 1234',
      contactPerson: 'Wile E.',
    })
    await host.call('customer.add', { name: 'Bergmann' })
    await running(host, firm, 3)
    await page.goto('/')
    await stopWork(page)
    const log = dialog(page, 'Time Log Entry')
    await log.getByRole('button', { name: 'Acme' }).click()
    await expect(log.getByText('+49 30 1234')).toBeVisible()
    await expect(log.getByText('Wile E.')).toBeVisible()
    await log.getByRole('button', { name: 'Contact' }).click()
    await page.keyboard.type('berg')
    await page.getByRole('option', { name: 'Bergmann' }).click()
    await expect(log.getByRole('button', { name: 'Bergmann' })).toBeVisible()
    await log.getByRole('button', { name: 'OK' }).click()
    await expect(log).toBeHidden()
    expect(await entriesToday(host)).toMatchObject([{ customerName: 'Bergmann' }])
  })

  test('A20 under one minute it shows 1, and 1 is recorded', async ({ page, host, firm }) => {
    await running(host, firm, 0)
    await page.goto('/')
    await stopWork(page)
    const log = dialog(page, 'Time Log Entry')
    await expect(log.getByLabel('Duration (minutes)')).toHaveValue('1')
    await log.getByRole('button', { name: 'OK' }).click()
    await expect(log).toBeHidden()
    expect(await entriesToday(host)).toMatchObject([{ durationMs: MINUTE }])
  })

  test('A18 A19 A21 start, duration and stop are linked, and the day’s end is the limit, checked again when the start changes', async ({
    page,
    host,
    firm,
    systemZone,
  }) => {
    await running(host, firm, 3)
    await page.goto('/')
    await stopWork(page)
    const log = dialog(page, 'Time Log Entry')
    // 23:30 of yesterday: at most 30 minutes are left in that day.
    const yesterday = addDays((await host.call('diary.today', {})).date, -1)
    await log.getByLabel('Start Time: date').fill(yesterday)
    await log.getByLabel('Start Time: time').fill('2330')
    await page.keyboard.press('Tab')
    await expect(log.getByTestId('day-holds')).toContainText('30 min')
    await log.getByLabel('Duration (minutes)').fill('31')
    await page.keyboard.press('Tab')
    await expect(log.getByText('At most 30 minutes are left in that day.')).toBeVisible()
    await log.getByRole('button', { name: 'OK' }).click()
    await expect(log).toBeVisible()
    await log.getByLabel('Start Time: time').fill('2200')
    await page.keyboard.press('Tab')
    await expect(log.getByText(/At most .* minutes are left/)).toBeHidden()
    await expect(log.getByLabel('Stop: time')).toHaveValue('22:31')
    await log.getByLabel('Stop: time').fill('2245')
    await page.keyboard.press('Tab')
    await expect(log.getByLabel('Duration (minutes)')).toHaveValue('45')
    await log.getByRole('button', { name: 'OK' }).click()
    await expect(log).toBeHidden()
    const { entries } = await host.call('diary.today', { date: yesterday })
    const began = instantOf(yesterday, '22:00', systemZone)
    expect(began.kind).toBe('once')
    expect(entries).toMatchObject([
      { startAt: began.kind === 'once' ? began.instant : 0, durationMs: 45 * MINUTE },
    ])
  })

  test('A28 A29 A30 F3 Cancel makes no entry, the Call Scheduled line stays, the notes can be recovered', async ({
    page,
    host,
    firm,
  }) => {
    await running(host, firm, 20, 'Secret plans')
    await page.goto('/')
    await stopWork(page)
    await dialog(page, 'Time Log Entry').getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog(page, 'Time Log Entry')).toBeHidden()
    expect(await entriesToday(host)).toEqual([])
    const journal = await host.call('customer.journal', { customerId: firm.customerId })
    expect(journal.rows.map(({ keywords }) => keywords)).toEqual([['Call Scheduled']])
    expect(JSON.stringify(journal.rows)).not.toContain('Secret plans')

    await page.getByRole('button', { name: /Recover notes/ }).click()
    const drafts = dialog(page, 'Recover notes')
    await expect(drafts.getByText('Secret plans')).toBeVisible()
    await drafts.getByRole('button', { name: 'Restore entry' }).click()
    await expect(dialog(page, 'Time Log Entry').getByLabel('Description')).toHaveValue('Secret plans')
    await dialog(page, 'Time Log Entry').getByRole('button', { name: 'OK' }).click()
    await expect(dialog(page, 'Time Log Entry')).toBeHidden()
    expect(await entriesToday(host)).toMatchObject([{ note: 'Secret plans' }])
  })

  test('A27 recorded elsewhere meanwhile, the dialog closes and says so; what was typed in it stays to be taken along', async ({
    page,
    host,
    firm,
  }) => {
    const opener = header(page).getByRole('button', { name: 'Start Work' })
    const recordElsewhere = async () => {
      const [timer] = (await host.call('timer.state', {})).timers
      await host.call('timer.record', { timerId: timer?.id ?? '' })
    }
    await running(host, firm, 3, 'Agreed on the offer')
    await page.goto('/')
    await stopWork(page)
    const log = dialog(page, 'Time Log Entry')
    await recordElsewhere()
    await expect(log).toBeHidden()
    await expect(page.getByText('This session was recorded or cancelled elsewhere.')).toBeVisible()
    await expect(opener).toBeVisible()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')

    await running(host, firm, 2, 'Agreed')
    await stopWork(page)
    await log.getByLabel('Description').fill('Agreed on everything')
    await recordElsewhere()
    await expect(log.getByRole('alert')).toHaveText(
      'This session was recorded or cancelled elsewhere. What you changed here was not saved.',
    )
    await expect(log.getByLabel('Description')).toHaveValue('Agreed on everything')
    await expect(log.getByRole('button', { name: 'Copy notes' })).toBeVisible()
    const close = log.getByRole('button', { name: 'Close' }).last()
    await expect(close).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(log).toBeHidden()
    expect((await entriesToday(host)).map(({ note }) => note)).toEqual(['Agreed on the offer', 'Agreed'])
  })

  test('B15 stopped elsewhere meanwhile, the note closes and says so', async ({ page, host, firm }) => {
    await running(host, firm, 3, 'Agreed on the offer')
    await page.goto('/')
    await header(page).getByRole('button', { name: 'Stop work' }).click()
    await expect(dialog(page, 'Note').getByLabel('Note')).toHaveValue('Agreed on the offer')
    const [timer] = (await host.call('timer.state', {})).timers
    await host.call('timer.stop', { timerId: timer?.id ?? '', dialog: false })
    await expect(dialog(page, 'Note')).toBeHidden()
    await expect(page.getByText('This timer was stopped or discarded elsewhere.')).toBeVisible()
  })

  test('A13 G1 a session that was stopped but not recorded asks again after a restart', async ({
    page,
    host,
    firm,
  }) => {
    await running(host, firm, 4, 'Not forgotten')
    await page.goto('/')
    await stopWork(page)
    await host.kill()
    await host.start()
    const again = await host.openAgain(page)
    await expect(dialog(again, 'Time Log Entry').getByLabel('Description')).toHaveValue('Not forgotten')
    await again.keyboard.press('Escape')
    await expect(dialog(again, 'Time Log Entry')).toBeHidden()
    await header(again).getByRole('button', { name: '1 to record' }).click()
    await expect(dialog(again, 'Time Log Entry')).toBeVisible()
  })
})

test('G4 the notes window stops a timer by itself and closes', async ({ page, host, firm }) => {
  const timerId = await running(host, firm, 6, 'From the tray')
  await page.goto('/')
  const opened = host.nextWindow(page)
  await page.evaluate((id) => {
    window.open(`/notes.html?timerId=${id}`, 'notes', 'popup,width=560,height=460')
  }, timerId)
  const notes = await opened
  await expect(notes.getByRole('textbox', { name: 'Note' })).toHaveValue('From the tray')
  const closed = notes.waitForEvent('close')
  await notes.getByRole('button', { name: 'Stop', exact: true }).click()
  await closed
  expect(await entriesToday(host)).toMatchObject([{ note: 'From the tray' }])
  await expect(header(page).getByRole('button', { name: 'Start Work' })).toBeVisible()
})
