// The kept totals equal a recount, whatever was added, corrected, deleted and undone.
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { at, openFirm } from '../testing/testApp.ts'
import { createData } from '../db/data.ts'
import { openDatabase } from '../db/open.ts'
import { recountTotals } from './totals.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Act = {
  kind: 'add' | 'edit' | 'remove' | 'undo'
  which: number
  day: number
  from: number
  minutes: number
  globex: boolean
}

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('add', 'add', 'add', 'edit', 'remove', 'undo'),
  which: fc.nat(30),
  day: fc.integer({ min: 1, max: 3 }),
  from: fc.integer({ min: 0, max: 23 }),
  minutes: fc.integer({ min: 1, max: 300 }),
  globex: fc.boolean(),
})

test('B34 B30 kept totals of days and customers equal a recount', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'daybook-totals-'))
      const f = await openFirm('2026-03-20 09:00', { dataDir })
      const entries: string[] = []
      const commits: string[] = []
      for (const { kind, which, day, from, minutes, globex } of acts) {
        const startAt = at(`2026-03-0${day} ${String(from).padStart(2, '0')}:00`)
        const span = { startAt, endAt: startAt + minutes * 60_000, customerId: globex ? f.globex : f.acme }
        const entryId = entries[which % Math.max(1, entries.length)] ?? ''
        const reply =
          kind === 'add'
            ? await f.reply('entry.add', { ...span, categoryId: f.support })
            : kind === 'edit'
              ? await f.reply('entry.edit', { ...span, entryId })
              : kind === 'remove'
                ? await f.reply('entry.remove', { entryId })
                : await f.reply('change.undo', {
                    commitId: commits[which % Math.max(1, commits.length)] ?? '',
                  })
        if (!reply.ok) continue
        if (reply.commitId !== undefined) commits.push(reply.commitId)
        if (reply.value !== null && 'entryIds' in reply.value) entries.push(...reply.value.entryIds)
      }
      await f.app.close()
      const data = createData(openDatabase(join(dataDir, 'daybook.db')))
      const read = () => ({
        days: data.all('SELECT * FROM day_total ORDER BY work_date, user_id'),
        customers: data.all('SELECT * FROM customer_total ORDER BY customer_id'),
      })
      const kept = read()
      recountTotals(data)
      const counted = read()
      data.db.close()
      rmSync(dataDir, { recursive: true, force: true })
      expect(kept).toEqual(counted)
    }),
    { numRuns: 15 },
  )
})

test('B34 a note alone changes no total and writes none; less time does', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'daybook-totals-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  const f = await openFirm('2026-03-20 09:00', { dataDir })
  const { entryIds } = await f.ok('entry.add', {
    startAt: at('2026-03-19 08:00'),
    endAt: at('2026-03-19 09:00'),
    customerId: f.acme,
    categoryId: f.support,
  })
  const data = createData(openDatabase(join(dataDir, 'daybook.db')))
  onTestFinished(() => void data.db.close())
  const booked = () => data.get<{ ms: number }>('SELECT booked_ms AS ms FROM day_total')?.ms
  const entryId = entryIds[0] ?? ''
  data.run('UPDATE day_total SET booked_ms = 1')
  await f.ok('entry.edit', { entryId, note: 'Invoices checked' })
  expect(booked()).toBe(1)
  await f.ok('entry.edit', { entryId, durationMs: 30 * 60_000 })
  expect(booked()).toBe(30 * 60_000)
  await f.app.close()
})
