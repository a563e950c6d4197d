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
  const { pauseMs, peakMb } = await watched(async () => {
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
  const figures: ExportFigures = { ms: performance.now() - began, idleMb, peakMb, pauseMs, idlePauseMs }
  console.log(JSON.stringify(figures))
} finally {
  await app.close()
  rmSync(path, { force: true })
}

/** The longest time during which the main thread answered nobody, and the most memory that the whole process had. */
async function watched(act: () => Promise<unknown>): Promise<{ pauseMs: number; peakMb: number }> {
  let peak = process.memoryUsage.rss()
  const look = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
  const lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  lag.enable()
  await act()
  lag.disable()
  clearInterval(look)
  return { pauseMs: lag.max / 1e6 - RESOLUTION_MS, peakMb: peak / MB }
}
