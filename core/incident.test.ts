// What is told of an incident: its number and places in the program, never what people are called or have written.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createFileLog } from './node/fileLog.ts'
import { temporaryFolder } from './testing/db/temporaryFolder.ts'
import { openFirm, openTestApp } from './testing/testApp.ts'

const CLI = {
  shell: 'cli',
  tray: false,
  globalShortcuts: false,
  saveDialog: false,
  windows: false,
} as const

test('a page that broke gets a number; the log has it with places in the program, and neither names nor notes', async () => {
  const dataDir = temporaryFolder()
  const shown: string[] = []
  const world = await openFirm('2026-03-03 09:00', {
    dataDir,
    showFolder: (folder) => {
      shown.push(folder)
      return Promise.resolve(null)
    },
    log: createFileLog(join(dataDir, 'logs'), { now: () => 0, monotonic: () => 0 }, { program: 'test' }),
  })
  const stack = [
    'TypeError: cannot read Acme of secret diagnosis',
    '    at EntryRow (http://127.0.0.1:4711/assets/main-AbC12345.js:12:34)',
    '    at app://daybook/assets/main-AbC12345.js:1:2',
    'at Acme: secret diagnosis',
    '    at Note (secret diagnosis)',
  ].join('\n')
  const { incident } = await world.ok('incident.report', { stack })
  const text = readFileSync(join(dataDir, 'logs', 'daybook.log'), 'utf8')
  expect(text).toContain(incident)
  expect(text).toContain('EntryRow')
  expect(text).toContain('app://daybook/assets/main-AbC12345.js:1:2')
  expect(text).not.toMatch(/Acme|secret/)
  await world.ok('logs.open', {})
  expect(shown).toEqual([join(dataDir, 'logs')])
  expect(existsSync(shown[0] ?? '')).toBe(true)
  await world.app.close()
})

test('where no file manager is, opening the logs says so', async () => {
  const world = await openFirm('2026-03-03 09:00')
  expect(await world.refused('logs.open', {})).toMatchObject({ code: 'device.unavailable' })
  await world.app.close()
})

test('G1 damage that a request meets is said from then on, whatever the check of the file finds', async () => {
  const dataDir = temporaryFolder()
  const world = await openFirm('2026-03-03 09:00', { dataDir, abilities: CLI })
  await world.app.close()
  const file = join(dataDir, 'daybook.db')
  const db = new Database(file)
  const page =
    db.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'tag'").pluck().get() ?? 0
  const size = Number(db.pragma('page_size', { simple: true }))
  db.close()
  const bytes = readFileSync(file)
  bytes.fill(0xa5, (page - 1) * size, page * size)
  writeFileSync(file, bytes)
  const again = await openTestApp('2026-03-03 10:00', { dataDir, abilities: CLI })
  expect((await again.ok('app.state', {})).storage.checked).toBe('pending')
  expect(await again.refused('tag.list', {})).toMatchObject({ code: 'db.damaged' })
  expect((await again.ok('app.state', {})).storage.checked).toBe('damaged')
  expect(again.events).toContainEqual({ type: 'deviceChanged' })
  await expect(again.app.close()).rejects.toMatchObject({ code: 'db.damaged' })
})
