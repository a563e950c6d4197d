// A name that two share is never taken for one of them (K6): by table, and typed on the command line.
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { theOneCalled } from './names.ts'
import { Refusal } from './refusal.ts'
import { cliOn } from './testing/runCli.ts'

const HH = { id: '01HH', name: 'Meyer', code: 'M-HH' }
const KI = { id: '01KI', name: 'Meyer', code: 'M-KI' }
const NONE = { id: '01NO', name: 'MEYER', code: '' }
const OTHER = { id: '01OT', name: 'Beta', code: 'meyer' }

describe('K6 what is called so', () => {
  test.each([
    ['a name', [HH, OTHER], 'Beta', OTHER],
    ['a code', [HH, KI], 'm-ki', KI],
    ['nothing', [HH, KI], 'Meier', null],
    ['capitals tell two names apart', [HH, NONE], 'Meyer', HH],
    ['a name with blanks around', [HH], '  meyer ', HH],
  ] as const)('%s', (_, all, name, found) => {
    expect(theOneCalled([...all], name)).toBe(found)
  })

  test.each([
    ['two of one name', [HH, KI], 'Meyer', ['M-HH', 'M-KI']],
    ['one has no code', [HH, NONE], 'meyer', ['M-HH', '01NO']],
    ['the name of one is the code of another', [HH, OTHER], 'MEYER', ['M-HH', 'meyer']],
    ['both have the same code', [HH, { ...KI, code: 'm-hh' }], 'Meyer', ['01HH', '01KI']],
  ] as const)('%s: refused with what tells them apart', (_, all, name, codes) => {
    const ask = () => theOneCalled([...all], name)
    expect(ask).toThrow(Refusal)
    expect(ask).toThrow(
      expect.objectContaining({
        error: { code: 'name.ambiguous', details: { values: { name }, nearest: codes } },
      }),
    )
  })
})

test('K6 of two customers Meyer none is taken; a code or an id names one', { timeout: 120_000 }, async () => {
  const { json, run, setUp } = cliOn(temporaryFolder())
  await setUp()
  for (const code of ['M-HH', 'M-KI'])
    await run('call', 'customer.add', JSON.stringify({ name: 'Meyer', code }))
  const log = (customer: string, ...more: string[]) =>
    json(
      'log',
      '--start',
      '2026-03-03T09:00',
      '--stop',
      '2026-03-03T10:00',
      '--category',
      'Support',
      '--customer',
      customer,
      ...more,
    )
  const refused = await log('Meyer', '--create')
  expect(refused).toMatchObject({
    code: 1,
    value: { error: { code: 'name.ambiguous', details: { nearest: ['M-HH', 'M-KI'] } } },
  })
  expect(refused.err).toContain('More than one is called “Meyer”.')
  expect(refused.err).toContain('Codes: M-HH, M-KI')
  const rate = ['rate', '--level', 'customer', '--from', '2026-01-01', '--amount', '90', '--name']
  expect(await run(...rate, 'Meyer')).toMatchObject({ code: 1 })
  expect(await run(...rate, 'm-hh')).toMatchObject({ code: 0 })
  const customers = async () =>
    (await json('customers')).value.customers as unknown as {
      id: string
      code: string
      totalSeconds: number
    }[]
  const ofHamburg = (await customers()).find(({ code }) => code === 'M-HH')?.id ?? ''
  for (const called of ['M-KI', ofHamburg])
    expect((await log(called)).value.entries?.[0], called).toMatchObject({ customerName: 'Meyer' })
  const recorded = (await customers()).map(({ totalSeconds }) => totalSeconds)
  expect(recorded.toSorted()).toEqual([0, 3600, 3600])
})
