// Hours packages (E10 to E12, G9): bought hours, what billable time draws on them, and a ledger that sums to what is left.
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import { addDays } from '../shared/base/localDate.ts'
import { openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: Firm[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})
async function firm(start = '2026-03-17 18:00'): Promise<Firm> {
  const made = await openFirm(start)
  open.push(made)
  return made
}
const worked = async (f: Firm, workDate: string, minutes: number, billable: boolean | null = null) =>
  (
    await f.ok('entry.addAmount', {
      customerId: f.acme,
      categoryId: f.support,
      workDate,
      durationMs: minutes * MINUTE_MS,
      billable,
    })
  ).entryIds[0] ?? ''
const buy = (f: Firm, hours: number, date: string, expires: string | null = null) =>
  f.ok('package.buy', { customerId: f.acme, minutes: hours * 60, date, expires })
const summary = (f: Firm) => f.ok('package.summary', { customerId: f.acme })
const list = (f: Firm) => f.ok('package.list', { customerId: f.acme, limit: 1_000 })

describe('hours packages', () => {
  test('E10 E11 E12 only billable time draws, and what remains follows a flag at once', async () => {
    const f = await firm()
    await buy(f, 10, '2026-03-02')
    const entryId = await worked(f, '2026-03-03', 90)
    await worked(f, '2026-03-04', 60, false)
    expect(await summary(f)).toMatchObject({ allocatedMs: 10 * HOUR_MS, remainingMs: 8.5 * HOUR_MS })
    await f.ok('entry.edit', { entryId, billable: false })
    expect(await summary(f)).toMatchObject({ remainingMs: 10 * HOUR_MS, level: 'enough' })
    const reply = await f.reply('log.write', {
      customerId: f.acme,
      lines: [{ key: 'a', entryId, billable: null }],
    })
    expect(await summary(f)).toMatchObject({ remainingMs: 8.5 * HOUR_MS })
    await f.ok('change.undo', { commitId: reply.ok ? (reply.commitId ?? '') : '' })
    expect(await summary(f)).toMatchObject({ remainingMs: 10 * HOUR_MS })
  })

  test('G9 the oldest package first; a session that crosses zero is part drawn and part over; 80 % and 100 %', async () => {
    const f = await firm()
    await buy(f, 2, '2026-03-02')
    await buy(f, 3, '2026-03-05')
    await worked(f, '2026-03-06', 150)
    expect((await list(f)).packages.map(({ leftMs }) => leftMs / MINUTE_MS)).toEqual([0, 150])
    await worked(f, '2026-03-09', 120)
    expect(await summary(f)).toMatchObject({ remainingMs: 30 * MINUTE_MS, level: 'low' })
    await worked(f, '2026-03-10', 45)
    const { lines, ...figures } = await list(f)
    expect(figures).toMatchObject({ remainingMs: 0, overMs: 15 * MINUTE_MS, level: 'used' })
    const [over, drawn] = lines
    expect(over).toMatchObject({ kind: 'over', ms: 15 * MINUTE_MS, packageId: null })
    expect(drawn).toMatchObject({ kind: 'draw', ms: -30 * MINUTE_MS, entryId: over?.entryId })
  })

  test('G9 hours bought for a later day are shown before they begin, count nothing yet, and can be deleted', async () => {
    const f = await firm()
    const { packageId } = await buy(f, 10, '2026-04-01')
    await worked(f, '2026-03-16', 60)
    const before = await list(f)
    expect(before).toMatchObject({ packages: [], allocatedMs: 0, level: 'none', total: 0 })
    expect(before.later).toMatchObject([{ id: packageId, date: '2026-04-01', leftMs: 10 * HOUR_MS }])
    f.clock.advance(16 * 24 * HOUR_MS)
    const begun = await list(f)
    expect(begun.later).toEqual([])
    expect(begun.packages).toMatchObject([{ id: packageId, leftMs: 10 * HOUR_MS }])
    await buy(f, 5, '2026-05-01')
    const [later] = (await list(f)).later
    await f.ok('package.remove', { packageId: later?.id ?? '' })
    expect((await list(f)).later).toEqual([])
  })

  test('G9 what is not used expires, and is rolled over with a reason', async () => {
    const f = await firm()
    const { packageId } = await buy(f, 4, '2026-02-02', '2026-02-28')
    await worked(f, '2026-02-10', 60)
    expect(await summary(f)).toMatchObject({ remainingMs: 0 })
    await f.ok('package.roll', { packageId, date: '2026-03-02', expires: '2026-03-31', reason: 'Goodwill' })
    expect(await summary(f)).toMatchObject({ allocatedMs: 4 * HOUR_MS, remainingMs: 3 * HOUR_MS })
    await worked(f, '2026-03-03', 30)
    expect(await summary(f)).toMatchObject({ remainingMs: 2.5 * HOUR_MS })
    expect(await f.refused('package.roll', { packageId })).toMatchObject({ code: 'package.nothingLeft' })
  })

  test.each([
    [0, null, 'package.noHours'],
    [-300, null, 'package.noHours'],
    [60, '2026-03-01', 'package.expiryBefore'],
  ])('G9 bad input: %i minutes, expiry %s: %s', async (minutes, expires, code) => {
    const f = await firm()
    const args = { customerId: f.acme, minutes, date: '2026-03-02', expires }
    expect(await f.refused('package.buy', args)).toMatchObject({ code })
  })

  test('G9 a correction needs its reason, and takes no more than is left', async () => {
    const f = await firm()
    const { packageId } = await buy(f, 2, '2026-03-02')
    expect(await f.refused('package.correct', { packageId, minutes: 60, reason: ' ' })).toMatchObject({
      code: 'package.reasonMissing',
    })
    expect(
      await f.refused('package.correct', { packageId, minutes: -121, reason: 'typing error' }),
    ).toMatchObject({ code: 'package.notLeft' })
    await f.ok('package.correct', { packageId, minutes: -30, reason: 'typing error' })
    expect(await summary(f)).toMatchObject({ allocatedMs: 1.5 * HOUR_MS, remainingMs: 1.5 * HOUR_MS })
  })

  test('K1 nothing is bought into a closed period, and later packages leave its draws as they are', async () => {
    const f = await firm()
    await buy(f, 1, '2026-02-02')
    await worked(f, '2026-02-10', 90)
    await f.ok('period.close', { through: '2026-02-28', reason: 'month' })
    const closed = async () => (await list(f)).lines.filter(({ date }) => date <= '2026-02-28')
    const before = await closed()
    expect(
      await f.refused('package.buy', { customerId: f.acme, minutes: 60, date: '2026-02-20' }),
    ).toMatchObject({ code: 'record.priorPeriod' })
    await buy(f, 5, '2026-03-02')
    await worked(f, '2026-03-03', 60)
    expect(await closed()).toEqual(before)
    expect(await summary(f)).toMatchObject({ overMs: 30 * MINUTE_MS, remainingMs: 4 * HOUR_MS })
  })

  test('F12 while the module is off, its requests are refused and its data stay', async () => {
    const f = await firm()
    await buy(f, 1, '2026-03-02')
    await f.ok('module.switch', { module: 'packages', on: false })
    await f.refused('package.summary', { customerId: f.acme })
    await f.ok('module.switch', { module: 'packages', on: true })
    expect(await summary(f)).toMatchObject({ remainingMs: HOUR_MS })
  })
})

const step = fc.record({
  kind: fc.integer({ min: 0, max: 7 }),
  day: fc.integer({ min: 0, max: 20 }),
  minutes: fc.integer({ min: 1, max: 300 }),
  pick: fc.nat(40),
})

test('G9 the ledger sums to what is left, and drawn and over to the billable time, whatever is done in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 30 }), async (steps) => {
      const f = await firm('2026-03-31 18:00')
      const commits: string[] = []
      for (const { kind, day, minutes, pick } of steps) {
        const date = addDays('2026-03-02', day)
        const { rows } = await f.ok('customer.entries', { customerId: f.acme })
        const entryId = rows[pick % Math.max(1, rows.length)]?.id ?? ''
        const { packages } = await list(f)
        const packageId = packages[pick % Math.max(1, packages.length)]?.id ?? ''
        const reply =
          kind === 0
            ? await f.reply('package.buy', {
                customerId: f.acme,
                minutes,
                date,
                expires: pick % 3 === 0 ? addDays(date, pick) : null,
              })
            : kind < 3
              ? await f.reply('entry.addAmount', {
                  customerId: f.acme,
                  categoryId: f.support,
                  workDate: date,
                  durationMs: minutes * MINUTE_MS,
                  billable: pick % 4 !== 0,
                })
              : kind === 3
                ? await f.reply('entry.edit', { entryId, billable: pick % 2 === 0, workDate: date })
                : kind === 4
                  ? await f.reply('entry.remove', { entryId })
                  : kind === 5
                    ? await f.reply('package.correct', {
                        packageId,
                        minutes: pick % 2 === 0 ? minutes : -minutes,
                        date,
                        reason: 'count',
                      })
                    : kind === 6
                      ? await f.reply('package.roll', { packageId, date, reason: 'next' })
                      : await f.reply('change.undo', {
                          commitId: commits[pick % Math.max(1, commits.length)] ?? '',
                        })
        if (reply.ok && reply.commitId !== undefined) commits.push(reply.commitId)
      }
      const found = await list(f)
      expect(found.total).toBe(found.lines.length)
      for (const lot of found.packages) {
        const its = found.lines.filter((line) => line.packageId === lot.id)
        expect(its.reduce((sum, { ms }) => sum + ms, 0)).toBe(lot.leftMs)
        expect(lot.leftMs).toBeGreaterThanOrEqual(0)
      }
      const onPackages = found.lines.filter(({ packageId }) => packageId !== null)
      expect(onPackages.reduce((sum, { ms }) => sum + ms, 0)).toBe(found.remainingMs)
      const first = found.packages.map(({ date }) => date).sort()[0] ?? '9999'
      const { rows } = await f.ok('customer.entries', { customerId: f.acme, limit: 500, billable: true })
      const billed = rows.reduce((sum, row) => (row.workDate >= first ? sum + row.durationMs : sum), 0)
      expect(found.drawnMs + found.overMs).toBe(billed)
      const { packages: _packages, later: _later, lines: _lines, total: _total, ...figures } = found
      expect(await summary(f)).toEqual(figures)
      await f.app.close()
      open.splice(open.indexOf(f), 1)
    }),
    { numRuns: 15 },
  )
}, 120_000)
