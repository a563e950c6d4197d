// How a real browser gets in without a secret on its command line, and how a page of elsewhere does not.
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { createPeers } from '../host/peer.ts'
import { startTestHost } from '../host/testing/testHost.ts'
import type { TestHost } from '../host/testing/testHost.ts'
import { openerTarget } from '../host/urls.ts'
import { BROWSER_ONLY } from './support/test.ts'

/** What was handed to the program that opens browsers, as a browser goes there. */
function addressFor(host: TestHost): string {
  const target = openerTarget(host.newUrls({ opener: true }).opener ?? '', host.origin, host.dataDir)
  return target.startsWith('http:') ? target : pathToFileURL(target).href
}

async function isIn(page: Page, host: TestHost): Promise<void> {
  // Behind the # is the key, which the real page takes away.
  await expect(page).toHaveURL(new RegExp(`^${host.origin}/(?:#key=[\\w-]{32})?$`))
  await expect(page).toHaveTitle('Daybook')
  await page.reload()
  await expect(page).toHaveTitle('Daybook')
}

test.describe('without a secret on a command line', BROWSER_ONLY, () => {
  test('G5 where the system does not tell who comes, a page in the data folder leads the browser in', async ({
    page,
    browser,
  }) => {
    const host = await startTestHost({ peers: createPeers(null) })
    const address = addressFor(host)
    await page.goto(address)
    await isIn(page, host)
    expect(readdirSync(host.dataDir).filter((name) => name.startsWith('enter-'))).toEqual([])
    // Also where scripts may not run.
    const wary = await browser.newContext({ javaScriptEnabled: false })
    const second = await wary.newPage()
    await second.goto(addressFor(host))
    await isIn(second, host)
    await wary.close()
    await host.close()
  })

  test('G5 a page of elsewhere leads nobody through the door, and it stays open for the browser that was asked to come', async ({
    page,
  }) => {
    test.skip(process.platform !== 'linux', 'there is no door where the system does not tell who comes')
    const host = await startTestHost()
    const door = addressFor(host)
    const hostile = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<!doctype html><title>Elsewhere</title>
        <img src="${door}"><iframe src="${door}"></iframe><link rel="stylesheet" href="${door}">
        <link rel="prefetch" href="${door}"><form method="post" action="${door}"><button>Send</button></form>
        <a href="${door}">Go</a> <a target="_blank" rel="opener" href="${door}">Open</a>
        <script>fetch('${door}', { mode: 'no-cors', credentials: 'include' }).finally(() => document.body.append('asked'))</script>`)
    }).listen(0, '127.0.0.1')
    await once(hostile, 'listening')
    const { port } = hostile.address() as AddressInfo
    // Another site, and another program's port of this address, which the browser calls the same site.
    for (const name of ['localhost', '127.0.0.1']) {
      const elsewhere = `http://${name}:${port}/`
      await page.goto(elsewhere, { waitUntil: 'load' })
      await expect(page.getByText('asked')).toBeVisible()
      const opened = page.waitForEvent('popup')
      await page.getByRole('link', { name: 'Open' }).click()
      const popup = await opened
      await expect(popup.getByRole('heading')).toHaveText('This page needs its link')
      await popup.close()
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(page.getByText('Daybook answers only its own pages.')).toBeVisible()
      await page.goto(elsewhere)
      await page.getByRole('link', { name: 'Go' }).click()
      await expect(page.getByRole('heading')).toHaveText('This page needs its link')
      expect(await page.context().cookies(door)).toEqual([])
    }
    await page.goto(door)
    await isIn(page, host)
    hostile.closeAllConnections()
    hostile.close()
    await host.close()
  })
})
