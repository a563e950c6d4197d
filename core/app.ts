// The only place where the application is put together: data, pipeline, timer watch, exports and maintenance behind one Channel.
import { join } from 'node:path'
import type { AppEvent } from '../shared/contract/channel.ts'
import { createData } from './db/data.ts'
import type { Data } from './db/data.ts'
import { createBackup, pruneBackups } from './db/backup.ts'
import { guardIdentity } from './db/fileIdentity.ts'
import { makeFolder } from './db/makeFolder.ts'
import { loadMigrations, migrate } from './db/migrate.ts'
import { closeDatabase, openDatabase } from './db/open.ts'
import type { Db } from './db/open.ts'
import { indexNotes } from './db/notes.ts'
import { recountStaleTotals } from './db/totals.ts'
import { problemOrError } from './db/sqliteError.ts'
import { applicationQueries, backupFolder, deviceHandlers } from './device.ts'
import type { DeviceDeps } from './device.ts'
import { createEvents } from './events.ts'
import { createExportJobs } from './export/jobs.ts'
import { indexNotesBeside } from './notesBeside.ts'
import { createMaintenance } from './maintenance.ts'
import { createMark, watchOtherProcesses } from './otherProcesses.ts'
import { createPipeline } from './pipeline.ts'
import type { App, Cancel, Ports } from './ports.ts'
import { queryHandlers } from './queries/handlers.ts'
import { keepHolidays, recallHolidays } from './queries/holidays.ts'
import { startWatch } from './timer/watch.ts'
import type { Watch } from './timer/watch.ts'
import { keepOffsets, recallOffsets } from './zoneOffsets.ts'

export const DATABASE_NAME = 'daybook.db'

/** Throws DatabaseProblem when the data cannot be opened; nothing is then left open. */
export async function createApp(ports: Ports): Promise<App> {
  const file = ports.dataDir === null ? null : join(ports.dataDir, DATABASE_NAME)
  const db = openMigrated(ports, file)
  try {
    return assemble(ports, file, db)
  } catch (error) {
    // A damaged file may show only when what the last life left is read.
    db.close()
    throw problemOrError(error, { file: db.name })
  }
}

function assemble(ports: Ports, file: string | null, db: Db): App {
  const data = createData(db)
  recountStaleTotals(data)
  recallHolidays(data)
  recallOffsets(data)
  const notesLeft = indexNotes(data)
  const events = createEvents(ports.log)
  const publish = (event: AppEvent): void => events.publish(event)
  const maintenance = createMaintenance(ports.log)
  const exports = createExportJobs({ ports, data, file, publish })
  const deps: DeviceDeps = {
    ports,
    data,
    file,
    storage: { checked: 'pending' },
    exports,
    maintenance,
    publish,
  }
  const sameFile = file === null ? () => undefined : guardIdentity(file, createRescue(ports, db))
  const everythingChanged = (commitId: string | null): void =>
    publish({ type: 'changed', entities: 'all', commitId })
  const invoke = createPipeline({
    ports,
    data,
    device: deviceHandlers(deps),
    queries: queryHandlers(applicationQueries(deps)),
    committed: (entities, commitId) => publish({ type: 'changed', entities, commitId }),
    beforeCommand: () => {
      sameFile()
      watch.checkClocks()
    },
    damaged: () => deps.storage.checked === 'damaged',
    markAlive: () => watch.markAlive(),
  })

  // The command line comes and goes; watching over timers and files is for those who stay.
  const stays = ports.abilities.shell !== 'cli'
  const watch: Watch = stays
    ? startWatch({ ports, data, committed: everythingChanged, sameFile })
    : {
        noteAbsence: () => undefined,
        checkClocks: () => undefined,
        markAlive: () => undefined,
        stop: () => undefined,
      }
  const { dataDir } = ports
  const stopWatching: Cancel =
    stays && dataDir !== null
      ? watchOtherProcesses({ ...ports, dataDir }, data, () => everythingChanged(null))
      : () => undefined
  if (!stays && dataDir !== null) {
    const mark = createMark({ ...ports, dataDir })
    events.subscribe(({ type }) => (type === 'changed' || type === 'deviceChanged') && mark())
  }
  const stopIndexing: Cancel =
    stays && notesLeft
      ? indexNotesBeside(data, ports.log, () =>
          publish({ type: 'changed', entities: ['timeEntry'], commitId: null }),
        )
      : () => undefined
  if (stays) void maintain(deps)

  return {
    invoke: invoke as App['invoke'],
    subscribe: events.subscribe,
    exportFile: (jobId) => exports.file(jobId),
    noteAbsence: (cause, from, to) => watch.noteAbsence(cause, from, to),
    close: async () => {
      stopWatching()
      stopIndexing()
      watch.stop()
      events.clear()
      await exports.close()
      await maintenance.close()
      keepForNextTime(ports, data)
      closeDatabase(db)
    },
  }
}

/** What can be computed again: nobody waits for it, and nothing is lost without it. */
function keepForNextTime({ clock, log }: Ports, data: Data): void {
  if (!data.db.open) return
  try {
    data.db.pragma('busy_timeout = 250')
    keepHolidays(data)
    keepOffsets(data, clock.now())
  } catch (error) {
    log.error('keep', error)
  }
}

function openMigrated(ports: Ports, file: string | null): Db {
  try {
    if (ports.dataDir !== null) makeFolder(ports.dataDir)
  } catch (error) {
    throw problemOrError(error, { file: ports.dataDir ?? '' })
  }
  const db = openDatabase(file ?? ':memory:')
  try {
    const now = ports.clock.now()
    const backup = (): void => {
      if (ports.dataDir === null) return
      createBackup(db, backupFolder(ports.dataDir), { now, label: 'before-update' })
      pruneBackups(backupFolder(ports.dataDir))
    }
    migrate(db, loadMigrations(ports.migrationsDir), { backup, now })
    return db
  } catch (error) {
    db.close()
    throw problemOrError(error, { file: db.name })
  }
}

/** Where that failed, it is tried again after this time. */
const RESCUE_AGAIN_MS = 60_000

/** The file is gone from its place, but this connection still reads it: all that was confirmed becomes a backup. */
function createRescue({ dataDir, clock, log }: Ports, db: Db): () => boolean {
  let triedAt: number | null = null
  return () => {
    if (dataDir === null) return true
    if (triedAt !== null && clock.monotonic() - triedAt < RESCUE_AGAIN_MS) return false
    triedAt = clock.monotonic()
    try {
      createBackup(db, backupFolder(dataDir), { now: clock.now(), label: 'rescued' })
      return true
    } catch (error) {
      log.error('rescue', error)
      return false
    }
  }
}

/** The check of the whole file and the daily backup, after the first screen and beside those that follow. */
async function maintain({ ports, file, storage, maintenance, publish }: DeviceDeps): Promise<void> {
  if (file === null || ports.dataDir === null) {
    storage.checked = 'sound'
    return
  }
  try {
    const now = ports.clock.now()
    const folder = backupFolder(ports.dataDir)
    const report = await maintenance.run({
      file,
      backupFolder: folder,
      now,
      backup: 'daily',
      check: true,
      startAfterMs: ports.firstScreenMs ?? 0,
    })
    storage.checked = report.check ?? 'pending'
    if (report.check === 'damaged') ports.log.error('check', new Error(report.findings.join('; ')))
    if (report.problem !== null) ports.log.error('backup', new Error(report.problem))
    publish({ type: 'deviceChanged' })
  } catch (error) {
    // Closing the application ends the check; anything else is in the log.
    ports.log.error('maintenance', error)
  }
}
