// Moments given by hand (K4): none falls into time that is already counted, or before it; what is refused is said.
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const MINUTE = 60_000

async function running(from = '09:00', over: object = {}): Promise<Firm & { timerId: string }> {
  const f = await openFirm('2026-03-20 12:30')
  onTestFinished(() => f.app.close())
  const { timerId } = await f.ok('timer.start', {
    customerId: f.acme,
    categoryId: f.support,
    at: at(`2026-03-20 ${from}`),
    ...over,
  })
  return { ...f, timerId }
}

const then = (time: string): number => at(`2026-03-20 ${time}`)
const total = async (f: Firm): Promise<number> =>
  (await f.ok('diary.day', { userId: f.ana, date: '2026-03-20' })).entries.reduce(
    (sum, { durationMs }) => sum + durationMs,
    0,
  )

describe('K4 pause, resume and stop', () => {
  test('a stop within time that is already counted is refused, and nothing changed', async () => {
    const f = await running()
    await f.ok('timer.pause', { timerId: f.timerId, at: then('10:00') })
    const before = await f.ok('timer.state', {})
    expect(await f.refused('timer.stop', { timerId: f.timerId, at: then('09:30') })).toMatchObject({
      code: 'timer.atBeforeSegment',
    })
    expect((await f.ok('timer.state', {})).timers).toEqual(before.timers)
    await f.ok('timer.stop', { timerId: f.timerId, at: then('10:00'), dialog: false })
    expect(await total(f)).toBe(60 * MINUTE)
  })

  test('a resume before the pause is refused, not moved to it', async () => {
    const f = await running()
    await f.ok('timer.pause', { timerId: f.timerId, at: then('12:00') })
    expect(await f.refused('timer.resume', { timerId: f.timerId, at: then('11:30') })).toMatchObject({
      code: 'timer.atBeforeSegment',
    })
    await f.ok('timer.resume', { timerId: f.timerId, at: then('12:00') })
    await f.ok('timer.stop', { timerId: f.timerId, at: then('12:10'), dialog: false })
    expect(await total(f)).toBe(190 * MINUTE)
  })

  test('whatever moments are tried, those that are accepted come in order', async () => {
    const act = fc.constantFrom('timer.pause' as const, 'timer.resume' as const)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(act, fc.integer({ min: 0, max: 210 })), { maxLength: 12 }),
        async (acts) => {
          const f = await running()
          let last = then('09:00')
          for (const [name, minutes] of acts) {
            const moment = then('09:00') + minutes * MINUTE
            const reply = await f.reply(name, { timerId: f.timerId, at: moment })
            if (!reply.ok) continue
            expect(moment).toBeGreaterThanOrEqual(last)
            last = moment
          }
          await f.app.close()
        },
      ),
      { numRuns: 20 },
    )
  })
})

describe('K4 the start', () => {
  test.each(['start', 'edit'] as const)(
    '%s into a closed period is refused: it could not be stopped',
    async (how) => {
      const f = await running()
      await f.ok('period.close', { through: '2026-03-19' })
      const begun = at('2026-03-19 18:00')
      const refused =
        how === 'edit'
          ? await f.refused('timer.edit', { timerId: f.timerId, startedAt: begun })
          : await f.refused('timer.start', {
              customerId: f.acme,
              categoryId: f.support,
              at: begun,
              switch: true,
            })
      expect(refused).toMatchObject({ code: 'record.priorPeriod' })
    },
  )

  test('a start of 28 days ago is refused; of yesterday evening it is accepted', async () => {
    const f = await running()
    const edit = (startedAt: number) => f.reply('timer.edit', { timerId: f.timerId, startedAt })
    expect(await edit(at('2026-02-20 12:30'))).toMatchObject({ error: { code: 'timer.startTooLongAgo' } })
    expect(await edit(at('2026-03-19 12:29'))).toMatchObject({ error: { code: 'timer.startTooLongAgo' } })
    expect(await edit(at('2026-03-19 22:00'))).toMatchObject({ ok: true })
    // A timer that has run for days is corrected to be shorter.
    f.clock.advance(3 * 86_400_000)
    expect(await edit(at('2026-03-19 21:00'))).toMatchObject({ error: { code: 'timer.startTooLongAgo' } })
    expect(await edit(at('2026-03-20 08:00'))).toMatchObject({ ok: true })
  })

  test('where overlaps are refused, a start into recorded time is refused at once', async () => {
    const f = await running('12:15')
    await f.ok('organisation.edit', { overlaps: 'refuse' })
    const entry = { customerId: f.acme, categoryId: f.support, startAt: then('09:00'), endAt: then('11:00') }
    const { entryIds } = await f.ok('entry.add', entry)
    const edit = (startedAt: number) => f.reply('timer.edit', { timerId: f.timerId, startedAt })
    expect(await edit(then('10:30'))).toMatchObject({
      error: { code: 'entry.overlaps', details: { ids: entryIds } },
    })
    expect(await edit(then('11:00'))).toMatchObject({ ok: true })
  })
})
