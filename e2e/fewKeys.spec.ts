// How few keys the acts of every day take, from wherever one is: the counts are a promise, and grow unseen otherwise (K17).
import type { Page } from '@playwright/test'
import { addMonths, monthOf } from '../shared/base/localDate.ts'
import { BROWSER_ONLY, expect, test } from './support/test.ts'

const HOUR = 3_600_000

/** Presses real keys and counts them; letters of a note or a name are counted as well. */
class Keys {
  count = 0
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key)
    this.count += keys.length
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text)
    this.count += text.length
  }

  /** How many since the last time. */
  taken(): number {
    const { count } = this
    this.count = 0
    return count
  }
}

test('K17 the acts of every day take few keys', BROWSER_ONLY, async ({ page, host, firm }) => {
  const { now } = await host.call('timer.state', {})
  const { today } = await host.call('app.state', {})
  await host.call('customer.add', { name: 'Bergmann' })
  await host.call('entry.add', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    startAt: now - 3 * HOUR,
    endAt: now - 2 * HOUR,
    note: 'Looked at the books',
  })
  const keys = new Keys(page)
  const timers = async () => (await host.call('timer.state', {})).timers
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')

  // The last work goes on.
  await keys.press('c')
  await expect.poll(async () => (await timers()).length).toBe(1)
  expect(keys.taken()).toBe(1)

  // Another customer calls.
  await keys.press('w')
  const customerTimer = page.getByRole('dialog', { name: 'Customer Timer' })
  await expect(customerTimer).toBeVisible()
  await keys.type('ber')
  await expect(page.getByRole('option', { name: 'Bergmann' })).toBeVisible()
  await keys.press('Enter', 'Enter', 'Enter')
  await expect(page.getByRole('banner').getByText('Bergmann')).toBeVisible()
  // The header learns of the switch before the dialog has its answer: a key would still go to the dialog.
  await expect(customerTimer).toBeHidden()
  expect(keys.taken()).toBeLessThanOrEqual(7)

  // Stopped with a note.
  await keys.press('s')
  await expect(page.getByRole('dialog', { name: 'Note' }).getByLabel('Note', { exact: true })).toBeFocused()
  await keys.type('Call')
  await keys.press('Control+Enter')
  await expect.poll(async () => (await timers()).length).toBe(0)
  await expect(page.getByRole('dialog')).toBeHidden()
  // The focus is where it was before the next key is pressed.
  await expect(page.getByRole('main')).toBeFocused()
  expect(keys.taken()).toBe(2 + 'Call'.length)

  // Yesterday was forgotten: nine to ten, and nothing but the times is typed.
  await keys.press('Tab', 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Today')
  await keys.press('n')
  const form = page.getByRole('dialog', { name: 'Add a time entry' })
  await expect(form).toBeVisible()
  await keys.type('acm')
  await expect(page.getByRole('option', { name: 'Acme' })).toBeVisible()
  await keys.press('Enter')
  await keys.type('sup')
  await expect(page.getByRole('option', { name: 'Support' })).toBeVisible()
  await keys.press('Enter', 'Control+Enter')
  await expect(form).toBeHidden()
  await expect(page.getByText('09:00 – 10:00')).toBeVisible()
  expect(keys.taken()).toBeLessThanOrEqual(12)

  // It was half an hour longer.
  await page.getByRole('button', { name: /09:00 – 10:00/ }).focus()
  await keys.press('Enter')
  const edit = page.getByRole('dialog', { name: 'Edit the time entry' })
  await expect(edit.getByLabel('Start: time')).toBeFocused()
  await keys.press('Tab', 'Tab', 'Tab')
  await expect(edit.getByLabel('Stop: time')).toBeFocused()
  await keys.type('10:30')
  await keys.press('Control+Enter')
  await expect(page.getByText('09:00 – 10:30')).toBeVisible()
  expect(keys.taken()).toBeLessThanOrEqual(10)

  // The month, with what is over or missing to date.
  await keys.press('2')
  await expect(page.getByRole('columnheader', { name: 'Time account' })).toBeVisible()
  expect(keys.taken()).toBe(1)

  // Payroll of the month before.
  await keys.press('Control+k')
  await keys.type('payr')
  await expect(page.getByRole('option', { name: /payroll workbook/ })).toHaveCount(2)
  const workbook = page.waitForEvent('download')
  await keys.press('Enter')
  expect((await workbook).suggestedFilename()).toContain(addMonths(monthOf(today), -1))
  expect(keys.taken()).toBe(6)
})
