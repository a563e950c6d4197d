// What a second start says to the first one: a daybook:// link asks before it acts; and what only the desktop's settings offer.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from './support/test.ts'
import { desktopOf, root } from './support/desktop.ts'
import type { Desktop } from './support/desktop.ts'

/** As the system does when somebody opens a link: another start of the program, which ends at once. */
async function openLink(desktop: Desktop, link: string): Promise<void> {
  const program = await desktop.app.evaluate(() => process.execPath)
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(program, [...args, root, '--data', desktop.dataDir, link], {
    cwd: root,
    stdio: 'ignore',
  })
  const [code] = (await once(second, 'exit')) as [number | null]
  expect(code).toBe(0)
}

/** Answers the next question by the place of its button; gives what was asked. */
const answer = (desktop: Desktop, button: number) =>
  desktop.app.evaluate(({ dialog }, response) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = ((...args: unknown[]) => {
      asked.push((args.at(-1) as { message: string }).message)
      return Promise.resolve({ response, checkboxChecked: false })
    }) as typeof dialog.showMessageBox
  }, button)
const asked = (desktop: Desktop) =>
  desktop.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)

test.describe('links and settings of the desktop', { tag: '@desktop' }, () => {
  test('J14 a link asks the program that runs; only a yes starts the timer', async ({ host, firm }) => {
    expect(firm.customerId).not.toBe('')
    const desktop = desktopOf(host)
    await answer(desktop, 1)
    await openLink(desktop, 'daybook://start?customer=Acme&category=Support')
    await expect.poll(() => asked(desktop)).toEqual(['Start a timer for Acme · Support?'])
    expect((await host.call('timer.state', {})).timers).toEqual([])
    await answer(desktop, 0)
    await openLink(desktop, 'daybook://start?customer=Acme&category=Support')
    await expect
      .poll(async () => (await host.call('timer.state', {})).timers.map(({ customerName }) => customerName))
      .toEqual(['Acme'])
  })

  test('J12 G12 the small timer comes and goes, and idleness is tested, from the settings', async ({
    page,
    host,
    firm,
  }) => {
    expect(firm.customerId).not.toBe('')
    await page.goto('/#/settings')
    const opened = host.nextWindow(page)
    await page.getByRole('switch', { name: 'Small timer' }).click({ force: true })
    const small = await opened
    await expect(small.getByText('Nothing is running')).toBeVisible()
    // Its window may be gone before the press is done.
    const gone = small.waitForEvent('close')
    await small.getByRole('button', { name: 'Hide the small timer' }).focus()
    await Promise.all([gone, small.keyboard.press('Enter').catch(() => gone)])
    await expect.poll(async () => (await host.call('app.state', {})).preferences.smallTimer).toBe(false)
    await expect(page.getByRole('switch', { name: 'Small timer' })).not.toBeChecked()

    const idle = page.locator('[data-row]').filter({ hasText: 'How idle time is noticed' })
    await idle.getByRole('button', { name: 'Test' }).click()
    await expect(idle.getByText('Leave mouse and keyboard alone')).toBeVisible()
    await expect(idle.getByText(/Noticed: nobody was there for|Not noticed/)).toBeVisible()
  })

  test('J10 what is chosen here is kept', async ({ page, host, firm }) => {
    expect(firm.customerId).not.toBe('')
    await page.goto('/#/settings')
    await page.getByRole('combobox', { name: 'Ask about idle time' }).click()
    await page.getByRole('option', { name: 'after 30 min' }).click()
    await expect.poll(async () => (await host.call('app.state', {})).preferences.idleMinutes).toBe(30)
    await page.getByRole('checkbox', { name: /After 17, the day has gaps/ }).click({ force: true })
    await expect
      .poll(async () => (await host.call('app.state', {})).preferences.reminders)
      .toEqual({ nothingRuns: true, longTimer: true, gaps: false })
  })
})
