// Tells the application when nobody was there: asleep, locked or idle from … to …; whether that matters is its rule.
import type { App, Log } from '../core/ports.ts'
import type { Clock } from '../shared/base/clock.ts'
import type { Instant } from '../shared/base/instant.ts'
import { idleCounts } from '../shared/rules/gap.ts'
import { inBackground } from './background.ts'
import type { ElectronApi } from './electronApi.ts'
import type { Presence } from './presence.ts'
import type { TimerWatch } from './timerWatch.ts'

type Cause = 'sleep' | 'lock' | 'idle'

/** Idleness is looked at once a minute, so a pause shorter than that is not seen as one. */
const IDLE_FROM_S = 60

export type PowerDeps = {
  app: App
  clock: Clock
  log: Log
  watch: TimerWatch
  presence: Presence
  /** The system is going down, so nothing may hold it up. */
  onShutdown(): void
}

export function watchPower({ powerMonitor }: ElectronApi, deps: PowerDeps): void {
  const { app, clock, log, watch, presence } = deps
  let asleepSince: Instant | null = null
  let lockedSince: Instant | null = null
  let idleSince: Instant | null = null
  let reportedTo: Instant = -Infinity

  const report = (cause: Cause, from: Instant | null) => {
    if (from === null) return
    const to = clock.now()
    // What was already asked about must not come up again under another name.
    const begin = cause === 'idle' ? Math.max(from, reportedTo) : from
    if (begin >= to) return
    if (cause === 'idle' && !idleCounts(to - begin, watch.current()?.app.preferences.idleMinutes ?? null))
      return
    reportedTo = to
    app.noteAbsence(cause, begin, to)
  }

  powerMonitor.on('suspend', () => {
    asleepSince ??= clock.now()
  })
  powerMonitor.on('resume', () => {
    report('sleep', asleepSince)
    asleepSince = null
  })
  presence.onLock((locked) => {
    if (locked) lockedSince ??= clock.now()
    else {
      report('lock', lockedSince)
      lockedSince = null
    }
  })
  powerMonitor.on('shutdown', deps.onShutdown)

  const look = async () => {
    const idleS = await presence.idleSeconds()
    if (idleS === null || lockedSince !== null) return
    if (idleS >= IDLE_FROM_S) {
      idleSince ??= clock.now() - idleS * 1000
      return
    }
    report('idle', idleSince)
    idleSince = null
  }
  watch.onChange(({ timers }, why) => {
    if (!timers?.timers.some((timer) => timer.state === 'running')) idleSince = null
    else if (why === 'minute' && lockedSince === null) inBackground(log, 'idle', look)
  })
}
