// `daybook journal`: a session is one line with both keywords, notes are written, and both are found (A12, A31, F11).
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

test('A12 A31 F11 the journal on the command line', { timeout: 180_000 }, async () => {
  const { done, json, run, setUp } = cliOn(temporaryFolder())
  await setUp()
  await done('tag', 'add', 'Urgent')
  await done('start', '--customer', 'Acme', '--category', 'Support', '--create')
  await done('stop', '--note', 'Printer is jammed')
  await done('journal', 'note', '--customer', 'acme', '--text', 'They want an offer.', '--tag', 'urgent')
  const all = await done('journal', '--customer', 'Acme')
  expect(all).toMatch(/Call Scheduled, Time Log +.*Support +Printer is jammed/)
  expect(all).toMatch(/Note +Ana +Urgent +They want an offer\./)
  expect(await done('journal', '--customer', 'Acme', '--keyword', 'call scheduled')).not.toContain('offer')
  const { value } = await json('journal', '--customer', 'Acme', '--search', 'want', '--tag', 'Urgent')
  expect(value).toMatchObject({ lines: [{ source: 'note', text: 'They want an offer.' }], more: false })
  expect((await run('journal', '--customer', 'Acme', '--keyword', 'Fax')).err).toContain(
    'Call Scheduled, Time Log',
  )
  expect((await run('journal')).code).toBe(2)
  expect((await run('journal', 'note', '--customer', 'Acme', '--text', '  ')).code).toBe(1)
})
