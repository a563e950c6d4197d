// An import that is broken off, by whatever: the file is whole, all of the import is there or nothing, nobody waits for ever, what is said
// is what happened, and the same files again bring exactly what is missing.
import { execFileSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import type { TimeImportReport } from '../../shared/contract/timeImport.ts'
import { createData } from '../db/data.ts'
import { openDatabase } from '../db/open.ts'
import { openForTest } from '../testing/db/openForTest.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { csv, readFiles } from '../testing/importFiles.ts'
import type { Firm, TestApp } from '../testing/testApp.ts'
import { at, fakeWorld, openFirm, openTestApp, ZONE } from '../testing/testApp.ts'
import { checkEverything } from '../verify/record.ts'
import type { Ports } from '../ports.ts'
import { inOneState } from '../db/longTransaction.ts'
import { startImportThread } from './importThread.ts'
import { createSession } from './session.ts'
import { writerInThread } from './writeThread.ts'

const NOW = '2026-06-30 12:00'
const ROWS = 1_000
const ZONED = { zone: ZONE }

const fileOf = (rows: number): string =>
  csv(
    'User,Client,Project,Task,Description,Start date,Start time,Duration',
    ...Array.from({ length: rows }, (_, n) => {
      const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(n / 20))).toISOString().slice(0, 10)
      const time = `${String(8 + (n % 10)).padStart(2, '0')}:${n % 20 < 10 ? '00' : '30'}:00`
      return `Person ${n % 7},Customer ${n % 50},Project ${n % 3},Task ${n % 5},Note ${n},${day},${time},00:30:00`
    }),
  )
const FILE = fileOf(ROWS)

/** Asked by a connection of its own: what is committed. */
function inFile(file: string): { entries: number; keys: number; customers: number } {
  const db = openDatabase(file, { readonly: true })
  try {
    return db
      .prepare(
        `SELECT (SELECT count(*) FROM time_entry) AS entries, (SELECT count(DISTINCT import_key) FROM time_entry) AS keys,
        (SELECT count(*) FROM customer) AS customers`,
      )
      .get() as ReturnType<typeof inFile>
  } finally {
    db.close()
  }
}
function entryIds(file: string): string[] {
  const db = openDatabase(file, { readonly: true })
  try {
    return db.prepare<[], string>('SELECT id FROM time_entry ORDER BY start_at').pluck().all()
  } finally {
    db.close()
  }
}

const NOTHING = { entries: 0, keys: 0, customers: 2 }
const ALL = { entries: ROWS, keys: ROWS, customers: 52 }

const isSound = (file: string): void => expect(checkEverything(file)).toEqual({ sound: true, findings: [] })

/** Does the work once the first rows are on their way to the file. */
function onceWriting(f: TestApp, work: () => void): void {
  const stop = f.app.subscribe((event) => {
    if (event.type !== 'import' || event.progress.stage !== 'write') return
    stop()
    work()
  })
}

const opened = (f: TestApp): Promise<TimeImportReport> => readFiles(f, { 'a.csv': FILE }, ZONED)

async function imported(f: TestApp, { importId, options }: TimeImportReport): Promise<string> {
  // Else it is too early for a sign of how far it is.
  f.clock.advance(1_000)
  const reply = await f.reply('import.run', { importId, options })
  return reply.ok ? 'done' : reply.error.code
}

/** Nothing is there, and the same file brings all of it. */
async function beginsAgain(f: TestApp, file: string, read?: TimeImportReport): Promise<string> {
  expect(inFile(file)).toEqual(NOTHING)
  const { importId, options } = read ?? (await opened(f))
  const ran = await f.reply('import.run', { importId, options })
  expect(ran.ok ? ran.value.counts : ran.error).toEqual({ new: ROWS, same: 0, refused: 0 })
  expect(inFile(file)).toEqual(ALL)
  isSound(file)
  return ran.ok ? (ran.commitId ?? '') : ''
}

/** A program that comes and goes: no thread but those of the import, and no backup. */
const passing = (): Partial<Ports> => ({ abilities: { ...fakeWorld(NOW).ports.abilities, shell: 'cli' } })

async function openHere(dataDir = temporaryFolder()): Promise<{ f: Firm; file: string; dataDir: string }> {
  const f = await openFirm(NOW, { dataDir, ...passing() })
  onTestFinished(() => f.app.close())
  return { f, file: join(dataDir, 'daybook.db'), dataDir }
}

/** The threads that are started from here on. */
function startedThreads(): Worker[] {
  const started: Worker[] = []
  const note = (worker: Worker): void => void started.push(worker)
  process.on('worker', note)
  onTestFinished(() => void process.off('worker', note))
  return started
}

test('J5 G1 the thread that writes dies at any moment: it is said, all is there or nothing, and the next try brings it', async () => {
  const { f, file } = await openHere()
  const threads = startedThreads()
  const data = createData(openForTest(file, { readonly: true }))
  const actor = { userId: f.ana, role: 'administrator' } as const
  const ctx = { actor, now: at(NOW), today: '2026-06-30', zone: ZONE }
  // Before it has begun, with the first part, in the middle, and with the last part.
  for (const [round, dies] of [0, 250, ROWS].entries()) {
    // The half that decides is here, so that the thread is in reach.
    const session = createSession({
      importId: 'import',
      reading: (work) => data.reading(() => work(data)),
      deciding: (work) => inOneState(data, work),
      writer: writerInThread(file),
      watch: {
        onProgress: ({ stage, done }) => {
          if (stage === 'write' && done === dies) void writer?.terminate()
        },
        cancelled: () => false,
        commits: () => true,
      },
      remembered: {},
    })
    await session.open([{ name: 'a.csv', bytes: new TextEncoder().encode(FILE) }], ZONED, ctx, true)
    const writer = threads.at(-1)
    if (dies === 0) await writer?.terminate()
    await expect(session.run(ZONED, ctx, `A${round}`)).rejects.toThrow("the writer's thread ended")
    expect(inFile(file)).toEqual(NOTHING)
  }
  await beginsAgain(f, file)
})

test('J5 an import is one change, taken back at once; the same file brings what is missing', async () => {
  const { f, file } = await openHere()
  const read = await opened(f)
  await f.ok('change.undo', { commitId: await beginsAgain(f, file, read) })
  const again = await f.ok('import.run', { importId: read.importId, options: read.options })
  expect(again.counts.new).toBe(ROWS)
  const [entryId = ''] = entryIds(file)
  await f.ok('entry.remove', { entryId })
  const { importId, options, counts } = await opened(f)
  expect(counts).toEqual({ new: 1, same: ROWS - 1, refused: 0 })
  await f.ok('import.run', { importId, options })
  expect(inFile(file)).toEqual(ALL)
})

const undone = async (f: TestApp, commitId: string): Promise<string> => {
  f.clock.advance(1_000)
  const reply = await f.reply('change.undo', { commitId })
  return reply.ok ? 'done' : reply.error.code
}

/** Does the work once the first rows are taken back. */
function onceUndoing(f: TestApp, work: (commitId: string) => void): void {
  const stop = f.app.subscribe((event) => {
    if (event.type !== 'undo' || event.progress === null) return
    stop()
    work(event.commitId)
  })
}

/** So many rows that a thread takes them back, and what comes with them. */
const LARGE = 3_000
const LARGE_THINGS = 3_212
const large = async (f: TestApp): Promise<string> => {
  const file = fileOf(LARGE)
  const { importId, options } = await readFiles(f, { 'a.csv': file }, ZONED)
  const ran = await f.reply('import.run', { importId, options })
  return ran.ok ? (ran.commitId ?? '') : ''
}

test('J5 a large undo says how far it is, and whoever cancels it has everything as it was', async () => {
  const { f, file } = await openHere()
  const commitId = await large(f)
  const there = inFile(file)
  onceUndoing(f, (id) => void f.ok('change.cancelUndo', { commitId: id }))
  expect(await undone(f, commitId)).toBe('undo.cancelled')
  expect(inFile(file)).toEqual(there)
  isSound(file)
  const told = f.events.flatMap((event) => (event.type === 'undo' ? [event] : []))
  expect(told[0]).toMatchObject({ commitId, progress: { done: expect.any(Number), total: LARGE_THINGS } })
  expect(told.at(-1)).toEqual({ type: 'undo', commitId, progress: null })
  expect(await f.ok('change.get', { commitId })).toMatchObject({ undoneBy: null, undoable: true })
  // What is tried only is judged as it is, and stays.
  await f.ok('change.tryUndo', { commitId })
  expect(inFile(file)).toEqual(there)
  expect(await undone(f, commitId)).toBe('done')
  expect(inFile(file)).toEqual(NOTHING)
  expect((await f.refused('change.tryUndo', { commitId })).code).toBe('undo.nothing')
  isSound(file)
})

test('J5 G1 the thread of an undo dies in its middle: everything is as it was, it is said, and the next try does it', async () => {
  const { f, file } = await openHere()
  const commitId = await large(f)
  const there = inFile(file)
  const threads = startedThreads()
  onceUndoing(f, () => void threads[0]?.terminate())
  expect(await undone(f, commitId)).toBe('internal')
  expect(f.events.at(-1)).toEqual({ type: 'undo', commitId, progress: null })
  expect(inFile(file)).toEqual(there)
  isSound(file)
  expect(await undone(f, commitId)).toBe('done')
  expect(inFile(file)).toEqual(NOTHING)
})

test('J5 the application is closed while a large change is taken back: it ends, and all of it is as it was, or none', async () => {
  const { f, file } = await openHere()
  const commitId = await large(f)
  const there = inFile(file)
  const closed = Promise.withResolvers<void>()
  onceUndoing(f, () => closed.resolve(f.app.close()))
  // A quick thread has done it before the closing comes to it.
  const said = await undone(f, commitId)
  expect(['undo.cancelled', 'done']).toContain(said)
  await closed.promise
  expect(inFile(file)).toEqual(said === 'done' ? NOTHING : there)
  isSound(file)
})

test('J5 G1 two large undos that are asked for at once are done one after the other', async () => {
  const { f, file } = await openHere()
  const commitId = await large(f)
  const [first, second] = [undone(f, commitId), undone(f, commitId)]
  expect([await first, await second]).toEqual(['done', 'undo.nothing'])
  expect(inFile(file)).toEqual(NOTHING)
})

test('J5 G1 the thread of an import dies in its middle: nothing is there, and it is said', async () => {
  const { f, file } = await openHere()
  const threads = startedThreads()
  onceWriting(f, () => void threads[0]?.terminate())
  expect(await imported(f, await opened(f))).toBe('importFile.tooHard')
  await beginsAgain(f, file)
})

test('J5 the application is closed in the middle: it ends, and nothing is there', async () => {
  const { f, file, dataDir } = await openHere()
  const closed = Promise.withResolvers<void>()
  onceWriting(f, () => closed.resolve(f.app.close()))
  expect(await imported(f, await opened(f))).toBe('import.cancelled')
  await closed.promise
  let ids = 0
  const again = await openTestApp(NOW, { dataDir, ...passing(), newId: () => `AGAIN${++ids}` })
  await beginsAgain(again, file)
  await again.app.close()
})

test('J5 who cancels before the commit, however late, has nothing imported', async () => {
  const { f, file, dataDir } = await openHere()
  const path = join(dataDir, 'a.csv')
  writeFileSync(path, FILE)
  const actor = { userId: f.ana, role: 'administrator' } as const
  const ctx = { actor, now: at(NOW), today: '2026-06-30', zone: ZONE }
  const thread = startImportThread({ importId: 'import', file, remembered: {} }, () => undefined, f.ports.log)
  onTestFinished(() => thread.close())
  await thread.open([{ path }], ZONED, ctx, true)
  const run = thread.run(ZONED, ctx, 'A')
  thread.cancel()
  // What is asked meanwhile is no reason to go on.
  const rows = thread.rows(undefined, 0, 1)
  expect(await run).toMatchObject({ ok: false, error: { code: 'import.cancelled' } })
  await rows
  expect(inFile(file)).toEqual(NOTHING)
  expect(await thread.run(ZONED, ctx, 'B')).toMatchObject({ ok: true })
  expect(inFile(file)).toEqual(ALL)
})

test('J5 G1 a disk that fills up while an import is written is said, and leaves nothing of it', async (context) => {
  const dataDir = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', dataDir], { stdio: 'ignore' })
  } catch {
    context.skip(true, 'no small disk can be mounted here')
  }
  onTestFinished(() => void execFileSync('umount', ['-l', dataDir]))
  const { f, file } = await openHere(dataDir)
  const filler = join(dataDir, 'filler')
  const read = await opened(f)
  // When the writer opens the file, and in the middle.
  for (const left of [0, 512 * 1024]) {
    const { bavail, bsize } = statfsSync(dataDir)
    writeFileSync(filler, Buffer.alloc(bavail * bsize - left))
    expect(await imported(f, read)).toBe('disk.full')
    rmSync(filler)
    expect(inFile(file)).toEqual(NOTHING)
  }
  await beginsAgain(f, file, read)
})

test('J5 G1 an error of the program while it writes is called so, and leaves nothing', async () => {
  const { f, file } = await openHere()
  const db = openForTest(file)
  db.exec(
    `CREATE TRIGGER fault BEFORE INSERT ON time_entry WHEN NEW.note = 'Note 700' BEGIN SELECT RAISE(ABORT, 'fault'); END`,
  )
  const read = await opened(f)
  expect(await imported(f, read)).toBe('internal')
  db.exec('DROP TRIGGER fault')
  await beginsAgain(f, file, read)
})

test('J5 an import that is on the disk is said to be done, also where its mapping cannot be kept', async () => {
  const { f, file } = await openHere()
  const db = openForTest(file)
  db.exec(
    `CREATE TRIGGER fault BEFORE INSERT ON device WHEN NEW.key = 'importMappings' BEGIN SELECT RAISE(ABORT, 'fault'); END`,
  )
  expect(await imported(f, await opened(f))).toBe('done')
  db.exec('DROP TRIGGER fault')
  expect(inFile(file)).toEqual(ALL)
  expect(f.events).toContainEqual(expect.objectContaining({ type: 'changed', entities: 'all' }))
  isSound(file)
})
