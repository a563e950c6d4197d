// Billing rates on the command line: set for each level, listed, refused with the nearest names.
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

test('G5 G7 rate sets what an hour costs from a day on, rates lists it', { timeout: 180_000 }, async () => {
  const { done, json, run, setUp } = cliOn(temporaryFolder())
  await setUp()
  expect(await done('rates')).toBe('No billing rates.\n')
  expect(await done('rate', '--level', 'organisation', '--from', '2026-01-01', '--amount', '85')).toBe(
    'Firm: 85.00 EUR an hour from 2026-01-01 on.\n',
  )
  await done('rate', '--level', 'customer', '--name', 'acme', '--from', '2026-02-01', '--amount', '95.50')
  await done('rate', '--level', 'user', '--name', 'Ana', '--from', '2026-02-01', '--amount', '120')
  const customerId = (await json('customers')).value.customers?.[0]?.id
  const project = { customerId, name: 'Relaunch', code: 'REL-1' }
  await done('call', 'project.add', JSON.stringify(project))
  for (const [name, amount] of [
    ['rel-1', '140'],
    ['Relaunch', '150'],
  ] as const)
    await done('rate', '--level', 'project', '--name', name, '--from', '2026-03-01', '--amount', amount)
  expect((await json('rates')).value).toMatchObject({
    rates: [
      { level: 'customer', subjectName: 'Acme', validFrom: '2026-02-01', amountMinor: 9_550 },
      { level: 'organisation', subjectName: null, amountMinor: 8_500 },
      { level: 'project', subjectName: 'Relaunch', amountMinor: 15_000 },
      { level: 'user', subjectName: 'Ana', amountMinor: 12_000 },
    ],
  })
  expect(await done('rates')).toMatch(/^customer +Acme +2026-02-01 +95\.50 EUR$/m)
  // K6 a project is called with whose it is.
  expect(await done('rates')).toMatch(/^project +Relaunch \(Acme\) +2026-03-01 +150\.00 EUR$/m)

  const wrong = ['--from', '2026-02-01', '--amount', '1']
  expect(await json('rate', '--level', 'customer', '--name', 'Acne', ...wrong)).toMatchObject({
    code: 1,
    value: { error: { code: 'name.unknown', details: { nearest: ['Acme'] } } },
  })
  expect(await json('rate', '--level', 'project', '--name', 'REL-2', ...wrong)).toMatchObject({
    code: 1,
    value: { error: { code: 'name.unknown', details: { nearest: ['REL-1'] } } },
  })
  expect(await run('rate', '--level', 'firm', ...wrong)).toMatchObject({ code: 2 })
  expect(await run('rate', '--level', 'user', ...wrong)).toMatchObject({ code: 2 })
  expect(await run('rate', '--level', 'organisation', '--from', '2026-02-30', '--amount', '1')).toMatchObject(
    { code: 2 },
  )
  expect(
    await run('rate', '--level', 'organisation', '--from', '2026-02-01', '--amount', 'much'),
  ).toMatchObject({ code: 2, err: expect.stringContaining('is not an amount of EUR') })
})
