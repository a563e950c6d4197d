// Days are submitted, approved, rejected and taken back on the command line (B49, I7).
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

test(
  'B49 I7 a week is submitted, rejected with a reason, approved, locked and taken back',
  { timeout: 180_000 },
  async () => {
    const { done, json, run, setUp } = cliOn(temporaryFolder())
    await setUp()
    expect((await run('approvals')).err).toContain('Approvals')
    await done('module', 'on', 'approvals')
    const week = ['--week', '2026-01-07']
    expect(await done('approvals')).toBe('Nothing is waiting for approval.\n')
    expect((await run('submit')).code).toBe(2)
    expect((await json('submit', ...week)).value).toMatchObject({ days: 7 })
    expect(await done('approvals')).toMatch(/Ana +2026-01-0[45] +2026-01-1[01]/)
    expect((await run('reject', ...week)).err).toContain('Enter the reason')
    expect(await done('reject', ...week, '--reason', 'Friday is missing')).toMatch(/^Rejected: 7 days/)
    expect((await json('approvals', '--month', '2026-01')).value).toMatchObject({
      days: [{ status: 'rejected', reason: 'Friday is missing' }, {}, {}, {}, {}, {}, {}],
    })
    expect((await run('approve', ...week)).err).toContain('Nothing of Ana waits')
    await done('submit', ...week)
    expect(await done('approve', ...week)).toMatch(/^Approved: 7 days/)
    const log = [
      'log',
      '--date',
      '2026-01-07',
      '--amount',
      '1:00',
      '--customer',
      'Acme',
      '--category',
      'Support',
      '--create',
    ]
    expect((await run(...log)).err).toContain('2026-01-07 of Ana is approved')
    expect(await done('takeback', '--day', '2026-01-07', '--reason', 'Forgot an hour')).toMatch(
      /^Taken back: 1 day,/,
    )
    await done(...log)
  },
)
