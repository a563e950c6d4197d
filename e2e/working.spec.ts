// Who works now on its own page, in a real browser: reached from the diary and the palette, and live (B44).
import { expect, test } from './support/test.ts'

test('B44 the page of who works now follows a colleague’s timer as it starts and stops', async ({
  page,
  host,
  firm,
}, info) => {
  const on = { customerId: firm.customerId, categoryId: firm.categoryIds['Support'] ?? null }
  const { userId } = await host.call('user.add', { name: 'Ben Okafor', role: 'manager' })
  await page.goto('/#/diary')
  await page.getByRole('link', { name: 'Working now' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Working now', level: 1 })).toBeVisible()
  await expect(page.getByText('Nobody is working right now.')).toBeVisible()
  await host.call('session.switchUser', { userId })
  const { timerId } = await host.call('timer.start', {
    ...on,
    at: (await host.call('app.state', {})).now - 65 * 60_000,
  })
  const row = page.getByRole('row', { name: /Ben Okafor/ })
  await expect(row).toContainText('Acme · Support')
  await expect(row).toContainText('running')
  await expect(row).toContainText('1:05')
  await page.screenshot({ path: info.outputPath('working.png') })
  await host.call('timer.pause', { timerId })
  await expect(row).toContainText('paused')
  await host.call('timer.stop', { timerId, dialog: false })
  await expect(page.getByText('Nobody is working right now.')).toBeVisible()
})
