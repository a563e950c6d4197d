// Everything as one archive, and back into empty data: the same figures, cell by cell, and damage ends with a sentence.
import { join } from 'node:path'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { temporaryFolder } from './testing/db/temporaryFolder.ts'
import { exportTo } from './testing/export/exportTo.ts'
import { readBack } from './testing/export/readBack.ts'
import type { TestApp } from './testing/testApp.ts'
import { openTestApp } from './testing/testApp.ts'
import { zipOf } from './testing/zipOf.ts'

const NOW = '2026-06-30 12:00'

async function exported(app: TestApp, path: string): Promise<void> {
  const ended = Promise.withResolvers<string>()
  app.app.subscribe((event) => {
    if (event.type === 'export' && event.job.state !== 'running') ended.resolve(event.job.state)
  })
  await app.ok('export.start', { what: { kind: 'everything' }, path })
  expect(await ended.promise).toBe('done')
}

test('J7 everything is read back to the same figures, once, and only into empty data', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'all.zip')
  const app = await openTestApp(NOW)
  await app.ok('sample.load', { seed: 3, entries: 600 })
  await exported(app, path)
  const back = await openTestApp(NOW)
  const counts = await back.ok('everything.load', { path })
  expect(counts.entries).toBeGreaterThan(500)
  for (const month of ['2026-05', '2026-06'])
    expect(await back.ok('diary.month', { month })).toEqual(await app.ok('diary.month', { month }))
  expect(await back.ok('customer.list', {})).toEqual(await app.ok('customer.list', {}))
  expect((await back.refused('everything.load', { path })).code).toBe('everything.notEmpty')
  const damaged = join(folder, 'damaged.zip')
  writeFileSync(damaged, readFileSync(path).subarray(0, 20_000))
  writeFileSync(join(folder, 'other.zip'), zipOf({ 'a.txt': 'a' }))
  const empty = await openTestApp(NOW)
  expect((await empty.refused('everything.load', { path: damaged })).code).toBe('everything.unknown')
  expect((await empty.refused('everything.load', { path: join(folder, 'other.zip') })).code).toBe(
    'everything.unknown',
  )
  expect((await empty.ok('app.state', {})).organisation).toBeNull()
}, 60_000)

test('J7 exported and read back into an empty folder, the payroll workbook is the same, cell by cell', async () => {
  const folder = temporaryFolder()
  const app = await openTestApp(NOW)
  await app.ok('sample.load', { seed: 5, entries: 400 })
  await exported(app, join(folder, 'all.zip'))
  const home = join(folder, 'home')
  const back = await openTestApp(NOW, { dataDir: home })
  try {
    await back.ok('everything.load', { path: join(folder, 'all.zip') })
    for (const month of ['2026-05', '2026-06']) {
      const cellsOf = async (of: TestApp, name: string) => {
        const path = join(folder, `${name}-${month}.xlsx`)
        expect(await exportTo(of, { kind: 'payroll', month }, path)).toMatchObject({ state: 'done' })
        return (await readBack(path)).sheets.map(({ name: sheet, rows }) => [sheet, rows])
      }
      const before = await cellsOf(app, 'before')
      expect(before.length).toBeGreaterThan(5)
      expect(await cellsOf(back, 'after')).toEqual(before)
    }
  } finally {
    await back.app.close()
  }
}, 120_000)

test.each(['in memory', 'in a file'])(
  'J7 reading back %s says how far it is, and cancelled nothing is left',
  async (where) => {
    const folder = temporaryFolder()
    const path = join(folder, 'all.zip')
    const app = await openTestApp(NOW)
    await app.ok('sample.load', { seed: 3, entries: 600 })
    await exported(app, path)
    const back = await openTestApp(NOW, where === 'in memory' ? {} : { dataDir: join(folder, 'home') })
    const stop = back.app.subscribe((event) => {
      if (event.type === 'everything') void back.app.invoke('everything.cancel', {})
    })
    expect((await back.refused('everything.load', { path })).code).toBe('import.cancelled')
    stop()
    expect((await back.ok('app.state', {})).organisation).toBeNull()
    await back.ok('everything.load', { path })
    const told = back.events.flatMap((event) => (event.type === 'everything' ? [event.progress] : []))
    expect(told.at(-1)).toMatchObject({ done: told.at(-1)?.total })
    expect(told.at(-1)?.total).toBeGreaterThan(600)
    await back.app.close()
  },
  60_000,
)
