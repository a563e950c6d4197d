// For weak eyes and by ear: contrast, forced colours, four times the size, wider text, and every dialog sound, named, with one heading
// (K16 to K18).
import type { Locator, Page } from '@playwright/test'
import { axeOf } from './support/axe.ts'
import { BROWSER_ONLY, LONG_BROWSER_ONLY, expect, test } from './support/test.ts'
import type { Firm, Host } from './support/test.ts'

const MINUTE = 60_000

async function worked(host: Host, firm: Firm): Promise<void> {
  const { now } = await host.call('timer.state', {})
  for (const ago of [50, 35, 20])
    await host.call('entry.add', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
      startAt: now - ago * MINUTE,
      endAt: now - (ago - 9) * MINUTE,
      note: `Looked at the books, ${ago}`,
    })
}

/** The contrast of what is drawn: borders of fields, placeholders, errors, and the ring of what has the focus. */
const faint = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) return ['no canvas']
    const over = (layers: string[]): number[] => {
      context.clearRect(0, 0, 1, 1)
      for (const layer of layers) {
        context.fillStyle = layer
        context.fillRect(0, 0, 1, 1)
      }
      return Array.from(context.getImageData(0, 0, 1, 1).data.slice(0, 3))
    }
    const backdrop = (element: Element | null): string[] => {
      const layers: string[] = []
      for (let node = element; node !== null; node = node.parentElement)
        layers.unshift(getComputedStyle(node).backgroundColor)
      return ['#fff', ...layers]
    }
    const luminance = (rgb: number[]) => {
      const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
        const share = part / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const contrast = (colour: string, on: string[]) => {
      const [light = 0, dark = 0] = [luminance(over([...on, colour])), luminance(over(on))].sort(
        (a, b) => b - a,
      )
      return (light + 0.05) / (dark + 0.05)
    }
    const found: string[] = []
    const check = (what: string, ratio: number, least: number) => {
      if (ratio < least) found.push(`${what}: ${ratio.toFixed(2)}`)
    }
    const shown = (selector: string) =>
      [...document.querySelectorAll(selector)].filter(
        (element) => element.checkVisibility() && !element.matches(':disabled'),
      )
    for (const field of shown(
      'input.mantine-Input-input, textarea.mantine-Input-input, .mantine-Switch-track',
    )) {
      const name = field.getAttribute('aria-label') ?? field.id
      check(
        `border of ${name}`,
        contrast(getComputedStyle(field).borderTopColor, backdrop(field.parentElement)),
        3,
      )
      if (field instanceof HTMLInputElement && field.placeholder !== '')
        check(
          `placeholder of ${name}`,
          contrast(getComputedStyle(field, '::placeholder').color, backdrop(field)),
          4.5,
        )
    }
    for (const error of shown('.mantine-InputWrapper-error'))
      check(`error ${error.textContent}`, contrast(getComputedStyle(error).color, backdrop(error)), 4.5)
    const active = document.activeElement
    if (active !== null && active !== document.body && active.matches(':focus-visible')) {
      const { outlineStyle, outlineColor, borderTopColor } = getComputedStyle(active)
      const ring = outlineStyle === 'none' ? borderTopColor : outlineColor
      check(`ring of ${active.textContent}`, contrast(ring, backdrop(active.parentElement)), 3)
    }
    return found
  })

for (const colorScheme of ['light', 'dark'] as const)
  test(
    `K18 borders, placeholders, errors and the ring of the focus are seen, ${colorScheme}`,
    LONG_BROWSER_ONLY,
    async ({ page, firm }) => {
      expect(firm.userId).not.toBe('')
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      for (const path of ['/', '/customers', '/settings', '/history', '/search']) {
        await page.goto(`/#${path}`)
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        await page.keyboard.press('Tab')
        await page.keyboard.press('Tab')
        await expect.poll(() => faint(page), path).toEqual([])
      }
      await page.goto('/#/')
      await page.keyboard.press('n')
      const form = page.getByRole('dialog', { name: 'Add a time entry' })
      await form.getByRole('button', { name: 'Submit' }).click()
      await expect(form.getByText('Please fill this in.').first()).toBeVisible()
      await expect.poll(() => faint(page), 'form').toEqual([])
    },
  )

/** Of the ring around it, as it is drawn: the least contrast with what it lies on, at the middle of each side. */
async function ringOf(page: Page, of: Locator): Promise<number> {
  const box = await of.boundingBox()
  if (box === null) throw new Error('not drawn')
  const png = (await page.screenshot()).toString('base64')
  return page.evaluate(
    async ([picture, { x, y, width, height }]) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
      if (context === null) throw new Error('no canvas')
      context.drawImage(image, 0, 0)
      const luminance = (px: number, py: number) => {
        const [red = 0, green = 0, blue = 0] = [...context.getImageData(px, py, 1, 1).data].map((part) => {
          const share = part / 255
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
      }
      const contrast = (one: number, other: number) =>
        (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
      const across = Math.round(x + width / 2)
      const down = Math.round(y + height / 2)
      const [right, bottom] = [x + width, y + height]
      // The ring is 2 px wide and begins 1 px beside the edge; where an edge lies within a pixel, the next one is all of the ring.
      const sides = [
        [Math.floor(x - 3) - 1, Math.floor(x - 1) - 1, false],
        [Math.ceil(right + 3), Math.ceil(right + 1), false],
        [Math.floor(y - 3) - 1, Math.floor(y - 1) - 1, true],
        [Math.ceil(bottom + 3), Math.ceil(bottom + 1), true],
      ] as const
      const least = sides.map(([outside, ring, upright]) =>
        upright
          ? contrast(luminance(across, ring), luminance(across, outside))
          : contrast(luminance(ring, down), luminance(outside, down)),
      )
      return Math.min(...least)
    },
    [png, box] as const,
  )
}

for (const colorScheme of ['light', 'dark'] as const)
  test(
    `K18 the ring around “Skip to the page” is seen on what it is drawn on, ${colorScheme}`,
    BROWSER_ONLY,
    async ({ page, firm }) => {
      expect(firm.userId).not.toBe('')
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.goto('/#/')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.keyboard.press('Tab')
      const skip = page.getByRole('button', { name: 'Skip to the page' })
      await expect(skip).toBeFocused()
      expect(await ringOf(page, skip)).toBeGreaterThan(3)
    },
  )

test(
  'K18 the ring around the button of a notice is seen whole',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    await worked(host, firm)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto('/#/')
    await page
      .getByRole('main')
      .getByRole('button', { name: /Acme · Support: edit/ })
      .first()
      .press('Delete')
    const undo = page.getByRole('button', { name: 'Undo', exact: true })
    await undo.focus()
    await expect(undo).toBeFocused()
    await expect.poll(() => ringOf(page, undo)).toBeGreaterThan(3)
  },
)

test(
  'K18 in forced colours what is chosen, on, or drawn to be measured is still seen',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    await worked(host, firm)
    await page.emulateMedia({ forcedColors: 'active' })
    const outline = (selector: string) =>
      page.locator(selector).evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).outlineStyle))
    const fill = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((node) => getComputedStyle(node).backgroundColor)
    await page.goto('/#/customers')
    await expect.poll(() => outline('nav [aria-current=page]')).toEqual(['solid'])
    await expect(page.locator('.mantine-SegmentedControl-label[data-active]')).toBeVisible()
    await expect.poll(() => outline('.mantine-SegmentedControl-label[data-active]')).toEqual(['solid'])
    await expect
      .poll(() => outline('.mantine-SegmentedControl-label:not([data-active])'))
      .not.toContain('solid')
    await page.keyboard.press('?')
    await expect(page.getByRole('switch')).toBeVisible()
    const on = await fill('.mantine-Switch-track')
    await page.getByRole('switch').click()
    await expect.poll(() => fill('.mantine-Switch-track')).not.toBe(on)
    await page.getByRole('switch').click()
    await page.keyboard.press('Escape')
    const { today } = await host.call('app.state', {})
    await page.goto(`/#/diary/${today.slice(0, 7)}`)
    await expect(page.getByRole('row', { name: /Ana Weber/ })).toBeVisible()
    const bar = page
      .getByRole('row', { name: /Ana Weber/ })
      .locator('[data-drawn]')
      .first()
    const behind = await bar.evaluate((node) => getComputedStyle(node.parentElement ?? node).backgroundColor)
    await expect.poll(() => bar.evaluate((node) => getComputedStyle(node).backgroundColor)).not.toBe(behind)
  },
)

/** What lies beyond the window's width, where the page would have to be scrolled sideways to read it. */
const outside = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (node: Element) => getComputedStyle(node).overflowX !== 'visible'
    if (document.documentElement.scrollWidth <= document.documentElement.clientWidth) return []
    return [...document.querySelectorAll('#root *')]
      .filter((node) => {
        if (node.getBoundingClientRect().right <= innerWidth + 1) return false
        for (
          let around = node.parentElement;
          around !== null && around !== document.body;
          around = around.parentElement
        )
          if (scrolls(around)) return false
        return true
      })
      .map((node) => `${node.tagName} ${node.className} ${(node.textContent ?? '').slice(0, 40)}`)
  })

test(
  'K17 K18 at four times the size nothing is lost, and nothing that has the focus is covered',
  LONG_BROWSER_ONLY,
  async ({ page, host, firm }) => {
    test.setTimeout(240_000)
    await worked(host, firm)
    await host.call('user.add', { name: 'Ben Okafor', role: 'employee' })
    await host.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
      at: Date.now() - 5 * MINUTE,
    })
    await page.setViewportSize({ width: 320, height: 256 })
    const { today } = await host.call('app.state', {})
    for (const path of [
      '/',
      `/diary/${today.slice(0, 7)}`,
      '/customers',
      `/customers/${firm.customerId}`,
      '/settings',
      '/history',
    ]) {
      await page.goto('about:blank')
      await page.goto(`/#${path}`)
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      const header = page.getByRole('banner')
      await expect(header.getByRole('timer')).toBeVisible()
      await expect(header.locator('time')).toBeVisible()
      await expect(header.getByRole('button', { name: /^Working as Ana Weber/ })).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect.poll(() => outside(page), path).toEqual([])
      const covered = new Set<string>()
      for (let stop = 0; stop < 24; stop += 1) {
        await page.keyboard.press('Tab')
        const over = await page.evaluate(() => {
          const active = document.activeElement
          if (active === null || active === document.body || active.matches('main')) return null
          const { left, right, top, bottom } = active.getBoundingClientRect()
          const x = (Math.max(0, left) + Math.min(innerWidth, right)) / 2
          const y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2
          const seen = document.elementFromPoint(x, y)
          const own = seen !== null && (active.contains(seen) || seen.contains(active))
          return own ? null : `${active.tagName} ${active.getAttribute('aria-label') ?? active.textContent}`
        })
        if (over !== null) covered.add(over)
      }
      expect([...covered], path).toEqual([])
    }
  },
)

test(
  'K18 wider spacing of letters, words and lines cuts off no button and no figure',
  LONG_BROWSER_ONLY,
  async ({ page, host, firm }) => {
    await worked(host, firm)
    await host.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
      at: Date.now() - 5 * MINUTE,
    })
    for (const path of ['/', `/customers/${firm.customerId}`, '/history', '/settings']) {
      await page.goto('about:blank')
      await page.goto(`/#${path}`)
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      await page.addStyleTag({
        content:
          '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }',
      })
      const cut = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('button, time, .num, [role=timer]')]
            .filter((node) => node.checkVisibility() && node.querySelector('.truncate') === null)
            .filter(
              (node) =>
                node.closest('.truncate, [aria-hidden=true], .visually-hidden') === null &&
                node.scrollWidth > node.clientWidth + 1 &&
                node.clientWidth > 0 &&
                getComputedStyle(node).display !== 'inline',
            )
            .map((node) => node.getAttribute('aria-label') ?? node.textContent),
        )
      await expect.poll(cut, path).toEqual([])
      expect(
        await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
        path,
      ).toBeLessThanOrEqual(0)
    }
  },
)

test(
  'K16 every dialog is sound, has its name and one heading, and is not read out as a whole',
  LONG_BROWSER_ONLY,
  async ({ page, host, firm }) => {
    test.setTimeout(300_000)
    await worked(host, firm)
    const { today } = await host.call('app.state', {})
    const month = today.slice(0, 7)
    const main = page.getByRole('main')
    const press = (name: string | RegExp) => async () => main.getByRole('button', { name }).first().click()
    const key = (letter: string) => async () => page.keyboard.press(letter)
    const dialogs: [string, string, () => Promise<void>][] = [
      ['Customer Timer', '/', key('s')],
      ['Add a time entry', '/', key('n')],
      ['Edit the time entry', '/', press(/Acme · Support: edit/)],
      ['Keyboard shortcuts', '/', key('?')],
      ['Add customer', '/customers', press('Add customer')],
      ['Add project', `/customers/${firm.customerId}/projects`, press('Add project')],
      ['Time rules', '/settings', press('Change time rules and categories')],
      ['Add user', '/settings', press('Add user')],
      ['Working time', `/diary/${month}/${firm.userId}/${today}`, async () => undefined],
    ]
    const findings: string[] = []
    for (const [name, path, open] of dialogs) {
      await page.goto('about:blank')
      await page.goto(`/#${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      expect(await page.getByRole('alert').count(), `${path}: nothing has gone wrong`).toBe(0)
      await open()
      const dialog = page.getByRole('dialog')
      await expect(dialog.first(), name).toBeVisible()
      await expect(dialog).toHaveCount(1)
      const title = dialog.getByRole('heading', { level: 2 })
      await expect(title, name).toHaveCount(1)
      await expect(dialog).toHaveAccessibleName((await title.textContent()) ?? '?')
      expect(await dialog.getAttribute('aria-describedby'), name).toBeNull()
      const { violations } = await axeOf(page).include('[role=dialog]').analyze()
      findings.push(
        ...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`),
      )
    }
    expect(findings).toEqual([])
  },
)

test(
  'K17 K18 at four times the size fields have targets of 24 px, and nothing is wider than the page or too narrow to press',
  BROWSER_ONLY,
  async ({ page, host, firm }) => {
    await host.call('user.add', { name: 'Ben Okafor', role: 'employee' })
    const title = 'Ask about the address of the invoice'
    await host.call('task.add', { title, customerId: firm.customerId, dueDate: '2026-01-03' })
    await host.call('timer.start', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds['Support'] ?? null,
    })
    await page.setViewportSize({ width: 320, height: 256 })
    await page.goto('/#/')
    const box = await page.getByRole('main').getByRole('button', { name: title }).first().boundingBox()
    expect.soft(box?.width).toBeGreaterThan(120)
    await page.goto('/#/settings/users')
    await expect(page.getByRole('table').filter({ hasText: 'Client Timer' })).toBeVisible()
    const small = () =>
      page.locator('.mantine-Input-wrapper button, .mantine-Pill-root button').evaluateAll((nodes) =>
        nodes
          .filter((node) => node.checkVisibility())
          .map((node) => node.getBoundingClientRect())
          .filter(({ width, height }) => Math.min(width, height) < 24)
          .map(({ width, height }) => `${width} × ${height}`),
      )
    expect.soft(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    for (const path of ['/history', '/calendar/week']) {
      await page.goto(`/#${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      await expect(
        page.locator('.mantine-Input-wrapper button, .mantine-Pill-root button').first(),
      ).toBeVisible()
      expect.soft(await small(), path).toEqual([])
    }
  },
)
