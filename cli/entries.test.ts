// `daybook entries` as a process on a real data folder.
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

test(
  'I15 a customer’s time is filtered, and its total and amount are of what is left',
  { timeout: 90_000 },
  async () => {
    const { done, json, run, setUp, logWork } = cliOn(temporaryFolder())
    await setUp()
    const log = (note: string, day: string) => logWork(`${day}T09:00`, `${day}T10:30`, '--note', note)
    await log('roof looked at', '2026-02-10')
    await log('roof again', '2026-03-03')
    await log('call', '2026-03-04')
    await done('rate', '--level', 'organisation', '--from', '2026-01-01', '--amount', '100')
    const all = await done('entries', '--customer', 'acme')
    expect(all).toMatch(/2026-03-04 09:00[^]*2026-03-03 09:00[^]*2026-02-10 09:00/)
    expect(all).toMatch(/Total Time: 4:30.*, 3 entries/)
    expect(
      await json('entries', '--customer', 'Acme', '--from', '2026-03-01', '--search', 'roof'),
    ).toMatchObject({
      code: 0,
      value: { total: 1, entries: [{ note: 'roof again' }], all: { total: 3 } },
    })
    expect(
      await done('entries', '--customer', 'Acme', '--user', 'Ana', '--to', '2026-03-03', '--limit', '1'),
    ).toMatch(/Total Time: 3:00.*, 2 entries \(the first 1 are listed\)/)
    expect(await done('entries', '--customer', 'Acme', '--search', 'nowhere')).toBe(
      'There is no such time.\n',
    )
    const free = ['--customer', 'Acme', '--start', '2026-03-05T09:00', '--stop', '2026-03-05T10:00']
    await done('log', ...free, '--category', 'Support', '--not-billable')
    const ofAcme = ['entries', '--customer', 'Acme'] as const
    expect(await json(...ofAcme, '--not-billable')).toMatchObject({
      value: { total: 1, entries: [{ billable: false, isBillable: false }] },
    })
    expect(await json(...ofAcme, '--billable')).toMatchObject({ value: { total: 3 } })
    expect((await run(...ofAcme, '--billable', '--not-billable')).code).toBe(2)
    await done('start', '--customer', 'Acme', '--category', 'Support', '--not-billable')
    expect(await json('stop', '--billable', '--note', 'after all')).toMatchObject({
      value: { entries: [{ billable: true }] },
    })
    expect((await run('entries', '--customer', 'Acme', '--from', 'March')).err).toContain('is not a date')
    expect((await run('entries', '--customer', 'Acne')).err).toContain('Acme')
  },
)
