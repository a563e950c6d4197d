// Starts databaseChild.ts and reads what it says.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const program = fileURLToPath(new URL('./databaseChild.ts', import.meta.url))

export type Child = {
  /** The next line that it says, parsed; null once it has ended. */
  next(): Promise<unknown>
  send(line: string): void
  kill(): Promise<void>
  /** Resolves when it has ended by itself, with the signal that ended it. */
  ended(): Promise<{ code: number | null; signal: NodeJS.Signals | null; errors: string }>
}

export function startChild(...args: string[]): Child {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  const errors: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text))
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const end = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  const kill = async () => {
    child.kill('SIGKILL')
    await end
  }
  onTestFinished(kill)
  return {
    next: async () => {
      const line = await lines.next()
      return line.done === true ? null : (JSON.parse(line.value) as unknown)
    },
    send: (line) => child.stdin.write(`${line}\n`),
    kill,
    ended: async () => {
      const [code, signal] = await end
      return { code, signal, errors: errors.join('') }
    },
  }
}
