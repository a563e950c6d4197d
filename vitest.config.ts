// Runs the tests that stand beside the code: rules, the application on a real SQLite, programs, scripts.
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { Standstill } from './scripts/testing/standstill.ts'

// Threads and programs that tests begin read TypeScript: what Node made of a file for one of them serves all. Without it each reads it by
// WebAssembly, and ending a thread that did has ended the whole program (V8: `jit_page.has_value()`).
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules', '.cache', 'compiled')

const FOLDERS_OF_RULES = ['renderer', 'shared']

const UNIT = {
  environment: 'node',
  setupFiles: ['scripts/testing/seed.ts'],
  // A machine under load is slow, not wrong; what hangs still ends.
  testTimeout: 60_000,
  hookTimeout: 120_000,
}

export default defineConfig({
  test: {
    // By itself Vitest leaves a core free, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...UNIT,
          name: 'rules',
          include: FOLDERS_OF_RULES.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          // They leave nothing behind: what one file has loaded, the next need not load again.
          isolate: false,
        },
      },
      {
        test: {
          ...UNIT,
          name: 'programs',
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'out/**', 'release/**', '.tsbuild/**', 'hostile/**'].concat(
            FOLDERS_OF_RULES.map((folder) => `${folder}/**`),
          ),
        },
      },
      {
        test: {
          // Faults on purpose; short here, at full length by `npm run test:hostile`.
          name: 'hostile',
          environment: 'node',
          include: ['hostile/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
    // The long hostile tests may each take an hour.
    reporters: process.env.DAYBOOK_HOSTILE === 'long' ? ['default'] : ['default', new Standstill()],
    retry: 0,
    passWithNoTests: true,
  },
})
