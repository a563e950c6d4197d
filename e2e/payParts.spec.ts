// A contract's steps of extra hours and supplements, by keys, and the salary that says them (B47, G7).
import { addDays, weekdayOf } from '../shared/base/localDate.ts'
import { axeOf } from './support/axe.ts'
import { expect, test } from './support/test.ts'

test.describe.configure({ timeout: 180_000 })

test('B47 G7 extra hours in steps and a supplement are typed, saved, and explained', async ({
  page,
  host,
  firm,
}, info) => {
  const { today } = await host.call('app.state', {})
  // A working day of the past, with a night.
  let date = addDays(today, -1)
  while (weekdayOf(date) > 5) date = addDays(date, -1)
  await page.goto('/#/settings/users')
  await page
    .getByRole('button', { name: /Ana Weber/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Set the contract' }).press('Enter')
  await page.getByRole('textbox', { name: 'Valid from' }).fill(addDays(date, -7))
  await page.keyboard.press('Tab')
  await page.getByRole('textbox', { name: 'Wage per hour' }).fill('20')
  const steps = page.getByRole('group', { name: 'Extra hours in steps' })
  await steps.getByRole('button', { name: 'Add a step' }).press('Enter')
  await steps.getByRole('button', { name: 'Add a step' }).press('Enter')
  await expect(steps.getByRole('textbox', { name: 'The first' })).toHaveValue('2:00')
  await steps.getByRole('textbox', { name: 'Percent' }).first().fill('130')
  const supplements = page.getByRole('group', { name: 'Supplements by time of day' })
  await supplements.getByRole('button', { name: 'Add a supplement' }).press('Enter')
  await supplements.getByRole('textbox', { name: 'From' }).fill('20:00')
  await page.keyboard.press('Tab')
  await supplements.scrollIntoViewIfNeeded()
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.screenshot({ path: info.outputPath('contract.png') })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/extra hours at 130%, 150%/)).toBeVisible()
  const { employments } = await host.call('user.get', { userId: firm.userId })
  expect(employments[0]).toMatchObject({
    extraSteps: [
      { minutes: 120, percent: 130 },
      { minutes: null, percent: 150 },
    ],
    supplements: [{ on: 'every', fromMinute: 1_200, toMinute: 360, percent: 25 }],
  })
  await page.screenshot({ path: info.outputPath('version.png') })
})
