// Looks for a new version, fetches it beside the work, and installs it when the person quits: never in a session (J15).
import type { Cancel, Log, Scheduler } from '../../core/ports.ts'
import type { UpdateState } from '../../shared/contract/desktop.ts'
import type { NoRelease, Release } from './feed.ts'

export type UpdateDeps = {
  scheduler: Scheduler
  log: Log
  /** null: this build has no feed. */
  readFeed: (() => Promise<Release | NoRelease>) | null
  /** Fetches the installer and checks it against the signed feed; from then on quitting installs it. */
  fetch(release: Release): Promise<void>
  wanted(): boolean
  changed(state: UpdateState): void
}

export type Updates = {
  state(): UpdateState
  /** Looks now, because somebody asked. */
  check(): Promise<UpdateState>
  close: Cancel
}

/** The first screens come first. */
const FIRST_MS = 60_000
const AGAIN_MS = 6 * 60 * 60_000

export function createUpdates(deps: UpdateDeps): Updates {
  const { scheduler, log, readFeed } = deps
  let state: UpdateState = { state: readFeed === null ? 'none' : 'idle', version: null, notes: null }
  let looking: Promise<UpdateState> | null = null

  const tell = (next: UpdateState): UpdateState => {
    state = next
    deps.changed(next)
    return next
  }
  const look = async (): Promise<UpdateState> => {
    // One that is ready stays ready: another is found after the next start.
    if (readFeed === null || state.state === 'ready') return state
    const release = await readFeed()
    if (typeof release === 'string') {
      if (release === 'lied') log.error('update.refused', new Error('the feed is not signed by our key'))
      return tell({ state: release === 'notYet' ? 'current' : release, version: null, notes: null })
    }
    const of = { version: release.version, notes: release.releaseNotes ?? null }
    tell({ state: 'fetching', ...of })
    try {
      await deps.fetch(release)
      return tell({ state: 'ready', ...of })
    } catch (error) {
      log.error('update.fetch', error)
      return tell({ state: 'failed', ...of })
    }
  }
  const check = () =>
    (looking ??= look().finally(() => {
      looking = null
    }))
  const byItself = () => {
    if (deps.wanted()) check().catch((error: unknown) => log.error('update', error))
  }

  const cancelFirst = scheduler.every(FIRST_MS, () => {
    cancelFirst()
    byItself()
  })
  const cancelAgain = scheduler.every(AGAIN_MS, byItself)
  return {
    state: () => state,
    check,
    close: () => {
      cancelFirst()
      cancelAgain()
    },
  }
}
