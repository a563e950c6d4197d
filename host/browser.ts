// Opens the person's browser, and says so where that cannot be done.
import { once } from 'node:events'
import open from 'open'

const SETTLE_MS = 3000

/** null: the browser was asked. Else the reason, as the end of a sentence. */
export async function openBrowser(url: string): Promise<string | null> {
  try {
    const child = await open(url)
    // Where there is no browser, the helper program fails within a moment; one that runs on is a browser.
    const settled = new AbortController()
    const ended = once(child, 'exit', { signal: settled.signal }).then(() => child.exitCode)
    const waited = new Promise<null>((done) => setTimeout(() => done(null), SETTLE_MS).unref())
    const code = child.exitCode ?? (await Promise.race([ended, waited]))
    ended.catch(() => undefined)
    settled.abort()
    return code === null || code === 0 ? null : `the program that opens pages ended with code ${code}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
