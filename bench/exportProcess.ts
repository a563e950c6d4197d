// A process of its own that does nothing but run Daybook and export, so that its memory and its pauses are those of the export.
// `node --expose-gc bench/exportProcess.ts DATA WHAT FILE` prints one line of JSON.
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { performance } from 'node:perf_hooks'
import type { ExportKind } from '../shared/contract/organisation.ts'
import { ask } from './ask.ts'
import { openSettledApp } from './data.ts'
import type { Apart } from './watched.ts'
import { MB, watched } from './watched.ts'

const [dataDir = '', what = '', path = ''] = process.argv.slice(2)

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
        else reject(new Error(`the export ${event.job.state}: ${event.job.error?.code}`))
      })
    })
    await ask(app, 'export.start', { what: JSON.parse(what) as ExportKind, path })
    await ended
  })
  const figures: Apart = {
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
