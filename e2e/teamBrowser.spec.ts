// The screens from the server of a team, in a real browser: signing in, work that a device has afterwards, what an employee does not see, and
// signing out.
import { expect, test } from '@playwright/test'
import type { Page, WebSocketRoute } from '@playwright/test'
import { axeOf } from './support/axe.ts'
import { firmOf, joined, PASSWORD, paidHourly } from '../server/testing/firm.ts'
import type { World } from '../server/testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from '../server/testing/teamServer.ts'

test.skip(NO_POSTGRES !== null, NO_POSTGRES ?? '')
test.use({ locale: 'en-GB' })

let world: World
test.beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
test.afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

async function signIn(page: Page, url: string, email: string): Promise<void> {
  await page.goto(`${url}/app/`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${url}/app/`)
}

const problemsOf = (page: Page): string[] => {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) problems.push(message.text())
  })
  return problems
}

test('@browser H20 a timer is started and stopped with a note in a browser, and a device has the entry', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const firm = await firmOf(world)
  const problems = problemsOf(page)
  await signIn(page, firm.server.url, 'ana@example.com')
  const header = page.getByRole('banner')
  await expect(header.getByRole('button', { name: 'Signed in as Ana Weber' })).toBeVisible()
  expect((await axeOf(page).analyze()).violations).toEqual([])

  await header.getByRole('button', { name: 'Start Work' }).click()
  const modal = page.getByRole('dialog', { name: 'Customer Timer' })
  await expect(page.getByRole('option', { name: 'Acme' })).toBeVisible()
  for (const field of ['Customer Name', 'Category']) {
    await expect(modal.getByLabel(field)).toBeFocused()
    await page.keyboard.press('Enter')
  }
  await expect(modal.getByRole('button', { name: 'Submit' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(modal).toBeHidden()
  await expect(header.getByText('Entry Time')).toBeVisible()

  // Who works on what is on every device by then.
  await firm.ana.ok('team.sync', {})
  expect((await firm.ana.ok('timer.state', {})).timers).toMatchObject([
    { state: 'running', customerName: 'Acme' },
  ])

  await header.getByRole('button', { name: 'Stop work' }).click()
  const note = page.getByRole('dialog', { name: 'Note' })
  await expect(note.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('Called from a café')
  await page.keyboard.press('Control+Enter')
  await expect(note).toBeHidden()
  await expect(header.getByRole('button', { name: 'Start Work' })).toBeVisible()
  await firm.ana.ok('team.sync', {})
  const { entries } = await firm.ana.ok('diary.today', {})
  expect(entries).toMatchObject([{ note: 'Called from a café', customerName: 'Acme' }])

  // What a device sends is here by itself.
  await page.goto(`${firm.server.url}/app/#/customers`)
  await expect(page.getByRole('link', { name: 'Acme' })).toBeVisible()
  await firm.ana.ok('customer.add', { name: 'Globex' })
  await firm.ana.ok('team.sync', {})
  await expect(page.getByRole('link', { name: 'Globex' })).toBeVisible({ timeout: 3_000 })

  // What belongs to a device is not there.
  await page.goto(`${firm.server.url}/app/#/settings`)
  const sections = page.getByRole('navigation', { name: 'Sections' })
  await expect(sections.getByRole('link', { name: 'Organisation' })).toBeVisible()
  for (const section of ['Backups', 'Team', 'What works here', 'Import and export'])
    await expect(sections.getByRole('link', { name: section, exact: true })).toHaveCount(0)
  await expect(page.getByText('Kept for you by the team’s server')).toBeVisible()

  const asked = await page.request.post(`${firm.server.url}/app/api/customer.add`, {
    data: { name: 'Mallory' },
    headers: { origin: firm.server.url },
  })
  expect(asked.status()).toBe(403)

  await header.getByRole('button', { name: 'Signed in as Ana Weber' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveTitle('Sign in – Daybook')
  await page.goto(`${firm.server.url}/app/`)
  await expect(page).toHaveTitle('Sign in – Daybook')
  expect(problems).toEqual([])
})

test('@browser H20 H14 B44 an employee sees no wage and nobody’s time, and who is signed out elsewhere is told', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const firm = await firmOf(world)
  const eve = await joined(world, firm, 'Eve')
  const [acme] = (await firm.ana.ok('customer.list', {})).rows
  const [support] = await firm.ana.ok('category.list', {})
  await paidHourly(firm, 7777)
  const day = Math.floor(Date.now() / 86_400_000) * 86_400_000 - 86_400_000
  await firm.ana.ok('entry.add', {
    customerId: acme?.id ?? '',
    categoryId: support?.id ?? '',
    startAt: day + 8 * 3_600_000,
    endAt: day + 9 * 3_600_000,
    note: 'of Ana alone',
  })
  await firm.ana.ok('team.sync', {})
  const heard: string[] = []
  page.on('response', (response) => {
    if (response.url().includes('/app/api/'))
      void response.text().then(
        (text) => heard.push(text),
        () => undefined,
      )
  })
  await signIn(page, firm.server.url, eve.email)
  for (const path of ['diary', `customers/${acme?.id}`, 'reports', 'settings', 'working', 'search/Ana']) {
    await page.goto(`${firm.server.url}/app/#/${path}`)
    await page.reload({ waitUntil: 'networkidle' })
    await expect(page.getByRole('main')).toBeVisible()
  }
  expect(heard.length).toBeGreaterThan(10)
  for (const secret of ['7777', 'of Ana alone']) expect(heard.join('\n')).not.toContain(secret)

  await firm.server.database.all('DELETE FROM web_session')
  await expect(page.getByText('You are signed out. Sign in again to go on.').first()).toBeVisible()
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  await expect(page).toHaveTitle('Sign in – Daybook')
})

/** The line on which an open page hears of what others do. */
async function lineOf(page: Page): Promise<{ cut: (whether: boolean) => Promise<void> }> {
  const sockets: WebSocketRoute[] = []
  let isCut = false
  await page.routeWebSocket(/\/ws$/, async (socket) => {
    if (isCut) return socket.close()
    socket.connectToServer()
    sockets.push(socket)
  })
  return {
    cut: async (whether) => {
      isCut = whether
      await sockets.at(-1)?.close()
    },
  }
}

test('@browser H20 a page that could not be fetched is loaded once the server answers', async ({ page }) => {
  test.setTimeout(240_000)
  const firm = await firmOf(world)
  const line = await lineOf(page)
  await signIn(page, firm.server.url, 'ana@example.com')
  // The server is away for what the page fetches, and then, updated, answers with other parts than those that the page asks for.
  const away = /\/app\/(?:assets\/(?:Diary|Reports)Page|$)/
  const heading = page.getByRole('heading', { name: 'This page could not be loaded' })
  await page.route(away, (route) => route.abort())
  await page.getByRole('link', { name: 'Diary' }).click()
  await expect(heading).toBeVisible()
  expect((await axeOf(page).analyze()).violations).toEqual([])
  const refused = page.waitForEvent('requestfailed', (request) => /\/app\/(?:#.*)?$/.test(request.url()))
  await page.getByRole('button', { name: 'Try again' }).click()
  await refused
  await expect(heading).toBeVisible()
  await page.unroute(away)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Work Diary' })).toBeVisible()

  // By itself, once the connection is back.
  await page.route(away, (route) => route.abort())
  await page.getByRole('link', { name: 'Reports' }).click()
  await expect(heading).toBeVisible()
  await page.unroute(away)
  await line.cut(false)
  await expect(page.getByRole('heading', { name: 'Reports' })).toBeVisible()
})

test('@browser H20 a page from a server says what is the matter in words that are true of a server', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const firm = await firmOf(world)
  const line = await lineOf(page)
  await signIn(page, firm.server.url, 'ana@example.com')
  await page.route('**/app/api/customer.list', (route) =>
    route.fulfill({ json: { ok: false, error: { code: 'internal', incident: '01JINCIDENT' } } }),
  )
  await page.getByRole('link', { name: 'Customers' }).click()
  const fault = page.getByRole('alert').filter({ hasText: 'Reference: 01JINCIDENT' }).first()
  await expect(fault.getByRole('button', { name: 'Copy details' })).toBeVisible()
  await expect(fault.getByRole('button', { name: 'Open logs' })).toBeHidden()

  await line.cut(true)
  await expect(page.getByText('The connection to the server was lost. Trying again…')).toBeVisible()
  await page.route('**/web/sign-out', (route) => route.abort())
  await page.getByRole('button', { name: 'Signed in as Ana Weber' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByText(/^The team’s server does not answer, and this cannot be done/)).toBeVisible()
  await line.cut(false)
  await expect(page.getByText('The connection is back.')).toBeVisible()
})
