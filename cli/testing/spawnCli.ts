// `daybook` as people and scripts run it: a process. For what only a process shows: signals, terminals, several at once, its own words
// on the way; all else is asked in this one (runCli.ts).
import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { CliResult } from './runCli.ts'
import { commandsBy } from './runCli.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
export const SOURCE = join(root, 'cli', 'main.ts')

// Its bundle of the source as it is now, as the `daybook` bin runs it; a tenth of the source's time to start.
const folder = join(root, 'out', `test-cli-${process.pid}`)
const bundle = join(folder, 'main.cjs')
beforeAll(
  () => void execFileSync(process.execPath, [join(root, 'scripts', 'bundle', 'bundle.ts'), 'cli', folder]),
)
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

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

/** The commands on one data folder, each a process. */
export const processesOn = (folder: string) =>
  commandsBy((...args) => spawnCli('--data', folder, ...args).ended)
