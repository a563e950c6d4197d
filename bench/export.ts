// Measures the workbook of a customer with many entries: time, memory of the whole process, and how late the main
// thread's timers are meanwhile. `node bench/export.ts [ROWS]`, 100,000 rows without a number.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { createApp } from '../core/app.ts'
import { createNodePorts } from '../core/nodePorts.ts'

const rows = Number(process.argv[2] ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), 'daybook-bench-'))
const abilities = {
  shell: 'cli',
  tray: false,
  globalShortcuts: false,
  saveDialog: false,
  windows: false,
} as const
const app = await createApp(createNodePorts({ dataDir: join(folder, 'data'), abilities }))
const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`

try {
  // The largest customer has a tenth of all entries.
  const loading = performance.now()
  const loaded = await app.invoke('sample.load', { entries: rows * 10 })
  if (!loaded.ok) throw new Error(loaded.error.code)
  console.log(`loaded ${loaded.value.entries} entries and counted totals in ${seconds(loading)}`)
  const list = await app.invoke('customer.list', { limit: 500 })
  if (!list.ok) throw new Error(list.error.code)
  const [largest] = list.value.rows.toSorted((a, b) => b.totalMs - a.totalMs)

  globalThis.gc?.()
  const path = join(folder, 'export.xlsx')
  const rssBefore = process.memoryUsage().rss
  let rssPeak = rssBefore
  const watch = setInterval(() => (rssPeak = Math.max(rssPeak, process.memoryUsage().rss)), 50)
  const lag = monitorEventLoopDelay({ resolution: 10 })
  lag.enable()
  const load = performance.eventLoopUtilization()
  const started = performance.now()
  const ended = new Promise<string>((resolve) => {
    app.subscribe((event) => {
      if (event.type === 'export' && event.job.state !== 'running')
        resolve(`${event.job.state}, ${event.job.done} rows`)
    })
  })
  await app.invoke('export.start', { what: { kind: 'customer', customerId: largest?.id ?? '' }, path })
  const outcome = await ended
  lag.disable()
  clearInterval(watch)
  const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
  console.log(`${outcome} in ${seconds(started)}, ${mb(statSync(path).size)} on disk`)
  console.log(`memory of the process: ${mb(rssBefore)} before, ${mb(rssPeak)} at most`)
  const busy = Math.round(performance.eventLoopUtilization(load).utilization * 100)
  console.log(
    `main thread: ${busy} % busy, timers late by ${(lag.percentile(99) / 1e6).toFixed(0)} ms (99 %), ${(lag.max / 1e6).toFixed(0)} ms at most`,
  )
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
