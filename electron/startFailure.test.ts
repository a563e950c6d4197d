// A start that fails: said in words, with ways out that lose nothing. On real files, damaged in real ways.
import { systemPresence } from './presence.ts'
import { systemTrayHost } from './trayHost.ts'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { DatabaseProblem } from '../core/db/sqliteError.ts'
import type { DatabaseProblemCode } from '../core/db/sqliteError.ts'
import type { App, Ports } from '../core/ports.ts'
import { fakeWorld } from '../core/testing/testApp.ts'
import { openLocked } from './openLocked.ts'
import { createRescue } from './rescue.ts'
import { start } from './shell.ts'
import { settle } from './testing/desktop.ts'
import { createElectronDouble } from './testing/electronDouble.ts'
import type { Answer } from './testing/systemDoubles.ts'

const folders: string[] = []
const apps: App[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-start-'))
  folders.push(folder)
  return folder
}
const portsFor = (dataDir: string): Ports & { dataDir: string } => ({
  ...fakeWorld('2026-03-03 09:00').ports,
  dataDir,
})

/** A folder with a customer in the database, and a verified backup of that. */
async function withBackup(): Promise<string> {
  const folder = newFolder()
  const app = await openLocked(portsFor(folder))
  await app.invoke('organisation.setUp', {
    organisationName: 'Weber',
    userName: 'Ana',
    zone: 'Europe/Berlin',
    currency: 'EUR',
    customerName: 'Acme',
  })
  const backup = await app.invoke('backup.create', {})
  expect(backup).toMatchObject({ ok: true, value: { verified: true } })
  await app.close()
  return folder
}

async function startOn(folder: string, answers: Answer[], openApp?: (ports: Ports) => Promise<App>) {
  const electron = createElectronDouble()
  electron.dialog.answers.push(...answers)
  const ports = portsFor(folder)
  const app = await start(electron.api, {
    ports,
    openApp: openApp ?? ((desktopPorts) => openLocked({ ...desktopPorts, dataDir: folder })),
    rescue: () => Promise.resolve(createRescue(ports)),
    platform: 'linux',
    devUrl: null,
    rendererDir: folder,
    preloadFile: '/preload.cjs',
    trayImagesDir: '/tray',
    trayHost: systemTrayHost,
    presence: systemPresence,
    wayland: false,
    updates: { readFeed: null, fetch: () => Promise.resolve() },
    openedBy: null,
    hidden: false,
    login: { command: { file: '', args: [] }, autostartDir: '' },
    iconFile: '',
    onSignal: () => undefined,
  })
  await settle()
  if (app !== null) apps.push(app)
  return { app, electron, asked: electron.dialog.asked }
}
const customers = async (app: App | null) => {
  const reply = await app?.invoke('customer.list', {})
  return reply?.ok === true ? reply.value.rows.map(({ name }) => name) : reply
}

test('G1 a damaged database: the newest backup is offered, and what is there is kept beside it', async () => {
  const folder = await withBackup()
  const damage = 'this is no database any more'.repeat(1000)
  writeFileSync(join(folder, 'daybook.db'), damage)
  const { app, asked } = await startOn(folder, ['Restore backup'])
  expect(asked[0]?.message).toBe(
    'The database is damaged. Restore the newest backup; the damaged file is set aside and kept.',
  )
  expect(asked[0]?.buttons).toEqual(['Restore backup', 'Try again', 'Open folder', 'Quit'])
  expect(asked[0]?.detail).toMatch(/backup is from \d March 2026 at/)
  expect(asked[0]?.detail).toContain(folder)
  expect(await customers(app)).toEqual(['Acme'])
  const aside = readdirSync(folder).find((name) => name.startsWith('daybook.damaged-'))
  expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(damage)
})

test('G1 no question ever offers to delete', async () => {
  for (const code of [
    'disk.full',
    'disk.readonly',
    'db.locked',
    'db.newer',
    'db.damaged',
    'db.missing',
    'db.migrationFailed',
  ] satisfies DatabaseProblemCode[]) {
    const { asked } = await startOn(await withBackup(), ['Quit'], () =>
      Promise.reject(new DatabaseProblem(code)),
    )
    expect(asked).toHaveLength(1)
    expect(asked[0]?.message.length).toBeGreaterThan(20)
    expect(asked[0]?.buttons?.join()).not.toMatch(/delete|reset|remove/i)
    expect(asked[0]?.buttons?.at(asked[0].cancelId ?? 0)).toBe('Quit')
  }
}, 60_000)

test('G1 a damaged database without a backup: said so, nothing to restore, quitting leaves all as it was', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'daybook.db'), 'no database'.repeat(1000))
  const { app, electron, asked } = await startOn(folder, ['Quit'])
  expect(app).toBeNull()
  expect(electron.app.exited).toBe(0)
  expect(electron.windows.some(({ visible }) => visible)).toBe(false)
  expect(asked[0]?.buttons).toEqual(['Try again', 'Open folder', 'Quit'])
  expect(asked[0]?.detail).toContain('There is no checked backup')
  expect(readFileSync(join(folder, 'daybook.db'), 'utf8')).toContain('no database')
})

test('G1 a database from a newer version is not touched and no older backup is put in its place', async () => {
  const { app, asked } = await startOn(await withBackup(), ['Open folder', 'Quit'], () =>
    Promise.reject(new DatabaseProblem('db.newer', { version: 99 })),
  )
  expect(app).toBeNull()
  expect(asked.map(({ buttons }) => buttons)).toEqual([
    ['Open folder', 'Quit'],
    ['Open folder', 'Quit'],
  ])
})

test('G1 “open folder” shows the data folder and asks again; “try again” tries again', async () => {
  const folder = newFolder()
  let attempts = 0
  const { app, electron } = await startOn(
    folder,
    ['Open folder', 'Try again', 'Try again'],
    async (ports) => {
      if (++attempts < 3) throw new DatabaseProblem('disk.full')
      return await openLocked({ ...ports, dataDir: folder })
    },
  )
  expect(attempts).toBe(3)
  expect(electron.opened).toEqual([folder])
  expect(app).not.toBeNull()
})

test('G1 a lost database with backups is asked about before anything begins anew', async () => {
  const folder = await withBackup()
  rmSync(join(folder, 'daybook.db'))
  const restored = await startOn(folder, ['Restore backup'])
  expect(restored.asked[0]?.message).toBe('There is no database in the data folder, but there are backups.')
  expect(restored.asked[0]?.buttons).toEqual(['Restore backup', 'Start anew', 'Open folder', 'Quit'])
  expect(await customers(restored.app)).toEqual(['Acme'])
  for (const app of apps.splice(0)) await app.close()

  rmSync(join(folder, 'daybook.db'))
  const anew = await startOn(folder, ['Start anew'])
  expect(await customers(anew.app)).toEqual([])
  expect(readdirSync(join(folder, 'backups'))).not.toEqual([])
  for (const app of apps.splice(0)) await app.close()

  rmSync(join(folder, 'daybook.db'))
  const left = await startOn(folder, ['Quit'])
  expect(left.app).toBeNull()
  expect(existsSync(join(folder, 'daybook.db'))).toBe(false)
})

test('G1 a log that has lost its database holds commits: it is damage, and nobody is offered to begin anew', async () => {
  const folder = await withBackup()
  rmSync(join(folder, 'daybook.db'))
  writeFileSync(join(folder, 'daybook.db-wal'), 'commits')
  const { app, asked } = await startOn(folder, ['Restore backup'])
  expect(asked.map(({ buttons }) => buttons?.includes('Start anew'))).toEqual([false])
  expect(await customers(app)).toEqual(['Acme'])
  expect(
    readdirSync(folder).some((name) => name.startsWith('daybook.damaged-') && name.endsWith('-wal')),
  ).toBe(true)
})

test('G1 a restore that fails is said too, and asked about again', async () => {
  const folder = await withBackup()
  writeFileSync(join(folder, 'daybook.db'), 'no database'.repeat(1000))
  const backups = readdirSync(join(folder, 'backups'))
  const { app, asked } = await startOn(folder, [
    (options) => {
      // Between the question and the answer the backups go bad.
      for (const name of backups) writeFileSync(join(folder, 'backups', name), 'gone')
      return options.buttons?.indexOf('Restore backup') ?? -1
    },
    'Quit',
  ])
  expect(app).toBeNull()
  expect(asked.map(({ buttons }) => buttons?.includes('Restore backup'))).toEqual([true, false])
  expect(readFileSync(join(folder, 'daybook.db'), 'utf8')).toContain('no database')
})

test('G1 data that another program of ours has open is not opened a second time', async () => {
  const folder = await withBackup()
  const host = await openLocked(portsFor(folder))
  const { app, electron, asked } = await startOn(folder, [
    'Try again',
    async ({ buttons }) => {
      await host.close()
      return buttons?.indexOf('Try again') ?? -1
    },
  ])
  expect(asked[0]?.message).toContain('already open on this data')
  expect(asked[0]?.buttons).toEqual(['Try again', 'Quit'])
  expect(await customers(app)).toEqual(['Acme'])
  expect(electron.hasWindow('index.html')).toBe(true)
})

test('G1 a fault of the program itself is shown, not swallowed', async () => {
  const { app, asked } = await startOn(newFolder(), ['Quit', 'Quit'], () =>
    Promise.reject(new Error('no such thing')),
  )
  expect(app).toBeNull()
  expect(asked[0]?.message).toBe('Daybook could not start.\nno such thing')
})

test('G1 a data folder that cannot be made is a problem with words', async () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  const below = join(file, 'data')
  const { app, asked } = await startOn(below, ['Quit'])
  expect(app).toBeNull()
  expect(asked[0]?.message).toMatch(/data folder|database/)
})

test('G1 a lock is given back when the data cannot be opened', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'daybook.db'), 'no database'.repeat(1000))
  await expect(openLocked(portsFor(folder))).rejects.toMatchObject({ code: 'db.damaged' })
  rmSync(join(folder, 'daybook.db'))
  mkdirSync(join(folder, 'backups'), { recursive: true })
  appendFileSync(join(folder, 'backups', 'notes.txt'), 'mine')
  apps.push(await openLocked(portsFor(folder)))
  expect(createRescue(portsFor(folder)).lostDatabase()).toBe(false)
})
