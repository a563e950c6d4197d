// The main job by the command line alone: time a customer, write the note, correct the diary, export for payroll.
import { mkdirSync, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { zoneAtNoon } from '../core/testing/zoneAtNoon.ts'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { columnOf, recalculate, SOFFICE } from './testing/recalculate.ts'
import type { Sheet } from './testing/recalculate.ts'
import { cliOn } from './testing/runCli.ts'
import { spawnCli } from './testing/spawnCli.ts'

const DAY_SECONDS = 86_400
const HOUR = 3_600_000

const sheetOf = (sheets: readonly Sheet[], name: string): Sheet => {
  const sheet = sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`there is no sheet ${name} among ${sheets.map((one) => one.name).join(', ')}`)
  return sheet
}

test.skipIf(SOFFICE === '')(
  'G5 G6 B16 B41 F1 start, kill -9, note, stop, diary, edit, export: LibreOffice finds the totals of the app',
  { timeout: 180_000 },
  async () => {
    const folder = temporaryFolder()
    const data = join(folder, 'data')
    const { done, json } = cliOn(data)
    const now = Date.now()
    const zone = zoneAtNoon(now)
    const ago = (hours: number) => new Date(now - hours * HOUR).toISOString()
    await done('setup', '--name', '=Ana', '--organisation', 'Firm', '--zone', zone, '--currency', 'EUR')
    await done('start', '--customer', '+Acme', '--category', 'Support', '--at', ago(3), '--create')

    // Whatever dies meanwhile, the timer stands.
    const dying = spawnCli('--data', data, 'diary')
    dying.child.kill('SIGKILL')
    await dying.ended
    const [timer] = [(await json('status')).value.timers?.[0]]
    expect(timer).toMatchObject({ state: 'running', customerName: '+Acme' })
    await done('call', 'timer.note', JSON.stringify({ timerId: timer?.id, note: '@ typed meanwhile' }))
    await done('pause', '--at', ago(2))
    await done('resume', '--at', ago(1.5))
    const stopped = await json('stop', '--at', ago(0.25))
    const entry = stopped.value.entries?.[0]
    expect(entry).toMatchObject({ note: '@ typed meanwhile', durationSeconds: 2.25 * 3600 })

    // Correct the diary: the session began ten minutes later.
    const startAt = new Date(now - 3 * HOUR + 600_000).toISOString()
    await done('call', 'entry.edit', JSON.stringify({ entryId: entry?.id, startAt }))
    const month = new Date(now).toISOString().slice(0, 7)
    await done(
      'log',
      '--customer',
      '+Acme',
      '--category',
      'Meeting',
      '--start',
      ago(5),
      '--stop',
      ago(4),
      '--user',
      'Ben',
      '--create',
    )

    const diary = (await json('diary', '--month', month)).value
    const total = (2.25 * 3600 - 600 + 3600) / DAY_SECONDS
    expect(diary.rows).toMatchObject([
      { name: '=Ana', figures: { totalSeconds: 2.25 * 3600 - 600 } },
      { name: 'Ben', figures: { totalSeconds: 3600 } },
    ])

    const file = join(folder, 'payroll.xlsx')
    expect(await done('export', '--month', month, '--out', file)).toContain(file)
    const sheets = await recalculate(file, folder)
    const summary = sheetOf(sheets, 'Summary')
    const hours = columnOf(summary, 'Total Hours')
    const check = columnOf(summary, 'Check')
    const totalRow = Array.from({ length: summary.rows }, (_, index) => index + 1).find(
      (row) => summary.cell(row, 2) === 'Total',
    )
    expect(summary.cell(2, hours)).toBeCloseTo((2.25 * 3600 - 600) / DAY_SECONDS, 8)
    expect(summary.cell(3, hours)).toBeCloseTo(3600 / DAY_SECONDS, 8)
    expect(summary.cell(totalRow ?? 0, hours)).toBeCloseTo(total, 8)
    expect([2, 3, totalRow ?? 0].map((row) => summary.cell(row, check))).toEqual([0, 0, 0])
    const entries = sheetOf(sheets, 'Entries')
    const notes = [2, 3].map((row) => entries.cell(row, columnOf(entries, 'Note')))
    expect(notes).toContain('@ typed meanwhile')
    expect(entries.cell(2, columnOf(entries, 'Customer'))).toBe('+Acme')
  },
)

test(
  'G6 B46 the exports of a user, a customer and a day are written; a wrong place is refused with its code',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder()
    const { json, run, setUp, logWork } = cliOn(join(folder, 'data'))
    await setUp()
    await logWork('2026-03-03T09:00', '2026-03-03T10:30')
    const out = (name: string) => join(folder, `${name}.xlsx`)
    const user = await json('export', '--month', '2026-03', '--user', 'Ana', '--out', out('user'))
    expect(user).toMatchObject({ code: 0, value: { file: out('user'), kind: 'userMonth' } })
    expect(
      (await json('export', '--month', '2026-03', '--customer', 'acme', '--out', out('customer'))).value,
    ).toMatchObject({ kind: 'customer' })
    expect((await json('export', '--day', '2026-03-03', '--out', out('day'))).value).toMatchObject({
      kind: 'day',
    })
    const nowhere = await json('export', '--month', '2026-03', '--out', join(folder, 'no', 'such', 'x.xlsx'))
    expect(nowhere).toMatchObject({ code: 1, value: { error: { code: 'file.notWritable' } } })
    const unknown = await json('export', '--month', '2026-03', '--user', 'Anna', '--out', out('x'))
    expect(unknown).toMatchObject({
      code: 1,
      value: { error: { code: 'name.unknown', details: { nearest: ['Ana'] } } },
    })
    expect(
      await run('export', '--month', '2026-03', '--user', 'Ana', '--customer', 'Acme', '--out', out('y')),
    ).toMatchObject({ code: 2 })
  },
)

test(
  'B32 Ctrl+C while a workbook is written cancels it, and leaves no file',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder()
    const data = join(folder, 'data')
    const out = join(folder, 'out')
    mkdirSync(out)
    await cliOn(data).done('sample', '--entries', '100000')
    const [customer] = (await customersByTime(data)).slice(0, 1)
    const writing = new Promise<void>((begun) => {
      const watcher = watch(out, () => {
        watcher.close()
        begun()
      })
    })
    const { child, ended } = spawnCli(
      '--data',
      data,
      '--json',
      'export',
      '--customer',
      customer ?? '',
      '--out',
      join(out, 'all.xlsx'),
    )
    await writing
    child.kill('SIGINT')
    const result = await ended
    expect(result.err).toContain('The export was cancelled')
    expect(result.code).toBe(1)
    expect(JSON.parse(result.out)).toMatchObject({ error: { code: 'export.cancelled' } })
    expect(readdirSync(out)).toEqual([])
  },
)

/** Names, most time first. */
async function customersByTime(data: string): Promise<string[]> {
  const { out } = await cliOn(data).run('--json', 'customers')
  const { customers } = JSON.parse(out) as { customers: { name: string; totalSeconds: number }[] }
  return customers.toSorted((a, b) => b.totalSeconds - a.totalSeconds).map(({ name }) => name)
}
