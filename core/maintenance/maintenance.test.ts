// Proves that an application which closes before its check is done says nothing of a fault, and that a backup takes no lock to write.
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { createMaintenance } from './maintenance.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { fakeWorld, openTestApp } from '../testing/testApp.ts'

test('G1 an application that is closed at once logs no error: its check comes with the next start', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'daybook-closed-'))
  const world = fakeWorld('2026-03-03 09:00', { dataDir, firstScreenMs: 60_000 })
  const app = await createApp(world.ports)
  await app.close()
  await new Promise((resolve) => setImmediate(resolve))
  expect(world.errors).toEqual([])
  rmSync(dataDir, { recursive: true, force: true })
})

test('G1 a thread that reads the file is not ended from outside, which can take the program along: it ends by itself', async () => {
  const dataDir = temporaryFolder()
  const { app } = await openTestApp('2026-03-03 09:00', { dataDir })
  await app.close()
  const file = join(dataDir, 'daybook.db')
  const started = once(process, 'worker') as Promise<[Worker]>
  const maintenance = createMaintenance({ error: () => undefined, info: () => undefined })
  const report = maintenance.run({ file, backupFolder: dataDir, now: 0, backup: 'none', check: true })
  const [thread] = await started
  const happened: string[] = []
  thread.once('exit', () => happened.push('it ended'))
  thread.terminate = () => Promise.resolve(happened.push('it was ended'))
  await once(thread, 'message')
  await maintenance.close()
  expect(happened).toEqual(['it ended'])
  await expect(report).resolves.toMatchObject({ check: 'sound' })
})

test('G1 the thread that makes a backup writes nothing to the file: it comes last, and its lock would hold up who works', async () => {
  const dataDir = temporaryFolder()
  const f = await openTestApp('2026-03-03 09:00', { dataDir })
  await f.ok('organisation.setUp', {
    organisationName: 'Firm',
    userName: 'Ana',
    currency: 'EUR',
    zone: 'UTC',
  })
  const log = join(dataDir, 'daybook.db-wal')
  const before = statSync(log).size
  expect(before).toBeGreaterThan(0)
  await f.ok('backup.create', {})
  // Who tidies up at the end takes the lock, and empties the log.
  expect(statSync(log).size).toBe(before)
  await f.app.close()
})
