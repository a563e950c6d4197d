// Small pages in the data folder that lead on to an address with a token, for systems that do not tell whose program asks: the
// program that opens the browser is given only where such a page lies. Whoever can read it there can read the data itself.
import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HostPorts } from './application.ts'
import { onwardPage } from './plainPage.ts'
import { OPENER_LIFE_MS } from './session.ts'
import { wordsFor } from './words.ts'

export const LANDING = /^enter-[0-9a-f]{12}\.html$/

export type Landings = {
  /** The name of a page that leads to the address, or null where none can be written. */
  add(token: string, address: string): string | null
  /** The token was used, so its page leads nowhere. */
  used(token: string): void
  /** All of them go. */
  close(): void
}

type Deps = Pick<HostPorts, 'dataDir' | 'scheduler' | 'log'>

/** Only for the program that owns the data folder: what an earlier one left there when it was killed goes. */
export function createLandings({ dataDir, scheduler, log }: Deps): Landings {
  const remove = (name: string) =>
    tried(
      () => rmSync(join(dataDir, name), { force: true }),
      (error) => log.error('host.landing', error),
    )
  const left = tried(
    () => readdirSync(dataDir),
    () => [],
  )
  for (const name of left) if (LANDING.test(name)) remove(name)

  /** What takes the page of each token away. */
  const standing = new Map<string, () => void>()
  return {
    add(token, address) {
      const name = `enter-${randomBytes(6).toString('hex')}.html`
      const html = onwardPage(wordsFor(Intl.DateTimeFormat().resolvedOptions().locale), address)
      const written = tried(
        () => {
          // Never through a link that somebody has laid, and for no one else's eyes from the first byte on.
          writeFileSync(join(dataDir, name), html, { mode: 0o600, flag: 'wx' })
          return true
        },
        (error) => {
          log.error('host.landing', error)
          return false
        },
      )
      if (!written) {
        // A disk that is full holds the beginning of it.
        remove(name)
        return null
      }
      const cancel = scheduler.every(OPENER_LIFE_MS, () => standing.get(token)?.())
      standing.set(token, () => {
        cancel()
        standing.delete(token)
        remove(name)
      })
      return name
    },
    used: (token) => standing.get(token)?.(),
    close() {
      for (const end of standing.values()) end()
    },
  }
}

/** The file system's refusals are expected here, and only they: the folder is none, is read-only, or another program has the page open. */
function tried<T>(work: () => T, otherwise: (error: Error) => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return otherwise(error)
  }
}
