// A device joins by a browser: the code in one window, the server's page in another.
import { expect, test } from './support/test.ts'
import { axeOf } from './support/axe.ts'
import { firmOf, PASSWORD } from '../server/testing/firm.ts'
import type { World } from '../server/testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from '../server/testing/teamServer.ts'

let world: World | null = null
test.beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
test.afterAll(async () => world?.close())

test('H4 a device joins by signing in with a browser and confirming the code that it shows @browser', async ({
  page,
  host,
  browser,
}) => {
  test.skip(NO_POSTGRES !== null, NO_POSTGRES ?? '')
  if (world === null) throw new Error('no world')
  expect(host.dataDir).not.toBe('')
  const { server } = await firmOf(world)
  await page.goto('/')
  await page.getByRole('button', { name: 'Join a team…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Sign in with a browser…' }).click()
  await expect(dialog.getByLabel('Server address')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('Server address').fill(server.url)
  await dialog.getByRole('button', { name: 'Sign in with a browser…' }).click()
  await expect(dialog.getByText('Waiting for the browser…')).toBeVisible()
  expect((await axeOf(page).include('[role=dialog]').analyze()).violations).toEqual([])
  const code = (await dialog.locator('pre').textContent()) ?? ''
  const link = await dialog.getByRole('link', { name: 'Open the page' }).getAttribute('href')

  const context = await browser.newContext({ locale: 'en-GB' })
  const other = await context.newPage()
  await other.goto(link ?? '')
  await other.getByLabel('E-mail address').fill('ana@example.com')
  await other.getByLabel('Password').fill(PASSWORD)
  await other.keyboard.press('Enter')
  await expect(other).toHaveTitle('Let a device in – Daybook')
  await expect(other.getByLabel('Code that the device shows')).toHaveValue(code.replace('-', ''))
  await other.keyboard.press('Enter')
  await expect(other.getByText(/Allow it only if you have just started this/)).toBeVisible()
  expect((await axeOf(other).analyze()).violations).toEqual([])
  await other.getByRole('button', { name: 'Allow', exact: true }).click()
  await expect(other.getByText('The device is let in. You can close this page.')).toBeVisible()
  await context.close()
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()
})
