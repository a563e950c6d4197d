// Opens the person's browser, and says so where that cannot be done. What it is given stands on a command line that others on
// the computer can read, so it never holds a secret.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import open from 'open'

const SETTLE_MS = 3000

/** null: the browser was asked. Else the reason, as the end of a sentence. */
export async function openBrowser(target: string): Promise<string | null> {
  try {
    const child = await open(target)
    // Where there is no browser, the helper program fails within a moment; one that runs on is a browser.
    const code = child.exitCode ?? (await endWithin(SETTLE_MS, child))
    return code === null || code === 0 ? null : `the program that opens pages ended with code ${code}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The code that it ended with, or null where it runs on; nobody else keeps this process alive for it. */
async function endWithin(ms: number, child: ChildProcess): Promise<number | null> {
  const settled = new AbortController()
  const { signal } = settled
  try {
    await Promise.race([once(child, 'exit', { signal }), setTimeout(ms, null, { signal })])
    return child.exitCode
  } finally {
    settled.abort()
  }
}
