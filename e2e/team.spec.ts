// A team in the window, by keys: made of a firm, somebody invited, and a conflict solved side by side.
import { expect, test } from './support/test.ts'
import { openWire } from './support/wire.ts'
import { axeOf } from './support/axe.ts'
import type { Device, World } from '../server/testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from '../server/testing/teamServer.ts'

const PASSWORD = 'a long enough password'

let world: World | null = null
test.beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
test.afterAll(async () => world?.close())

test('H2 H3 H8 H10 H13 a firm becomes a team in the window, somebody joins, and a conflict is solved side by side', async ({
  page,
  host,
  firm,
}) => {
  test.skip(NO_POSTGRES !== null, NO_POSTGRES ?? '')
  test.setTimeout(300_000)
  if (world === null) throw new Error('no world')
  const server = await world.server(await world.newDatabase())
  // The window's own way to it.
  const wire = await openWire(server)

  await page.goto('/#/settings/team')
  const section = page.locator('[data-section=team]')
  await section.getByRole('button', { name: 'Create a team…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  expect((await axeOf(page).include('[role=dialog]').analyze()).violations).toEqual([])
  await page.keyboard.type('http://example.com')
  await page.keyboard.press('Tab')
  await page.keyboard.type('ana@example.com')
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/Without https everybody on the way could read along/)).toBeVisible()
  await dialog.getByLabel('Server address').fill(wire.url)
  await dialog.getByLabel('E-mail address').focus()
  await page.keyboard.press('Enter')
  await expect(section.getByText(`Ana Weber at ${wire.url}`)).toBeVisible()
  await expect(section.getByText('Everything is sent.')).toBeVisible()

  await section.getByRole('button', { name: 'Invite…' }).focus()
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Name').fill('Bo')
  await dialog.getByLabel('E-mail address').fill('bo@example.com')
  await dialog.getByLabel('Role').click()
  await page.getByRole('option', { name: 'Manager' }).click()
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  const code = (await dialog.locator('pre').textContent()) ?? ''
  expect(code).toMatch(/^(?:[A-Z0-9]{8}-){3}[A-Z0-9]{8}$/)
  expect((await axeOf(page).include('[role=dialog]').analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(section.getByRole('row', { name: /Bo bo@example.com Manager invited until/ })).toBeVisible()

  const bo: Device = await world.device()
  await bo.ok('team.join', { server: server.url, email: 'bo@example.com', password: PASSWORD, code })
  // What Bo does is seen here by itself.
  const { customerId } = await bo.ok('customer.add', { name: 'Of Bo' })
  await bo.ok('team.sync', {})
  await expect(async () => expect(await host.call('customer.get', { customerId })).toBeTruthy()).toPass()

  await bo.ok('customer.edit', { customerId, name: 'Bo was slower' })
  await host.call('customer.edit', { customerId, name: 'Ana was first' })
  await expect(async () => expect((await host.call('team.status', {})).waiting).toBe(0)).toPass()
  await bo.ok('team.sync', {})
  expect((await bo.ok('team.status', {})).attention).toBe(1)

  // The other way round it is the window that has to choose.
  await bo.ok('attention.retry', { attentionId: (await bo.ok('attention.list', {}))[0]?.id ?? '' })
  await wire.cut()
  await host.call('customer.edit', { customerId, name: 'Ana again' })
  await bo.ok('team.sync', {})
  await wire.mend()
  await host.call('team.sync', {})
  await page.getByRole('link', { name: /Needs attention/ }).click()
  const item = page.getByRole('listitem').filter({ hasText: 'Ana again' })
  await expect(item.getByRole('alert')).toHaveText(
    'Somebody else changed the same in the meantime. See what holds now, and choose.',
  )
  await expect(item.getByRole('row', { name: /Name Ana was first Ana again Bo was slower/ })).toBeVisible()
  expect((await axeOf(page).include('main').analyze()).violations).toEqual([])
  await item.getByRole('button', { name: /^Keep what holds now/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing needs attention')).toBeVisible()

  await page.goto('/#/settings/team')
  await section.getByRole('button', { name: /^Shut out .* of Bo/ }).click()
  await dialog.getByRole('button', { name: 'Shut out', exact: true }).click()
  await expect(section.getByText('shut out', { exact: true })).toBeVisible()
  expect(await bo.refused('team.sync', {})).toMatchObject({ code: 'team.revoked' })
  expect(firm.userId).not.toBe('')

  // What the server alone knows is asked for again by itself once it answers.
  await wire.cut()
  await page.getByRole('link', { name: 'Today' }).click()
  await expect(section).toBeHidden()
  await page.goto('/#/settings/team')
  const silent = section.getByText(/^The team’s server does not answer, and this cannot be done without it/)
  await expect(silent).toHaveCount(3)
  await wire.mend()
  await expect(silent).toHaveCount(0)
  await wire.cut()
  await server.close()
})
