// The clock of a window: ticks by itself from the application's answer, so that all windows show the same second (B23).
import { useDocumentVisibility } from '@mantine/hooks'
import { createContext, use, useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { MINUTE_MS } from '../../shared/base/duration.ts'
import type { TimerState, TimerView } from '../../shared/contract/timer.ts'
import { useRequest } from '../channel/useRequest.ts'
import { clockFrom, clockTold } from './appClock.ts'
import type { AppClock } from './appClock.ts'
import { elapsedMs, msToNext } from './elapsed.ts'

/** What is known of the timers, the same object until something in it changes: most answers tell nothing but the time. */
export type Timers = Pick<TimerState, 'timers' | 'gaps'>

type TimerContextValue = { state: Timers | undefined; clock: AppClock }

const TimerContext = createContext<TimerContextValue | null>(null)

// Re-read once a minute: a sleeping computer may stop the monotonic clock of a page without telling it.
const RESYNC_MS = 60_000
export function TimerProvider({ children }: { children: ReactNode }) {
  // A hidden window asks nothing; it asks once when it is seen again.
  const visible = useDocumentVisibility() === 'visible'
  const [clock, setClock] = useState<AppClock>(() => clockFrom(Date.now()))
  const query = useRequest(
    'timer.state',
    {},
    {
      ...(visible && { refetchEveryMs: RESYNC_MS }),
      onAnswer: ({ now }, tookMs) => setClock((before) => clockTold(before, now, tookMs)),
    },
  )
  const { data: state, refetch } = query
  const [seen] = useState({ before: true })
  useEffect(() => {
    if (visible && !seen.before) void refetch()
    seen.before = visible
  }, [visible, seen, refetch])
  const { timers, gaps } = state ?? {}
  const value = useMemo(
    () => ({ state: timers === undefined || gaps === undefined ? undefined : { timers, gaps }, clock }),
    [timers, gaps, clock],
  )
  return <TimerContext value={value}>{children}</TimerContext>
}

function useTimerContext(): TimerContextValue {
  const value = use(TimerContext)
  if (value === null) throw new Error('useTimers outside of TimerProvider')
  return value
}

/** The current user's timers as last told; undefined until the first answer. */
export function useTimerState(): Timers | undefined {
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
    let stop = () => {}
    const tick = () => {
      const now = clock.now()
      const elapsed = elapsedMs({ countedMs, runningSince }, now)
      tell(elapsed)
      if (runningSince !== null) stop = clock.at(Math.round(now + msToNext(elapsed, unitMs)), tick)
    }
    tick()
    return () => stop()
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

/** The application's time, renewed with each of its minutes; for dates, "since" and "ago", which need no seconds. */
export function useNow(): number {
  const now = useAppClock().now()
  useDrawnAt(now + msToNext(now, MINUTE_MS))
  return now
}

/** Draws the component again at this moment of the application's time, or when the window is seen again after it; null: never. */
export function useDrawnAt(at: number | null): void {
  const clock = useAppClock()
  const [drawn, setDrawn] = useState(0)
  const visible = useDocumentVisibility() === 'visible'
  // Whole, so that a component that is drawn for another reason does not begin to wait anew.
  const moment = at === null ? null : Math.round(at)
  useEffect(() => {
    if (!visible || moment === null) return
    return clock.at(moment, () => setDrawn((count) => count + 1))
  }, [clock, moment, visible, drawn])
}
