#!/usr/bin/env node
// The `daybook` command: makes sure of a Node that can run it, then loads the program. Plain JavaScript for any Node.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as module from 'node:module'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))

// Under older ones better-sqlite3 crashes on opening a file, and TypeScript does not run as it stands.
const OLDEST = [22, 18]

const [major, minor] = process.versions.node.split('.').map(Number)
if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) await load()
else runUnderOwnNode()

async function load() {
  // Compiled code is kept between runs. Not essential: a cache that cannot be written is no reason to stop.
  module.enableCompileCache?.()
  // In a checkout the source is the truth; an installed package has the bundle only.
  const entry = existsSync(at('./main.ts')) ? './main.ts' : '../out/cli/main.mjs'
  await import(new URL(entry, import.meta.url).href)
}

function runUnderOwnNode() {
  const own = at(`../node_modules/node/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`)
  if (!existsSync(own)) {
    console.error(
      `daybook: needs Node ${OLDEST.join('.')} or newer, this is ${process.version}. ` +
        'Run "npm start" or "npm ci" in the folder of Daybook once, or install a newer Node from https://nodejs.org.',
    )
    process.exit(2)
  }
  const child = spawn(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`daybook: ${own} does not run: ${error.message}`)
    process.exit(2)
  })
  child.on('close', (code) => process.exit(code ?? 1))
}
