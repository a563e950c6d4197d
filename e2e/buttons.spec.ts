// The bar of buttons that each user arranges (A4), by keys and by mouse.
import { expect, test } from './support/test.ts'

test('A4 buttons are moved with keys and the mouse, taken off and added; they are there after a reload and on Today', async ({
  page,
  host,
  firm,
}) => {
  await page.goto('/#/calendar')
  const bar = page.getByRole('toolbar', { name: 'Buttons' })
  const names = () =>
    bar.getByRole('button').evaluateAll((all) => all.map((each) => each.textContent).filter(Boolean))
  await expect(bar.getByRole('button', { name: 'New entry' })).toBeVisible()
  await bar.getByRole('button', { name: 'Arrange the buttons' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Arrange the buttons' })
  const handle = (name: string) => dialog.getByRole('button', { name: `Move ${name}`, exact: true })
  await handle('Start the timer').focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(/Start the timer (picked up,|is now) 1 of 5/)).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('Start the timer is now 2 of 5.')).toBeAttached()
  await page.keyboard.press('Space')
  await expect(page.getByText('Start the timer put down, 2 of 5.')).toBeAttached()
  const acts = async () =>
    (await host.call('app.state', {})).currentUser?.buttons?.map(({ act }) => act).join(' ')
  await expect.poll(acts).toBe('pause start stop startLast newEntry')

  const from = await handle('New entry').boundingBox()
  const to = await handle('Pause the timer').boundingBox()
  if (from === null || to === null) throw new Error('not drawn')
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, from.y - 30, { steps: 5 })
  await page.mouse.move(to.x + 8, to.y + 2, { steps: 8 })
  await page.mouse.up()
  await expect.poll(acts).toBe('newEntry pause start stop startLast')
  await dialog.getByRole('button', { name: 'Remove Stop the timer' }).press('Enter')
  await expect.poll(acts).toBe('newEntry pause start startLast')

  const favourite = dialog.getByRole('group', { name: 'Favourite' })
  await favourite.getByRole('combobox').first().focus()
  await page.keyboard.type('Acm')
  await expect(page.getByRole('option', { name: 'Acme' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Trav')
  await expect(page.getByRole('option', { name: 'Travel' })).toBeVisible()
  await page.keyboard.press('Enter')
  await favourite.getByRole('button', { name: 'Add favourite' }).press('Enter')
  await expect.poll(acts).toBe('newEntry pause start startLast favourite')
  await dialog.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(dialog).toBeHidden()
  const arranged = ['New entry', 'Pause the timer', 'Start the timer', 'Start the last one', 'Acme · Travel']
  await expect.poll(names).toEqual(arranged)
  await page.goto('/#/')
  await page.reload()
  await expect.poll(names).toEqual(arranged)
  await bar.getByRole('button', { name: 'Acme · Travel' }).press('Enter')
  await expect(page.getByRole('banner').getByRole('button', { name: 'Stop work' })).toBeVisible()
  expect((await host.call('timer.state', {})).timers).toMatchObject([
    { customerId: firm.customerId, categoryId: firm.categoryIds['Travel'] },
  ])
})
