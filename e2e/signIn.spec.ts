// The server's own pages in a real browser: signing in by keys, light and dark, in each language, and out again.
import { expect, test } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { axeOf } from './support/axe.ts'
import { firmOf, PASSWORD } from '../server/testing/firm.ts'
import type { World } from '../server/testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from '../server/testing/teamServer.ts'
import { LANGUAGES } from '../shared/base/languages.ts'

test.skip(NO_POSTGRES !== null, NO_POSTGRES ?? '')

let world: World
test.beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
test.afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

test('@browser H4 somebody signs in by keys, sees as whom, and signs out', async ({ page }) => {
  const { server } = await firmOf(world)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(`${server.url}/account`)
  await expect(page).toHaveTitle('Sign in – Daybook')
  await page.keyboard.type('ana@example.com')
  await page.keyboard.press('Tab')
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  const alert = page.getByRole('alert')
  await expect(alert).toHaveText('E-mail address or password is wrong.')
  await expect(alert).toBeFocused()
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.getByLabel('Password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'My sign-in' })).toBeVisible()
  await expect(page.getByText('Signed in as ana@example.com')).toBeVisible()
  expect((await axeOf(page).analyze()).violations).toEqual([])
  // Another page's script could read it neither.
  expect(await page.evaluate(() => document.cookie)).toBe('')
  // Who comes by a link of another site is known all the same.
  await page.goto('data:text/html,<title>elsewhere</title>')
  await page.goto(`${server.url}/sign-in?next=/account`)
  await expect(page.getByRole('heading', { name: 'My sign-in' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveTitle('Sign in – Daybook')
  await page.goto(`${server.url}/account`)
  await expect(page).toHaveTitle('Sign in – Daybook')
  expect(problems).toEqual([])
})

test('@browser H4 somebody sets up a second factor on their page, and comes in by it and by a recovery code', async ({
  page,
}) => {
  const { server } = await firmOf(world)
  let password = PASSWORD
  const signIn = async () => {
    await page.getByLabel('E-mail address').fill('ana@example.com')
    await page.getByLabel('Password').fill(password)
    await page.keyboard.press('Enter')
  }
  await page.goto(`${server.url}/sign-in?next=/account`)
  await signIn()
  await page.getByLabel('Your password so far').fill(PASSWORD)
  await page.getByLabel('New password, at least 10 characters').fill(`${password} again`)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('The password is changed. Other browsers are signed out.')).toBeFocused()
  password = `${PASSWORD} again`
  await page.getByRole('button', { name: 'Set up…' }).click()
  await expect(page.getByRole('img', { name: /Picture for the authenticator/ })).toBeVisible()
  await expect(page.locator('code')).toHaveText(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  const key = (await page.locator('code').textContent()) ?? ''
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.locator('#set').getByLabel('Password').fill(password)
  const code = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate()
  await page.getByLabel('Code of your second factor').fill(code)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible()
  const recovery = (await page.getByRole('listitem').first().textContent()) ?? ''
  expect((await axeOf(page).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('Recovery codes left: 10')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveTitle('Sign in – Daybook')
  await page.goto(`${server.url}/sign-in?next=/account`)
  await signIn()
  await expect(page.getByLabel('Code of your second factor')).toBeFocused()
  await page.keyboard.type(recovery)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Recovery codes left: 9')).toBeVisible()
})

test('@browser H4 who is quicker than the page’s scripts is signed in all the same, and sends no password by another way', async ({
  page,
}) => {
  const { server } = await firmOf(world)
  const asked: string[] = []
  page.on('request', (request) => void asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/web/ask.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${server.url}/sign-in?next=/account`, { waitUntil: 'commit' })
  await page.getByLabel('E-mail address').fill('ana@example.com')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  letGo()
  await expect(page.getByText('Signed in as ana@example.com')).toBeVisible()
  expect(asked.filter((one) => one.startsWith('POST'))).toEqual(['POST /web/sign-in'])
})

for (const locale of LANGUAGES)
  test(`@browser H4 J17 K18 the page is in the browser’s language, light and dark, and small: ${locale}`, async ({
    browser,
  }) => {
    const server = await world.server(await world.newDatabase())
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        locale,
        colorScheme,
        viewport: { width: 320, height: 480 },
      })
      const page = await context.newPage()
      await page.goto(`${server.url}/sign-in`)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr')
      expect((await axeOf(page).analyze()).violations).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(320)
      await context.close()
    }
  })
