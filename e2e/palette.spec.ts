// The palette by keys and by ear: work is started, switched and looked up from it alone.
import type { Page } from '@playwright/test'
import { axeOf } from './support/axe.ts'
import { expect, test } from './support/test.ts'

const HOUR = 3_600_000

async function open(page: Page) {
  await expect(page.getByRole('banner').getByRole('button', { name: /Start Work|Stop work/ })).toBeVisible()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search or run a command' })
  await expect(palette.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused()
  return palette
}

test('J18 beta sup, Enter starts Beta One on Support; acme tr, Enter switches', async ({
  page,
  host,
  firm,
}) => {
  const { customerId } = await host.call('customer.add', { name: 'Beta One' })
  await page.goto('/')
  const current = async () => (await host.call('timer.state', {})).timers[0]
  let palette = await open(page)
  await page.keyboard.type('beta sup')
  await expect(palette.getByRole('option').first()).toHaveText('Start Beta One · Support')
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect.poll(current).toMatchObject({ customerId, categoryId: firm.categoryIds['Support'] })

  await expect(page.getByRole('banner').getByRole('button', { name: 'Stop work' })).toBeVisible()
  palette = await open(page)
  await page.keyboard.type('acme tr')
  await expect(palette.getByRole('option').first()).toHaveText('Switch to Acme · Travel')
  await page.keyboard.press('Enter')
  await expect
    .poll(current)
    .toMatchObject({ customerId: firm.customerId, categoryId: firm.categoryIds['Travel'] })
})

test('J18 K16 empty, the palette shows what was done last, the first row marked; arrows are heard', async ({
  page,
  host,
  firm,
}) => {
  const { now } = await host.call('timer.state', {})
  for (const [n, name] of ['Support', 'Travel'].entries())
    await host.call('entry.add', {
      customerId: firm.customerId,
      categoryId: firm.categoryIds[name] ?? null,
      startAt: now - (6 - n) * HOUR,
      endAt: now - (5.5 - n) * HOUR,
    })
  await page.goto('/')
  const palette = await open(page)
  const field = palette.getByRole('combobox')
  await expect(palette.getByRole('option').first()).toHaveText('Start Acme · Travel')
  await expect(palette.getByRole('option', { selected: true })).toHaveText('Start Acme · Travel')
  const marked = async () => {
    const id = (await field.getAttribute('aria-activedescendant')) ?? ''
    return page.locator(`[id="${id}"]`).textContent()
  }
  expect(await marked()).toBe('Start Acme · Travel')
  await page.keyboard.press('ArrowDown')
  expect(await marked()).toBe('Start Acme · Support')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(palette.getByRole('option').last()).toHaveAttribute('aria-selected', 'true')
  const { violations } = await axeOf(page).include('[role=dialog]').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await page.keyboard.type('acm')
  await expect(page.locator('[aria-live=polite]').filter({ hasText: /^\d+ match/ })).toBeAttached()
  await expect(palette.getByRole('option', { selected: true })).toHaveText('Acme')
  await expect(palette.getByRole('listbox')).toMatchAriaSnapshot(`
    - listbox "Search or run a command":
      - group "Customers":
        - option "Acme" [selected]
      - group "Start":
        - option "Start Acme · Travel"
        - option "Start Acme · Support"
      - group "Notes":
        - option /Search in notes/
  `)
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
  expect((await host.call('timer.state', {})).timers).toEqual([])
})

test('J18 it finds people, whose diary it opens, and what stands in notes', async ({ page, host, firm }) => {
  const { userId } = await host.call('user.add', { name: 'Ben Okafor', role: 'employee' })
  await page.goto('/')
  let palette = await open(page)
  await page.keyboard.type('ben ok')
  await expect(palette.getByRole('option', { selected: true })).toHaveText('Ben Okafor')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`#/diary/\\d{4}-\\d\\d/${userId}$`))
  palette = await open(page)
  await page.keyboard.type('printer')
  await expect(palette.getByRole('option', { selected: true })).toHaveText('Search in notes: “printer”')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/search\/printer$/)
  expect(firm.userId).not.toBe('')
})

test.describe('in German, at 800×600, dark', () => {
  test.use({ locale: 'de-DE', viewport: { width: 800, height: 600 }, colorScheme: 'dark' })
  test('J18 the palette speaks German', async ({ page, firm }) => {
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Arbeit beginnen' }).first()).toBeVisible()
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Suchen oder Befehl ausführen' })
    await page.keyboard.type('acme supp')
    await expect(palette.getByRole('option', { selected: true })).toHaveText('Acme · Support beginnen')
    expect(firm.userId).not.toBe('')
  })
})
