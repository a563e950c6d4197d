// Somebody who forgot their password: an administrator hands over a code, and a new one is chosen by keys on the server's page.
import { expect, test } from './support/test.ts'
import { axeOf } from './support/axe.ts'
import { PASSWORD } from '../server/testing/firm.ts'
import type { World } from '../server/testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from '../server/testing/teamServer.ts'

let world: World | null = null
test.beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
test.afterAll(async () => {
  await world?.close()
})

const NEW = 'another long enough one'

test('H4 a forgotten password: a code from the window, a new one on the server’s page @browser', async ({
  page,
  host,
  firm,
  browser,
}) => {
  test.skip(NO_POSTGRES !== null, NO_POSTGRES ?? '')
  if (world === null) throw new Error('no world')
  expect(firm.userId).not.toBe('')
  const server = await world.server(await world.newDatabase())
  await host.call('team.create', { server: server.url, email: 'ana@example.com', password: PASSWORD })
  const { code: invitation } = await host.call('team.invite', {
    email: 'bo@example.com',
    role: 'employee',
    name: 'Bo',
  })
  const bo = await world.device()
  await bo.ok('team.join', {
    server: server.url,
    email: 'bo@example.com',
    password: PASSWORD,
    code: invitation,
  })

  await page.goto('/#/settings/team')
  const opener = page.getByRole('button', { name: 'A new password for Bo…' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const create = page.getByRole('dialog').getByRole('button', { name: 'Create a code' })
  // It takes nothing away, so it is not as red as what does.
  const colour = await create.evaluate((node) => getComputedStyle(node).getPropertyValue('--button-bg'))
  expect(colour).not.toContain('red')
  await create.click()
  const shown = page.getByRole('dialog', { name: 'Code for Bo' })
  await expect(shown.getByText(`${server.url}/new-password`)).toBeVisible()
  const code = (await shown.locator('pre').textContent()) ?? ''
  expect(code).toMatch(/^[A-Z0-9-]{35}$/)
  expect((await axeOf(page).include('[role=dialog]').analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(shown).toBeHidden()
  await expect(opener).toBeFocused()

  const context = await browser.newContext({ locale: 'en-GB' })
  const other = await context.newPage()
  await other.goto(`${server.url}/sign-in`)
  await other.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(other).toHaveTitle('A new password – Daybook')
  expect((await axeOf(other).analyze()).violations).toEqual([])
  const typed = async (...texts: string[]) => {
    for (const [index, text] of texts.entries()) {
      if (index > 0) await other.keyboard.press('Tab')
      await other.keyboard.type(text)
    }
    await other.keyboard.press('Enter')
  }
  await expect(other.getByLabel('E-mail address')).toBeFocused()
  await typed('bo@example.com', 'WRONG', NEW)
  await expect(other.getByRole('alert')).toContainText('That code does not hold')
  await other.getByLabel('Code from your administrator').fill(code)
  await other.keyboard.press('Enter')
  const done = other.getByRole('status')
  await expect(done).toHaveText('The password is changed. Sign in with it now.')
  await expect(done).toBeFocused()
  await other.getByRole('link', { name: 'To the sign-in' }).click()
  await expect(other).toHaveTitle('Sign in – Daybook')
  await expect(other.getByLabel('E-mail address')).toBeFocused()
  await typed('bo@example.com', NEW)
  await expect(other).toHaveURL(/\/app\//)
  await context.close()
})
