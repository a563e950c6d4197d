// Every screen, light and dark, at two sizes: axe finds nothing serious, nothing scrolls sideways, and the keyboard reaches what matters.
import type { Page } from '@playwright/test'
import { axeOf } from './support/axe.ts'
import { BROWSER_ONLY, expect, test } from './support/test.ts'

const serious = async (page: Page, where: string): Promise<string[]> => {
  const { violations } = await axeOf(page).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

test(
  'G14 a screen whose answer is on its way is sound for assistive technology',
  BROWSER_ONLY,
  async ({ page, firm }) => {
    await page.route('**/api/customer.get', () => undefined)
    await page.goto(`/#/customers/${firm.customerId}`)
    const loading = page.getByRole('status', { name: 'Loading…' })
    await expect(loading).toBeVisible()
    await expect(loading).toHaveAttribute('aria-busy', 'true')
    expect(await serious(page, 'customer')).toEqual([])
  },
)

for (const [scheme, width, height] of [
  ['light', 1280, 800],
  ['dark', 800, 600],
] as const)
  test(
    `G14 every screen is sound for assistive technology, ${scheme}, ${width}×${height}`,
    BROWSER_ONLY,
    async ({ host, page }) => {
      // A dozen screens, each read whole.
      test.setTimeout(480_000)
      await host.call('sample.load', { seed: 3 })
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      const [customer] = (await host.call('customer.list', { limit: 1 })).rows
      const projects = (await host.call('project.list', { limit: 1 })).rows
      const users = await host.call('user.list', { activeOnly: true })
      const categories = await host.call('category.list', { activeOnly: true })
      const long = await host.call('customer.add', {
        name: `${'Very long name of a customer '.repeat(8)}`.slice(0, 200),
      })
      await host.call('timer.start', { customerId: long.customerId, categoryId: categories[0]?.id ?? null })
      const { today } = await host.call('app.state', {})
      const userId = users[0]?.id ?? ''
      const places = {
        today: '/',
        diary: '/diary',
        'diary of a user': `/diary/${today.slice(0, 7)}/${userId}`,
        'diary of a day': `/diary/${today.slice(0, 7)}/${userId}/${today}`,
        customers: '/customers',
        customer: `/customers/${customer?.id ?? ''}`,
        projects: `/customers/${projects[0]?.customerId ?? ''}/projects`,
        journal: `/customers/${customer?.id ?? ''}/journal`,
        'customer with a long name': `/customers/${long.customerId}`,
        settings: '/settings',
        history: '/history',
        search: '/search',
        'search that found': '/search/order',
      }
      const findings: string[] = []
      for (const [where, path] of Object.entries(places)) {
        // From nothing, so that what is looked at is not still the screen before.
        await page.goto('about:blank')
        await page.goto(`/#${path}`)
        await expect(page.getByRole('heading').first()).toBeVisible()
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        findings.push(...(await serious(page, where)))
        if ((await sideways(page)) > 0) findings.push(`${where}: scrolls sideways`)
      }
      await page.goto('/#/')
      await page.getByRole('button', { name: 'Stop work' }).first().click()
      await expect(page.getByRole('dialog', { name: 'Note' })).toBeVisible()
      findings.push(...(await serious(page, 'note')))
      expect(findings).toEqual([])
    },
  )
