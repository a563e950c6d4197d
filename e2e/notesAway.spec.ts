// Notes typed while the program is away: kept, said, and sent when it is back (K13).
import { BROWSER_ONLY, expect, test } from './support/test.ts'

test(
  'K13 what is typed while the program is away is kept, said, and there when it is back',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    const { timerId } = await host.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
      at: Date.now() - 600_000,
      note: 'Before',
    })
    await page.goto('/')
    const card = page.getByRole('region', { name: 'Running now' })
    const notes = card.getByRole('textbox', { name: 'Notes' })
    await expect(card.getByText('Saved', { exact: true })).toBeVisible()
    await page.context().setOffline(true)
    await notes.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(', and while it was away')
    await expect(card.getByRole('status')).toHaveText(/Not saved yet: Daybook is not running/)
    await expect(card.getByRole('button', { name: 'Copy notes' })).toBeVisible()
    await page.context().setOffline(false)
    await expect(card.getByText('Saved', { exact: true })).toBeVisible()
    const state = await host.call('timer.state', {})
    expect(state.timers).toMatchObject([{ id: timerId, note: 'Before, and while it was away' }])
    await page.getByRole('banner').getByRole('button', { name: 'Stop work' }).click()
    await expect(page.getByRole('dialog', { name: 'Note' }).getByRole('textbox')).toHaveValue(
      'Before, and while it was away',
    )
  },
)

test('32 the running card pauses, switches, corrects its start and discards', async ({
  page,
  host,
  firm,
}) => {
  await host.call('timer.start', {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    at: Date.now() - 600_000,
    note: 'Kept as a draft',
  })
  await page.goto('/')
  const card = page.getByRole('region', { name: 'Running now' })
  await card.getByRole('button', { name: 'Pause' }).click()
  await card.getByRole('button', { name: 'Resume' }).click()
  await card.getByRole('button', { name: /^Change the start/ }).click()
  await expect(page.getByRole('dialog').getByLabel('Start Time: time')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card.getByRole('button', { name: /^Change the start/ })).toBeFocused()
  await card.getByRole('button', { name: 'Discard' }).click()
  await expect(card).toBeHidden()
  expect((await host.call('timer.state', {})).timers).toEqual([])
  expect(await host.call('draft.list', {})).toMatchObject([{ note: 'Kept as a draft' }])
})

test(
  'K13 what is typed between a kill and the next start is saved there, and the page says where to go on',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    const { timerId } = await host.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
      at: Date.now() - 600_000,
      note: 'Before',
    })
    const prepared = page.waitForResponse('**/left-notes/key')
    await page.goto('/')
    await (await prepared).finished()
    const card = page.getByRole('region', { name: 'Running now' })
    await expect(card.getByText('Saved', { exact: true })).toBeVisible()
    await host.kill()
    await card.getByRole('textbox', { name: 'Notes' }).focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(', and while it was away')
    await expect(card.getByRole('status')).toHaveText(/Not saved yet: Daybook is not running/)
    await host.start()
    await expect(card.getByRole('status')).toHaveText(/Saved: Daybook is running again in another window/)
    expect((await host.call('timer.state', {})).timers).toMatchObject([
      { id: timerId, note: 'Before, and while it was away' },
    ])
    const next = await host.openAgain(await page.context().newPage())
    await next.getByRole('banner').getByRole('button', { name: 'Stop work' }).click()
    await expect(next.getByRole('dialog', { name: 'Note' }).getByRole('textbox')).toHaveValue(
      'Before, and while it was away',
    )
  },
)
