// Projects on the command line: made, listed and meant by code or name, and what a timer on one protects.
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

const LONG = { timeout: 120_000 }

test(
  'G5 start and log put time on a project by code or name, which also says for whom it is',
  LONG,
  async () => {
    const { done, json, setUp } = cliOn(temporaryFolder())
    await setUp()
    const support = ['--category', 'Support']
    const made = await json('start', '--customer', 'Acme', '--project', 'Website', ...support, '--create')
    expect(made.value.timer).toMatchObject({ projectCode: 'PROJ-1', projectName: 'Website' })
    expect(await done('stop')).toContain('Recorded Acme · Support · PROJ-1 Website, ')
    for (const name of ['proj-1', 'WEBSITE']) {
      const started = await json('start', '--project', name, ...support)
      expect(started.value.timer).toMatchObject({ customerName: 'Acme', projectCode: 'PROJ-1' })
      await done('discard')
    }
    const times = ['--start', '2026-03-03T09:00', '--stop', '2026-03-03T10:30']
    const logged = await json('log', '--customer', 'Acme', '--project', 'PROJ-1', ...support, ...times)
    expect(logged.value.entries).toMatchObject([{ projectName: 'Website', durationSeconds: 5400 }])
    expect(await done('projects')).toMatch(
      /^Code +Name +Customer +State +Total +Budget\n.*\nPROJ-1 +Website +Acme +active +1:3\d +–/,
    )
    expect((await json('projects', '--customer', 'Acme')).value).toMatchObject({
      projects: [{ code: 'PROJ-1', entryCount: 2 }],
    })
  },
)

test('G5 an unknown project is refused with the nearest, and makes nothing', LONG, async () => {
  const { json, run, setUp } = cliOn(temporaryFolder())
  await setUp()
  const { value } = await json('customers')
  const customerId = value.customers?.[0]?.id
  for (const name of ['Website', 'Audit'])
    await run('call', 'project.add', JSON.stringify({ customerId, name }))
  await run('call', 'customer.add', JSON.stringify({ name: 'Globex' }))
  const near = await json('start', '--customer', 'Acme', '--project', 'Websit', '--category', 'Support')
  expect(near).toMatchObject({
    code: 1,
    value: { error: { code: 'name.unknown', details: { nearest: ['PROJ-1'] } } },
  })
  expect((await json('projects')).value.projects).toHaveLength(2)
  // A code means what it means; the name of another customer's project is not this one's.
  const start = (project: string) =>
    json('start', '--customer', 'Globex', '--project', project, '--category', 'Support')
  expect(await start('PROJ-2')).toMatchObject({
    code: 1,
    value: { error: { code: 'project.otherCustomer' } },
  })
  expect(await start('Audit')).toMatchObject({ code: 1, value: { error: { code: 'name.unknown' } } })
  const nobody = await run('start', '--project', 'Shop', '--category', 'Support', '--create')
  expect(nobody).toMatchObject({ code: 2 })
  expect(nobody.err).toContain('--customer')
})

test('C12 C17 C18 the command line deletes a project no more than the window does', LONG, async () => {
  const { done, json, run, setUp } = cliOn(temporaryFolder())
  await setUp()
  await done('start', '--customer', 'Acme', '--project', 'Website', '--category', 'Support', '--create')
  const projectId = (await json('projects')).value.projects?.[0]?.id
  const remove = ['call', 'project.remove', JSON.stringify({ projectId })]
  const guarded = await run(...remove)
  expect(guarded.code).toBe(1)
  expect(guarded.err).toMatch(
    /^daybook: Cannot delete PROJ-1 as used in timer\.\n  Ana: Acme · Support · PROJ-1 Website, running, /,
  )
  await done('discard')
  expect(await run(...remove)).toMatchObject({ code: 0 })
})
