// `daybook` as people and scripts run it: a process, its exit code, and what it printed.
import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
export const SOURCE = join(root, 'cli', 'main.ts')

// Its bundle of the source as it is now, as the `daybook` bin runs it; a tenth of the source's time to start.
const folder = join(root, 'out', `test-cli-${process.pid}`)
const bundle = join(folder, 'main.cjs')
beforeAll(
  () => void execFileSync(process.execPath, [join(root, 'scripts', 'bundle', 'bundle.ts'), 'cli', folder]),
)
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

export type CliResult = { code: number | null; out: string; err: string }
/** Any JSON, to be looked into by name and number. */
export type Json = { readonly [key: string]: Json | undefined }

export const spawnCli = (...args: string[]) => spawnProgram(bundle, args)

/** At a terminal, whose keys are `stdin` and whose screen is `stdout`. */
export const spawnAtTerminal = (...args: string[]) =>
  watched(
    'script',
    // In the shell's place: a shell that waited would end by the key as well, and say so instead of what the program said.
    ['-qefc', `exec ${[process.execPath, bundle, ...args].map((arg) => `'${arg}'`).join(' ')}`, '/dev/null'],
    'pipe',
  )

export const spawnProgram = (program: string, args: readonly string[]) =>
  watched(process.execPath, [program, ...args], 'ignore')

function watched(
  program: string,
  args: readonly string[],
  stdin: 'ignore' | 'pipe',
): { child: ChildProcess; ended: Promise<CliResult> } {
  const { DAYBOOK_DATA: _, ...env } = process.env
  const child = spawn(program, args, { stdio: [stdin, 'pipe', 'pipe'], env })
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, ended }
}

/** What sets up a firm with its first user and customer. */
export const setUpArgs = (zone = 'Europe/Berlin'): string[] =>
  `setup --name Ana --organisation Firm --customer Acme --currency eur --zone ${zone}`.split(' ')

/** The commands on one data folder. */
export function cliOn(folder: string) {
  const run = (...args: string[]): Promise<CliResult> => spawnCli('--data', folder, ...args).ended
  /** Done, or the test fails with what was said instead. */
  const done = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await run(...args)
    if (code !== 0) throw new Error(`daybook ${args.join(' ')} ended with ${code}: ${err}`)
    return out
  }
  return {
    run,
    done,
    setUp: (zone?: string): Promise<string> => done(...setUpArgs(zone)),
    /** An hour and the like for Acme on Support, in the firm's time. */
    logWork: (start: string, stop: string, ...more: string[]): Promise<string> =>
      done('log', '--customer', 'Acme', '--category', 'Support', '--start', start, '--stop', stop, ...more),
    /** With --json; the one document on stdout. */
    json: async (...args: string[]): Promise<{ code: number | null; value: Json; err: string }> => {
      const { code, out, err } = await run('--json', ...args)
      return { code, value: JSON.parse(out) as Json, err }
    },
  }
}

/** A fixed zone in which it is about noon now, so that no test runs over midnight. */
export function noonZone(now: number): string {
  const ahead = 12 - (Math.floor(now / 3_600_000) % 24)
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}
