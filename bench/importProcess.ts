// A process of its own that runs Daybook and imports a file, as `daybook import` does, then takes it back: its memory and its pauses are
// those of the import. `node --expose-gc bench/importProcess.ts DATA FILE` prints one line of JSON.
import { setTimeout as wait } from 'node:timers/promises'
import { performance } from 'node:perf_hooks'
import { ask } from './ask.ts'
import { openSettledApp } from './data.ts'
import { TOTALS_SQL } from './importData.ts'
import type { Apart, Watched } from './watched.ts'
import { MB, watched } from './watched.ts'
import { openDatabase } from '../core/db/open.ts'
import { DATABASE_NAME } from '../core/app.ts'
import { join } from 'node:path'

export type ImportFigures = Apart & {
  rows: number
  totals: string
  /** The longest that a page waited for an answer meanwhile. */
  answerMs: number
  undo: Watched & { ms: number }
}

const [dataDir = '', path = ''] = process.argv.slice(2)

const app = await openSettledApp(dataDir)
try {
  globalThis.gc?.()
  const idlePauseMs = (await watched(() => wait(1000))).pauseMs
  globalThis.gc?.()
  const idleMb = process.memoryUsage.rss() / MB
  let ms = 0
  let rows = 0
  let answerMs = 0
  let commitId = ''
  let opened = ''
  let works = true
  const asking = (async () => {
    while (works) {
      const began = performance.now()
      await app.invoke('app.state', {})
      answerMs = Math.max(answerMs, performance.now() - began)
      await wait(20)
    }
  })()
  // Until all is in the search too, which follows on its own.
  const searchable = new Promise<void>((resolve) => {
    app.subscribe((event) => {
      if (event.type === 'changed' && event.commitId === null) resolve()
    })
  })
  const seen = await watched(async () => {
    const began = performance.now()
    const { importId, options } = await ask(app, 'import.open', {
      paths: [path],
      options: { zone: 'UTC' },
      onlyRead: true,
    })
    opened = importId
    const ran = await app.invoke('import.run', { importId, options })
    ms = performance.now() - began
    if (!ran.ok) throw new Error(JSON.stringify(ran.error))
    rows = ran.value.counts.new
    commitId = ran.commitId ?? ''
    await searchable
  })
  works = false
  await asking
  const totals = totalsNow()
  await ask(app, 'import.close', { importId: opened })
  globalThis.gc?.()
  const began = performance.now()
  const undone = await watched(() => ask(app, 'change.undo', { commitId }))
  const undo = { ...undone, ms: performance.now() - began }
  const figures: ImportFigures = { ...seen, ms, rows, totals, idleMb, idlePauseMs, answerMs, undo }
  console.log(JSON.stringify(figures))
} finally {
  await app.close()
}

function totalsNow(): string {
  const db = openDatabase(join(dataDir, DATABASE_NAME), { readonly: true })
  try {
    return String(db.prepare(TOTALS_SQL).pluck().get())
  } finally {
    db.close()
  }
}
