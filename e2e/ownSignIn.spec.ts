// The firm's own sign-in in a real browser: to the provider, which is another site, and back into the session; and demanded in the window.
import { expect, test } from './support/test.ts'
import { axeOf } from './support/axe.ts'
import { PASSWORD } from '../server/testing/firm.ts'
import type { Provider } from '../server/testing/provider.ts'
import { openProvider } from '../server/testing/provider.ts'
import type { World } from '../server/testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from '../server/testing/teamServer.ts'

let world: World | null = null
let provider: Provider
test.beforeAll(async () => {
  provider = await openProvider()
  if (NO_POSTGRES === null) world = await openWorld()
})
test.afterAll(async () => {
  await provider.stop()
  await world?.close()
})

test('H4 somebody signs in by the firm’s own provider, and the firm demands it of everybody @browser', async ({
  page,
  host,
  firm,
  browser,
}) => {
  test.skip(NO_POSTGRES !== null, NO_POSTGRES ?? '')
  if (world === null) throw new Error('no world')
  expect(firm.userId).not.toBe('')
  const server = await world.server(await world.newDatabase(), { oidc: provider.config })
  await host.call('team.create', { server: server.url, email: 'ana@example.com', password: PASSWORD })
  provider.says({ sub: 'ana', email: 'ana@example.com', email_verified: true })
  const context = await browser.newContext({ locale: 'en-GB' })
  const other = await context.newPage()
  // Another site than the provider's, so that cookies are kept back as they are in earnest.
  await other.goto(`${server.url.replace('127.0.0.1', 'localhost')}/sign-in?next=/account`)
  expect((await axeOf(other).analyze()).violations).toEqual([])
  await other.getByRole('link', { name: 'Sign in with Weber Login' }).click()
  await expect(other.getByText('Signed in as ana@example.com')).toBeVisible()
  expect(new URL(other.url()).search).toBe('')
  await context.close()

  await page.goto('/#/settings/team')
  const only = page.getByRole('switch', { name: 'Only Weber Login' })
  await only.click({ force: true })
  await expect(only).toBeChecked()
  const refused = await (
    await world.device()
  ).refused('team.join', {
    server: server.url,
    email: 'ana@example.com',
    password: PASSWORD,
  })
  expect(refused).toMatchObject({ code: 'team.oidcOnly' })
})
