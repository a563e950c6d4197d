// Takes back a change by the notice that names it. The notice comes once the answer is here: one of an earlier change may still stand.
import type { Page } from '@playwright/test'

/** @param done What the notice says was done. */
export const takeBack = (page: Page, done: string | RegExp): Promise<void> =>
  page.locator('[data-undo-notice]').filter({ hasText: done }).getByRole('button', { name: 'Undo' }).click()
