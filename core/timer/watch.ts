// Watches over running timers: the heartbeat that marks when the application was last alive, and the gaps it finds (G1).
import type { Gap } from '../../shared/entities/gap.ts'
import { noticeAbsence } from '../../shared/rules/gap.ts'
import { commitChanges } from '../commit.ts'
import type { Data } from '../db/data.ts'
import type { Cancel, Ports } from '../ports.ts'
import { lastAlive, setLastAlive } from '../session.ts'

export const HEARTBEAT_MS = 10_000

/** A machine under load may beat late; only a step far beyond that is sleep or a changed clock. */
const LATE_MS = 60_000

export interface Watch {
  noteAbsence(cause: Gap['cause'], from: number, to: number): void
  stop(): void
}

type WatchDeps = {
  ports: Pick<Ports, 'clock' | 'newId' | 'scheduler' | 'log'>
  data: Data
  committed(commitId: string): void
}

/** Looks at once for the time since the last sign of life, then beats until stopped. */
export function startWatch({ ports, data, committed }: WatchDeps): Watch {
  const running = () => data.where('timer', "state = 'running'")

  const noteAbsence = (cause: Gap['cause'], from: number, to: number): void => {
    const commitId = ports.newId()
    let used = 0
    data.db
      .transaction(() => {
        const newId = (): string => `${commitId}-${++used}`
        const changes = noticeAbsence(running(), data.list('gap'), { cause, from, to }, newId)
        if (changes.length === 0) return
        const info = { id: commitId, at: to, actorId: null, command: 'gap.notice', args: { cause, from, to } }
        const outcome = commitChanges(data, changes, info)
        if (!outcome.ok) throw new Error(`a gap was refused: ${outcome.error.code}`)
      })
      .immediate()
    if (used > 0) committed(commitId)
  }

  const beat = (): void => {
    if (running().length > 0) setLastAlive(data, ports.clock.now())
  }

  const began = ports.clock.now()
  const alive = lastAlive(data)
  if (alive !== null && alive < began) noteAbsence('off', alive, began)
  beat()

  let last = { wall: began, monotonic: ports.clock.monotonic() }
  const cancel: Cancel = ports.scheduler.every(HEARTBEAT_MS, () => {
    try {
      const now = { wall: ports.clock.now(), monotonic: ports.clock.monotonic() }
      if (now.wall - last.wall > HEARTBEAT_MS + LATE_MS) noteAbsence('sleep', last.wall, now.wall)
      last = now
      beat()
    } catch (error) {
      // A full disk or a lock of another process: the timer's row is safe; the next beat tries again.
      ports.log.error('heartbeat', error)
    }
  })
  return { noteAbsence, stop: cancel }
}
