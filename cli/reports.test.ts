// Reports, budgets and missing time on the command line (I8, I10, I11, I12, I13).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

test(
  'I8 I10 I11 a report is run, saved under a name, run again, written as a file and removed',
  { timeout: 180_000 },
  async () => {
    const folder = temporaryFolder()
    const { done, json, run, setUp } = cliOn(folder)
    await setUp()
    const log = ['log', '--customer', 'Acme', '--category', 'Support', '--create']
    await done(...log, '--start', '2026-03-02T09:00', '--stop', '2026-03-02T10:30', '--note', 'a')
    await done(...log, '--start', '2026-04-02T09:00', '--stop', '2026-04-02T10:00', '--note', 'b')
    await done('rate', '--level', 'organisation', '--from', '2026-01-01', '--amount', '90')
    const text = await done(
      'report',
      '--by',
      'customer,month',
      '--customer',
      'Acme',
      '--save',
      'Acme by month',
    )
    expect(text).toMatch(/Customer +Month +Time +Billable +Amount/)
    expect(text).toMatch(/Acme +2026-03 +1:30 +100% +135\.00 EUR/)
    expect(text).toMatch(/Total +2:30 +100% +225\.00 EUR/)
    expect(await done('report', 'list')).toMatch(/Acme by month +customer, month +you/)

    const file = join(folder, 'march.csv')
    await done('report', '--by', 'customer', '--from', '2026-03-01', '--to', '2026-03-31', '--out', file)
    expect(readFileSync(file, 'utf8')).toBe(
      '\uFEFFCustomer,Entries,Duration,Hours (decimal),Billable time,Amount,Cost,Margin\r\n' +
        'Acme,1,1:30,1.50,1:30,135.00,,135.00\r\n',
    )
    const again = await json('report', 'run', 'acme BY month')
    expect(again.value).toMatchObject({ total: { seconds: 9_000, amountMinor: 22_500 } })
    const sheet = join(folder, 'acme.xlsx')
    expect(await done('report', 'run', 'Acme by month', '--out', sheet)).toContain(`Wrote ${sheet}`)
    await done('report', 'rename', 'Acme by month', 'Acme')
    await done('report', 'remove', 'Acme')
    expect(await done('report', 'list')).toContain('No report is saved.')

    expect((await run('report', '--by', 'weather')).code).toBe(2)
    expect((await run('report')).err).toContain('--by')
    expect((await run('report', '--by', 'user', '--out', 'x.doc')).code).toBe(2)
    expect((await run('report', 'run', 'nothing')).err).toContain('daybook report list')
  },
)

test('I12 I13 budgets and who is missing time are listed', { timeout: 180_000 }, async () => {
  const { done, json, setUp } = cliOn(temporaryFolder())
  await setUp()
  expect(await done('budgets')).toContain('No project has a budget')
  const { value } = await json('call', 'customer.list')
  const [acme] = (value as unknown as { rows: { id: string }[] }).rows
  const project = { customerId: acme?.id, name: 'Website', budgetMinutes: 2_400 }
  await done('call', 'project.add', JSON.stringify(project))
  expect(await done('budgets')).toMatch(/Acme +PROJ-1 Website +40:00 +– +40:00 +–/)
  // Ana began today, in a week of which days may have gone by: so it is asked of one that is all before, and of one that is to come.
  for (const week of ['2026-03-02', '2126-03-04'])
    expect((await json('missing', '--week', week)).value).toMatchObject({ rows: [], complete: 0 })
})
