// `npm start`: sets up what is missing, builds what is out of date, opens the desktop window or else the browser.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './setup/build.mjs'
import { electronEnvironment, electronSwitches, ensureElectron } from './setup/electron.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { run, say } from './setup/process.mjs'

// A window that dies this soon never was one (no sandbox, no graphics): then the browser does.
const STILLBORN_MS = 8_000

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const flags = process.argv.slice(2)
const forHost = ['--host', '--port', '--no-open'].some((flag) =>
  flags.some((given) => given === flag || given.startsWith(`${flag}=`)),
)

const node = await ensureInstalled(root)
await buildIfStale(root, node, 'renderer')
// Not needed here, but it makes the command line quick from the first call on.
await buildIfStale(root, node, 'bundles')
process.exitCode = forHost ? await startHost() : await startWindow()

async function startWindow() {
  const found = await ensureElectron(root, node)
  if ('reason' in found) {
    say(`${found.reason}, so Daybook opens in your browser.`)
    return startHost()
  }
  await buildIfStale(root, node, 'electron')
  const began = Date.now()
  const args = [...electronSwitches(), '.', ...flags]
  const env = electronEnvironment()
  const { code, interrupted } = await run(found.electron, args, { cwd: root, env })
  if (code === 0 || interrupted || Date.now() - began > STILLBORN_MS) return code
  say(`the desktop window could not open here (code ${code}), so Daybook opens in your browser.`)
  return startHost()
}

async function startHost() {
  const own = flags.filter((flag) => flag !== '--host' && flag !== '--no-open')
  const open = flags.includes('--no-open') ? [] : ['--open']
  const { code } = await run(node, [join(root, 'host', 'main.ts'), ...open, ...own], { cwd: root })
  return code
}
