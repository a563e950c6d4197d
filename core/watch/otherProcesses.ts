// Notices what other processes (the command line beside the app) commit to the same file, without waking up to look for it.
import { watch, writeFileSync } from 'node:fs'
import type { FSWatcher } from 'node:fs'
import { join } from 'node:path'
import { watchDataVersion } from '../db/dataVersion.ts'
import type { WritableData } from '../db/data.ts'
import type { Cancel, Ports } from '../ports.ts'

/** A file beside the database that is written after each commit of a process that does not stay; what is in it says nothing. */
const MARK_NAME = 'changed'

/** For who commits without the mark: a process that was killed before it, or another program. */
const LOOK_MS = 60_000
/** Where the system cannot watch the mark. */
const LOOK_OFTEN_MS = 1_000
/** Many commits in a row are said once a second. */
const PAUSE_MS = 1_000

type Deps = Pick<Ports, 'scheduler' | 'log'> & { dataDir: string }

/**
 * Calls `changed` when another connection has committed. The log of the database itself is no sign: it is written before its
 * commit can be seen. The mark is written after that.
 */
export function watchOtherProcesses(
  { scheduler, log, dataDir }: Deps,
  data: WritableData,
  changed: () => void,
): Cancel {
  const committedElsewhere = watchDataVersion(data.db)
  committedElsewhere()
  let pause: Cancel | null = null
  let missed = false
  const look = (): void => {
    if (pause !== null) {
      missed = true
      return
    }
    try {
      if (!committedElsewhere()) return
      pause = scheduler.every(PAUSE_MS, endPause)
      changed()
    } catch (error) {
      log.error('dataVersion', error)
    }
  }
  const endPause = (): void => {
    pause?.()
    pause = null
    if (missed) look()
    missed = false
  }

  let stopPolling = scheduler.every(LOOK_MS, look)
  const stopWatching = watchMark(join(dataDir, MARK_NAME), look, (error) => {
    log.error('changed.watch', error)
    stopPolling()
    stopPolling = scheduler.every(LOOK_OFTEN_MS, look)
  })
  return () => {
    stopWatching()
    stopPolling()
    pause?.()
  }
}

function watchMark(file: string, marked: () => void, failed: (error: unknown) => void): Cancel {
  let watcher: FSWatcher | null = null
  const stop = (): void => {
    watcher?.close()
    watcher = null
  }
  try {
    setMark(file)
    watcher = watch(file, { persistent: false }, marked).on('error', (error) => {
      stop()
      failed(error)
    })
  } catch (error) {
    failed(error)
  }
  return stop
}

/** Tells the programs that stay, after a commit, that there was one. */
export function createMark({ log, dataDir }: Pick<Deps, 'log' | 'dataDir'>): () => void {
  return () => {
    try {
      setMark(join(dataDir, MARK_NAME))
    } catch (error) {
      // They find out within a minute.
      log.error('changed.mark', error)
    }
  }
}

const setMark = (file: string): void => writeFileSync(file, '.', { mode: 0o600 })
