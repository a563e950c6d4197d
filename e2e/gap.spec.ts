// The gap dialog in a real browser: after a power cut the timer goes on, and the time nobody watched is asked about once.
import type { Page } from '@playwright/test'
import { loseTime } from './support/program.ts'
import { expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'

const MINUTE = 60_000

/** A timer of two hours, and a power cut for the last half an hour. */
async function powerCut(page: Page, host: Host, firm: Firm) {
  const { now } = await host.call('timer.state', {})
  await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    at: now - 120 * MINUTE,
  })
  await loseTime(host, 30 * MINUTE)
  const window = await host.openAgain(page)
  const dialog = window.getByRole('dialog', { name: 'A gap in the running time' })
  await expect(
    dialog.getByText(/Daybook was not running from .* while Acme · Support was being timed/),
  ).toBeVisible()
  return dialog
}

const counted = async (host: Host) => {
  const { timers, now } = await host.call('timer.state', {})
  const [timer] = timers
  if (timer === undefined) return 0
  return Math.round((timer.countedMs + (timer.runningSince === null ? 0 : now - timer.runningSince)) / MINUTE)
}

test('G1 G2 unanswered nothing changes, and it waits in the header; kept, it stays counted', async ({
  page: before,
  host,
  firm,
}) => {
  const dialog = await powerCut(before, host, firm)
  const page = dialog.page()
  await expect(dialog.getByRole('radio', { name: /Keep it as work/ })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(await counted(host)).toBe(120)
  await page.getByRole('banner').getByRole('button', { name: '1 gap' }).click()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect(await counted(host)).toBe(120)
  expect((await host.call('timer.state', {})).gaps).toEqual([])
})

test('G2 a break is taken out and the timer goes on; it can be undone', async ({
  page: before,
  host,
  firm,
}) => {
  const dialog = await powerCut(before, host, firm)
  const page = dialog.page()
  await dialog.getByRole('radio', { name: /It was a break/ }).click()
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('banner').getByRole('timer')).toHaveText(/^1:30:/)
  expect(await counted(host)).toBe(90)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => counted(host)).toBe(120)
})

test('G2 a part is kept up to the slider', async ({ page: before, host, firm }) => {
  const dialog = await powerCut(before, host, firm)
  const page = dialog.page()
  await dialog.getByRole('radio', { name: /Keep a part of it/ }).click()
  const slider = dialog.getByRole('slider', { name: 'Work until' })
  await slider.focus()
  // It says the time, not the number behind it.
  await expect(slider).toHaveAttribute('aria-valuetext', /\b\d?\d:\d\d$/)
  await page.keyboard.press('Home')
  for (let minute = 0; minute < 10; minute += 1) await page.keyboard.press('ArrowRight')
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(dialog).toBeHidden()
  expect(await counted(host)).toBe(100)
})

test('G2 it is given to another customer as an entry of its own', async ({ page: before, host, firm }) => {
  await host.call('customer.add', { name: 'Bergmann' })
  const dialog = await powerCut(before, host, firm)
  const page = dialog.page()
  await dialog.getByRole('radio', { name: /another customer or category/ }).click()
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(dialog.getByText('Please fill this in.')).toHaveCount(2)
  await dialog.getByLabel('Customer Name').fill('berg')
  await page.getByRole('option', { name: 'Bergmann' }).click()
  await dialog.getByLabel('Category').click()
  await page.getByRole('option', { name: 'Travel' }).click()
  await dialog.getByLabel('Note').fill('On the train')
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(dialog).toBeHidden()
  expect(await counted(host)).toBe(90)
  const { entries } = await host.call('diary.today', {})
  expect(entries).toMatchObject([{ customerName: 'Bergmann', categoryName: 'Travel', note: 'On the train' }])
  expect(Math.round((entries[0]?.durationMs ?? 0) / MINUTE)).toBe(30)
})
