// The tray of a Linux desktop: closing hides only where our icon is shown; a stand-in on the session bus is the panel.
import { expect, test } from './support/test.ts'
import { desktopOf } from './support/desktop.ts'
import type { Desktop } from './support/desktop.ts'
import { openPanel } from './support/trayPanel.ts'

test.describe('the tray', { tag: '@desktop' }, () => {
  test.skip(process.platform !== 'linux', 'elsewhere the system always shows tray icons')
  const close = (desktop: Desktop) =>
    desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const visible = (desktop: Desktop) =>
    desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((one) => one.isVisible()))

  test('G4 without a panel closing quits, and the timer runs on', async ({ host }) => {
    const desktop = desktopOf(host)
    const ended = desktop.ended()
    await close(desktop)
    expect(await ended).toBe(0)
  })

  test('G4 a panel that refuses our icon counts as none', async ({ host }) => {
    const panel = await openPanel({ refuses: true })
    await host.kill()
    await host.start()
    const desktop = desktopOf(host)
    const ended = desktop.ended()
    await close(desktop)
    expect(await ended).toBe(0)
    await panel.gone()
  })

  test('G4 closing hides in a panel; when that crashes for good, the window comes back', async ({ host }) => {
    const panel = await openPanel()
    await host.kill()
    await host.start()
    const desktop = desktopOf(host)
    await expect.poll(() => panel.icons().length).toBe(1)
    await expect.poll(async () => (await host.call('app.state', {})).abilities.tray).toBe(true)
    await close(desktop)
    await expect.poll(() => visible(desktop)).toBe(false)

    await panel.gone()
    const next = await openPanel()
    await expect.poll(() => next.icons().length).toBe(1)
    expect(await visible(desktop)).toBe(false)

    await next.gone()
    await expect.poll(() => visible(desktop)).toBe(true)
    expect((await host.call('app.state', {})).abilities.tray).toBe(false)
  })
})
