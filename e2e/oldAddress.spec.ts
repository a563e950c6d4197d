// What somebody else leaves in a browser under an address that Daybook once had, while it is off: a worker that answers for its
// pages, and a script under the name of one of ours. Neither may ever meet our data.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { PAGES, SET_UP, startTestHost } from '../host/testing/testHost.ts'
import type { TestHost } from '../host/testing/testHost.ts'
import { LONG_BROWSER_ONLY } from './support/test.ts'

/** Reads what the page's own origin may read, and shows it. */
const STEAL = `fetch('/api/app.state', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  .then((answer) => answer.text()).then((text) => { document.title = 'stolen ' + text })`
const WORKER = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(clients.claim()))
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return
  // It lets the person in, and then shows a page of its own.
  event.respondWith(fetch(event.request).then((answer) =>
    answer.type === 'opaqueredirect' ? answer
      : new Response('<!doctype html><title>owned</title><script src="/owned.js"></script>', { headers: { 'content-type': 'text/html' } })))
})`
const SCRIPT = Object.keys(PAGES).find((name) => name.endsWith('.js')) ?? ''

/** Somebody else's program at a port, as long as the visit lasts. */
async function poison(page: Page, { worker = true } = {}): Promise<number> {
  const squatter = createServer((request, response) => {
    const answer = (type: string, text: string) =>
      response
        .writeHead(200, { 'content-type': type, 'cache-control': 'max-age=31536000, immutable' })
        .end(text)
    if (request.url === '/worker.js') answer('text/javascript', WORKER)
    else if (request.url?.endsWith('.js') === true) answer('text/javascript', STEAL)
    else
      answer(
        'text/html',
        `<!doctype html><title>squatted</title><body><script src="/${SCRIPT}"></script><script src="/owned.js"></script>
        <script>(${worker} ? navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready)
          : Promise.resolve()).then(() => { document.body.append('left behind') })</script>`,
      )
  }).listen(0, '127.0.0.1')
  await once(squatter, 'listening')
  const { port } = squatter.address() as AddressInfo
  await page.goto(`http://127.0.0.1:${port}/`)
  await expect(page.getByText('left behind')).toBeVisible()
  squatter.closeAllConnections()
  squatter.close()
  await once(squatter, 'close')
  return port
}

/** The person's own browser, let in before as it were: it has the cookie, and the key wherever it may keep one. */
async function letIn(page: Page, host: TestHost): Promise<void> {
  const [name = '', ...value] = host.cookie.split('=')
  for (const url of [host.origin, `http://127.0.0.1:${host.port}`])
    await page.context().addCookies([{ name, value: value.join('='), url }])
}

async function expectOurs(page: Page): Promise<void> {
  // Loaded only by the page that is ours; a page of theirs has another title, or none that stays.
  await expect(page).toHaveTitle('Daybook')
  await expect(page.locator('html')).toHaveAttribute('data-script', 'ours')
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  await expect(page).toHaveTitle('Daybook')
}

const ways = [
  ['at a fresh name, though somebody chose the same port', undefined],
  ...(process.platform === 'darwin'
    ? []
    : [['at the plain name of systems without another', '127.0.0.1'] as const]),
] as const

test.describe('whoever had the address before', LONG_BROWSER_ONLY, () => {
  test('K19 a worker left at an address of before answers for none of our pages, and learns nothing', async ({
    page,
  }) => {
    test.skip(process.platform === 'darwin', 'there only the port is fresh')
    const port = await poison(page)
    const host = await startTestHost({ port })
    await host.api('organisation.setUp', SET_UP)
    await letIn(page, host)
    await page.goto(host.newUrls().url)
    await expectOurs(page)
    await page.reload()
    await expectOurs(page)
    // Led to the old address, the browser shows what was left there; that has neither key nor answer.
    await page.goto(`http://127.0.0.1:${port}/`)
    await expect(page).toHaveTitle(/^stolen|owned|squatted/)
    expect(await page.title()).not.toContain(SET_UP.organisationName)
    await host.close()
  })

  test('K19 a port is fresh at each start, and what was left at another is not asked', async ({ page }) => {
    const port = await poison(page)
    const host = await startTestHost({ named: '127.0.0.1' })
    expect(host.port).not.toBe(port)
    await letIn(page, host)
    await page.goto(host.newUrls().url)
    await expectOurs(page)
    await host.close()
  })

  for (const [where, named] of ways)
    test(`K19 a script left in the cache under the name of one of ours is not run ${where}`, async ({
      page,
    }) => {
      const port = await poison(page, { worker: false })
      const host = await startTestHost({ port, ...(named === undefined ? {} : { named }) })
      await letIn(page, host)
      await page.goto(host.newUrls().url)
      await expectOurs(page)
      await host.close()
    })
})
