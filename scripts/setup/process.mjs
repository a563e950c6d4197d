// Owns how the scripts run other programs: signals passed on, time limits kept, npm found on every system.
// Plain JavaScript with Node's own modules only: it runs before anything is installed, under any Node from 20 on.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * @typedef {object} RunOptions
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} [env] replaces the environment
 * @property {number} [timeoutMs] the program is ended after this time
 * @property {boolean} [quiet] its output is kept back and returned instead of shown
 * @property {boolean} [shell]
 * @property {AbortSignal} [abort] ends the program
 *
 * @typedef {object} RunResult
 * @property {number} code 0 is success; 124 a passed time limit, 127 a program that could not be started
 * @property {string} output what was held back by `quiet`
 * @property {boolean} interrupted somebody asked us to end meanwhile
 */

/**
 * Runs a program to its end. Never rejects: a program that cannot be started is a code like any other.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd,
      env: options.env ?? process.env,
      shell: options.shell ?? false,
      signal: options.abort,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    let output = ''
    child.stdout?.on('data', (text) => (output += text))
    child.stderr?.on('data', (text) => (output += text))
    let late = false
    const limit =
      options.timeoutMs &&
      setTimeout(() => {
        late = true
        child.kill('SIGKILL')
      }, options.timeoutMs)
    const signals = passSignalsTo(child)
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(limit)
      resolve({ code, output, interrupted: signals.release() })
    }
    child.on('error', (error) => {
      output += error.message
      end(127)
    })
    child.on('close', (code, signal) => end(late ? 124 : (code ?? (signal === 'SIGINT' ? 130 : 143))))
  })
}

/**
 * Hands on what asks us to end. A terminal sends Ctrl+C to the whole group, the child included: then we only wait.
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignalsTo(child) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  let interrupted = false
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    interrupted = true
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of signals) process.on(signal, pass)
  return {
    /** Ends the listening; true when a signal came. */
    release() {
      for (const signal of signals) process.off(signal, pass)
      return interrupted
    },
  }
}

/**
 * Runs npm itself: the very one that started us where we know it, else the one on PATH.
 * @param {readonly string[]} args
 * @param {RunOptions} options
 */
export function runNpm(args, options) {
  const script = process.env.npm_execpath ?? ''
  if (/npm-cli\.c?js$/.test(script)) {
    return run(process.env.npm_node_execpath ?? process.execPath, [script, ...args], options)
  }
  // Windows has npm as a .cmd file, which only a shell can start; no argument of ours needs quoting.
  return process.platform === 'win32'
    ? run('npm.cmd', args, { ...options, shell: true })
    : run('npm', args, options)
}

/**
 * The first of these programs that stands on PATH (or is an existing path itself).
 * @param {readonly string[]} names
 * @returns {string | undefined}
 */
export function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : ['']
  for (const name of names) {
    if (/[\\/]/.test(name)) {
      if (existsSync(name)) return name
      continue
    }
    for (const folder of folders) {
      for (const ending of endings) {
        if (existsSync(join(folder, name + ending))) return join(folder, name + ending)
      }
    }
  }
  return undefined
}

/** One plain line for the person who waits. @param {string} text */
export function say(text) {
  console.log(`daybook: ${text}`)
}

/** The code of a program that ended because it was asked to. */
export const INTERRUPTED = 130

/** Ends everything with a sentence that says what to do. @param {string} text @param {number} [code] @returns {never} */
export function fail(text, code = 1) {
  console.error(`daybook: ${text}`)
  process.exit(code)
}
