// What an employee is shown of others, in a real browser: their own time, called so, until the organisation says otherwise (F10).
import type { Firm, Host } from './support/test.ts'
import { expect, test } from './support/test.ts'

/** Ana and Ben each have an hour or two on Acme and its project; Ben, an employee, sits at the computer. */
async function bothWorked(host: Host, firm: Firm): Promise<void> {
  const { projectId } = await host.call('project.add', {
    customerId: firm.customerId,
    name: 'Roof',
    budgetMinutes: 600,
  })
  const { now } = await host.call('timer.state', {})
  const startAt = Math.floor(now / 60_000) * 60_000 - 30 * 3_600_000
  const work = {
    customerId: firm.customerId,
    categoryId: firm.categoryIds['Support'] ?? null,
    projectId,
    startAt,
  }
  await host.call('entry.add', { ...work, endAt: startAt + 2 * 3_600_000, note: 'Done by Ana' })
  const { userId } = await host.call('user.add', { name: 'Ben Okafor', role: 'employee' })
  await host.call('entry.add', { ...work, userId, endAt: startAt + 3_600_000, note: 'Done by Ben' })
  await host.call('session.switchUser', { userId })
}

test('F10 an employee sees their own time, called so; the setting shows that of colleagues', async ({
  page,
  host,
  firm,
}, info) => {
  await bothWorked(host, firm)
  await page.goto(`/#/customers/${firm.customerId}`)
  await expect(page.getByText('Only your own time is shown.')).toBeVisible()
  await expect(page.getByText('Your Time')).toBeVisible()
  await expect(page.getByText('Done by Ben')).toBeVisible()
  await expect(page.getByText('Done by Ana')).toBeHidden()
  await page.screenshot({ path: info.outputPath('own-time.png') })
  await page.getByRole('tab', { name: 'Projects' }).click()
  await expect(page.getByRole('columnheader', { name: 'Your time' })).toBeVisible()
  await expect(page.getByText('Budget 10:00')).toBeVisible()
  await page.screenshot({ path: info.outputPath('own-projects.png') })
  await page.getByRole('tab', { name: 'Journal' }).click()
  await expect(page.getByText('Only the lines of your own sessions are shown.')).toBeVisible()
  await page.screenshot({ path: info.outputPath('own-journal.png') })
  await page.goto('/#/customers')
  await expect(page.getByRole('columnheader', { name: 'Your time' })).toBeVisible()

  await host.call('session.switchUser', { userId: firm.userId })
  await page.goto('/#/settings')
  const setting = page.getByRole('switch', { name: 'Employees see each other’s time' })
  await setting.focus()
  await page.keyboard.press('Space')
  await expect(setting).toBeChecked()
  await setting.scrollIntoViewIfNeeded()
  await page.screenshot({ path: info.outputPath('setting.png') })
  const ben = (await host.call('user.list', {})).find(({ name }) => name === 'Ben Okafor')?.id ?? ''
  await host.call('session.switchUser', { userId: ben })
  await page.goto(`/#/customers/${firm.customerId}`)
  await expect(page.getByText('Done by Ana')).toBeVisible()
  await expect(page.getByText('Total Time')).toBeVisible()
  await expect(page.getByText('Only your own time is shown.')).toBeHidden()
})
