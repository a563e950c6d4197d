// `daybook verify` as a process: sound data with 0, altered data with 1 and what is wrong with it.
import { closeSync, copyFileSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs'
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
  // Nothing but the file itself vouches for it.
  const alone = await run('verify')
  expect([alone.code, alone.out]).toEqual([3, expect.stringContaining('there is no backup to compare with')])
  await done('backup')
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

test('K20 a backup that is foreign, unreadable or cut is said, with an exit code of its own', async () => {
  const [folder, other] = [temporaryFolder(), temporaryFolder()]
  const { run, done, setUp } = cliOn(folder)
  await setUp()
  await done('backup')
  await done('verify')
  const [good = ''] = readdirSync(join(folder, 'backups'))
  const stranger = cliOn(other)
  await stranger.setUp()
  await stranger.done('backup')
  const [theirs = ''] = readdirSync(join(other, 'backups'))
  copyFileSync(
    join(other, 'backups', theirs),
    join(folder, 'backups', 'daybook-2020-01-01T00-00-00Z-daily.db'),
  )
  const foreign = await run('verify')
  expect([foreign.code, foreign.out]).toEqual([
    3,
    expect.stringMatching(
      /^Not checked:\n {2}the backup daybook-2020\S+ is of other data\nAll that could be checked/,
    ),
  ])
  // A byte of the header, and the beginning of the trail rewritten so that a backup seems to be of other data.
  const handle = openSync(join(folder, 'backups', good), 'r+')
  writeSync(handle, Buffer.from([0]), 0, 1, 0)
  closeSync(handle)
  const unreadable = await run('verify')
  expect([unreadable.code, unreadable.out]).toEqual([3, expect.stringContaining(`${good} cannot be read`)])
})

test('K11 emptied or gone beside a backup: every command says so and how to get it back, and nothing begins anew', async () => {
  const folder = temporaryFolder()
  const { run, done, setUp } = cliOn(folder)
  await setUp()
  expect((await run('restore')).code).toBe(2)
  await done('backup')
  const file = join(folder, 'daybook.db')
  const ways: Record<string, () => void> = {
    gone: () => undefined,
    'of no bytes': () => writeFileSync(file, ''),
    'without tables': () => openDatabase(file).close(),
    'without rows': () => {
      copyFileSync(join(folder, 'backups', readdirSync(join(folder, 'backups'))[0] ?? ''), file)
      const db = openDatabase(file)
      db.pragma('foreign_keys = OFF')
      for (const table of ['audit', 'commit_log', 'organisation', 'user', 'customer', 'category'])
        db.exec(`DELETE FROM "${table}"`)
      db.close()
    },
  }
  for (const [way, lose] of Object.entries(ways)) {
    for (const name of ['', '-wal', '-shm']) rmSync(file + name, { force: true })
    lose()
    for (const args of [['status'], ['setup', '--name', 'Eve', '--organisation', 'New']]) {
      const { code, err } = await run(...args)
      expect([code, err], way).toEqual([1, expect.stringContaining('"daybook restore" puts it in place')])
    }
    expect(await done('restore'), way).toContain('Restored')
    expect(await done('customers'), way).toContain('Acme')
  }
})
