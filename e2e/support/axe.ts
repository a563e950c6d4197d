// The check of accessibility, on a page of the browser or of the desktop app.
import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** It wants a page of its own to put results together, and the desktop app has none to give. */
export const axeOf = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode(process.env.DAYBOOK_E2E === 'electron')

/** Nothing that hinders many, in either scheme. */
export async function expectSound(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await axeOf(page).analyze()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(grave.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  }
}
