#!/usr/bin/env node
// The `daybook` command: makes sure of a Node that can run it, then loads the program. Plain JavaScript for any Node.
// CommonJS, since an `import` of one of Node's modules loads more than is used of it, before every answer.
const { existsSync, readdirSync, statSync } = require('node:fs')
const { enableCompileCache } = require('node:module')
const { join } = require('node:path')

const BUNDLE = '../out/cli/main.cjs'
const at = (path) => join(__dirname, path)

// better-sqlite3 crashes on opening a file under older ones, and TypeScript does not run as it stands before 22.18.
// From 24 on it does so without a warning on every call.
const [major, minor] = process.versions.node.split('.').map(Number)
const able = major > 22 || (major === 22 && minor >= 18)
const own = at(`../node_modules/node/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`)

if (major >= 24 || (able && !existsSync(own))) void load()
else if (existsSync(own)) runUnder(own)
else {
  console.error(
    `daybook: needs Node 22.18 or newer, this is ${process.version}. ` +
      'Run "npm start" in the folder of Daybook once, or install a newer Node from https://nodejs.org.',
  )
  process.exitCode = 2
}

async function load() {
  // Compiled code is kept between runs; where the cache cannot be written, nothing else changes.
  enableCompileCache?.()
  if (bundleIsCurrent()) require(BUNDLE)
  else await import('./main.ts')
}

/**
 * The bundle starts in a tenth of the time, but in a checkout the source is the truth: one file (or folder, after a
 * removal) that is younger than the bundle, and the source runs.
 */
function bundleIsCurrent() {
  const built = statSync(at(BUNDLE), { throwIfNoEntry: false })?.mtimeMs
  if (built === undefined) return false
  if (!existsSync(at('./main.ts'))) return true
  const younger = (path) => {
    // No bundle holds a test.
    if (/\.test\.ts$|\/testing$/.test(path)) return false
    const found = statSync(path)
    if (found.mtimeMs > built) return true
    return found.isDirectory() && readdirSync(path).some((name) => younger(`${path}/${name}`))
  }
  return !['.', '../core', '../shared', '../package-lock.json'].some((path) => younger(at(path)))
}

function runUnder(node) {
  const { spawn } = require('node:child_process')
  const child = spawn(node, [__filename, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`daybook: ${node} does not run: ${error.message}`)
    process.exitCode = 2
  })
  child.on('close', (code) => (process.exitCode = code ?? 1))
}
