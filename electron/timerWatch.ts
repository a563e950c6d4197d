// Keeps what the shell shows of the timer up to date: read anew on events, and each minute only while a timer runs.
import type { App, Cancel, Log, Scheduler } from '../core/ports.ts'
import type { AppEvent } from '../shared/contract/channel.ts'
import type { AppState } from '../shared/contract/organisation.ts'
import type { RecentChoice, TimerState } from '../shared/contract/timer.ts'
import { unsentNow } from '../shared/rules/unsent.ts'
import { inBackground } from './background.ts'

const MINUTE_MS = 60_000
const RECENTS_SHOWN = 8

export type Watched = {
  app: AppState
  /** null: nothing is set up yet. */
  timers: TimerState | null
  recents: RecentChoice[]
  /** Done here, and not to be sent at the moment. */
  unsent: number
}

/** The clock went on by a minute, or something changed. */
export type Why = 'minute' | 'event'

export type TimerWatch = {
  current(): Watched | null
  /** Reads anew now; for decisions that must not rest on a minute-old state. */
  refresh(): Promise<Watched | null>
  onChange(listener: (watched: Watched, why: Why) => void): void
  close(): void
}

export function watchTimer(app: App, scheduler: Scheduler, log: Log): TimerWatch {
  const listeners: ((watched: Watched, why: Why) => void)[] = []
  let current: Watched | null = null
  let cancelMinute: Cancel | null = null
  let reading: Promise<void> | null = null
  let again: Why | null = null
  let closed = false

  const read = async (why: Why) => {
    const next = await readAll(app, log)
    if (next === null || closed) return
    current = next
    const running = next.timers?.timers.some((timer) => timer.state === 'running') ?? false
    if (running && cancelMinute === null) cancelMinute = scheduler.every(MINUTE_MS, () => start('minute'))
    if (!running) stopMinute()
    for (const listener of listeners) listener(next, why)
  }
  const stopMinute = () => {
    cancelMinute?.()
    cancelMinute = null
  }
  // Many events in a row (an import, an undo) cost two reads, not many.
  const readLatest = (why: Why): Promise<void> => {
    if (reading !== null) {
      if (again !== 'event') again = why
      return reading
    }
    reading = (async () => {
      try {
        for (let next: Why | null = why; next !== null; next = again) {
          again = null
          await read(next)
        }
      } finally {
        reading = null
      }
    })()
    return reading
  }
  const start = (why: Why) => inBackground(log, 'timer.read', () => readLatest(why))

  const unsubscribe = app.subscribe((event) => {
    if (concernsTimer(event)) start('event')
  })
  return {
    current: () => current,
    refresh: async () => {
      await readLatest('event')
      return current
    },
    onChange: (listener) => listeners.push(listener),
    close: () => {
      closed = true
      stopMinute()
      unsubscribe()
    },
  }
}

async function readAll(app: App, log: Log): Promise<Watched | null> {
  const state = await app.invoke('app.state', {})
  if (!state.ok) {
    log.error('timer.read', new Error(state.error.code))
    return null
  }
  if (state.value.organisation === null || state.value.currentUser === null)
    return { app: state.value, timers: null, recents: [], unsent: 0 }
  const timers = await app.invoke('timer.state', {})
  const recents = await app.invoke('timer.recents', { limit: RECENTS_SHOWN })
  const team = await app.invoke('team.status', {})
  return {
    app: state.value,
    timers: timers.ok ? timers.value : null,
    recents: recents.ok ? recents.value : [],
    unsent: team.ok ? unsentNow(team.value) : 0,
  }
}

const shown = ['timer', 'timeEntry', 'gap', 'customer', 'category', 'user', 'organisation'] as const

function concernsTimer(event: AppEvent): boolean {
  if (event.type === 'deviceChanged' || event.type === 'team') return true
  if (event.type !== 'changed') return false
  const { entities } = event
  return entities === 'all' || shown.some((name) => entities.includes(name))
}
