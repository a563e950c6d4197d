// `daybook verify` as a process: sound data with 0, altered data with 1 and what is wrong with it.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../core/db/open.ts'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

test('G11 verify says that all is as it was recorded, and ends with 1 once a row was altered', async () => {
  const folder = temporaryFolder()
  const { run, done, json, setUp } = cliOn(folder)
  expect((await run('verify')).code).toBe(1)
  await setUp()
  expect(await done('verify')).toMatch(/^Everything is as it was recorded: 1 change, /)
  const { value } = await json('verify')
  const { head } = value as unknown as { head: string }
  expect(value).toMatchObject({
    sound: true,
    findings: [],
    commits: 1,
    head: expect.stringMatching(/^\w{64}$/),
  })
  await done('start', '--customer', 'Acme', '--category', 'Support')
  expect(await done('verify', '--holds', head)).toContain('compared with')
  expect((await run('verify', '--holds', 'f'.repeat(64))).code).toBe(1)

  const db = openDatabase(join(folder, 'daybook.db'))
  db.exec(`UPDATE commit_log SET args = '{}' WHERE seq = 1`)
  db.close()
  const { code, out } = await run('verify')
  expect(code).toBe(1)
  expect(out).toMatch(/^Not as it was recorded:\n {2}the audit trail is broken at /)
  expect(await json('verify')).toMatchObject({ code: 1, value: { sound: false } })
})
