// The clock of a window: ticks by itself from the application's answer, so that all windows show the same second (B23).
import { useDocumentVisibility } from '@mantine/hooks'
import { createContext, use, useEffect, useEffectEvent, useState } from 'react'
import type { ReactNode } from 'react'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { TimerState, TimerView } from '../../../shared/contract/timer.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { elapsedMs, msToNext } from './elapsed.ts'

/** The application's wall clock: what it said, plus what this window's own monotonic clock has counted since. */
export type AppClock = { now(): number }

type TimerContextValue = { state: TimerState | undefined; clock: AppClock }

const TimerContext = createContext<TimerContextValue | null>(null)

// Re-read once a minute: a sleeping computer may stop the monotonic clock of a page without telling it.
const RESYNC_MS = 60_000

export function TimerProvider({ children }: { children: ReactNode }) {
  // A hidden window asks nothing; it asks once when it is seen again.
  const visible = useDocumentVisibility() === 'visible'
  const query = useRequest('timer.state', {}, visible ? { refetchEveryMs: RESYNC_MS } : {})
  const { data: state, refetch } = query
  const [seen] = useState({ before: true })
  useEffect(() => {
    if (visible && !seen.before) void refetch()
    seen.before = visible
  }, [visible, seen, refetch])
  const [clock, setClock] = useState<AppClock>(() => clockFrom(Date.now()))
  const saidNow = state?.now
  useEffect(() => {
    if (saidNow !== undefined) setClock(clockFrom(saidNow))
  }, [saidNow])
  return <TimerContext value={{ state, clock }}>{children}</TimerContext>
}

function clockFrom(saidNow: number): AppClock {
  const receivedAt = performance.now()
  return { now: () => saidNow + (performance.now() - receivedAt) }
}

function useTimerContext(): TimerContextValue {
  const value = use(TimerContext)
  if (value === null) throw new Error('useTimers outside of TimerProvider')
  return value
}

/** The current user's timers as last told; undefined until the first answer. */
export function useTimerState(): TimerState | undefined {
  return useTimerContext().state
}

export function useAppClock(): AppClock {
  return useTimerContext().clock
}

/** The timer that the header shows: the running one, else a paused one. Stopped ones wait for the Time Log Entry dialog. */
export function useCurrentTimer(): TimerView | null {
  const { state } = useTimerContext()
  return state?.timers.find((timer) => timer.state !== 'stopped') ?? null
}

/**
 * Calls `onTick` at once, and just after each whole second (or another unit) of a timer that runs. Whoever shows it writes one text and
 * leaves the rest of the page alone: an open window with a running timer should cost next to nothing.
 */
export function useTicks(timer: TimerView, onTick: (elapsed: number) => void, unitMs = 1000): void {
  const { clock } = useTimerContext()
  const { countedMs, runningSince } = timer
  // Nobody looks at a hidden window: it ticks on when it is seen again.
  const visible = useDocumentVisibility() === 'visible'
  const tell = useEffectEvent(onTick)
  useEffect(() => {
    if (!visible) return
    let timeout: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      const elapsed = elapsedMs({ countedMs, runningSince }, clock.now())
      tell(elapsed)
      if (runningSince !== null) timeout = setTimeout(tick, msToNext(elapsed, unitMs))
    }
    tick()
    return () => clearTimeout(timeout)
  }, [clock, countedMs, runningSince, visible, unitMs])
}

/** Counted time of a timer at this moment, ms. */
export function useElapsed(timer: TimerView): number {
  const { clock } = useTimerContext()
  return elapsedMs(timer, clock.now())
}

/** Whole minutes of a timer; drawn again with each of them. */
export function useElapsedMinutes(timer: TimerView): number {
  const [, setTick] = useState(0)
  useTicks(timer, () => setTick((count) => count + 1), MINUTE_MS)
  return Math.floor(useElapsed(timer) / MINUTE_MS)
}

/** The application's time, renewed every so often; for "since" and "ago" that need no seconds. */
export function useNow(everyMs = 30_000): number {
  const { clock } = useTimerContext()
  const [, setTick] = useState(0)
  const visible = useDocumentVisibility() === 'visible'
  useEffect(() => {
    if (!visible) return
    const interval = setInterval(() => setTick((count) => count + 1), everyMs)
    return () => clearInterval(interval)
  }, [everyMs, visible])
  return clock.now()
}
