// The calendar in a real browser: its views, moving and making by keys and by mouse, clock changes, the timer from every view.
import type { Locator, Page } from '@playwright/test'
import { instantOf } from '../shared/base/wallTime.ts'
import { expectSound } from './support/axe.ts'
import type { Firm, Running } from './support/program.ts'
import { BROWSER_ONLY, TAKES_LONG, expect, test } from './support/test.ts'

const ZONE = 'Europe/Berlin'
test.use({ systemZone: ZONE })

function at(local: string): number {
  const [date = '', time = ''] = local.split(' ')
  const reading = instantOf(date, time, ZONE)
  return reading.kind === 'once' ? reading.instant : reading.kind === 'twice' ? reading.first : reading.next
}

async function add(host: Running, firm: Firm, from: string, to: string): Promise<string> {
  const { entryIds } = await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt: at(from),
    endAt: at(to),
  })
  return entryIds[0] ?? ''
}

const times = async (host: Running, entryId: string): Promise<[number, number]> => {
  const { startAt, endAt } = await host.call('entry.get', { entryId })
  return [startAt, endAt]
}
const item = (page: Page, name: RegExp): Locator =>
  page.locator('[data-item]').and(page.getByRole('button', { name }))

async function centre(of: Locator): Promise<{ x: number; y: number; height: number }> {
  const box = await of.boundingBox()
  if (box === null) throw new Error('not drawn')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, height: box.height }
}

/** Half an hour in the columns, in pixels. */
const slotHeight = async (page: Page): Promise<number> => {
  const nine = await centre(page.getByText('09:00', { exact: true }).first())
  const ten = await centre(page.getByText('10:00', { exact: true }).first())
  return (ten.y - nine.y) / 2
}

test('A2 A3 from each view the timer is started: a customer must be chosen, and it stands in the calendar', async ({
  page,
  host,
  firm,
}) => {
  await host.call('rules.saveMine', { rules: { requireCustomer: false } })
  for (const view of ['day', 'week', 'month', 'agenda']) {
    await page.goto(`/#/calendar/${view}`)
    await page.getByRole('button', { name: 'Start the timer' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Customer Timer' })
    await expect(dialog.getByRole('combobox').first()).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(dialog.getByText('Please fill this in.').first()).toBeVisible()
    expect((await host.call('timer.state', {})).timers).toEqual([])
    if (view !== 'agenda') {
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await expect(dialog).toBeHidden()
      continue
    }
    await dialog.getByRole('combobox').first().focus()
    await page.keyboard.type('Acm')
    await expect(page.getByRole('option', { name: 'Acme' })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Supp')
    await expect(page.getByRole('option', { name: 'Support' })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
  }
  await expect(item(page, /running timer, .*Acme/)).toBeVisible()
  expect((await host.call('timer.state', {})).timers).toMatchObject([{ customerId: firm.customerId }])
})

test('A10 A11 the call of a stopped timer stands in the calendar, done, with its time', async ({
  page,
  host,
  firm,
}) => {
  const { timerId } = await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    at: Date.now() - 60_000,
  })
  await host.call('timer.stop', { timerId, dialog: false })
  await page.goto('/#/calendar/day')
  const entry = item(page, /time entry with its call, done, .*Acme · Support/)
  await expect(entry).toBeVisible()
  await expect(entry).toContainText('Done')
  await entry.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Edit the time entry' })).toBeVisible()
})

test('an entry is reached with the arrows, moved and changed with Alt, announced and undone', async ({
  page,
  host,
  firm,
}) => {
  const entryId = await add(host, firm, '2026-03-03 09:00', '2026-03-03 10:00')
  await add(host, firm, '2026-03-04 12:00', '2026-03-04 13:00')
  await page.goto('/#/calendar/week/2026-03-03')
  const entry = item(page, /Acme/).first()
  await expect(entry).toHaveAttribute('tabindex', '0')
  await entry.focus()
  await page.keyboard.press('ArrowRight')
  await expect(item(page, /Wednesday 4 March, time entry, 12:00/)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(item(page, /Tuesday 3 March, time entry, 09:00/)).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(item(page, /Tuesday 3 March, time entry, 09:30 – 10:30/)).toBeFocused()
  await expect(
    page.locator('[aria-live=polite]').filter({ hasText: 'Tuesday 3 March, 09:30 – 10:30' }),
  ).toHaveCount(1)
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(item(page, /Monday 2 March, time entry, 09:30 – 10:45/)).toBeFocused()
  await expect.poll(() => times(host, entryId)).toEqual([at('2026-03-02 09:30'), at('2026-03-02 10:45')])
  await page.keyboard.press('Control+z')
  await expect(item(page, /Tuesday 3 March, time entry, 09:30 – 10:45/)).toBeVisible()
})

test('a time is chosen with the keys, and the form has it', async ({ page, host, firm }) => {
  await page.goto('/#/calendar/week/2026-03-03')
  const choose = page.getByRole('button', { name: 'Choose a time' })
  await choose.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(
    page.locator('[aria-live=polite]').filter({ hasText: 'Wednesday 4 March, 09:15 – 10:00' }),
  ).toHaveCount(1)
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Add a time entry' })
  await expect(form.getByLabel('Start: time')).toHaveValue('09:15')
  await expect(form.getByLabel('Stop: time')).toHaveValue('10:00')
  await form.getByRole('combobox').first().focus()
  await page.keyboard.type('Acm')
  await expect(page.getByRole('option', { name: 'Acme' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Supp')
  await expect(page.getByRole('option', { name: 'Support' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(item(page, /Wednesday 4 March, time entry, 09:15 – 10:00, Acme/)).toBeVisible()
  const { items } = await host.call('calendar.range', { from: '2026-03-04', to: '2026-03-04' })
  expect(items).toMatchObject([{ userId: firm.userId, startAt: at('2026-03-04 09:15') }])
})

test('an entry is dragged and resized, and a free time dragged over', async ({ page, host, firm }) => {
  const entryId = await add(host, firm, '2026-03-03 09:00', '2026-03-03 10:00')
  await page.goto('/#/calendar/day/2026-03-03')
  const entry = item(page, /Acme/)
  await expect(entry).toBeVisible()
  const slot = await slotHeight(page)
  const from = await centre(entry)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x, from.y + slot, { steps: 4 })
  await page.mouse.move(from.x, from.y + 2 * slot, { steps: 4 })
  await page.mouse.up()
  await expect(item(page, /10:00 – 11:00/)).toBeVisible()
  await expect.poll(() => times(host, entryId)).toEqual([at('2026-03-03 10:00'), at('2026-03-03 11:00')])
  await expect(page.locator('[data-undo-notice]')).toContainText('Time changed.')

  const moved = await centre(item(page, /10:00 – 11:00/))
  await page.mouse.move(moved.x, moved.y)
  await page.mouse.move(moved.x, moved.y + moved.height / 2 - 2)
  await page.mouse.down()
  await page.mouse.move(moved.x, moved.y + moved.height / 2 + slot / 2, { steps: 4 })
  await page.mouse.move(moved.x, moved.y + moved.height / 2 + slot - 3, { steps: 4 })
  await page.mouse.up()
  await expect(item(page, /10:00 – 11:30/)).toBeVisible()
  await expect.poll(() => times(host, entryId)).toEqual([at('2026-03-03 10:00'), at('2026-03-03 11:30')])

  const free = await centre(page.getByText('13:00', { exact: true }).first())
  // The hour's line lies above its text.
  await page.mouse.move(moved.x, free.y - 6)
  await page.mouse.down()
  await page.mouse.move(moved.x, free.y + slot, { steps: 4 })
  await page.mouse.move(moved.x, free.y + 2 * slot - 15, { steps: 4 })
  await page.mouse.up()
  const form = page.getByRole('dialog', { name: 'Add a time entry' })
  await expect(form.getByLabel('Start: time')).toHaveValue('13:00')
  await expect(form.getByLabel('Stop: time')).toHaveValue('14:00')
})

test('what is refused goes back and says why beside it', async ({ page, host, firm }) => {
  const entryId = await add(host, firm, '2026-03-03 09:00', '2026-03-03 10:00')
  await add(host, firm, '2026-03-03 10:00', '2026-03-03 11:00')
  await host.call('organisation.edit', { overlaps: 'refuse' })
  await page.goto('/#/calendar/day/2026-03-03')
  await item(page, /09:00 – 10:00/).focus()
  await page.keyboard.press('Alt+ArrowDown')
  const refusal = page.getByRole('alertdialog', { name: 'Not moved' })
  await expect(refusal).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(refusal).toBeHidden()
  await expect(item(page, /09:00 – 10:00/)).toBeFocused()
  expect(await times(host, entryId)).toEqual([at('2026-03-03 09:00'), at('2026-03-03 10:00')])
})

test('an item that is changed elsewhere keeps the focus, and the next key moves it', async ({
  page,
  host,
  firm,
}) => {
  const entryId = await add(host, firm, '2026-03-03 09:00', '2026-03-03 10:00')
  await page.goto('/#/calendar/day/2026-03-03')
  await item(page, /09:00 – 10:00/).focus()
  await host.call('entry.edit', { entryId, endAt: at('2026-03-03 11:00') })
  await expect(item(page, /09:00 – 11:00/)).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(item(page, /08:45 – 10:45/)).toBeFocused()
  await expect.poll(() => times(host, entryId)).toEqual([at('2026-03-03 08:45'), at('2026-03-03 10:45')])
})

test('an hour moved over the end of summer time asks which of two, and stays an hour', async ({
  page,
  host,
  firm,
}) => {
  const entryId = await add(host, firm, '2026-10-25 04:00', '2026-10-25 05:00')
  await page.goto('/#/calendar/day/2026-10-25')
  const entry = item(page, /04:00 UTC\+01:00 – 05:00 UTC\+01:00/)
  await entry.scrollIntoViewIfNeeded()
  const slot = await slotHeight(page)
  const from = await centre(entry)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x, from.y - slot, { steps: 4 })
  await page.mouse.move(from.x, from.y - 3 * slot + 4, { steps: 4 })
  await page.mouse.up()
  const question = page.getByRole('alertdialog', { name: /comes twice/ })
  await question.getByRole('button', { name: 'The second (UTC+01:00)' }).click()
  const second = at('2026-10-25 02:30') + 3_600_000
  await expect.poll(() => times(host, entryId)).toEqual([second, second + 3_600_000])
  // By keys it goes on in elapsed minutes: an hour earlier is the first half past two.
  const moved = item(page, /02:30 UTC\+01:00 – 03:30 UTC\+01:00/)
  await moved.focus()
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('Alt+ArrowUp')
  await expect(item(page, /02:30 UTC\+02:00 – 02:30 UTC\+01:00/)).toBeFocused()
  await expect.poll(() => times(host, entryId)).toEqual([second - 3_600_000, second])
})

test('a day further into the hour that summer time leaves out is the next time there is', async ({
  page,
  host,
  firm,
}) => {
  const entryId = await add(host, firm, '2026-03-28 02:30', '2026-03-28 03:30')
  await page.goto('/#/calendar/week/2026-03-28')
  await item(page, /Saturday 28 March/).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(item(page, /Sunday 29 March, time entry, 03:00 UTC\+02:00 – 04:00 UTC\+02:00/)).toBeFocused()
  await expect.poll(() => times(host, entryId)).toEqual([at('2026-03-29 03:00'), at('2026-03-29 04:00')])
})

test('managers see several people: side by side on a day, by colour otherwise', async ({
  page,
  host,
  firm,
}) => {
  const { userId: bo } = await host.call('user.add', { name: 'Bo Berg', role: 'employee' })
  await add(host, firm, '2026-03-03 09:00', '2026-03-03 10:00')
  await host.call('entry.add', {
    userId: bo,
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Travel'] ?? null,
    startAt: at('2026-03-03 09:00'),
    endAt: at('2026-03-03 11:00'),
  })
  await page.goto('/#/calendar/day/2026-03-03')
  await page
    .getByRole('textbox', { name: 'People' })
    .or(page.getByRole('combobox', { name: 'People' }))
    .focus()
  await page.keyboard.type('Bo')
  await expect(page.getByRole('option', { name: 'Bo Berg' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Bo Berg' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Ana Weber' })).toBeVisible()
  await expect(item(page, /Travel, Bo Berg/)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Bo Berg' })).toBeVisible()
})

test(
  'the calendar has no faults that axe finds, in both schemes and a small window',
  TAKES_LONG,
  async ({ page, host, firm }) => {
    await add(host, firm, '2026-03-03 09:00', '2026-03-03 10:00')
    await host.call('organisation.edit', { holidayCountry: 'DE' })
    for (const view of ['week', 'month', 'agenda']) {
      await page.setViewportSize(view === 'week' ? { width: 800, height: 600 } : { width: 1280, height: 800 })
      await page.goto(`/#/calendar/${view}/2026-03-03`)
      await expect(item(page, /Acme/)).toBeVisible()
      await expectSound(page)
    }
  },
)

test('A3 a full day of a month counts what it does not show, in a high window too, and a moved session goes along', async ({
  page,
  host,
  firm,
}) => {
  const sessions = 60
  for (let index = 0; index < sessions; index += 1) {
    const minute = 6 * 60 + index * 10
    const clock = (of: number): string =>
      `2026-03-03 ${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`
    await add(host, firm, clock(minute), clock(minute + 10))
  }
  await page.goto('/#/calendar/month/2026-03-03')
  const day = page.locator('[data-date="2026-03-03"]').filter({ has: page.locator('[data-more]') })
  const counted = async (): Promise<number> => {
    const [shown, more] = [
      await day.locator('[data-item]:visible').count(),
      await day.locator('[data-more]').textContent(),
    ]
    return shown + Number(/\+(\d+) more/.exec(more ?? '')?.[1])
  }
  await expect.poll(counted).toBe(sessions)
  await page.setViewportSize({ width: 1280, height: 4000 })
  await expect.poll(() => day.locator('[data-item]:visible').count()).toBeGreaterThan(14)
  await expect.poll(counted).toBe(sessions)
  await item(page, /Tuesday 3 March, time entry, 06:00/).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(item(page, /Wednesday 4 March, time entry, 06:00/)).toBeFocused()
  await expect.poll(counted).toBe(sessions - 1)
  await host.call('entry.edit', {
    entryId:
      (await host.call('calendar.range', { from: '2026-03-04', to: '2026-03-04', userIds: [firm.userId] }))
        .items[0]?.id ?? '',
    startAt: at('2026-03-04 22:00'),
    endAt: at('2026-03-04 22:10'),
  })
  await expect(item(page, /Wednesday 4 March, time entry, 22:00/)).toBeFocused()
  await page.locator('[data-more]').click()
  await expect(page).toHaveURL(/calendar\/day\/2026-03-03/)
})

test(
  'a session that was moved never stands where it was again, however late the screen hears of the answer',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    // What is done as soon as possible is done a while later, as on a busy computer; its order stays.
    await page.addInitScript(() => {
      const soon = window.setTimeout
      Object.assign(window, {
        setTimeout: (act: () => void, ms?: number) => soon(act, ms === undefined || ms === 0 ? 200 : ms),
      })
    })
    const entryId = await add(host, firm, '2026-03-03 09:00', '2026-03-03 10:00')
    await page.goto('/#/calendar/day/2026-03-03')
    await item(page, /09:00 – 10:00/).focus()
    await page.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      const look = () => {
        const [said = ''] =
          /\d\d:\d\d – /.exec(document.querySelector('[data-item]')?.textContent ?? '') ?? []
        if (said !== '' && seen.at(-1) !== said) seen.push(said)
      }
      look()
      new MutationObserver(look).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      })
    })
    const answered = page.waitForResponse((response) => response.url().includes('calendar.range'))
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => times(host, entryId)).toEqual([at('2026-03-03 08:45'), at('2026-03-03 09:45')])
    await answered
    for (let turn = 0; turn < 8; turn += 1)
      await page.evaluate(() => new Promise<void>((done) => setTimeout(done, 0)))
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
    expect(seen).toEqual(['09:00 – ', '08:45 – '])
  },
)

test(
  'a key goes on from where the session was moved to, also as an answer from before arrives late',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    const entryId = await add(host, firm, '2026-03-03 09:00', '2026-03-03 10:00')
    // What the page is told, and what it is answered, waits while its gate is closed.
    let news = Promise.resolve()
    await page.routeWebSocket(/./, (socket) => {
      const server = socket.connectToServer()
      server.onMessage((message) => void news.then(() => socket.send(message)))
    })
    await page.addInitScript(() => {
      const real = window.fetch
      const held = { asked: 0, wait: Promise.resolve(), release: () => undefined as void }
      Object.assign(window, { held })
      window.fetch = async (input, init) => {
        const response = await real(input, init)
        if (!response.url.includes('calendar.range')) return response
        held.asked += 1
        await held.wait
        return response
      }
    })
    await page.goto('/#/calendar/week/2026-03-03')
    await item(page, /Acme/).focus()
    const startsAt = (clock: string) =>
      expect.poll(async () => (await times(host, entryId))[0]).toBe(at(`2026-03-03 ${clock}`))
    const asked = () => page.evaluate(() => (window as unknown as { held: { asked: number } }).held.asked)
    const before = await asked()
    await page.evaluate(() => {
      const { held } = window as unknown as { held: { wait: Promise<void>; release: () => void } }
      held.wait = new Promise((resolve) => (held.release = resolve))
    })

    await page.keyboard.press('Alt+ArrowDown')
    await startsAt('09:15')
    await expect.poll(asked).toBeGreaterThan(before)
    const { promise, resolve } = Promise.withResolvers<void>()
    news = promise
    const moved = page.waitForResponse('**/api/entry.edit')
    await page.keyboard.press('Alt+ArrowDown')
    await (await moved).finished()
    await startsAt('09:30')
    await page.evaluate(() => {
      ;(window as unknown as { held: { release: () => void } }).held.release()
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    })
    await page.keyboard.press('Alt+ArrowDown')
    await startsAt('09:45')
    resolve()
    await expect(item(page, /09:45 – 10:45/)).toBeFocused()
    // What others do with it is seen as ever.
    await host.call('entry.edit', {
      entryId,
      startAt: at('2026-03-03 09:30'),
      endAt: at('2026-03-03 10:30'),
    })
    await expect(item(page, /09:30 – 10:30/)).toBeFocused()
  },
)

test(
  'F4 Ctrl Z takes back the move that is still under way, and not the one before it',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    const entryId = await add(host, firm, '2026-03-03 09:00', '2026-03-03 10:00')
    await page.addInitScript(() => {
      const real = window.fetch
      const held = { wait: Promise.resolve() }
      Object.assign(window, { held })
      window.fetch = async (input, init) => {
        const response = await real(input, init)
        if (response.url.includes('entry.edit')) await held.wait
        return response
      }
    })
    await page.goto('/#/calendar/week/2026-03-03')
    await item(page, /Acme/).focus()
    const startsAt = (clock: string) =>
      expect.poll(async () => (await times(host, entryId))[0]).toBe(at(`2026-03-03 ${clock}`))
    await page.keyboard.press('Alt+ArrowDown')
    await expect(page.locator('[data-undo-notice]')).toHaveCount(1)
    await page.evaluate(() => {
      const { held } = window as unknown as { held: { wait: Promise<void>; release: () => void } }
      held.wait = new Promise((resolve) => (held.release = resolve))
    })
    await page.keyboard.press('Alt+ArrowDown')
    await startsAt('09:30')
    await page.keyboard.press('Control+z')
    await page.evaluate(() => (window as unknown as { held: { release: () => void } }).held.release())
    await startsAt('09:15')
    await expect(item(page, /09:15 – 10:15/)).toBeVisible()
    // Many in a row: the last is meant, though not all of their notices fit.
    await item(page, /Acme/).focus()
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Control+z')
    await expect(item(page, /10:30 – 11:30/)).toBeVisible()
    await startsAt('10:30')
  },
)

test('K14 in a narrow column a name breaks between its words, never within one', async ({
  page,
  host,
  firm,
}) => {
  const { customerId } = await host.call('customer.add', { name: 'Brackwater Marine Supplies' })
  await host.call('entry.add', {
    customerId,
    categoryId: firm.categoryIds['Consulting'] ?? null,
    startAt: at('2026-10-12 09:00'),
    endAt: at('2026-10-12 14:00'),
  })
  await page.setViewportSize({ width: 800, height: 600 })
  await page.goto('/#/calendar/week/2026-10-12')
  const title = item(page, /Brackwater/).locator('bdi')
  await expect(title).toBeVisible()
  const lines = await title.evaluate((node) => {
    const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode()
    return [...(text?.textContent ?? '').matchAll(/\S+/g)].map((word) => {
      const range = document.createRange()
      range.setStart(text as Text, word.index)
      range.setEnd(text as Text, word.index + word[0].length)
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
    })
  })
  expect(lines).toEqual([1, 1, 1, 1, 1])
})
