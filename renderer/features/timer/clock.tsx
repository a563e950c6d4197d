// The clock of a window: ticks by itself from the application's answer, so that all windows show the same second (B23).
import { useDocumentVisibility } from '@mantine/hooks'
import { createContext, use, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { TimerState, TimerView } from '../../../shared/contract/timer.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { elapsedMs, msToNextSecond } from './elapsed.ts'

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

/** Counted time of a timer, ms, growing by whole seconds while it runs. */
export function useElapsed(timer: TimerView): number {
  const { clock } = useTimerContext()
  const [, setTick] = useState(0)
  const { countedMs, runningSince } = timer
  // Nobody looks at a hidden window: it ticks on when it is seen again.
  const visible = useDocumentVisibility() === 'visible'
  useEffect(() => {
    if (runningSince === null || !visible) return
    let timeout: ReturnType<typeof setTimeout>
    const tick = () => {
      setTick((count) => count + 1)
      timeout = setTimeout(tick, msToNextSecond(elapsedMs({ countedMs, runningSince }, clock.now())))
    }
    tick()
    return () => clearTimeout(timeout)
  }, [clock, countedMs, runningSince, visible])
  return elapsedMs(timer, clock.now())
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
