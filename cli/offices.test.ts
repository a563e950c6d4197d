// Offices, departments and assignments on the command line, with the refusals of a running timer (C13 to C18).
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

test(
  'C13 C14 C15 C16 C18 codes and assignments are added, listed, refused and deleted',
  { timeout: 180_000 },
  async () => {
    const { done, json, run, setUp } = cliOn(temporaryFolder())
    await setUp()
    expect(await done('office', 'list')).toBe('No offices.\n')
    await done('office', 'add', '--code', 'HAM', '--name', 'Hamburg')
    await done('office', 'add', '--code', 'VIE')
    await done('department', 'add', '--code', 'DEV')
    await done('office', 'edit', '--code', 'vie', '--name', 'Vienna')
    expect((await json('office', 'list')).value).toMatchObject({
      offices: [
        { code: 'HAM', name: 'Hamburg' },
        { code: 'VIE', name: 'Vienna' },
      ],
    })
    const place = ['--user', 'Ana', '--customer', 'Acme', '--office', 'HAM', '--department', 'DEV']
    expect(await done('assign', 'add', ...place)).toBe('Ana, Acme: assigned.\n')
    expect(await json('assign', 'add', ...place)).toMatchObject({
      code: 1,
      value: { error: { code: 'assignment.second' } },
    })
    expect(
      await json('assign', 'add', '--user', 'Ana', '--office', 'HAN', '--department', 'DEV'),
    ).toMatchObject({
      code: 1,
      value: { error: { code: 'name.unknown', details: { nearest: ['HAM'] } } },
    })
    expect(await done('assign', 'list')).toMatch(/^Ana +Acme +HAM +DEV$/m)
    await done('start', '--customer', 'Acme', '--category', 'Support', '--create')
    const refusals = [
      [['office', 'remove', '--code', 'HAM'], 'Used in Timer. Cannot delete.'],
      [['department', 'remove', '--code', 'DEV'], 'Used in Timer. Cannot delete.'],
      [['assign', 'remove', '--user', 'Ana', '--customer', 'Acme'], 'Used in Timer - Cannot delete.'],
      [
        ['assign', 'edit', '--user', 'Ana', '--customer', 'Acme', '--office', 'VIE'],
        'Used in Timer - Cannot edit.',
      ],
    ] as const
    for (const [command, sentence] of refusals)
      expect(await run(...command)).toMatchObject({ code: 1, err: expect.stringContaining(sentence) })
    await done('discard')
    await done('assign', 'edit', '--user', 'Ana', '--customer', 'Acme', '--office', 'VIE')
    expect(await done('office', 'remove', '--code', 'VIE')).toBe(
      'Office VIE was deleted, with 1 assignment.\n',
    )
    expect(await done('assign', 'list')).toBe('No assignments.\n')
    expect(await run('office', 'edit', '--code', 'HAM')).toMatchObject({ code: 2 })
  },
)
