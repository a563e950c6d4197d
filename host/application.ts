// The application inside the host: opened, or the problem why not, and the ways out of a damaged file.
import { join } from 'node:path'
import { createApp } from '../core/app.ts'
import { newestVerifiedBackup } from '../core/db/backup.ts'
import type { BackupInfo } from '../core/db/backup.ts'
import { acquireInstanceLock } from '../core/db/instanceLock.ts'
import type { InstanceHeld, InstanceInfo, InstanceLock } from '../core/db/instanceLock.ts'
import { makeDataFolder } from '../core/db/ownerOnly.ts'
import { loadMigrations } from '../core/db/migrate.ts'
import { lostTo, restoreBackup, setAside } from '../core/db/recover.ts'
import { DatabaseProblem, toDatabaseProblem } from '../core/db/sqliteError.ts'
import type { App, Ports } from '../core/ports.ts'

export type HostPorts = Ports & { dataDir: string }

export type Application = {
  readonly app: App | null
  readonly problem: DatabaseProblem | null
  /** Opens the data, or finds out why that cannot be; returns who has it open, where that is another program. */
  open(): Promise<InstanceHeld | null>
  /** Where this program can be reached. */
  publish(url: string): void
  /** The backup that could be restored; only looked for where the database is damaged. */
  backup(): BackupInfo | null
  /** Puts the newest verified backup in place and opens it; the damaged file is set aside. */
  restore(): Promise<void>
  /** Sets the damaged file aside and begins anew. */
  beginAnew(): Promise<void>
  close(): Promise<void>
}

const LOST = 'lost'

/** A file that is damaged, or gone or emptied beside its backups: only these may be moved aside. */
export const isRepairable = (problem: DatabaseProblem | null): boolean =>
  problem?.code === 'db.damaged' || problem?.details['cause'] === LOST

export function createApplication(ports: HostPorts): Application {
  const file = join(ports.dataDir, 'daybook.db')
  const backups = join(ports.dataDir, 'backups')
  /** To begin anew was chosen, beside backups of what is gone. */
  let anew = false
  let info: InstanceInfo = { pid: process.pid }
  let lock: InstanceLock | null = null
  let app: App | null = null
  let problem: DatabaseProblem | null = null

  const fail = (error: unknown) => {
    problem = toDatabaseProblem(error, { file })
    if (!problem) throw error
    ports.log.error('host.open', problem)
  }
  const open = async (): Promise<InstanceHeld | null> => {
    if (app) return null
    try {
      makeDataFolder(ports.dataDir)
      if (!lock) {
        const got = acquireInstanceLock(ports.dataDir, info)
        if (!got.acquired) {
          problem = new DatabaseProblem('db.locked', { file })
          return got
        }
        lock = got
      }
      if (!anew && lostTo(file, backups) !== null)
        throw new DatabaseProblem('db.missing', { file, cause: LOST })
      app = await createApp(ports)
      problem = null
    } catch (error) {
      fail(error)
    }
    return null
  }
  const backup = () => {
    if (!isRepairable(problem)) return null
    return newestVerifiedBackup(backups, loadMigrations(ports.migrationsDir))
  }
  const repair = async (work: () => void) => {
    // Only this host, and only while it cannot open the file, may move it.
    if (app || !lock || !isRepairable(problem)) return
    try {
      work()
    } catch (error) {
      return fail(error)
    }
    await open()
  }
  return {
    get app() {
      return app
    },
    get problem() {
      return problem
    },
    open,
    publish(url) {
      info = { pid: process.pid, url }
      lock?.publish(info)
    },
    backup,
    restore: () =>
      repair(() => {
        const found = backup()
        if (found) restoreBackup(found.file, file, ports.clock.now(), loadMigrations(ports.migrationsDir))
      }),
    beginAnew: () =>
      repair(() => {
        setAside(file, ports.clock.now())
        anew = true
      }),
    async close() {
      const closing = app
      app = null
      await closing?.close()
      lock?.release()
      lock = null
    },
  }
}
