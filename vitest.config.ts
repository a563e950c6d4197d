// Runs the tests that stand beside the code: rules, the application on a real SQLite, programs, scripts.
import { defineConfig } from 'vitest/config'
import { Standstill } from './scripts/testing/standstill.ts'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          setupFiles: ['scripts/testing/seed.ts'],
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'out/**', 'release/**', '.tsbuild/**', 'hostile/**'],
          // A machine under load is slow, not wrong; what hangs still ends.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          // Faults on purpose; short here, at full length by `npm run test:hostile`.
          name: 'hostile',
          environment: 'node',
          include: ['hostile/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
    // The long hostile tests may each take an hour.
    reporters: process.env.DAYBOOK_HOSTILE === 'long' ? ['default'] : ['default', new Standstill()],
    retry: 0,
    passWithNoTests: true,
  },
})
