// A process of its own that does nothing but run Daybook and export, so that its memory and its pauses are those of the export.
// `node --expose-gc bench/exportProcess.ts DATA MONTH FILE` prints one line of JSON.
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { ask } from './ask.ts'
import { openSettledApp } from './data.ts'

export type ExportFigures = {
  ms: number
  idleMb: number
  peakMb: number
  /** The longest time that the main thread worked without answering anybody. */
  busyMs: number
  /** The longest by the clock, with the time during which the processor was with others; and that of an idle second. */
  pauseMs: number
  idlePauseMs: number
}

const [dataDir = '', month = '', path = ''] = process.argv.slice(2)
const RESOLUTION_MS = 1
const MB = 1e6

const app = await openSettledApp(dataDir)
try {
  // What the start left behind is no part of idling.
  globalThis.gc?.()
  const idlePauseMs = (await watched(() => wait(1000))).pauseMs
  globalThis.gc?.()
  const idleMb = process.memoryUsage.rss() / MB
  const began = performance.now()
  const { pauseMs, busyMs, peakMb } = await watched(async () => {
    const ended = new Promise<void>((resolve, reject) => {
      app.subscribe((event) => {
        if (event.type !== 'export' || event.job.state === 'running') return
        if (event.job.state === 'done') resolve()
        else reject(new Error(`the export ${event.job.state}: ${event.job.error}`))
      })
    })
    await ask(app, 'export.start', { what: { kind: 'payroll', month }, path })
    await ended
  })
  const figures: ExportFigures = {
    ms: performance.now() - began,
    idleMb,
    peakMb,
    busyMs,
    pauseMs,
    idlePauseMs,
  }
  console.log(JSON.stringify(figures))
} finally {
  await app.close()
  rmSync(path, { force: true })
}

/** How long the main thread let others wait at most, and the most memory that the whole process had. */
async function watched(
  act: () => Promise<unknown>,
): Promise<{ pauseMs: number; busyMs: number; peakMb: number }> {
  let peak = process.memoryUsage.rss()
  let busyMs = 0
  let before = process.threadCpuUsage()
  const memory = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
  const busy = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before)
    before = process.threadCpuUsage()
    busyMs = Math.max(busyMs, (user + system) / 1000)
  }, RESOLUTION_MS)
  const lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  lag.enable()
  await act()
  lag.disable()
  clearInterval(memory)
  clearInterval(busy)
  return { pauseMs: lag.max / 1e6 - RESOLUTION_MS, busyMs, peakMb: peak / MB }
}
