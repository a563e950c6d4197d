// `node host/main.ts` as a process of its own, with what it prints.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { admit, asPage, visit } from './visit.ts'

const program = fileURLToPath(new URL('../main.ts', import.meta.url))

export type HostProcess = {
  pid: number
  /** The line on stdout. */
  line: string
  /** The address in it. */
  url: URL
  errors(): string
  kill(signal: NodeJS.Signals): Promise<number | null>
  ended(): Promise<number | null>
}

export const startHostProcess = (...args: string[]): Promise<HostProcess> => startHostIn(process.env, ...args)

export async function startHostIn(env: NodeJS.ProcessEnv, ...args: string[]): Promise<HostProcess> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const closed = once(child, 'close').then(([code]) => code as number | null)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await closed
  })
  const first = await createInterface(child.stdout)[Symbol.asyncIterator]().next()
  const line = first.done === true ? '' : first.value
  return {
    pid: child.pid ?? 0,
    line,
    url: new URL(/http:\S+/.exec(line)?.[0] ?? 'http://nowhere.invalid/'),
    errors: () => errors,
    kill: (signal) => {
      child.kill(signal)
      return closed
    },
    ended: () => closed,
  }
}

/** Enters by the address and answers like the page would. */
export async function enter(url: URL) {
  const admitted = await admit(url)
  return {
    ...admitted,
    api: async (
      name: string,
      args: unknown = {},
    ): Promise<{ ok: boolean; value: never; error?: { code: string } }> => {
      const response = await visit(`${url.origin}/api/${name}`, {
        method: 'POST',
        headers: asPage(admitted),
        body: JSON.stringify(args),
      })
      return (await response.json()) as never
    },
  }
}
