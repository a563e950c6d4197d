// The second factor in the window: set up and demanded in the settings, and asked for by a device that joins.
import { Secret, TOTP } from 'otpauth'
import { expect, test } from './support/test.ts'
import { axeOf } from './support/axe.ts'
import { firmOf, joined, PASSWORD } from '../server/testing/firm.ts'
import type { World } from '../server/testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from '../server/testing/teamServer.ts'

let world: World | null = null
test.beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
test.afterAll(async () => world?.close())

const codeOf = (key: string): string =>
  new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate()

test('H4 somebody changes their password and sets up a second factor in the settings by keys, and demands it of everybody', async ({
  page,
  host,
  firm,
}) => {
  test.skip(NO_POSTGRES !== null, NO_POSTGRES ?? '')
  if (world === null) throw new Error('no world')
  expect(firm.userId).not.toBe('')
  const server = await world.server(await world.newDatabase())
  await host.call('team.create', { server: server.url, email: 'ana@example.com', password: PASSWORD })
  await page.goto('/#/settings/team')
  const section = page.locator('[data-section=team]')
  await section.getByRole('switch', { name: 'Demand a second factor' }).click({ force: true })
  await expect(section.getByText(/Set up a second factor of your own first/)).toBeVisible()

  await section.getByRole('button', { name: 'Change the password…' }).click()
  const change = page.getByRole('dialog')
  await change.getByLabel('Your password so far').first().fill(PASSWORD)
  await change.getByLabel('New password').first().fill('short')
  await page.keyboard.press('Enter')
  await expect(change.getByText('At least 10 characters', { exact: true })).toBeVisible()
  await change.getByLabel('New password').first().fill(`${PASSWORD} again`)
  expect((await axeOf(page).include('[role=dialog]').analyze()).violations).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByText('The password is changed.')).toBeVisible()
  await host.call('team.changePassword', { password: `${PASSWORD} again`, newPassword: PASSWORD })

  await section.getByRole('button', { name: 'Set up a second factor…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  const field = dialog.getByLabel('Code of your second factor')
  await expect(field).toBeFocused()
  expect((await axeOf(page).include('[role=dialog]').analyze()).violations).toEqual([])
  const code = codeOf((await dialog.locator('code').textContent()) ?? '')
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('E-mail address or password is wrong.')).toBeVisible()
  await dialog.getByLabel('Password').first().fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible()
  await expect(dialog.locator('pre')).toHaveText(/^(?:[A-Z0-9-]{19}\s?){10}$/)
  expect((await axeOf(page).include('[role=dialog]').analyze()).violations).toEqual([])
  // What is shown once does not go by a key that was pressed by chance.
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'I have kept them' }).last().click()
  await expect(section.getByText(/Second factor on since/)).toBeVisible()
  await section.getByRole('switch', { name: 'Demand a second factor' }).click({ force: true })
  await expect(section.getByRole('switch', { name: 'Demand a second factor' })).toBeChecked()
  await expect(section.getByRole('button', { name: /Turn the second factor off/ })).toHaveCount(0)
  await section.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(section.getByRole('row', { name: /Second factor demanded of everybody/ })).toBeVisible()
  expect((await axeOf(page).include('[data-section=team]').analyze()).violations).toEqual([])
})

test('H4 a device that joins is asked for the second factor that the firm demands, and its recovery codes stay on the screen', async ({
  page,
  host,
}) => {
  test.skip(NO_POSTGRES !== null, NO_POSTGRES ?? '')
  if (world === null) throw new Error('no world')
  expect(host.dataDir).not.toBe('')
  const firm = await firmOf(world)
  const bo = await joined(world, firm, 'Bo')
  const { secret } = await firm.ana.ok('team.drawFactor', {})
  await firm.ana.ok('team.setFactor', {
    password: PASSWORD,
    newFactor: { secret, code: codeOf(secret) },
  })
  await firm.ana.ok('team.setRules', { secondFactor: true })
  await page.goto('/')
  await page.getByRole('button', { name: 'Join a team…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Server address').fill(firm.server.url)
  await dialog.getByLabel('E-mail address').fill(bo.email)
  await dialog.getByLabel('Password').first().fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('This firm demands a second factor. Set one up now.')).toBeVisible()
  await expect(dialog.getByRole('img', { name: /Picture for the authenticator/ })).toBeVisible()
  const key = (await dialog.locator('code').textContent()) ?? ''
  await dialog.getByLabel('Code of your second factor').fill(codeOf(key))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible()
  // The screens behind have changed meanwhile.
  await page.getByRole('button', { name: 'I have kept them' }).last().click()
  await expect(page.getByRole('button', { name: 'Start Work' })).toBeVisible()
})
