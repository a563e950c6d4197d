// A second process for the tests: `node databaseChild.ts <command> …`, one JSON line on stdout for each thing that happened.
import { readSync, writeSync } from 'node:fs'
import { closeDatabase, openDatabase } from '../../db/open.ts'
import { createBackup } from '../../db/backup.ts'
import { acquireInstanceLock } from '../../db/instanceLock.ts'
import { migrate } from '../../db/migrate.ts'
import { diagnose } from '../../db/recover.ts'
import { toDatabaseProblem } from '../../db/sqliteError.ts'
import { defineMayDie, sampleMigrations } from './sampleMigrations.ts'

// Written at once, also when the next thing this process does is to die.
const say = (value: unknown) => writeSync(1, `${JSON.stringify(value)}\n`)
const [command = '', first = '', second = '', third = ''] = process.argv.slice(2)

/** migrate FILE BACKUPS NTH-CALL-THAT-KILLS | pause (in the first call, until a line on stdin) | none */
function migrateSample(): void {
  const db = openDatabase(first)
  // So small that half done work reaches the log on disk before the kill.
  db.pragma('cache_size = 5')
  const calls = defineMayDie(db, (call) => {
    if (call === Number(third)) process.kill(process.pid, 'SIGKILL')
    if (call !== 1 || third !== 'pause') return
    say('inside')
    readSync(0, Buffer.alloc(10))
  })
  const backup = () => {
    say('backup')
    createBackup(db, second, { now: 0, label: 'before-update' })
  }
  const outcome = migrate(db, sampleMigrations, { backup, now: 0 })
  say({ ...outcome, calls: calls() })
  closeDatabase(db)
}

/** hold FILE: keeps the write lock until killed. */
function holdWriteLock(): void {
  const db = openDatabase(first)
  db.exec('BEGIN IMMEDIATE')
  say('held')
  // A connection that nobody refers to any more is collected, and its lock with it.
  process.stdin.resume().once('end', () => db.close())
}

/** instance FOLDER: tries for the instance lock and keeps it until killed, or released by a line on stdin. */
function tryInstance(): void {
  const lock = acquireInstanceLock(first, { pid: process.pid, url: 'http://127.0.0.1:1' })
  say(lock.acquired ? { acquired: true } : lock)
  if (!lock.acquired) return
  process.stdin.once('data', () => {
    lock.release()
    say('released')
  })
}

/** asNobody FILE FOLDER: gives up root's right to write everywhere, then tries to. */
function tryAsNobody(): void {
  // Loads the driver while this checkout can be read for sure.
  openDatabase(':memory:').close()
  if (process.getuid?.() === 0) {
    process.setgid?.(65_534)
    process.setuid?.(65_534)
  }
  const codeOf = (work: () => unknown) => {
    try {
      work()
      return 'ok'
    } catch (error) {
      return toDatabaseProblem(error)?.code ?? String(error)
    }
  }
  say({
    diagnosis: diagnose(first).state,
    open: codeOf(() => openDatabase(first)),
    create: codeOf(() => openDatabase(`${first}.new`)),
    lock: codeOf(() => acquireInstanceLock(second, { pid: 1 })),
  })
}

const commands: Readonly<Record<string, () => void>> = {
  migrate: migrateSample,
  hold: holdWriteLock,
  instance: tryInstance,
  asNobody: tryAsNobody,
}
commands[command]?.()
