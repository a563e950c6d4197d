// Meetings in a real browser: made and changed by the form, moved in the calendar by mouse and by keys, one occurrence or a series, with
// their time in the log (E5, E6).
import type { Locator, Page } from '@playwright/test'
import { instantOf } from '../shared/base/wallTime.ts'
import { expectSound } from './support/axe.ts'
import type { Firm, Running } from './support/program.ts'
import { TAKES_LONG, expect, test } from './support/test.ts'

const ZONE = 'Europe/Berlin'
test.use({ systemZone: ZONE })

const HOUR = 3_600_000

function at(local: string): number {
  const [date = '', time = ''] = local.split(' ')
  const reading = instantOf(date, time, ZONE)
  return reading.kind === 'once' ? reading.instant : reading.kind === 'twice' ? reading.first : reading.next
}

const item = (page: Page, name: RegExp): Locator =>
  page.locator('[data-item]').and(page.getByRole('button', { name }))

const weekly = (firm: Firm, more: object = {}) => ({
  title: 'Jour fixe',
  customerId: firm.customerId,
  categoryId: firm.categoryIds['Consulting'] ?? null,
  startAt: at('2026-03-03 09:00'),
  endAt: at('2026-03-03 10:00'),
  repeat: 'FREQ=WEEKLY;COUNT=4',
  zone: ZONE,
  ...more,
})

const starts = async (host: Running): Promise<string[]> => {
  const { meetings } = await host.call('meeting.list', {
    from: at('2026-03-01 00:00'),
    to: at('2026-05-01 00:00'),
  })
  return meetings.map(({ startAt }) =>
    new Date(startAt).toLocaleString('sv-SE', { timeZone: ZONE }).slice(5, 16),
  )
}

/** What stands in the customer's log from meetings, as ISO starts. */
const logged = async (host: Running, firm: Firm): Promise<number[]> => {
  const { rows } = await host.call('customer.entries', { customerId: firm.customerId, limit: 500 })
  return rows
    .filter(({ source }) => source === 'meeting')
    .map(({ startAt }) => startAt)
    .sort((a, b) => a - b)
}

async function pick(page: Page, field: Locator, name: string): Promise<void> {
  await field.focus()
  await page.keyboard.type(name.slice(0, 3))
  await expect(page.getByRole('option', { name })).toBeVisible()
  await page.keyboard.press('Enter')
}

async function newMeeting(page: Page): Promise<Locator> {
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused()
  await page.keyboard.type('New meeting')
  await expect(page.getByRole('option', { name: 'New meeting', exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'New meeting' })
  await expect(form.getByLabel('Title')).toBeFocused()
  return form
}

test('E5 E6 a meeting is made from a time chosen in the calendar, by keys, and its time is in the log with its mark', async ({
  page,
  host,
  firm,
}) => {
  await page.goto('/#/calendar/week/2026-03-03')
  await page.getByRole('button', { name: 'Choose a time' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Add a time entry' })).toBeVisible()
  await page.getByRole('radio', { name: 'Time entry' }).focus()
  await page.keyboard.press('ArrowRight')
  const form = page.getByRole('dialog', { name: 'New meeting' })
  await expect(form.getByRole('textbox', { name: 'Start: time' })).toHaveValue('09:15')
  await form.getByLabel('Title').focus()
  await page.keyboard.type('Kick-off')
  await pick(page, form.getByRole('combobox', { name: 'Customer' }), 'Acme')
  await form.getByRole('checkbox', { name: 'Include this event as a log item' }).focus()
  await page.keyboard.press('Space')
  await pick(page, form.getByRole('combobox', { name: 'Category' }), 'Consulting')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(page.locator('[data-undo-notice]')).toContainText('Kick-off was added. 1 log item was added.')
  // The meeting stands for its time as well.
  await expect(item(page, /meeting, 09:15 – 10:15, Kick-off · Acme, included in the log/)).toBeVisible()
  await expect(item(page, /time entry/)).toHaveCount(0)
  expect(await logged(host, firm)).toEqual([at('2026-03-03 09:15')])
  for (const list of [`customers/${firm.customerId}/time`, 'search/Kick-off']) {
    await page.goto(`/#/${list}`)
    await expect(page.getByRole('img', { name: 'From a meeting' })).toBeVisible()
  }
})

test('E5 a meeting that is not included adds no time', async ({ page, host, firm }) => {
  await page.goto('/#/calendar/week/2026-03-03')
  const form = await newMeeting(page)
  await form.getByLabel('Title').fill('Talk')
  await pick(page, form.getByRole('combobox', { name: 'Customer' }), 'Acme')
  await form.getByLabel('Start: date').fill('3.3.2026')
  await form.getByLabel('Start: time').fill('14:00')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(item(page, /meeting, 14:00 – 15:00, Talk · Acme/)).toBeVisible()
  expect(await logged(host, firm)).toEqual([])
})

test('what is wrong with a meeting is said beside its field, and what was typed stays', async ({
  page,
  host,
  firm: _,
}) => {
  await page.goto('/#/calendar/week/2026-03-03')
  const form = await newMeeting(page)
  await page.keyboard.press('Control+Enter')
  await expect(form.getByLabel('Title')).toBeFocused()
  await form.getByLabel('Title').fill('Retreat')
  // Late in the evening the hour that it begins with would end on the next day.
  await form.getByLabel('Start: date').fill('2.3.2026')
  await form.getByLabel('Start: time').fill('14:00')
  await page.keyboard.press('Tab')
  await form.getByLabel('Stop: date').fill('31.12.2027')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText('A meeting lasts at most 24 hours.')).toBeVisible()
  await form.getByLabel('Stop: date').fill('1.3.2026')
  await page.keyboard.press('Tab')
  await expect(form.getByText('The meeting ends before it starts.')).toBeVisible()
  await form.getByLabel('Stop: date').fill('2.3.2026')
  const repeats = form.getByRole('combobox', { name: 'Repeats' })
  await repeats.selectOption('By a rule (RRULE)')
  for (const [rule, sentence] of [
    ['FREQ=HOURLY;UNTIL=21260101', 'A meeting repeats at most once a day (FREQ=HOURLY).'],
    ['FREQ=DAILY', 'A meeting cannot repeat for ever.'],
    ['FREQ=DAILY;UNTIL=21260101', 'A meeting repeats for at most 10 years.'],
  ] as const) {
    await form.getByLabel('Rule', { exact: true }).fill(rule)
    await page.keyboard.press('Control+Enter')
    await expect(form.getByText(sentence)).toBeVisible()
    await expect(form.getByLabel('Rule', { exact: true })).toHaveValue(rule)
  }
  await repeats.selectOption('Weekly')
  await form.getByLabel('Last day').fill('')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText('Enter the day until which it repeats.')).toBeVisible()
  await form.getByLabel('Last day').fill('31.3.2026')
  await page.keyboard.press('Tab')
  await expect(form.getByText(/Takes place 5 times, the last on Monday,? 30 March 2026/)).toBeVisible()
  await expect(form.getByLabel('Title')).toHaveValue('Retreat')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect.poll(async () => (await starts(host)).length).toBe(5)
})

test('E5 one occurrence is moved by keys, further steps ask no more, and the rest stays', async ({
  page,
  host,
  firm,
}) => {
  await host.call('meeting.add', weekly(firm, { logged: true }))
  await page.goto('/#/calendar/week/2026-03-10')
  await item(page, /meeting, 09:00/).focus()
  await page.keyboard.press('Alt+ArrowDown')
  const question = page.getByRole('alertdialog', { name: 'Move Jour fixe' })
  await expect(question.getByRole('radio', { name: /Changes with the meeting/ })).toBeChecked()
  await question.getByRole('button', { name: 'Only this one' }).press('Enter')
  await expect(item(page, /Tuesday 10 March, meeting, 09:15 – 10:15/)).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(item(page, /Tuesday 10 March, meeting, 09:30 – 10:30/)).toBeFocused()
  await expect.poll(() => starts(host)).toEqual(['03-03 09:00', '03-10 09:30', '03-17 09:00', '03-24 09:00'])
  expect(await logged(host, firm)).toContain(at('2026-03-10 09:30'))
  await expect(page.locator('[data-undo-notice]').last()).toContainText('1 log item was changed with it.')
  await page.keyboard.press('Control+z')
  await expect(item(page, /Tuesday 10 March, meeting, 09:15 – 10:15/)).toBeVisible()
})

test('E5 a series is dragged: the whole of it goes, by the clocks, over the change of the clocks', async ({
  page,
  host,
  firm,
}) => {
  await host.call('meeting.add', weekly(firm, { repeat: 'FREQ=WEEKLY;COUNT=5' }))
  await page.goto('/#/calendar/day/2026-03-03')
  const block = item(page, /Jour fixe/)
  await expect(block).toBeVisible()
  const box = await block.boundingBox()
  if (box === null) throw new Error('not drawn')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const nine = await page.getByText('09:00', { exact: true }).first().boundingBox()
  const ten = await page.getByText('10:00', { exact: true }).first().boundingBox()
  const hour = (ten?.y ?? 0) - (nine?.y ?? 0)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + hour / 2, { steps: 4 })
  await page.mouse.move(x, y + hour, { steps: 4 })
  await page.mouse.up()
  const question = page.getByRole('alertdialog', { name: 'Move Jour fixe' })
  await question.getByRole('button', { name: 'The whole series' }).click()
  await expect(item(page, /meeting, 10:00 – 11:00/)).toBeVisible()
  // Summer time begins on the 29th.
  await expect
    .poll(() => starts(host))
    .toEqual(['03-03 10:00', '03-10 10:00', '03-17 10:00', '03-24 10:00', '03-31 10:00'])
})

test('E5 a move that is not answered goes back, and one into a closed period leaves its time as it was', async ({
  page,
  host,
  firm,
}) => {
  await host.call('meeting.add', weekly(firm, { logged: true }))
  await host.call('period.close', { through: '2026-03-31' })
  await page.goto('/#/calendar/week/2026-03-10')
  await item(page, /meeting, 09:00/).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('alertdialog', { name: 'Move Jour fixe' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(item(page, /meeting, 09:00/)).toBeFocused()
  expect((await starts(host))[1]).toBe('03-10 09:00')
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Only this one' }).press('Enter')
  await expect(page.locator('[data-undo-notice]')).toContainText('1 log item stayed as it was.')
  expect(await logged(host, firm)).toContain(at('2026-03-10 09:00'))
  await item(page, /meeting, 09:15/).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Meeting' })
  await expect(dialog.getByText('1 log item is closed or invoiced and stays as it is.')).toBeVisible()
})

test('E5 one occurrence is cancelled with its time, or its time is kept', async ({ page, host, firm }) => {
  await host.call('meeting.add', weekly(firm, { logged: true }))
  await page.goto('/#/calendar/week/2026-03-10')
  await item(page, /meeting, 09:00/).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Meeting' })
  await dialog.getByRole('button', { name: 'Cancel this one' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.locator('[data-undo-notice]')).toContainText('1 log item was removed.')
  expect(await logged(host, firm)).toEqual([
    at('2026-03-03 09:00'),
    at('2026-03-17 09:00'),
    at('2026-03-24 09:00'),
  ])
  await page.goto('/#/calendar/week/2026-03-17')
  await item(page, /meeting, 09:00/).press('Enter')
  await dialog.getByRole('radio', { name: 'This and following' }).press('Space')
  await dialog.getByRole('radio', { name: 'Stays as it is' }).press('Space')
  await dialog.getByRole('button', { name: 'Cancel this and following' }).press('Enter')
  await expect(dialog).toBeHidden()
  expect(await starts(host)).toEqual(['03-03 09:00'])
  expect(await logged(host, firm)).toHaveLength(3)
  // Its time stands there now that the meeting does not.
  await expect(item(page, /time entry, 09:00 – 10:00, .*From a meeting/)).toBeVisible()
})

test('E5 the whole series is changed by the form: title, people, and a rule that the words cannot say stays', async ({
  page,
  host,
  firm,
}) => {
  const { userId: bo } = await host.call('user.add', { name: 'Bo Berg', role: 'employee' })
  const { meetingId } = await host.call(
    'meeting.add',
    weekly(firm, { repeat: 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1;COUNT=3' }),
  )
  await page.goto('/#/calendar/week/2026-03-03')
  await item(page, /Jour fixe/).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Meeting' })
  await expect(dialog.getByLabel('Notes')).toHaveCount(0)
  await dialog.getByRole('radio', { name: 'The whole series' }).press('Space')
  await expect(dialog.getByLabel('Rule', { exact: true })).toHaveValue(
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1;COUNT=3',
  )
  await dialog.getByLabel('Title').fill('Board')
  await dialog
    .getByRole('combobox', { name: 'People' })
    .or(dialog.getByRole('textbox', { name: 'People' }))
    .focus()
  await page.keyboard.type('Bo')
  await expect(page.getByRole('option', { name: 'Bo Berg' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  const meeting = await host.call('meeting.get', { meetingId })
  expect(meeting).toMatchObject({
    title: 'Board',
    userIds: [firm.userId, bo],
    repeat: 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1;COUNT=3',
  })
})

test('a meeting of whole days stands on each of its days', async ({ page, host, firm: _ }) => {
  await page.goto('/#/calendar/month/2026-03-03')
  const form = await newMeeting(page)
  await form.getByLabel('Title').fill('Fair')
  await form.getByRole('checkbox', { name: 'Whole days' }).check()
  await form.getByLabel('First day').fill('27.3.2026')
  await page.keyboard.press('Tab')
  await form.getByLabel('Last day').fill('30.3.2026')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  const { meetings } = await host.call('meeting.list', {
    from: at('2026-03-01 00:00'),
    to: at('2026-05-01 00:00'),
  })
  // Four days, of which one has 23 hours.
  expect(meetings.map(({ startAt, endAt }) => [startAt, (endAt - startAt) / HOUR])).toEqual([
    [at('2026-03-27 00:00'), 95],
  ])
  await expect(item(page, /Friday 27 March, meeting, Fair/).first()).toBeVisible()
})

test('B1 what is refused of one occurrence is said, though its log item has no field there', async ({
  page,
  host,
  firm,
}) => {
  await host.call('meeting.add', weekly(firm, { logged: true }))
  await host.call('rules.saveMine', { rules: { minSessionMinutes: 30 } })
  await page.goto('/#/calendar/week/2026-03-10')
  await item(page, /Tuesday 10 March, meeting, 09:00 – 10:00, Jour fixe/).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Meeting' })
  await dialog.getByLabel('Stop: time').fill('09:10')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText(/shorter than the 30 minutes/)).toBeVisible()
  await dialog.getByLabel('Stop: time').fill('09:40')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
})

test('a meeting of whole days is moved by keys, stays as many days, and grows in the dialog', async ({
  page,
  host,
  firm: _,
}) => {
  const { meetingId } = await host.call('meeting.add', {
    title: 'Fair',
    allDay: true,
    startAt: at('2026-03-26 00:00'),
    endAt: at('2026-03-28 00:00'),
  })
  await page.goto('/#/calendar/week/2026-03-26')
  await item(page, /Thursday 26 March, meeting, Fair/).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Alt+ArrowRight')
  const moved = item(page, /Saturday 28 March, meeting, Fair/)
  await expect(moved).toBeFocused()
  // The second of the two days has 23 hours.
  await expect
    .poll(() => host.call('meeting.get', { meetingId }))
    .toMatchObject({ startAt: at('2026-03-28 00:00'), endAt: at('2026-03-30 00:00') })
  await page.keyboard.press('Alt+ArrowLeft')
  const back = item(page, /Friday 27 March, meeting, Fair/)
  await expect(back).toBeFocused()
  const widthOf = async (): Promise<number> => (await back.boundingBox())?.width ?? 0
  const days = (await widthOf()) / 2
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Meeting' })
  await dialog.getByLabel('Last day').fill('29.3.2026')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(async () => (await widthOf()) / days).toBeGreaterThan(2.8)
})

test('F12 without the calendar nothing is left of meetings and tasks', async ({ page, host, firm }) => {
  await host.call('meeting.add', weekly(firm, { logged: true }))
  await host.call('task.add', { title: 'Send the offer', customerId: firm.customerId })
  await host.call('module.switch', { module: 'calendar', on: false })
  await page.goto('/#/')
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await expect(page.getByText('Send the offer')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('New')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect(page.getByRole('option', { name: /New meeting|New task/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.goto(`/#/customers/${firm.customerId}/journal`)
  await expect(page.getByRole('article').first()).toBeVisible()
  await expect(page.getByRole('tab', { name: /meetings/ })).toHaveCount(0)
  await expect(page.getByText('Meeting', { exact: true })).toHaveCount(0)
  await page.goto(`/#/customers/${firm.customerId}/time`)
  await expect(page.getByText('Consulting').filter({ visible: true }).first()).toBeVisible()
  await expect(page.getByRole('img', { name: 'From a meeting' })).toHaveCount(0)
})

test(
  'the dialog of a meeting has no faults that axe finds, in both schemes and a small window',
  TAKES_LONG,
  async ({ page, host, firm }) => {
    await host.call('meeting.add', weekly(firm, { logged: true }))
    await page.setViewportSize({ width: 800, height: 600 })
    await page.goto('/#/calendar/week/2026-03-10')
    await item(page, /Jour fixe/).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Meeting' })
    await dialog.getByRole('radio', { name: 'The whole series' }).press('Space')
    await expect(dialog.getByRole('checkbox', { name: /Include this event/ })).toBeChecked()
    await expectSound(page)
    await page.keyboard.press('Escape')
    await expect(item(page, /Jour fixe/)).toBeFocused()
  },
)
