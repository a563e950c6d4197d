// Two browsers on one Daybook: each is listed in the settings, and one signs the other out.
import { acquireInstanceLock } from '../core/db/instanceLock.ts'
import { urlsOfRunning } from '../host/running.ts'
import { axeOf } from './support/axe.ts'
import { BROWSER_ONLY, expect, test } from './support/test.ts'

test(
  'K19 the settings list the browsers that are signed in; one signs the other out, which hears it at once',
  BROWSER_ONLY,
  async ({ page, host, firm, browser }) => {
    expect(firm.userId).not.toBe('')
    const held = acquireInstanceLock(host.dataDir, { pid: process.pid })
    const way = await urlsOfRunning(held.acquired ? null : held.holder, host.dataDir, { opener: false })
    const elsewhere = await browser.newContext({
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
    })
    const other = await elsewhere.newPage()
    await other.goto(way?.url ?? '')
    await expect(other.getByRole('heading', { name: 'Today' })).toBeVisible()

    await page.goto('/#/settings/device')
    const table = page.getByRole('table').filter({ hasText: 'Signed in' })
    await expect(table.getByText('This browser')).toBeVisible()
    expect((await axeOf(page).analyze()).violations).toEqual([])
    await table.getByRole('button', { name: /^Sign out Firefox, Linux/ }).press('Enter')
    await expect(page.getByText('The browser is signed out.')).toBeVisible()
    await expect(table.getByRole('button')).toHaveCount(0)

    await expect(other.getByText('This browser is signed out.', { exact: false })).toBeVisible()
    const answer = await other.reload()
    expect(answer?.status()).toBe(401)
    await elsewhere.close()
  },
)

test(
  'J17 who is not signed in is told so in their language, from right to left where it is read so',
  BROWSER_ONLY,
  async ({ page, browser }) => {
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible()
    const context = await browser.newContext({ locale: 'ar' })
    // The cookie alone, without what the page of a browser that came in keeps beside it.
    await context.addCookies(await page.context().cookies())
    const stranger = await context.newPage()
    await stranger.goto(page.url())
    await expect(stranger.getByRole('alert')).toContainText('تم تسجيل خروج هذا المتصفح')
    const html = stranger.locator('html')
    await expect(html).toHaveAttribute('lang', 'ar')
    await expect(html).toHaveAttribute('dir', 'rtl')
    await context.close()
  },
)
