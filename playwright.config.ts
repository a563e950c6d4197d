// Runs the end-to-end tests: the same specs in the browser on the host, and with DAYBOOK_E2E=electron on the desktop app.
import { defineConfig } from '@playwright/test'

// Nothing here may reach for the network, and no window may open.
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
]
// Chromium's sandbox refuses to run as root, as in most containers.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

const onDesktop = process.env.DAYBOOK_E2E === 'electron'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/built.ts',
  testMatch: '*.spec.ts',
  // `npm run test:long` asks for the long ones.
  grepInvert: onDesktop ? /@browser|@long/ : /@desktop|@long/,
  outputDir: 'test-results',
  // A machine under load is slow, not wrong; what hangs still ends.
  timeout: 120_000,
  globalTimeout: 45 * 60_000,
  expect: { timeout: 20_000 },
  retries: 0,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    video: 'off',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      // Set by scripts/test.mjs where the browser is not Playwright's own.
      executablePath: process.env.DAYBOOK_CHROMIUM || undefined,
      args: [...QUIET, ...sandbox],
    },
  },
})
