// Watches a process while it works: its memory, and how long its main thread answers nobody.
import { monitorEventLoopDelay } from 'node:perf_hooks'

export type Watched = {
  peakMb: number
  /** The longest time that the main thread worked without answering anybody. */
  busyMs: number
  /** The longest by the clock, with the time during which the processor was with others. */
  pauseMs: number
}

const RESOLUTION_MS = 1
export const MB = 1e6

/** How long the main thread let others wait at most, and the most memory that the whole process had. */
export async function watched(act: () => Promise<unknown>): Promise<Watched> {
  let peak = process.memoryUsage.rss()
  let busyMs = 0
  let before = process.threadCpuUsage()
  const look = (): void => {
    const { user, system } = process.threadCpuUsage(before)
    before = process.threadCpuUsage()
    busyMs = Math.max(busyMs, (user + system) / 1000)
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const busy = setInterval(look, RESOLUTION_MS)
  const lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  lag.enable()
  await act()
  // What ended right before nobody else has seen yet.
  look()
  lag.disable()
  clearInterval(busy)
  return { pauseMs: lag.max / 1e6 - RESOLUTION_MS, busyMs, peakMb: peak / MB }
}

/** Of a run in a process of its own, with what that took while nothing was to be done. */
export type Apart = Watched & { ms: number; idleMb: number; idlePauseMs: number }
