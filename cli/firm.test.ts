// Periods, last days and contracts on the command line.
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

test(
  'C1 C2 I5 G7 a period is checked, closed and opened, somebody has a last day, and a contract says how extra hours are counted',
  { timeout: 300_000 },
  async () => {
    const { done, json, run, setUp } = cliOn(temporaryFolder())
    await setUp()
    expect(await json('contract', 'list')).toMatchObject({ code: 0, value: { contracts: [] } })
    const set = ['contract', 'set', '--user', 'Ana', '--from'] as const
    expect(await run(...set, '2025-01-01', '--monthly', '3000.00')).toMatchObject({ code: 2 })
    await done(...set, '2025-01-01', '--monthly', '3000.00', '--hours', '8,8,8,8,8,0,0', '--extra-hour', '20')
    await done(...set, '2025-03-01', '--extra-by', 'version')
    expect(await run(...set, '2025-04-01', '--extra-by', 'year')).toMatchObject({ code: 2 })
    expect(await run(...set, '2025-04-01', '--hours', '8,8')).toMatchObject({ code: 2 })
    expect((await run(...set, '2025-04-01', '--extra-steps', '2:00=125')).err).toContain('2:00=125,150')
    expect((await run(...set, '2025-04-01', '--supplements', 'lunch@25')).err).toContain('22:00-06:00@25')
    await done(
      ...set,
      '2025-05-01',
      '--extra-steps',
      '2:00=125,150',
      '--supplements',
      'night=22:00-06:00@25,sunday@50',
    )
    expect((await json('contract', 'list')).value).toMatchObject({
      contracts: expect.arrayContaining([
        expect.objectContaining({
          validFrom: '2025-05-01',
          extraSteps: [
            { minutes: 120, percent: 125 },
            { minutes: null, percent: 150 },
          ],
          supplements: [
            { on: 'every', fromMinute: 1320, toMinute: 360, percent: 25 },
            { on: 'sunday', fromMinute: 0, toMinute: 1440, percent: 50 },
          ],
        }),
      ]),
    })
    const { value } = await json('contract', 'list', '--user', 'Ana')
    const kept = { wage: { kind: 'monthly', amountMinor: 300_000 }, extraHourMinor: 2000 }
    expect(value).toMatchObject({
      contracts: expect.arrayContaining([
        expect.objectContaining({ ...kept, validFrom: '2025-01-01', extraBy: 'month' }),
        expect.objectContaining({ ...kept, validFrom: '2025-03-01', extraBy: 'contract' }),
      ]),
    })
    expect(await done('contract', 'list')).toMatch(/^Ana +2025-03-01 .* version /m)

    expect((await json('period', 'check', '--through', '2025-01-31')).value).toMatchObject({
      through: '2025-01-31',
      oddities: expect.any(Array),
    })
    expect(await done('period', 'close', '--through', '2025-01-31')).toBe('Closed through 2025-01-31.\n')
    expect((await run('period', 'close', '--through', '2999-01-01')).err).toContain('yesterday at the latest')
    expect(await json(...set, '2025-01-15', '--monthly', '1.00')).toMatchObject({ code: 1 })
    expect(await run('period', 'open')).toMatchObject({ code: 2 })
    expect(await done('period', 'open', '--through', '2025-01-10', '--reason', 'A visit was missing')).toBe(
      'Open again; still closed through 2025-01-10.\n',
    )
    expect((await json('period', 'open', '--reason', 'All of it')).value).toEqual({ closedThrough: null })

    expect(await done('period', 'breaks')).toBe('No breaks are required.\n')
    expect(await done('period', 'breaks', '--law', 'de')).toContain('over 6:00 of work: 0:30 together')
    const work = ['--customer', 'Acme', '--category', 'Support', '--start', '2025-02-03T08:00'] as const
    await done('log', ...work, '--stop', '2025-02-03T15:00')
    expect(await done('diary', '--day', '2025-02-03')).toContain(
      'More than 6:00 of work: 0:30 of breaks are due',
    )
    expect(await done('diary', '--user', 'Ana', '--month', '2025-02')).toContain('break too short')
    expect(await done('period', 'check', '--through', '2025-02-28')).toContain('a break too short')
    expect(await done('period', 'breaks', '--steps', '8:00=0:20', '--longest', 'none')).toContain(
      'own values',
    )
    expect((await json('diary', '--day', '2025-02-03')).value).toMatchObject({ breakWarning: null })
    expect((await run('period', 'breaks', '--law', 'XX')).err).toContain('--steps')
    expect((await run('period', 'breaks', '--steps', 'six')).err).toContain('6:00=0:30,9:00=0:45')
    expect(await json('period', 'breaks', '--piece', '0')).toMatchObject({ code: 1 })
    expect(await done('period', 'breaks', '--law', 'none')).toBe('No breaks are required.\n')

    expect(await done('user', 'edit', '--user', 'Ana', '--last-day', '2030-06-30')).toContain(
      'through 2030-06-30.',
    )
    expect((await json('user', 'edit', '--user', 'Ana', '--last-day', 'none')).value).toMatchObject({
      lastDate: null,
    })
    expect(await run('user', 'edit', '--user', 'Ana')).toMatchObject({ code: 2 })
  },
)
