// A period is closed over a running timer on purpose; what it counted there waits, and is booked by keys (G8, C2).
import { addDays } from '../shared/base/localDate.ts'
import { instantsAtWall } from '../shared/base/zoneOffset.ts'
import { axeOf } from './support/axe.ts'
import { expect, test } from './support/test.ts'

test.describe.configure({ timeout: 180_000 })

test('G8 C2 closing over a timer, stopping it, and booking what waits', async ({
  page,
  host,
  firm,
}, info) => {
  const { today } = await host.call('app.state', {})
  const { timerId } = await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: Object.values(firm.categoryIds)[0] ?? null,
    at: Date.now() - 23 * 3_600_000,
  })
  const yesterday = addDays(today, -1)
  await page.goto(`/#/diary/${yesterday.slice(0, 7)}`)
  await page.getByRole('button', { name: 'More for this month' }).click()
  await page.getByRole('menuitem', { name: 'Close period…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Close period' })
  await dialog.getByRole('textbox', { name: /Close through/ }).fill(yesterday)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('alert')).toContainText('waits as exceptions')
  await dialog.getByRole('checkbox', { name: /^Close all the same/ }).press('Space')
  await page.screenshot({ path: info.outputPath('close.png') })
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await host.call('timer.stop', { timerId })
  await expect(page.getByText('1 session falls into the closed period')).toBeVisible()
  await page.getByRole('link', { name: 'Open exceptions' }).press('Enter')
  const book = page.getByRole('button', { name: /^Book Ana Weber/ })
  await expect(book).toBeVisible()
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.screenshot({ path: info.outputPath('exceptions.png') })
  await page.getByRole('button', { name: /^Drop Ana Weber/ }).press('Enter')
  const drop = page.getByRole('dialog', { name: 'Drop the exception' })
  await expect(drop.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(drop.getByText(/^Enter the reason/)).toBeVisible()
  await page.keyboard.press('Escape')
  await book.press('Enter')
  const dialogOfBook = page.getByRole('dialog', { name: 'Book into the open period' })
  await expect(dialogOfBook).toBeVisible()
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(dialogOfBook).toBeHidden()
  await expect(page.getByText('No exceptions')).toBeVisible()
  const { entries } = await host.call('diary.day', { userId: firm.userId, date: today })
  expect(entries.length).toBe(2)
})

test('G8 what is said of a stop over the cut is the part that waits, and a start on another day names it', async ({
  page,
  host,
  firm,
}) => {
  const { today, organisation } = await host.call('app.state', {})
  const yesterday = addDays(today, -1)
  const [from] = instantsAtWall(Date.parse(`${yesterday}T22:00:00Z`), organisation?.zone ?? 'UTC')
  await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: Object.values(firm.categoryIds)[0] ?? null,
    at: from,
  })
  await host.call('period.close', { through: yesterday, overTimers: true })
  await page.goto('/')
  const day = new Date(`${yesterday}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
  })
  await expect(page.getByRole('main').getByText(new RegExp(`^since ${day}.* 22:00$`))).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Stop work' }).press('Enter')
  await expect(page.getByTestId('stop-sentence')).toContainText(new RegExp(`${day} .*22:00 –`))
  await page.keyboard.press('Control+Enter')
  await expect(
    page.getByText('The period is closed: 2 h now waits for a manager as an exception.'),
  ).toBeVisible()
  await host.call('period.close', { through: null, reason: 'Closed too early' })
  await page.goto('/#/diary/exceptions')
  await expect(page.getByText(/in a period that was closed and is open again/)).toBeVisible()
})

test('C1 what is odd in days long past is named with its year', async ({ page, host, firm }) => {
  const { today, organisation } = await host.call('app.state', {})
  const first = `${Number(today.slice(0, 4)) - 2}-11-04`
  const [startAt = 0] = instantsAtWall(Date.parse(`${first}T10:00:00Z`), organisation?.zone ?? 'UTC')
  for (const endAt of [startAt + 3_600_000, startAt + 7_200_000])
    await host.call('entry.add', {
      customerId: firm.customerId,
      categoryId: Object.values(firm.categoryIds)[0] ?? null,
      startAt,
      endAt,
    })
  await page.goto(`/#/diary/${addDays(today, -1).slice(0, 7)}`)
  await page.getByRole('button', { name: 'More for this month' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Close period…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Close period' })
  await expect(dialog.getByText(`Open 4 Nov ${first.slice(0, 4)}`).first()).toBeVisible()
})
