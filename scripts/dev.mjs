// `npm run dev`: the app with hot reload, in Electron or (with --host, or where there is no Electron) in the browser.
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronEnvironment, electronSwitches, ensureElectron } from './setup/electron.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { run, say } from './setup/process.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const flags = process.argv.slice(2).filter((flag) => flag !== '--host')
const node = await ensureInstalled(root)
const found = process.argv.includes('--host')
  ? { reason: 'asked for the host' }
  : await ensureElectron(root, node)

if ('electron' in found) {
  const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const sandbox = electronSwitches().length > 0 ? ['--noSandbox'] : []
  const args = [electronVite, 'dev', '--watch', ...sandbox, '--', ...flags]
  process.exitCode = (await run(node, args, { cwd: root, env: electronEnvironment() })).code
} else {
  say(`${found.reason}: hot reload in the browser.`)
  process.exitCode = await hostWithHotReload()
}

/**
 * Vite serves the renderer and hands the rest on to the host (see vite.config.ts). The host starts again whenever one of
 * its files changes, so it only prints its address: it would open a page each time. When one ends, so does the other.
 */
async function hostWithHotReload() {
  const [hostPort, vitePort] = await Promise.all([freePort(4747), freePort(5173)])
  const hostUrl = `http://127.0.0.1:${hostPort}`
  const viteUrl = `http://127.0.0.1:${vitePort}`
  const stop = new AbortController()
  const host = ['host/main.ts', '--port', `${hostPort}`, '--dev-renderer', viteUrl, ...flags]
  const vite = ['node_modules/vite/bin/vite.js', '--port', `${vitePort}`, '--strictPort']
  const both = [
    run(node, vite, { cwd: root, abort: stop.signal, env: { ...process.env, DAYBOOK_HOST_URL: hostUrl } }),
    run(node, ['--watch', '--watch-preserve-output', ...host], { cwd: root, abort: stop.signal }),
  ]
  const { code } = await Promise.race(both)
  stop.abort()
  await Promise.all(both)
  return code
}

/**
 * The port itself where nobody listens there, else any free one.
 * @param {number} wished
 * @returns {Promise<number>}
 */
function freePort(wished) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => (wished === 0 ? reject(new Error('no free port')) : resolve(freePort(0))))
    probe.listen(wished, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : wished
      probe.close(() => resolve(port))
    })
  })
}
