// `npm run test:long`: the browser tests that each build leaves out, for they go through many screens or wait for minutes.
import { defineConfig } from '@playwright/test'
import short from './playwright.config.ts'

export default defineConfig({ ...short, grep: /@long/, grepInvert: /@desktop/ })
