// How the desktop app ends when the system says so: at once, without a question, with the timer running on.
import { expect, test } from './support/test.ts'
import { desktopOf } from './support/desktop.ts'

test.describe('the end of a session', { tag: '@desktop' }, () => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    test(`G1 ${signal} ends the app without a timer`, async ({ page, host, firm }) => {
      await page.goto('/')
      expect(firm.customerId).not.toBe('')
      expect(await desktopOf(host).end(signal)).toMatchObject({ code: 0, errors: [] })
    })
    test(`G1 ${signal} ends the app with a running timer, which runs on`, async ({ page, host, firm }) => {
      await page.goto('/')
      const { timerId } = await host.call('timer.start', {
        customerId: firm.customerId,
        categoryId: firm.categoryIds['Support'] ?? null,
      })
      expect(await desktopOf(host).end(signal)).toMatchObject({ code: 0, errors: [] })
      await host.start()
      expect((await host.call('timer.state', {})).timers).toMatchObject([{ id: timerId, state: 'running' }])
    })
  }
})
