// What has the focus is seen (K17): not under what stays in place above it, not under a notice that comes later, not beyond the edge.
import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'

/** What of the page has the focus, and where it is hidden: by what, or as it lies beyond the window. Null when all of it is seen. */
const hidden = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const active = document.activeElement
    if (!(active instanceof HTMLElement) || active.matches('body, main, section')) return null
    // Of a switch what is drawn is its label.
    const drawn =
      getComputedStyle(active).opacity === '0' && active instanceof HTMLInputElement
        ? (active.labels?.[0] ?? active)
        : active
    const { left, right, top, bottom, height } = drawn.getBoundingClientRect()
    const name = `${active.getAttribute('aria-label') ?? (active.textContent || active.id)} (${Math.round(top)} to ${Math.round(bottom)})`
    const around = drawn.parentElement?.parentElement ?? drawn
    // What is higher than the page's own room cannot be seen at once.
    const whole = height < 16 ? [(top + bottom) / 2] : [top + 4, (top + bottom) / 2, bottom - 4]
    const ys = height > window.innerHeight / 3 ? [top + 4] : whole
    // A row of a wide table is scrolled sideways.
    const wide = right - left > window.innerWidth * 0.6
    const across = right - left < 24 ? [(left + right) / 2] : [left + 4, (left + right) / 2, right - 4]
    const xs = wide ? [Math.max(left, 0) + 4] : across
    for (const y of ys)
      for (const x of xs) {
        const seen = document.elementFromPoint(x, y)
        if (seen === null) return `${name}: beyond the window at ${Math.round(x)}, ${Math.round(y)}`
        if (seen.contains(drawn) || around.contains(seen)) continue
        return `${name}: under ${seen.tagName} ${seen.textContent?.slice(0, 40) ?? ''}`
      }
    return null
  })

/** What a key leads to may be drawn, or scrolled to, with the next frame. */
async function seenSoon(page: Page): Promise<string | null> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  return hidden(page)
}

const inMain = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.closest('main') !== null)

/** Presses the key until the focus leaves the page's content, and says what was hidden on the way. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<{ stops: number; found: string[] }> {
  const found: string[] = []
  for (let stops = 0; stops < 400; stops += 1) {
    await page.keyboard.press(key)
    if (!(await inMain(page))) return { stops, found }
    const what = await seenSoon(page)
    if (what !== null) found.push(what)
  }
  return { stops: 400, found }
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0)
}

const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
  { width: 320, height: 256 },
]

for (const size of SIZES)
  test(`K17 in Settings everything is seen that Tab and Shift Tab come to, ${size.width}×${size.height}`, async ({
    page,
    host,
    firm,
  }) => {
    expect(firm.userId).not.toBe('')
    await host.call('user.add', { name: 'Ben Okafor', role: 'employee' })
    await page.setViewportSize(size)
    await page.goto('/#/settings')
    await settled(page)
    await page.getByRole('button', { name: 'Skip to the page' }).press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
    const forwards = await walk(page, 'Tab')
    expect.soft(forwards.found, 'forwards').toEqual([])
    const backwards = await walk(page, 'Shift+Tab')
    expect.soft(backwards.found, 'backwards').toEqual([])
    expect(forwards.stops).toBeGreaterThan(60)
    expect(backwards.stops).toBeGreaterThan(60)
  })

test('K17 back from a section of Settings everything is seen, fields of several lines as well', async ({
  page,
  firm,
}) => {
  expect(firm.userId).not.toBe('')
  await page.goto('/#/settings')
  await settled(page)
  await page.getByRole('link', { name: 'Team', exact: true }).press('Enter')
  await expect(page.locator('section:focus')).toHaveCount(1)
  const found: string[] = []
  const address = page.getByRole('textbox', { name: 'Street and number' })
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Shift+Tab')
    const what = await seenSoon(page)
    if (what !== null) found.push(what)
    if (await address.evaluate((node) => node === document.activeElement)) break
  }
  await expect(address).toBeFocused()
  expect(found).toEqual([])
  // Nor does it go out of sight where the page is made larger, which is a smaller window to it.
  for (const size of SIZES.slice(1)) {
    await page.setViewportSize(size)
    await expect.poll(() => hidden(page)).toBeNull()
  }
})

/** What has the focus, in the page or in a dialog, and lies under a notice, if only with an edge. */
const underNotice = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const active = document.activeElement
    if (!(active instanceof HTMLElement) || active.matches('body, main, section')) return null
    if (active.closest('main, [role=dialog]') === null) return null
    const drawn =
      getComputedStyle(active).opacity === '0' && active instanceof HTMLInputElement
        ? (active.labels?.[0] ?? active)
        : active
    const box = drawn.getBoundingClientRect()
    for (const notice of document.querySelectorAll('.mantine-Notification-root')) {
      const { left, right, ...whole } = notice.getBoundingClientRect()
      // In a low window they scroll.
      const stack = notice.closest('.mantine-Notifications-root')?.getBoundingClientRect()
      const top = Math.max(whole.top, stack?.top ?? 0)
      const bottom = Math.min(whole.bottom, stack?.bottom ?? 0)
      if (box.left < right && left < box.right && box.top < bottom && top < box.bottom)
        return `${active.getAttribute('aria-label') ?? (active.textContent || active.id)}: ${Math.round(box.top)} to ${Math.round(box.bottom)} under ${Math.round(top)} to ${Math.round(bottom)}`
    }
    return null
  })

const notices = (page: Page) => page.locator('.mantine-Notification-root')

async function tabbed(page: Page, tabs: number): Promise<string[]> {
  const found: string[] = []
  for (let at = 0; at < tabs; at += 1) {
    await page.keyboard.press('Tab')
    const what = await underNotice(page)
    if (what !== null) found.push(what)
  }
  return found
}

test('K17 a notice that comes later stands beside what has the focus, also at the end of a page', async ({
  page,
  firm,
}) => {
  expect(firm.userId).not.toBe('')
  await page.setViewportSize({ width: 800, height: 600 })
  await page.goto('/#/settings')
  await settled(page)
  const lowest = page.getByRole('switch', { name: 'Employees see each other’s time' })
  await lowest.focus()
  // At the very foot of the window, where notices stand.
  await lowest.evaluate((node) => (node as HTMLInputElement).labels?.[0]?.scrollIntoView({ block: 'end' }))
  await page.keyboard.press('Space')
  await expect(notices(page)).toHaveCount(1)
  await expect.poll(() => underNotice(page)).toBeNull()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(notices(page)).toHaveCount(2)
  await expect.poll(() => underNotice(page)).toBeNull()
  // On with Tab while they stand, and at the end of the page, where there is nothing left to scroll.
  expect(await tabbed(page, 10)).toEqual([])
  await expect(notices(page)).not.toHaveCount(0)
  const end = page.getByRole('main').locator('section').last().getByRole('button').last()
  await end.focus()
  await page.keyboard.press('Shift+Tab')
  expect(await underNotice(page)).toBeNull()
  await page.keyboard.press('Tab')
  expect(await underNotice(page)).toBeNull()
  await expect(notices(page)).not.toHaveCount(0)
})

for (const size of SIZES)
  test(`K17 under notices nothing has the focus, on a page, in a list, in a dialog, ${size.width}×${size.height}`, async ({
    page,
    host,
    firm,
  }) => {
    await worked(host, firm)
    await page.setViewportSize(size)
    await page.goto('/')
    await settled(page)
    const row = page.getByRole('main').getByRole('button', { name: /Acme · Support: edit/ })
    await row.first().focus()
    await page.keyboard.press('Delete')
    await expect(notices(page)).toHaveCount(1)
    expect.soft(await tabbed(page, 20), 'Today').toEqual([])
    await row.first().focus()
    await page.keyboard.press('Delete')
    await expect(notices(page)).toHaveCount(2)
    await page.keyboard.press('n')
    await expect(page.getByRole('dialog', { name: 'Add a time entry' })).toBeVisible()
    expect.soft(await tabbed(page, 20), 'dialog').toEqual([])
    await expect(notices(page)).not.toHaveCount(0)
  })

async function worked(host: Host, firm: Firm): Promise<void> {
  const { now } = await host.call('timer.state', {})
  // Early, long and late, two days ago.
  const start = Math.floor((now - 48 * 3_600_000) / 86_400_000) * 86_400_000
  for (const [from, to] of [
    [1, 2],
    [8, 17],
    [22, 23.5],
  ] as const)
    await host.call('entry.add', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
      startAt: start + from * 3_600_000,
      endAt: start + to * 3_600_000,
    })
  for (let ago = 20; ago < 140; ago += 15)
    await host.call('entry.add', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
      startAt: now - ago * 60_000,
      endAt: now - (ago - 9) * 60_000,
      note: `note ${ago}`,
    })
}

for (const size of SIZES.slice(1))
  test(`K17 of the calendar and of lists that scroll in a page that scrolls what has the focus is seen, ${size.width}×${size.height}`, async ({
    page,
    host,
    firm,
  }) => {
    await worked(host, firm)
    await page.setViewportSize(size)
    const { today } = await host.call('app.state', {})
    const twoDaysAgo = new Date(Date.parse(today) - 2 * 86_400_000).toISOString().slice(0, 10)
    for (const path of [
      '/calendar/week',
      `/calendar/week/${twoDaysAgo}`,
      '/calendar/day',
      '/calendar/month',
      '/calendar/agenda',
      `/customers/${firm.customerId}`,
      '/customers',
      '/history',
    ]) {
      await page.goto(`/#${path}`)
      await settled(page)
      await page.getByRole('button', { name: 'Skip to the page' }).press('Enter')
      const found: string[] = []
      for (const key of [...Array<string>(25).fill('Tab'), ...Array<string>(12).fill('Shift+Tab')]) {
        await page.keyboard.press(key)
        if (await page.evaluate(() => document.activeElement?.matches('[data-item], [role=row]')))
          for (const arrow of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowDown']) {
            const what = await seenSoon(page)
            if (what !== null) found.push(what)
            await page.keyboard.press(arrow)
          }
        if (!(await inMain(page))) continue
        const what = await seenSoon(page)
        if (what !== null) found.push(what)
      }
      expect.soft(found, path).toEqual([])
    }
  })
