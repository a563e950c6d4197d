// Watches over running timers: the heartbeat that marks when the application was last alive, the gaps it finds (G1), and
// wall clocks that are set (G3).
import type { Gap } from '../../shared/entities/gap.ts'
import type { Effect } from '../../shared/entities/registry.ts'
import type { Reading } from '../../shared/rules/clock.ts'
import { passedBetween } from '../../shared/rules/clock.ts'
import { GAP_THRESHOLD_MS } from '../../shared/rules/gap.ts'
import type { Committed } from '../commit.ts'
import { commitChanges } from '../commit.ts'
import type { WritableData } from '../db/data.ts'
import type { Ports } from '../ports.ts'
import { lastAlive, setLastAlive } from '../kept/session.ts'
import type { Act } from '../pipeline.ts'
import type { Notice, NoticeArgs } from '../team/notices.ts'
import { noticed } from '../team/notices.ts'
import { leavesRunning, runningHere, watchedIds } from './watched.ts'

/** A little under the ten seconds that a sign of life may be old after a crash. */
export const HEARTBEAT_MS = 8_000

/** A machine under load may beat late; only a step far beyond that is sleep. */
const LATE_MS = 60_000

/** How long a heartbeat waits for another process: a reader that opens the file may hold it up for an instant. */
const PATIENCE_MS = 100

export interface Watch {
  noteAbsence(cause: Gap['cause'], from: number, to: number): void
  /** Compares the clocks; every command asks for it first, so that none acts on a wall clock that was just set. */
  checkClocks(): void
  /** Writes the sign of life within a commit after which one of its timers runs: from then on it is watched here. */
  markAlive(effects: readonly Effect[]): void
  stop(): void
}

type WatchDeps = {
  ports: Pick<Ports, 'clock' | 'newId' | 'scheduler' | 'log' | 'systemZone'>
  data: WritableData
  committed(commitId: string): void
  /** Within the commit, right before its end; see the pipeline. */
  beforeCommit(act: Act, committed: Committed): void
  /** Throws when the file is no longer in its place. */
  sameFile(): void
  /** Something is written here for long by another connection of this process. */
  busy(): boolean
  /** It gives way to what is written now. */
  makeWay(): void
  /** What else is looked at with each beat, and at once. */
  alsoLook(): void
}

/** Looks at once for the time since the last sign of life, then beats until stopped. */
export function startWatch(deps: WatchDeps): Watch {
  const { ports, data, committed, beforeCommit, sameFile, alsoLook } = deps
  const { clock } = ports
  const read = (): Reading => ({
    wall: clock.now(),
    monotonic: clock.monotonic(),
    uptime: clock.uptime?.() ?? null,
  })
  const running = () => runningHere(data)

  /** Nobody asked for it, so a refusal is a fault of the program. In a team the act says which timers this device watches. */
  const commit = <N extends Notice>(command: N, at: number, said: NoticeArgs<N>): void => {
    const commitId = ports.newId()
    let used = 0
    const write = data.db.transaction(() => {
      const timerIds = watchedIds(data)
      const args = timerIds === null ? said : { ...said, timerIds: [...timerIds] }
      const changes = noticed(data, command, args, () => `${commitId}-${++used}`)
      if (changes === null) return false
      const outcome = commitChanges(data, changes, { id: commitId, at, actorId: null, command, args })
      if (!outcome.ok) throw new Error(`${command} was refused: ${outcome.error.code}`)
      beforeCommit({ id: commitId, at, zone: ports.systemZone(), command, args }, outcome.value)
      return true
    })
    deps.makeWay()
    if (write.immediate()) committed(commitId)
  }

  const notice = (cause: Gap['cause'], from: number, to: number): void =>
    commit('gap.notice', clock.now(), { cause, from, to })

  /** An audit note for each jump that a session has seen, also where it changed nothing, as with a paused one. */
  const adjust = (from: number, to: number): void =>
    commit('clock.adjusted', to, { from, to, byMs: to - from })

  const markAlive = (): void => setLastAlive(data, clock.now())

  /** The mark stands only while a timer runs: an old one would say of the next timer that nobody watched it. */
  const beat = (): void => {
    // Of the sign of life the next beat is soon enough.
    if (deps.busy()) return
    if (running().length > 0) markAlive()
    else if (lastAlive(data) !== null) setLastAlive(data, null)
  }

  let last = read()
  const checkClocks = (): void => {
    const now = read()
    const { elapsedMs, setByMs, unclearMs } = passedBetween(last, now)
    const until = last.wall + elapsedMs
    if (setByMs !== 0) adjust(until, now.wall)
    else if (unclearMs >= GAP_THRESHOLD_MS) notice('clock', last.wall, now.wall)
    else if (unclearMs > 0) adjust(until, now.wall)
    // What follows may fail on a full disk; the correction is made and must not be made again.
    last = now
    if (elapsedMs > HEARTBEAT_MS + LATE_MS) {
      // Set back, the session has moved with the clock; set ahead, it counts by the old time until the jump.
      const to = setByMs > 0 ? until : now.wall
      notice('sleep', to - elapsedMs, to)
    }
  }

  const usualWaitMs = Number(data.db.pragma('busy_timeout', { simple: true }))
  const alive = lastAlive(data)
  if (alive !== null && alive > last.wall) adjust(alive, last.wall)
  else if (alive !== null) notice('off', alive, last.wall)
  beat()
  alsoLook()

  const cancel = ports.scheduler.every(HEARTBEAT_MS, () => {
    try {
      sameFile()
      // Somebody else's lock must not stop the windows every few seconds; the next beat tries again. By exec, because a
      // pragma's statement is only freed with the garbage, and there are ten thousand beats a day.
      data.db.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`)
      checkClocks()
      beat()
      alsoLook()
    } catch (error) {
      // A full disk or a lock of another process: the timer's row is safe; the next beat tries again.
      ports.log.error('heartbeat', error)
    } finally {
      data.db.exec(`PRAGMA busy_timeout = ${usualWaitMs}`)
    }
  })
  return {
    noteAbsence: (cause, from, to) => {
      // Where only this tells sleep from a clock that was set, it is the explanation of the jump.
      if (last.uptime === null) last = read()
      else checkClocks()
      notice(cause, from, to)
    },
    checkClocks,
    markAlive: (effects) => {
      if (leavesRunning(effects)) markAlive()
    },
    stop: cancel,
  }
}
