// Tags on the command line: made, listed, said with a session from its start to its end, searched and deleted (A25, J19).
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

test(
  'A25 J19 tags and a reference are said with start, log and stop, and found',
  { timeout: 180_000 },
  async () => {
    const { done, json, run, setUp } = cliOn(temporaryFolder())
    await setUp()
    expect(await done('tag', 'add', 'Urgent')).toContain('Added the tag Urgent.')
    const on = ['--customer', 'Acme', '--category', 'Support', '--create']
    const started = await json('start', ...on, '--tag', 'urgent', '--reference', 'ZD-4711')
    expect(started.value.timer).toMatchObject({ reference: 'ZD-4711', tagLabels: [{ name: 'Urgent' }] })
    expect((await run('tag', 'remove', 'Urgent')).code).toBe(1)
    await done('tag', 'add', 'On site')
    const stopped = await json('stop', '--tag', 'On site', '--note', 'router')
    expect(stopped.value.entries).toMatchObject([
      { reference: 'ZD-4711', tagLabels: [{ name: 'Urgent' }, { name: 'On site' }] },
    ])
    expect(await done('search', 'zd-4711', '--tag', 'on site')).toContain('Urgent, On site')
    expect(
      await done('search', 'zd-4711', '--tag', 'on site', '--customer', 'Acme', '--not-billable'),
    ).toContain('No note')
    expect(await done('entries', '--customer', 'Acme', '--tag', 'urgent')).toContain('1 entries')
    expect(await done('tags')).toMatch(
      /^Name +Colour +State\n.*\nOn site +green +active\nUrgent +blue +active/m,
    )
    await done('tag', 'remove', 'Urgent')
    expect(await done('tag', 'list')).not.toContain('Urgent')
  },
)
