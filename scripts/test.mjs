// `npm test`: sets up everything that is needed, then checks, then drives the real app in a real browser.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './setup/browser.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { ensureOffice } from './setup/office.mjs'
import { say } from './setup/process.mjs'
import { BROWSER, CHECK, runStages } from './stages.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = await ensureInstalled(root)
const DAYBOOK_CHROMIUM = await ensureBrowser(root, node)
const DAYBOOK_SOFFICE = await ensureOffice(root)
const env = { ...process.env, DAYBOOK_CHROMIUM, DAYBOOK_SOFFICE }
say('✓ set-up')

process.exitCode = await runStages(root, node, CHECK, env)
if (process.exitCode === 0) process.exitCode = await runStages(root, node, [BROWSER], env)
if (process.exitCode === 0) say('all tests passed.')
