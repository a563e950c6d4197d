// What a spec gets: the program on an empty data folder, a page that may go to `/` at once, and a small firm where it asks for one.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { Desktop } from './desktop.ts'
import { Host } from './host.ts'
import type { Firm, Program, Running } from './program.ts'
import { zoneAtNoon } from '../../core/testing/zoneAtNoon.ts'
import { running, setUpFirm } from './program.ts'
import { slowDown } from './slow.ts'

// Any number: what it draws is drawn again by the same.
const slowSeed = process.env.DAYBOOK_E2E_SLOW

type Fixtures = { host: Running; firm: Firm; systemZone: string }

async function onFreshData<P extends Program>(
  open: (dataDir: string) => P,
  use: (host: P) => Promise<void>,
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'daybook-e2e-'))
  const program = open(dataDir)
  await program.start()
  await use(program)
  await program.stop()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
}

/** A test that wants the welcome uses `host` and `page` only. */
const common = base.extend<Fixtures>({
  systemZone: [zoneAtNoon(Date.now()), { option: true }],
  firm: async ({ host, systemZone }, use) => {
    await use(await setUpFirm(host, systemZone))
  },
  // English with a clock of 24 hours; a test of another language sets its own.
  locale: 'en-GB',
})

const inBrowser = common.extend<{ server: Host }>({
  // Playwright reads from the pattern which fixtures are wanted: none.
  // oxlint-disable-next-line no-empty-pattern
  server: async ({}, use) => onFreshData((dataDir) => new Host(dataDir), use),
  host: async ({ server }, use) => {
    await use(running(server))
  },
  context: async ({ context, server }, use) => {
    await server.admit(context)
    if (slowSeed !== undefined) await slowDown(context, Number(slowSeed))
    await use(context)
  },
  baseURL: async ({ server }, use) => {
    await use(server.origin)
  },
})

const onDesktop = common.extend<{ desktop: Desktop }>({
  // oxlint-disable-next-line no-empty-pattern
  desktop: async ({ locale }, use) => onFreshData((dataDir) => new Desktop(dataDir, locale ?? 'en-GB'), use),
  host: async ({ desktop }, use) => {
    await use(running(desktop))
  },
  page: async ({ desktop }, use) => {
    await use(desktop.page)
  },
})

export const test =
  process.env.DAYBOOK_E2E === 'electron' ? (onDesktop as typeof common) : (inBrowser as typeof common)

/**
 * For specs of what only a browser has (several tabs, requests that are held up) or of the desktop alone. playwright.config.ts
 * leaves out those of the other.
 */
export const BROWSER_ONLY = { tag: '@browser' } as const

/**
 * What goes through many screens in many languages, sizes and schemes, or waits for minutes: left to `npm run test:long`, which runs
 * every night, so that each build need not wait for it.
 */
export const TAKES_LONG = { tag: '@long' } as const
export const LONG_BROWSER_ONLY = { tag: ['@browser', '@long'] }

export { expect } from '@playwright/test'
export type { Firm, Running as Host } from './program.ts'
