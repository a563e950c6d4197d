// Cases on the command line: added, listed, shown, changed, closed and reopened, with time of one person and of two (D1 to D10).
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

test('D1 D2 D4 D6 D8 D10 J19 a case and its time', { timeout: 180_000 }, async () => {
  const { done, json, run, setUp } = cliOn(temporaryFolder())
  await setUp()
  expect(await done('case', 'list')).toBe('No cases.\n')
  await done('call', 'customer.add', '{"name":"Initech"}')
  await done('call', 'user.add', '{"name":"Bo"}')
  await done('call', 'category.add', '{"name":"Repair"}')
  const more = ['--priority', 'high', '--assignee', 'Bo', '--reference', 'HD-77']
  expect(await done('case', 'add', '--customer', 'Initech', '--subject', 'Leak in the roof', ...more)).toBe(
    'CASE-1 was added.\n',
  )
  expect((await json('case', 'list', '--open')).value).toMatchObject({
    cases: [
      { code: 'CASE-1', name: 'Leak in the roof', priority: 'high', assigneeName: 'Bo', reference: 'HD-77' },
    ],
  })
  const what = ['--case', '1', '--category', 'Repair']
  const at = ['--start', '2026-03-02T09:00', '--stop', '2026-03-02T10:30']
  // The case says for whom it is.
  await done('log', ...what, ...at, '--user', 'Ana', '--user', 'Bo', '--note', 'on the phone')
  expect(await json('case', 'show', 'CASE-1')).toMatchObject({
    code: 0,
    value: { total: 2, case: { users: [{ totalSeconds: 5400 }, { totalSeconds: 5400 }] } },
  })
  expect(await done('case', 'show', '1')).toMatch(/on the phone\n.*on the phone\nTotal: 3:00/)
  // D4: its billable time becomes an invoice; the case says for whom.
  await done('rate', '--level', 'organisation', '--from', '2026-01-01', '--amount', '90')
  expect((await run('invoice', 'draft')).err).toContain('Say for whom: --customer NAME, or --case NUMBER.')
  expect((await json('invoice', 'draft', '--case', '1', '--group', 'case')).value).toMatchObject({
    lines: [{ text: 'CASE-1 Leak in the roof', hours: 3 }],
  })
  await done('start', ...what)
  expect((await run('case', 'remove', '1')).err).toContain('Used in Timer. Cannot delete.')
  expect(await done('case', 'close', '1')).toBe('CASE-1 is closed.\n')
  await done('discard')
  const closed = await run('start', ...what)
  expect(closed.err).toContain(
    'Case CASE-1 is closed, so no new time can be put on it. Reopen it, or choose another.',
  )
  expect(await done('case', 'list', '--open')).toBe('No cases.\n')
  await done('case', 'reopen', '1')
  await done('call', 'organisation.edit', '{"casesNeedProject":true}')
  expect((await run('start', ...what)).err).toContain('Case CASE-1 is tied to no project')
  const customerId = (await json('customers', '--search', 'Initech')).value.customers?.[0]?.id
  await done('call', 'project.add', JSON.stringify({ name: 'Roof', customerId }))
  expect(await done('case', 'edit', '1', '--project', 'Roof', '--status', 'waiting')).toBe(
    'CASE-1 was changed.\n',
  )
  await done('start', ...what)
  expect((await json('status')).value).toMatchObject({
    timers: [{ caseCode: 'CASE-1', projectName: 'Roof' }],
  })
  expect(await json('case', 'show', '7')).toMatchObject({
    code: 1,
    value: { error: { code: 'name.unknown', details: { values: { kind: 'case' } } } },
  })
  expect((await run('case', 'edit', '1', '--priority', 'huge')).err).toContain(
    'A priority is low, normal, high, urgent.',
  )
})
