// Absences and the time account on the command line (I1, I3, I6).
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

test(
  'I1 I3 absences are entered, requested, decided and listed, with what remains',
  { timeout: 180_000 },
  async () => {
    const { done, json, run, setUp } = cliOn(temporaryFolder())
    await setUp()
    expect((await run('absence', 'list')).err).toContain('Absence')
    await done('module', 'on', 'absence')
    await done('call', 'user.add', '{"name":"Bo","startDate":"2026-01-01"}')
    const bo = ['--user', 'Bo']
    expect(await done('absence', 'list')).toBe('No absences.\n')
    await done('absence', 'kinds', '--add', 'Vacation', '--vacation')
    await done('absence', 'kinds', '--add', 'Sickness', '--no-approval')
    expect(await done('absence', 'kinds')).toMatch(/Sickness +relieved +– +–[^]*Vacation +relieved +yes +yes/)
    await done('absence', 'entitle', ...bo, '--days', '27.5', '--from', '2026-01-01')
    const week = [...bo, '--from', '2026-04-13', '--to', '2026-04-17']
    const { value } = await json('absence', 'add', '--kind', 'vacation', ...week, '--note', 'Skiing')
    expect(value).toMatchObject({ status: 'approved', timerRuns: false })
    expect((await run('absence', 'add', '--kind', 'Vacation', ...week)).err).toContain(
      'On 2026-04-13 this is more than a whole day of absence.',
    )
    await done('absence', 'add', ...bo, '--kind', 'Vacation', '--from', '2026-05-04', '--half')
    await done('absence', 'add', ...bo, '--kind', 'Sickness', '--from', '2026-05-05', '--hours', '1:30')
    expect((await run('absence', 'add', '--kind', 'Vacation', ...week, '--half', '--hours', '1')).code).toBe(
      2,
    )
    expect((await json('absence', 'balance', ...bo, '--year', '2026')).value).toMatchObject({
      vacation: { entitled: 2_750, remaining: 2_200 },
    })
    expect(await done('absence', 'list', '--from', '2026-05-01')).toMatch(/1 × ½ +approved[^]*1:30 +approved/)
    const absenceId = value.absenceId as unknown as string
    expect(await done('absence', 'reject', absenceId, '--reason', 'Trade fair')).toBe('Rejected.\n')
    expect((await run('absence', 'reject', absenceId)).err).toContain(
      'This absence has already been decided that way.',
    )
    await done('absence', 'approve', absenceId)
    await done('absence', 'withdraw', absenceId)
    expect((await json('absence', 'list', ...bo)).value.absences).toHaveLength(2)
  },
)

test(
  'I6 the balance is told to a day, corrected and paid out with a reason',
  { timeout: 180_000 },
  async () => {
    const { done, json, run, setUp } = cliOn(temporaryFolder())
    await setUp()
    const of = ['--user', 'Ana']
    const before = Number((await json('balance')).value.balanceSeconds)
    await done('balance', 'correct', ...of, '--hours', '2:30', '--reason', 'Trade fair')
    await done('balance', 'payout', ...of, '--hours', '1', '--reason', 'March')
    const { value } = await json('balance', ...of)
    expect(Number(value.balanceSeconds)).toBe(before + 5_400)
    expect(await done('balance')).toMatch(/payout +[-−]1:00 +March/)
    expect((await run('balance', 'correct', ...of, '--hours', '1', '--reason', ' ')).err).toContain(
      'Enter a reason',
    )
    expect((await run('balance', 'correct', ...of, '--reason', 'x')).code).toBe(2)
  },
)
