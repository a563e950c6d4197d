// A firm without a server (H1): it works for ever, nothing is put by for a team, and nobody is asked for one.
import { afterEach, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY_MS, HOUR_MS } from '../shared/base/duration.ts'
import { createData } from './db/data.ts'
import { closeDatabase, openDatabase } from './db/open.ts'
import { openFirm } from './testing/testApp.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('H1 weeks of work without a server put nothing by for one, and no screen is told to ask', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'daybook-alone-'))
  folders.push(dataDir)
  const told: string[] = []
  const firm = await openFirm('2026-03-02 09:00', {
    dataDir,
    abilities: { shell: 'host', tray: false, globalShortcuts: false, saveDialog: false, windows: false },
  })
  firm.app.subscribe((event) => told.push(event.type))
  for (let week = 0; week < 4; week += 1) {
    const { timerId } = await firm.ok('timer.start', { customerId: firm.acme, categoryId: firm.support })
    firm.clock.advance(HOUR_MS)
    await firm.ok('timer.stop', { timerId, note: `week ${week}` })
    firm.clock.advance(7 * DAY_MS - HOUR_MS)
  }
  expect(await firm.ok('team.status', {})).toMatchObject({ team: null, waiting: 0, attention: 0 })
  expect(told).not.toContain('team')
  await firm.app.close()
  const db = openDatabase(join(dataDir, 'daybook.db'))
  try {
    const waiting = createData(db).get<{ rows: number }>('SELECT count(*) AS rows FROM outbox')
    expect(waiting).toEqual({ rows: 0 })
  } finally {
    closeDatabase(db)
  }
})

test('H1 no server is called, though one is there', async () => {
  let called = 0
  const server = createServer((socket) => {
    called += 1
    socket.destroy()
  })
  // Where `npm run server` listens.
  const listens = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(8790, '127.0.0.1', () => resolve(true))
  })
  try {
    const firm = await openFirm('2026-03-02 09:00', {
      abilities: { shell: 'host', tray: false, globalShortcuts: false, saveDialog: false, windows: false },
    })
    await firm.ok('customer.add', { name: 'Initech' })
    firm.clock.advance(DAY_MS)
    await firm.ok('diary.today', {})
    expect((await firm.app.invoke('team.sync', {})).ok).toBe(false)
    await firm.app.close()
    expect(called).toBe(0)
  } finally {
    if (listens) await new Promise((resolve) => server.close(resolve))
  }
})
