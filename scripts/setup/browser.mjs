// Owns finding a Chromium for the browser tests: named, Playwright's own, installed, or (in a container) from Debian.
import { join } from 'node:path'
import { aptInstall } from './debian.mjs'
import { fail, findProgram, INTERRUPTED, run, say } from './process.mjs'

const FETCH_LIMIT_MS = 5 * 60_000
// The shell without windows first, as Playwright's own is: it starts and draws a good deal faster.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
]
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * The browser's path for DAYBOOK_CHROMIUM; '' is Playwright's own, which it finds itself. Each one is started once,
 * since a browser that is there may still lack a library.
 * @param {string} root
 * @param {string} node
 * @returns {Promise<string>}
 */
export async function ensureBrowser(root, node) {
  const named = process.env.DAYBOOK_CHROMIUM
  if (named) {
    const problem = await startProblem(root, node, named)
    if (problem) fail(`DAYBOOK_CHROMIUM names ${named}, but that browser does not start.\n${problem}`)
    return named
  }
  if (!(await startProblem(root, node, ''))) return ''
  say('fetching a Chromium for the browser tests (once) …')
  const playwright = join(root, 'node_modules', 'playwright', 'cli.js')
  const fetching = [playwright, 'install', '--only-shell', 'chromium']
  const fetched = await run(node, fetching, { cwd: root, quiet: true, timeoutMs: FETCH_LIMIT_MS })
  if (fetched.interrupted) process.exit(INTERRUPTED)
  if (fetched.code === 0 && !(await startProblem(root, node, ''))) return ''
  const installed = () => findProgram([...NAMES, ...PLACES])
  let path = installed()
  if (!path && (await aptInstall(root, ['chromium-headless-shell']))) path = installed()
  if (!path && (await aptInstall(root, ['chromium']))) path = installed()
  const problem = path && (await startProblem(root, node, path))
  if (path && !problem) {
    say(`Playwright's Chromium cannot be had here, taking ${path}.`)
    return path
  }
  return fail(
    'no browser for the tests: Playwright could not fetch one and none that starts is installed. Install Chromium ' +
      `or Chrome, or name one in DAYBOOK_CHROMIUM.\n${problem ?? fetched.output.trim().slice(-400)}`,
  )
}

/**
 * Why this browser does not start; undefined when it does.
 * @param {string} root
 * @param {string} node
 * @param {string} path
 */
async function startProblem(root, node, path) {
  const script = `
    const { chromium } = await import('playwright')
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const browser = await chromium.launch({ executablePath: ${JSON.stringify(path)} || undefined, args, timeout: 60000 })
    await browser.close()`
  const args = ['--input-type=module', '--eval', script]
  const { code, output } = await run(node, args, { cwd: root, quiet: true, timeoutMs: 90_000 })
  if (code === 0) return undefined
  // What follows is Playwright's full command line, several times over.
  return (
    output
      .split('\n')
      .filter((line) => /error|cannot|launch:/i.test(line))
      .slice(0, 4)
      .join('\n') || `code ${code}`
  )
}
