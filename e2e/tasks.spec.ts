// Tasks in a real browser: made, ticked off, found overdue; in the calendar, on Today, at the customer and in their journal (A8 to A12).
import type { Locator, Page } from '@playwright/test'
import { expectSound } from './support/axe.ts'
import { TAKES_LONG, expect, test } from './support/test.ts'

const item = (page: Page, name: RegExp): Locator =>
  page.locator('[data-item]').and(page.getByRole('button', { name }))

const dayFromToday = (days: number): string => {
  const date = new Date(Date.now() + days * 86_400_000)
  return date.toISOString().slice(0, 10)
}

test('A8 A9 A10 A11 the call that a stop makes stands done: in the calendar, at the customer and in the journal', async ({
  page,
  host,
  firm,
}) => {
  const { timerId } = await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    at: Date.now() - 3_600_000,
  })
  await host.call('timer.stop', { timerId, dialog: true })
  await host.call('timer.cancelRecord', { timerId })
  await page.goto('/#/calendar/day')
  await item(page, /task, done, .*Acme/).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Task' })
  await expect(dialog.getByRole('button', { name: 'Open again' })).toBeVisible()
  await expect(dialog.getByRole('combobox', { name: 'Kind' })).toHaveValue('Call')
  await page.keyboard.press('Escape')
  await page.goto(`/#/customers/${firm.customerId}/tasks`)
  await page.getByRole('checkbox', { name: 'Show what is done' }).check()
  const row = page.getByRole('list', { name: 'Tasks' }).getByRole('listitem')
  await expect(row).toContainText('Done')
  await expect(row).toContainText('Ana Weber')
  await page.goto(`/#/customers/${firm.customerId}/journal`)
  await expect(page.getByRole('article').filter({ hasText: 'Call Scheduled' })).toBeVisible()
})

test('A10 a task is made from the palette by keys, stands on Today, and is ticked off and opened again', async ({
  page,
  host,
  firm,
}) => {
  await page.goto('/#/')
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused()
  await page.keyboard.type('New task')
  await expect(page.getByRole('option', { name: 'New task', exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'New task' })
  await expect(form.getByLabel('Title')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText('Please fill this in.')).toBeVisible()
  await page.keyboard.type('Send the offer')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Acm')
  await expect(page.getByRole('option', { name: 'Acme' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  const list = page.getByRole('list', { name: 'To do' })
  await expect(list.getByRole('button', { name: 'Open the task Send the offer, Today, Acme' })).toBeVisible()
  await list.getByRole('checkbox', { name: 'Mark Send the offer as done' }).press('Space')
  await expect(list).toBeHidden()
  const { tasks } = await host.call('task.list', { customerId: firm.customerId })
  expect(tasks).toMatchObject([
    { title: 'Send the offer', status: 'Done', primaryParticipantId: firm.userId },
  ])
  await page.keyboard.press('Control+z')
  await expect(list.getByRole('checkbox', { name: 'Mark Send the offer as done' })).not.toBeChecked()
})

test('A10 what is overdue says so in words; later ones and those without a date are folded', async ({
  page,
  host,
  firm,
}) => {
  const { customerId } = firm
  await host.call('task.add', { title: 'Late', customerId, dueDate: dayFromToday(-2) })
  await host.call('task.add', { title: 'Far', customerId, dueDate: dayFromToday(40) })
  await host.call('task.add', { title: 'Some day' })
  await page.goto('/#/')
  const list = page.getByRole('list', { name: 'To do' })
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list.getByRole('listitem')).toContainText('overdue')
  await page.getByRole('button', { name: '2 more, later or without a date' }).press('Enter')
  await expect(list.getByRole('listitem')).toHaveCount(3)
  await expect(list.getByRole('listitem').filter({ hasText: 'Some day' })).toContainText('No date')
  // The next box has the focus then, and what is ticked is taken back from it as from anywhere.
  await list.getByRole('checkbox', { name: 'Mark Late as done' }).press('Space')
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list.getByRole('checkbox', { name: 'Mark Far as done' })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(list.getByRole('listitem')).toHaveCount(3)
})

test('A10 a task due on a day is moved by keys from day to day, and is opened with a press', async ({
  page,
  host,
  firm,
}) => {
  const { taskId } = await host.call('task.add', {
    title: 'Prepare',
    customerId: firm.customerId,
    dueDate: '2026-03-03',
  })
  // Another that is earlier would get the focus instead.
  await host.call('task.add', { title: 'Earlier', dueDate: '2026-03-02' })
  await page.goto('/#/calendar/week/2026-03-03')
  const task = item(page, /Tuesday 3 March, open task, Prepare/)
  await task.focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(item(page, /Wednesday 4 March, open task, Prepare/)).toBeFocused()
  await expect
    .poll(() => host.call('task.get', { taskId }))
    .toMatchObject({ dueDate: '2026-03-04', startAt: null })
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Task' })
  await expect(dialog.getByLabel('Title')).toBeFocused()
  await dialog.getByRole('radio', { name: 'At a time' }).press('Space')
  await dialog.getByLabel('Start: time').fill('14:00')
  await page.keyboard.press('Tab')
  await dialog.getByLabel('Stop: date').fill('1.1.2020')
  await page.keyboard.press('Tab')
  await expect(dialog.getByText('The task ends before it starts.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Mark as done' }).click()
  await expect(dialog).toBeHidden()
  await expect(item(page, /task, done, Prepare/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(item(page, /open task, Prepare/)).toBeVisible()
})

test('A4 the bar holds buttons for a new meeting and a new task', async ({ page, host, firm: _ }) => {
  await host.call('buttons.arrange', {
    buttons: [
      { act: 'newMeeting', customerId: null, categoryId: null },
      { act: 'newTask', customerId: null, categoryId: null },
    ],
  })
  await page.goto('/#/calendar/week')
  const bar = page.getByRole('toolbar', { name: 'Buttons' })
  await bar.getByRole('button', { name: 'New task' }).click()
  await expect(page.getByRole('dialog', { name: 'New task' })).toBeVisible()
  await page.keyboard.press('Escape')
  await bar.getByRole('button', { name: 'New meeting' }).click()
  await expect(page.getByRole('dialog', { name: 'New meeting' })).toBeVisible()
})

test('at the customer tasks and meetings are made for them, and open from there and from the journal', async ({
  page,
  host,
  firm,
}) => {
  await page.goto(`/#/customers/${firm.customerId}/tasks`)
  await page.getByRole('button', { name: 'New task' }).click()
  const form = page.getByRole('dialog', { name: 'New task' })
  await expect(form.getByRole('combobox', { name: 'Customer' })).toHaveValue('Acme')
  await form.getByLabel('Title').fill('Write the minutes')
  await form.getByRole('button', { name: 'Add the task' }).click()
  await expect(form).toBeHidden()
  await page.getByRole('button', { name: /Open the task Write the minutes/ }).click()
  await expect(page.getByRole('dialog', { name: 'Task' }).getByLabel('Title')).toHaveValue(
    'Write the minutes',
  )
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Journal' }).click()
  const line = page.getByRole('article').filter({ hasText: 'Write the minutes' })
  await expect(line).toContainText('Task')
  await expect(line).toContainText('Open')
  await line.getByRole('button').first().click()
  await expect(page.getByRole('dialog', { name: 'Task' })).toBeVisible()
  const { tasks } = await host.call('task.list', { customerId: firm.customerId })
  expect(tasks).toHaveLength(1)
})

test('F9 an amount of time shows no times in the calendar and the journal', async ({ page, host, firm }) => {
  await host.call('entry.addAmount', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    workDate: '2026-03-03',
    durationMs: 90 * 60_000,
  })
  await page.goto('/#/calendar/week/2026-03-03')
  await expect(item(page, /Tuesday 3 March, time entry, Acme · Support, 1:30/)).toBeVisible()
  await expect(item(page, /Acme/)).not.toContainText('00:00')
  await page.goto(`/#/customers/${firm.customerId}/journal`)
  await expect(page.getByRole('article')).toContainText('1:30')
  await expect(page.getByRole('article')).not.toContainText('00:00')
})

test(
  'the dialog of a task has no faults that axe finds, in both schemes and a small window',
  TAKES_LONG,
  async ({ page, host, firm }) => {
    await host.call('task.add', { title: 'Late', customerId: firm.customerId, dueDate: dayFromToday(-2) })
    await page.setViewportSize({ width: 800, height: 600 })
    await page.goto('/#/')
    const row = page.getByRole('button', { name: /Open the task Late/ })
    await row.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Task' }).getByLabel('Title')).toHaveValue('Late')
    await expectSound(page)
    await page.keyboard.press('Escape')
    await expect(row).toBeFocused()
  },
)
