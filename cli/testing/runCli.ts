// `daybook` from a command line to an exit code and what it printed, in this process.
import { vi } from 'vitest'
import { runProgram } from '../program.ts'

export type CliResult = { code: number | null; out: string; err: string }
/** Any JSON, to be looked into by name and number. */
export type Json = { readonly [key: string]: Json | undefined }

/** What sets up a firm with its first user and customer. */
export const setUpArgs = (zone = 'Europe/Berlin'): string[] =>
  `setup --name Ana --organisation Firm --customer Acme --currency eur --zone ${zone}`.split(' ')

/** As of a process: its exit code, and what it wrote. */
async function runHere(args: readonly string[]): Promise<CliResult> {
  const written = { out: '', err: '' }
  const catching = (to: keyof typeof written) => (text: string | Uint8Array) => {
    written[to] += String(text)
    return true
  }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(catching('out'))
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(catching('err'))
  try {
    return { code: await runProgram(args), ...written }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

/** The commands on one data folder, one after the other, here: a tenth of what a process takes, from the same line to the same words. */
export const cliOn = (folder: string) => commandsBy((...args) => runHere(['--data', folder, ...args]))

/** What is said to a data folder by whatever runs it. */
export function commandsBy(run: (...args: string[]) => Promise<CliResult>) {
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
