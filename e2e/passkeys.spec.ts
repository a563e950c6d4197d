// Passkeys in a real browser, with the authenticator that Chromium plays: added, used, renamed, removed; and what must not let in.
import { expect, test } from '@playwright/test'
import type { CDPSession, Page } from '@playwright/test'
import { axeOf } from './support/axe.ts'
import { CHALLENGE_MS, FRESH_MS } from '../server/passkeys.ts'
import { firmOf, joined, PASSWORD, shiftedClock } from '../server/testing/firm.ts'
import type { World } from '../server/testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from '../server/testing/teamServer.ts'
import { webBrowser } from '../server/testing/webBrowser.ts'
import { realClock } from '../core/node/nodePorts.ts'

test.skip(NO_POSTGRES !== null, NO_POSTGRES ?? '')

let world: World
test.beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
test.afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

/** Browsers know passkeys for names only. */
const named = (url: string): string => url.replace('127.0.0.1', 'localhost')

type Authenticator = { cdp: CDPSession; authenticatorId: string }

async function authenticator(page: Page): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, authenticatorId }
}

async function signIn(page: Page, email = 'ana@example.com'): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible()
}

async function add(page: Page, name: string): Promise<void> {
  await page.locator('#passkey-name').fill(name)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.locator('form.passkey').last().getByLabel('Name')).toHaveValue(name)
}

test('@browser H4 a passkey is added, signs in as both factors, is renamed and removed', async ({ page }) => {
  const { server, ana } = await firmOf(world)
  const url = named(server.url)
  await authenticator(page)
  await page.goto(`${url}/sign-in?next=/account`)
  await signIn(page)
  await add(page, 'Laptop')
  expect((await axeOf(page).analyze()).violations).toEqual([])
  const rows = await server.database.all('SELECT public_key FROM passkey')
  expect(rows).toHaveLength(1)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveTitle('Sign in – Daybook')
  await page.goto(`${url}/sign-in?next=/account`)
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByText('Signed in as ana@example.com')).toBeVisible()
  expect(await server.database.all('SELECT method FROM web_session')).toEqual([{ method: 'passkey' }])
  const mine = page.locator('form.passkey')
  await mine.getByLabel('Name').fill('Old laptop')
  await mine.getByRole('button', { name: 'Rename' }).click()
  await expect.poll(() => server.database.all('SELECT name FROM passkey')).toEqual([{ name: 'Old laptop' }])
  await mine.getByRole('button', { name: 'Remove' }).click()
  await expect(mine).toHaveCount(0)
  const history = await ana.ok('team.signInHistory', {})
  expect(history.map(({ what }) => what)).toEqual(['passkeyRemoved', 'passkeyAdded'])
  // The computer still has its half; it opens nothing any more.
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('alert')).toHaveText(
    'This passkey does not sign you in here. Sign in another way.',
  )
})

test('@browser H4 what a passkey has signed is good once, in time, and only with who holds it checked', async ({
  page,
}) => {
  const { clock, pass } = shiftedClock(realClock)
  const { server } = await firmOf(world, { clock })
  const url = named(server.url)
  const { cdp, authenticatorId } = await authenticator(page)
  await page.goto(`${url}/sign-in?next=/account`)
  await signIn(page)
  await add(page, 'Laptop')
  const sent = page.waitForRequest(`${url}/web/passkey/sign-in`)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveTitle('Sign in – Daybook')
  await page.goto(`${url}/sign-in?next=/account`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByText('Signed in as')).toBeVisible()
  const stolen = (await sent).postDataJSON() as unknown
  const other = webBrowser(url)
  expect((await other.post('/web/passkey/sign-in', stolen)).status).toBe(401)
  expect(other.cookies.size).toBe(0)

  /** Signs as a page of an attacker’s making would have it signed, and hands that in. */
  const signed = async (verification: 'required' | 'discouraged', wait = 0) => {
    const response: unknown = await page.evaluate(async (userVerification) => {
      const asked = await fetch('/web/passkey/options', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
      const options = (await asked.json()) as { challenge: string; rpId: string }
      const got = await navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON({ ...options, userVerification }),
      })
      return (got as PublicKeyCredential).toJSON() as unknown
    }, verification)
    pass(wait)
    return { response, status: (await other.post('/web/passkey/sign-in', { response })).status }
  }
  expect((await signed('required')).status).toBe(200)
  expect((await signed('required', CHALLENGE_MS)).status).toBe(401)
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  expect((await signed('discouraged')).status).toBe(401)
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  // A copy of the key counts on from where it was copied.
  await server.database.all('UPDATE passkey SET counter = 1000000')
  expect((await signed('required')).status).toBe(401)
  await server.database.all('UPDATE passkey SET counter = 0')
  // Signed for our name by a page that is none of ours.
  const { response } = await signed('required')
  const asked = (await other.post('/web/passkey/options')).body as { challenge: string }
  const forged = structuredClone(response) as { response: { clientDataJSON: string } }
  const data = JSON.parse(Buffer.from(forged.response.clientDataJSON, 'base64url').toString()) as object
  forged.response.clientDataJSON = Buffer.from(
    JSON.stringify({ ...data, challenge: asked.challenge, origin: 'https://evil.example' }),
  ).toString('base64url')
  expect((await other.post('/web/passkey/sign-in', { response: forged })).status).toBe(401)
  expect((await other.post('/web/passkey/sign-in', { response: { id: 'x', response: {} } })).status).toBe(401)
})

test('@browser H4 only who has just signed in adds or removes one, each their own; and an administrator’s reset takes them', async ({
  page,
}) => {
  const { clock, pass } = shiftedClock(realClock)
  const firm = await firmOf(world, { clock })
  const bo = await joined(world, firm, 'Bo')
  const url = named(firm.server.url)
  await authenticator(page)
  await page.goto(`${url}/sign-in?next=/account`)
  await signIn(page, bo.email)
  pass(FRESH_MS)
  await page.locator('#passkey-name').fill('Laptop')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page).toHaveTitle('Sign in – Daybook')
  await signIn(page, bo.email)
  await add(page, 'Laptop')
  const [row] = await firm.server.database.all<{ id: string }>('SELECT id FROM passkey')
  const ana = webBrowser(url)
  await ana.signIn('ana@example.com', PASSWORD)
  expect((await ana.post('/web/passkeys/remove', { id: row?.id })).status).toBe(404)
  expect((await ana.post('/web/passkeys/rename', { id: row?.id, name: 'Mine' })).status).toBe(404)
  expect((await ana.post('/web/passkeys/options', {}, { 'daybook-csrf': undefined })).status).toBe(403)
  await firm.ana.ok('team.resetFactor', { userId: bo.userId })
  expect(await firm.server.database.all('SELECT id FROM passkey')).toEqual([])
  await page.reload()
  await expect(page).toHaveTitle('Sign in – Daybook')
})

test('@browser H4 where there is no passkey the page says so and stays usable; at an address of numbers none is offered', async ({
  page,
}) => {
  const { server } = await firmOf(world)
  await authenticator(page)
  await page.goto(`${named(server.url)}/sign-in?next=/account`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('alert')).toHaveText(/The passkey was not used/)
  await signIn(page)
  await page.goto(`${server.url}/sign-in?next=/account`)
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toHaveCount(0)
})
