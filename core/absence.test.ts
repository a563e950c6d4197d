// Absences, vacation and time accounts through the application: asked for, decided, closed, undone, and seen by whom (I1 to I6, F10, K1).
import { afterEach, describe, expect, test } from 'vitest'
import { HOUR_MS } from '../shared/base/duration.ts'
import type { ArgsOf } from '../shared/contract/contract.ts'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: Firm[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})

/** Ana leads, Bo is an employee; both with a contract of 40 hours and 30 days of vacation. */
async function firm(start = '2026-03-17 09:00') {
  const f = await openFirm(start)
  open.push(f)
  await f.ok('module.switch', { module: 'absence', on: true })
  await f.ok('absenceKind.addUsual', { vacation: 'Vacation', sickness: 'Sickness', unpaid: 'Unpaid' })
  const { absenceKindId: training } = await f.ok('absenceKind.add', { name: 'Training', effect: 'worked' })
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  for (const userId of [f.ana, bo]) {
    await f.ok('employment.set', contract(userId))
    await f.ok('entitlement.set', { userId, validFrom: '2026-01-01', hundredths: 3_000 })
  }
  const kinds = new Map((await f.ok('absenceKind.list', {})).map(({ name, id }) => [name, id]))
  const kind = (name: string): string => kinds.get(name) ?? ''
  return { f, bo, vacation: kind('Vacation'), sickness: kind('Sickness'), unpaid: kind('Unpaid'), training }
}

const contract = (
  userId: string,
  more: Partial<ArgsOf<'employment.set'>> = {},
): ArgsOf<'employment.set'> => ({
  userId,
  validFrom: '2026-01-01',
  expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
  expectedMonthMinutes: null,
  wage: { kind: 'monthly', amountMinor: 300_000 },
  extraHourMinor: 3_000,
  bonusMinor: 0,
  ...more,
})

const day = async (f: Firm, userId: string, date: string) =>
  (await f.ok('diary.user', { userId, month: date.slice(0, 7) })).days.find((each) => each.date === date)

describe('an absence', () => {
  test('I1 is asked for, approved or rejected with a reason, and counts only once it is approved', async () => {
    const { f, bo, vacation } = await firm()
    await f.ok('session.switchUser', { userId: bo })
    const asked = await f.ok('absence.add', {
      kindId: vacation,
      firstDay: '2026-03-23',
      lastDay: '2026-03-27',
    })
    expect(asked.status).toBe('requested')
    expect(await day(f, bo, '2026-03-23')).toMatchObject({ expectedMs: 8 * HOUR_MS, absences: [{ ms: 0 }] })
    expect(await f.refused('absence.approve', { absenceId: asked.absenceId })).toMatchObject({
      code: 'request.notPermitted',
    })
    await f.ok('session.switchUser', { userId: f.ana })
    expect(await f.refused('absence.reject', { absenceId: asked.absenceId, reason: ' ' })).toMatchObject({
      code: 'absence.reasonMissing',
    })
    await f.ok('absence.reject', { absenceId: asked.absenceId, reason: 'Trade fair' })
    expect((await f.ok('absence.list', { userId: bo })).rows).toMatchObject([
      { status: 'rejected', reason: 'Trade fair', days: 5, hundredths: 500 },
    ])
    await f.ok('absence.approve', { absenceId: asked.absenceId })
    expect(await day(f, bo, '2026-03-23')).toMatchObject({
      expectedMs: 0,
      absences: [{ kindName: 'Vacation', status: 'approved', ms: 8 * HOUR_MS }],
    })
    expect(await f.refused('absence.approve', { absenceId: asked.absenceId })).toMatchObject({
      code: 'absence.already',
    })
  })

  test('I1 of a kind without approval holds at once, and so does what a manager enters', async () => {
    const { f, bo, sickness, vacation } = await firm()
    expect(await f.ok('absence.add', { userId: bo, kindId: vacation, firstDay: '2026-04-01' })).toMatchObject(
      {
        status: 'approved',
      },
    )
    await f.ok('session.switchUser', { userId: bo })
    expect(await f.ok('absence.add', { kindId: sickness, firstDay: '2026-03-17' })).toMatchObject({
      status: 'approved',
    })
  })

  test('I1 is changed and taken back by its user until somebody said yes, then by those who lead', async () => {
    const { f, bo, vacation, sickness } = await firm()
    await f.ok('session.switchUser', { userId: bo })
    const { absenceId } = await f.ok('absence.add', { kindId: vacation, firstDay: '2026-03-23' })
    await f.ok('absence.edit', { absenceId, lastDay: '2026-03-24', portion: 'half' })
    await f.ok('session.switchUser', { userId: f.ana })
    await f.ok('absence.approve', { absenceId })
    await f.ok('session.switchUser', { userId: bo })
    expect(await f.refused('absence.edit', { absenceId, lastDay: '2026-03-25' })).toMatchObject({
      code: 'absence.decided',
    })
    expect(await f.refused('absence.withdraw', { absenceId })).toMatchObject({ code: 'absence.decided' })
    const sick = await f.ok('absence.add', { kindId: sickness, firstDay: '2026-03-18' })
    // What needs a yes is asked for anew.
    expect(await f.ok('absence.edit', { absenceId: sick.absenceId, kindId: vacation })).toEqual({
      status: 'requested',
    })
    await f.ok('absence.withdraw', { absenceId: sick.absenceId })
    await f.ok('session.switchUser', { userId: f.ana })
    await f.ok('absence.edit', { absenceId, lastDay: '2026-03-25' })
    const gone = await f.reply('absence.withdraw', { absenceId })
    expect(await f.ok('absence.list', {})).toMatchObject({ rows: [] })
    await f.ok('change.undo', { commitId: (gone.ok && gone.commitId) || '' })
    expect((await f.ok('absence.list', {})).rows).toMatchObject([
      { lastDay: '2026-03-25', status: 'approved' },
    ])
  })

  test.each([
    ['its end before its start', { firstDay: '2026-03-24', lastDay: '2026-03-23' }, 'absence.endBeforeStart'],
    ['hours without their number', { firstDay: '2026-03-24', portion: 'hours' }, 'absence.hoursMissing'],
    ['more than three years', { firstDay: '2026-03-24', lastDay: '2029-12-31' }, 'absence.tooLong'],
    ['days that are taken', { firstDay: '2026-03-16', lastDay: '2026-03-20' }, 'absence.overlap'],
    ['a day after the last one (I5)', { firstDay: '2026-07-01' }, 'absence.afterLastDay'],
    ['a day of a closed period', { firstDay: '2026-02-27', lastDay: '2026-03-02' }, 'absence.closed'],
    ['a kind that is no more', { firstDay: '2026-03-24', kindId: 'nobody' }, 'notFound.absenceKind'],
  ] as const)('I1 is refused with %s, and nothing is written', async (_, args, code) => {
    const { f, bo, vacation } = await firm()
    await f.ok('period.close', { through: '2026-02-28' })
    await f.ok('user.edit', { userId: bo, lastDate: '2026-06-30' })
    await f.ok('absence.add', { userId: bo, kindId: vacation, firstDay: '2026-03-20' })
    const before = await f.ok('absence.list', {})
    expect(await f.refused('absence.add', { userId: bo, kindId: vacation, ...args })).toMatchObject({ code })
    expect(await f.ok('absence.list', {})).toEqual(before)
  })

  test('I1 an undo brings none back onto days that are taken since (K2)', async () => {
    const { f, vacation } = await firm()
    const { absenceId } = await f.ok('absence.add', { kindId: vacation, firstDay: '2026-03-23' })
    const gone = await f.reply('absence.withdraw', { absenceId })
    await f.ok('absence.add', { kindId: vacation, firstDay: '2026-03-20', lastDay: '2026-03-24' })
    expect(await f.refused('change.undo', { commitId: (gone.ok && gone.commitId) || '' })).toMatchObject({
      code: 'absence.overlap',
      details: { values: { date: '2026-03-23' } },
    })
  })

  test('I1 on a day on which a timer runs is allowed and said', async () => {
    const { f, sickness } = await firm()
    await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    const add = (firstDay: string) => f.ok('absence.add', { kindId: sickness, firstDay, portion: 'half' })
    expect(await add('2026-03-17')).toMatchObject({ timerRuns: true })
    expect(await add('2026-03-18')).toMatchObject({ timerRuns: false })
    expect((await f.ok('timer.active', {})).timers).toHaveLength(1)
  })

  test('I4 stands in the diary, and a day that it covers is not missing', async () => {
    const { f, bo, sickness, training } = await firm()
    const add = (kindId: string, firstDay: string, more: object = {}) =>
      f.ok('absence.add', { userId: bo, kindId, firstDay, ...more })
    const missing = async () =>
      (await f.ok('diary.month', { month: '2026-03' })).rows.find(({ userId }) => userId === bo)?.missingDays
    // 2 to 16 March: eleven working days.
    expect(await missing()).toBe(11)
    await add(sickness, '2026-03-02')
    await add(training, '2026-03-03')
    await add(sickness, '2026-03-04', { portion: 'half' })
    await add(training, '2026-03-05', { portion: 'half' })
    expect(await missing()).toBe(9)
    const { days } = await f.ok('diary.user', { userId: bo, month: '2026-03' })
    expect(
      days
        .slice(1, 5)
        .map(({ status, expectedMs, totalMs, creditedMs }) => [
          status,
          expectedMs / HOUR_MS,
          totalMs / HOUR_MS,
          creditedMs / HOUR_MS,
        ]),
    ).toEqual([
      ['normal', 0, 0, 0],
      ['normal', 8, 8, 8],
      ['missing', 4, 0, 0],
      ['missing', 8, 4, 4],
    ])
  })

  test('I2 a kind that counts as worked counts today and this week', async () => {
    const { f, training } = await firm()
    await f.ok('absence.add', { kindId: training, firstDay: '2026-03-16', lastDay: '2026-03-17' })
    expect(await f.ok('diary.today', {})).toMatchObject({
      attendedMs: 8 * HOUR_MS,
      weekMs: 16 * HOUR_MS,
      expectedWeekMs: 40 * HOUR_MS,
    })
  })

  test('I5 after the last day of employment an absence costs nothing, and the month is paid by calendar days', async () => {
    const { f, bo, unpaid, vacation } = await firm()
    await f.ok('absence.add', { userId: bo, kindId: unpaid, firstDay: '2026-04-13', lastDay: '2026-04-17' })
    await f.ok('absence.add', { userId: bo, kindId: vacation, firstDay: '2026-04-27', lastDay: '2026-05-08' })
    await f.ok('user.edit', { userId: bo, lastDate: '2026-04-15' })
    const { figures } = await f.ok('diary.user', { userId: bo, month: '2026-04' })
    // 11 working days until then, of which three are unpaid; 15 of 30 calendar days are paid.
    expect(figures).toMatchObject({
      expectedMs: 8 * 8 * HOUR_MS,
      salaryMinor: 150_000 - Math.round((150_000 * 3) / 11),
      absence: { unpaidMs: 24 * HOUR_MS, loweredMs: 24 * HOUR_MS },
    })
    expect((await f.ok('diary.user', { userId: bo, month: '2026-05' })).figures.absence.loweredMs).toBe(0)
    expect((await f.ok('absence.list', { userId: bo })).rows.map(({ days }) => days)).toEqual([3, 0])
  })

  test('F10 colleagues see nothing of it, or where the firm lets them, that somebody is absent and not why', async () => {
    const { f, bo, sickness, vacation } = await firm()
    await f.ok('absence.add', { kindId: sickness, firstDay: '2026-03-16', note: 'Flu' })
    await f.ok('absence.add', { userId: bo, kindId: vacation, firstDay: '2026-03-20' })
    await f.ok('session.switchUser', { userId: bo })
    expect(await f.ok('absence.year', { year: 2026 })).toMatchObject({
      people: [{ name: 'Bo', absences: [{ kindName: 'Vacation', mayEdit: false }] }],
      onlyYours: true,
    })
    await f.ok('session.switchUser', { userId: f.ana })
    await f.ok('organisation.edit', { colleaguesSeeTime: true })
    await f.ok('session.switchUser', { userId: bo })
    const { people } = await f.ok('absence.year', { year: 2026 })
    expect(people).toMatchObject([
      {
        name: 'Ana Weber',
        vacation: null,
        absences: [{ kindId: null, kindName: '', note: '', mayEdit: false }],
      },
      { name: 'Bo', vacation: { remaining: 2_900 } },
    ])
  })
})

describe('K1 a closed period', () => {
  test('keeps its figures when a kind, the rule of carrying over or an entitlement changes, and I6 its balances', async () => {
    const { f, bo, vacation, training } = await firm('2027-01-12 09:00')
    await f.ok('absence.add', { userId: bo, kindId: vacation, firstDay: '2026-12-21', lastDay: '2026-12-23' })
    await f.ok('absence.add', { userId: bo, kindId: training, firstDay: '2026-12-28', lastDay: '2026-12-30' })
    await f.ok('period.close', { through: '2026-12-31' })
    const figures = async () => ({
      month: (await f.ok('diary.user', { userId: bo, month: '2026-12' })).figures,
      account: (await f.ok('account.get', { userId: bo, on: '2026-12-31' })).balanceMs,
      vacation: (await f.ok('entitlement.balance', { userId: bo, year: 2026 })).vacation,
      carried: (await f.ok('entitlement.balance', { userId: bo, year: 2027 })).vacation?.carried,
    })
    const before = await figures()
    expect(before).toMatchObject({ vacation: { remaining: 2_700 }, carried: 2_700 })
    await f.ok('absenceKind.edit', { absenceKindId: vacation, effect: 'unpaid', vacation: false })
    await f.ok('absenceKind.edit', { absenceKindId: training, effect: 'relieved', vacation: true })
    await f.ok('organisation.edit', { carryOver: { most: 0, until: '03-31' } })
    await f.ok('entitlement.set', { userId: bo, validFrom: '2027-01-01', hundredths: 2_500 })
    await f.ok('absenceKind.remove', { absenceKindId: training })
    await f.ok('module.switch', { module: 'absence', on: false })
    await f.ok('module.switch', { module: 'absence', on: true })
    expect(await figures()).toEqual(before)
    for (const [name, args, code] of [
      ['entitlement.set', { userId: bo, validFrom: '2026-07-01', hundredths: 0 }, 'record.priorPeriod'],
      [
        'accountEntry.add',
        { userId: bo, kind: 'payout', amount: 60, date: '2026-12-31', reason: 'Paid' },
        'account.closed',
      ],
    ] as const)
      expect(await f.refused(name, args)).toMatchObject({ code })
  })

  test('keeps its vacation when somebody who had left comes back', async () => {
    const { f, bo } = await firm('2027-01-12 09:00')
    await f.ok('user.edit', { userId: bo, lastDate: '2026-06-30' })
    await f.ok('period.close', { through: '2026-12-31' })
    const vacation = async (year: number) =>
      (await f.ok('entitlement.balance', { userId: bo, year })).vacation
    const before = await vacation(2026)
    // 181 of 365 days.
    expect(before).toMatchObject({ entitled: 1_488, remaining: 1_488 })
    expect(await vacation(2027)).toMatchObject({ entitled: 0, carried: 1_488 })
    await f.ok('user.edit', { userId: bo, lastDate: null })
    expect(await vacation(2026)).toEqual(before)
    expect(await vacation(2027)).toMatchObject({ entitled: 3_000, carried: 1_488 })
  })

  test('an absence of it stays; one that reaches out of it can still end on another day of the open period', async () => {
    const { f, bo, sickness, vacation } = await firm()
    const { absenceId } = await f.ok('absence.add', {
      userId: bo,
      kindId: sickness,
      firstDay: '2026-03-12',
      lastDay: '2026-03-20',
    })
    await f.ok('session.switchUser', { userId: bo })
    const request = await f.ok('absence.add', { kindId: vacation, firstDay: '2026-03-10' })
    await f.ok('session.switchUser', { userId: f.ana })
    await f.ok('period.close', { through: '2026-03-15' })
    for (const args of [{ portion: 'half' }, { firstDay: '2026-03-13' }, { lastDay: '2026-03-13' }] as const)
      expect(await f.refused('absence.edit', { absenceId, ...args })).toMatchObject({
        code: 'absence.closed',
      })
    expect(await f.refused('absence.withdraw', { absenceId })).toMatchObject({ code: 'absence.closed' })
    const longer = await f.reply('absence.edit', { absenceId, lastDay: '2026-03-25' })
    await f.ok('absence.edit', { absenceId, lastDay: '2026-03-16' })
    expect(await day(f, bo, '2026-03-17')).toMatchObject({ expectedMs: 8 * HOUR_MS })
    await f.ok('absence.edit', { absenceId, lastDay: '2026-03-25' })
    expect(longer.ok).toBe(true)
    // A request that was forgotten changes no figure: it is not approved any more, but it can go.
    const { absenceId: forgotten } = request
    expect(await f.refused('absence.approve', { absenceId: forgotten })).toMatchObject({
      code: 'absence.closed',
    })
    await f.ok('absence.reject', { absenceId: forgotten, reason: 'Too late' })
    await f.ok('absence.withdraw', { absenceId: forgotten })
  })
})

describe('I6 the time account', () => {
  test('is what was worked against what was expected up to today, with corrections and payouts', async () => {
    const { f, vacation } = await firm()
    const work = (date: string, hours: number) =>
      f.ok('entry.add', {
        customerId: f.acme,
        categoryId: f.support,
        startAt: at(`${date} 08:00`),
        endAt: at(`${date} 08:00`) + hours * HOUR_MS,
      })
    await f.ok('employment.set', contract(f.ana, { validFrom: '2026-03-09' }))
    const first = (await f.ok('user.get', { userId: f.ana })).employments.find(
      (of) => of.validFrom < '2026-03-09',
    )
    await f.ok('employment.remove', { employmentId: first?.id ?? '' })
    await work('2026-03-09', 10)
    await work('2026-03-10', 8)
    await f.ok('absence.add', { kindId: vacation, firstDay: '2026-03-11', lastDay: '2026-03-13' })
    const balance = async (on?: string) =>
      (await f.ok('account.get', { userId: f.ana, ...(on === undefined ? {} : { on }) })).balanceMs / HOUR_MS
    expect(await balance('2026-03-13')).toBe(2)
    // Monday and today, Tuesday, were expected since.
    expect(await balance()).toBe(2 - 16)
    expect(await balance('2026-03-08')).toBe(0)
    await f.ok('accountEntry.add', {
      userId: f.ana,
      kind: 'correction',
      amount: 120,
      date: '2026-03-02',
      reason: 'From the old system',
    })
    expect(await balance('2026-03-08')).toBe(2)
    const paid = await f.reply('accountEntry.add', {
      userId: f.ana,
      kind: 'payout',
      amount: 60,
      reason: 'March',
    })
    expect(await balance()).toBe(2 - 16 + 2 - 1)
    expect(await f.ok('account.list', {})).toMatchObject({
      rows: expect.arrayContaining([{ userId: f.ana, balanceMs: -13 * HOUR_MS }]) as unknown,
    })
    // Nothing was expected yet on the day of the correction.
    expect(await f.ok('account.get', { userId: f.ana })).toMatchObject({
      begins: '2026-03-02',
      months: [
        {
          month: '2026-03',
          totalMs: 18 * HOUR_MS,
          expectedMs: 32 * HOUR_MS,
          entriesMs: HOUR_MS,
          balanceMs: -13 * HOUR_MS,
        },
      ],
      entries: [
        { kind: 'payout', amount: -60, reason: 'March', closed: false },
        { kind: 'correction', amount: 120 },
      ],
    })
    await f.ok('change.undo', { commitId: (paid.ok && paid.commitId) || '' })
    expect(await balance()).toBe(-12)
  })

  test.each([
    ['no reason', { kind: 'correction', amount: 60, reason: ' ' }, 'account.reasonMissing'],
    ['nothing', { kind: 'correction', amount: 0, reason: 'x' }, 'account.noAmount'],
    ['a payout of less than nothing', { kind: 'payout', amount: -60, reason: 'x' }, 'account.noAmount'],
  ] as const)('is not changed with %s', async (_, args, code) => {
    const { f } = await firm()
    expect(await f.refused('accountEntry.add', { userId: f.ana, ...args })).toMatchObject({ code })
  })

  test('over several months, and of somebody who has neither contract nor start: from their first time on', async () => {
    const { f } = await firm('2026-05-04 09:00')
    const { userId } = await f.ok('user.add', { name: 'Cy', startDate: null })
    expect(await f.ok('account.get', { userId })).toMatchObject({ begins: null, balanceMs: 0, months: [] })
    await f.ok('entry.addAmount', {
      userId,
      customerId: f.acme,
      categoryId: f.support,
      workDate: '2026-04-29',
      durationMs: 9 * HOUR_MS,
    })
    const { begins, months, balanceMs } = await f.ok('account.get', { userId })
    expect(begins).toBe('2026-04-29')
    // Two days of April, and of May the 1st and the 4th: by the rules 8 hours each.
    expect(months.map(({ month, expectedMs }) => [month, expectedMs / HOUR_MS])).toEqual([
      ['2026-05', 16],
      ['2026-04', 16],
    ])
    expect(balanceMs).toBe((9 - 32) * HOUR_MS)
  })
})
