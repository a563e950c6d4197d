// What only the desktop app has: its own windows, the start beside the data, and the timer that goes on when they close.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { desktopOf } from './support/desktop.ts'
import { expect, test } from './support/test.ts'

test.describe('the desktop app', { tag: '@desktop' }, () => {
  test('G1 killed, it starts again with the timer that ran', async ({ page, host, firm }) => {
    await page.goto('/')
    const { timerId } = await host.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
    })
    await expect(page.getByRole('banner').getByRole('button', { name: 'Stop work' })).toBeVisible()
    await host.kill()
    await host.start()
    const again = await host.openAgain(page)
    await expect(again.getByRole('banner').getByRole('button', { name: 'Stop work' })).toBeVisible()
    expect((await host.call('timer.state', {})).timers).toMatchObject([{ id: timerId, state: 'running' }])
  })

  test('G4 the quick timer opens as a window of its own and closes on Esc', async ({ page, host, firm }) => {
    await host.call('customer.add', { name: 'Bergmann' })
    await page.goto('/')
    const opened = host.nextWindow(page)
    await page.evaluate(() => {
      window.open('/quick.html')
    })
    const quick = await opened
    await expect(quick.getByRole('textbox')).toBeFocused()
    await expect(quick.getByRole('button', { name: /Acme|Bergmann/ }).first()).toBeVisible()
    // As a keyboard sends it: the shell hears it before the page does, which keys of the browser's own tools pass by.
    await desktopOf(host).app.evaluate(({ BrowserWindow }) => {
      for (const { webContents } of BrowserWindow.getAllWindows())
        if (webContents.getURL().includes('quick'))
          webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Escape' })
    })
    const quickShown = () =>
      desktopOf(host).app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .filter(({ webContents }) => webContents.getURL().includes('quick'))
          .map((window) => window.isVisible()),
      )
    // Kept, so that it is there at once when it is wanted again.
    await expect.poll(quickShown).toEqual([false])
    await page.evaluate(() => {
      window.open('/quick.html')
    })
    await expect.poll(quickShown).toEqual([true])
    expect(firm.customerId).not.toBe('')
  })

  test('a page reaches the bridge and nothing of Node, and the window stays in the app', async ({
    page,
    host,
  }) => {
    await expect(page).toHaveURL(/^app:\/\/daybook\//)
    expect(
      await page.evaluate(() => [
        typeof (globalThis as Record<string, unknown>)['require'],
        typeof (globalThis as Record<string, unknown>)['process'],
        Object.keys((globalThis as Record<string, unknown>)['daybook'] as object)
          .sort()
          .join(' '),
      ]),
    ).toEqual(['undefined', 'undefined', 'invoke subscribe'])
    // Not waited for: a navigation that is refused never ends.
    await page.evaluate(() => {
      setTimeout(() => (window.location.href = 'https://example.org/'), 0)
    })
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
    expect(await page.evaluate(() => window.location.href)).toMatch(/^app:\/\/daybook\//)
    expect(existsSync(join(host.dataDir, 'daybook.db'))).toBe(true)
  })
})
