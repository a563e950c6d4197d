// Tells the application when nobody was there: asleep, locked or idle from … to …; whether that matters is its rule.
import type { App } from '../core/ports.ts'
import type { Clock } from '../shared/base/clock.ts'
import type { Instant } from '../shared/base/instant.ts'
import type { ElectronApi } from './electronApi.ts'
import type { TimerWatch } from './timerWatch.ts'

type Cause = 'sleep' | 'lock' | 'idle'

/** Idleness is looked at once a minute, so a pause shorter than that is not seen as one. */
const IDLE_FROM_S = 60

/** `onShutdown`: the system is going down, so nothing may hold it up. */
export function watchPower(
  { powerMonitor }: ElectronApi,
  { app, clock, watch, onShutdown }: { app: App; clock: Clock; watch: TimerWatch; onShutdown(): void },
): void {
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
  powerMonitor.on('lock-screen', () => {
    lockedSince ??= clock.now()
  })
  powerMonitor.on('unlock-screen', () => {
    report('lock', lockedSince)
    lockedSince = null
  })
  powerMonitor.on('shutdown', onShutdown)

  watch.onChange(({ timers }, why) => {
    if (!timers?.timers.some((timer) => timer.state === 'running')) {
      idleSince = null
      return
    }
    if (why !== 'minute' || lockedSince !== null) return
    const idleS = powerMonitor.getSystemIdleTime()
    if (idleS >= IDLE_FROM_S) {
      idleSince ??= clock.now() - idleS * 1000
      return
    }
    report('idle', idleSince)
    idleSince = null
  })
}
