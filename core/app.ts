// The only place where the application is put together: data, pipeline, timer watch, exports and maintenance behind one Channel.
import { join } from 'node:path'
import type { AppEvent } from '../shared/contract/channel.ts'
import { appError } from '../shared/contract/errors.ts'
import { createData } from './db/data.ts'
import type { WritableData } from './db/data.ts'
import { createBackup, pruneBackups } from './db/backup.ts'
import { nameData } from './db/dataId.ts'
import { makeIndexes } from './db/indexesAside.ts'
import { guardIdentity } from './db/fileIdentity.ts'
import { makeDataFolder, openToOthers } from './db/ownerOnly.ts'
import { loadMigrations, migrate } from './db/migrate.ts'
import { closeDatabase, openDatabase } from './db/open.ts'
import type { Db } from './db/open.ts'
import { indexNotes } from './derived/notes.ts'
import { recallReportTotals } from './derived/reportTotals.ts'
import { keepReportTotals } from './derived/reportTotalsBeside.ts'
import { recountStaleTotals } from './derived/totals.ts'
import { problemOrError } from './db/sqliteError.ts'
import { applicationQueries, backupFolder, deviceHandlers } from './device.ts'
import type { DeviceDeps, Storage } from './device.ts'
import { createEvents } from './events.ts'
import { createExportJobs } from './export/jobs.ts'
import { indexNotesBeside } from './derived/notesBeside.ts'
import { createImports } from './imports/imports.ts'
import { createUploads } from './imports/uploads.ts'
import { createUndos } from './undo/undos.ts'
import { createLock } from './lock.ts'
import { createMaintenance, MaintenanceStopped } from './maintenance/maintenance.ts'
import { createMark, watchOtherProcesses } from './watch/otherProcesses.ts'
import { createPipeline } from './pipeline.ts'
import { recordAct } from './team/outbox.ts'
import { holdsPart, teamState } from './team/state.ts'
import { refusesWhileFilling } from './team/whileFilling.ts'
import { createTeam } from './team/team.ts'
import { watchOwn } from './watch/watched.ts'
import type { App, Cancel, Ports } from './ports.ts'
import { queryHandlers } from './queries/handlers.ts'
import { keepHolidays, recallHolidays } from './queries/holidays.ts'
import { createMeetingWatch } from './watch/meetings.ts'
import { startWatch } from './watch/timers.ts'
import { watchInPassing } from './watch/inPassing.ts'
import type { Watch } from './watch/timers.ts'
import { keepOffsets, recallOffsets } from './kept/zoneOffsets.ts'

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
  // What this device may not hold is not here, and what is may refer to it.
  if (holdsPart(data)) db.pragma('foreign_keys = OFF')
  nameData(data, () => ports.newId())
  // What a team sends is counted when all of it is here.
  const filling = teamState(data)?.phase === 'filling'
  if (!filling) {
    // Left before all of it came.
    makeIndexes(db)
    recountStaleTotals(data)
  }
  recallReportTotals(data)
  recallHolidays(data)
  recallOffsets(data)
  const notesLeft = !filling && indexNotes(data)
  const events = createEvents(ports.log)
  const publish = (event: AppEvent): void => events.publish(event)
  const maintenance = createMaintenance(ports.log)
  const exports = createExportJobs({ ports, data, file, publish })
  const lock = createLock(data)
  const uploads = createUploads(() => ports.newId())
  const imports = createImports({ ports, data, file, uploads, publish })
  const undos = createUndos({ ports, data, file, publish })
  const deps: DeviceDeps = {
    ports,
    data,
    file,
    storage: { checked: 'pending' },
    exports,
    maintenance,
    lock,
    team: createTeam({
      ports,
      data,
      file,
      sameFile: () => sameFile(),
      changed: (entities) => publish({ type: 'changed', entities, commitId: null }),
      teamChanged: () => publish({ type: 'team' }),
      run: (name, args, commitId) => invoke(name, args, commitId),
    }),
    uploads,
    imports,
    undos,
    run: (name, args) => invoke(name, args),
    publish,
  }
  const inPlace = file === null ? () => undefined : guardIdentity(file, createRescue(ports, db))
  let before: Storage['checked'] | null = null
  const tellPlace = (checked: Storage['checked'], was: Storage['checked'] | null): void => {
    deps.storage.checked = checked
    before = was
    publish({ type: 'deviceChanged' })
  }
  /** Whoever only looks on, or not even that, hears of it too. */
  const sameFile = (): void => {
    try {
      inPlace()
    } catch (error) {
      if (before === null) tellPlace('missing', deps.storage.checked)
      throw error
    }
    if (before !== null) tellPlace(before, null)
  }
  const everythingChanged = (commitId: string | null): void =>
    publish({ type: 'changed', entities: 'all', commitId })
  const invoke = createPipeline({
    ports,
    data,
    device: deviceHandlers(deps),
    queries: queryHandlers(applicationQueries(deps)),
    committed: (entities, commitId) => {
      publish({ type: 'changed', entities, commitId })
      deps.team.committed()
    },
    beforeCommand: () => {
      sameFile()
      watch.checkClocks()
    },
    refusesWhileLocked: (name) => lock.refuses(name),
    refuses: (name) =>
      (name === 'organisation.setUp' && teamState(data) !== null) || refusesWhileFilling(data, name)
        ? appError('team.filling')
        : null,
    damaged: () => deps.storage.checked === 'damaged',
    foundDamage: () => {
      if (deps.storage.checked === 'damaged') return
      deps.storage.checked = 'damaged'
      publish({ type: 'deviceChanged' })
    },
    markAlive: (effects) => watch.markAlive(effects),
    beforeCommit: (act, committed) => {
      recordAct(data, act, committed)
      watchOwn(data, committed.effects)
    },
    apart: (name, args, ctx) => undos.apart(name, args, ctx),
    writing: () => imports.writing() ?? undos.writing(),
    makeWay: () => deps.team.makeWay(),
  })

  const meetings = createMeetingWatch({
    ports,
    data,
    committed: (commitId) => {
      everythingChanged(commitId)
      deps.team.committed()
    },
    beforeCommit: (act, committed) => recordAct(data, act, committed),
    makeWay: () => deps.team.makeWayNow(),
    recordsFor: (userId) => {
      const state = teamState(data)
      return state === null || state.userId === userId || !holdsPart(data)
    },
  })
  const lookAtMeetings = (): void => {
    try {
      if (teamState(data)?.phase !== 'filling') meetings.beat()
    } catch (error) {
      // A lock of another process or a full disk: nothing is lost, the next look finds it.
      ports.log.error('meetings', error)
    }
  }
  events.subscribe((event) => {
    if (event.type === 'changed' && (event.entities === 'all' || event.entities.includes('meeting')))
      meetings.changed()
  })

  // The command line comes and goes; watching over timers and files is for those who stay.
  const stays = ports.abilities.shell !== 'cli'
  const watch: Watch = stays
    ? startWatch({
        ports,
        data,
        committed: (commitId) => {
          everythingChanged(commitId)
          deps.team.committed()
        },
        beforeCommit: (act, committed) => recordAct(data, act, committed),
        sameFile,
        busy: () => deps.team.takingIn() !== null,
        makeWay: () => deps.team.makeWayNow(),
        alsoLook: lookAtMeetings,
      })
    : watchInPassing(ports.clock, data)
  if (!stays) lookAtMeetings()
  const { dataDir } = ports
  const stopWatching: Cancel =
    stays && dataDir !== null
      ? watchOtherProcesses({ ...ports, dataDir }, data, () => {
          everythingChanged(null)
          deps.team.committed()
        })
      : () => undefined
  if (!stays && dataDir !== null) {
    const mark = createMark({ ...ports, dataDir })
    events.subscribe(
      ({ type }) => (type === 'changed' || type === 'deviceChanged' || type === 'team') && mark(),
    )
  }
  const stopIndexing: Cancel =
    stays && notesLeft
      ? indexNotesBeside(data, ports.log, () =>
          publish({ type: 'changed', entities: ['timeEntry'], commitId: null }),
        )
      : () => undefined
  const reportTotals = stays
    ? keepReportTotals(data, {
        log: ports.log,
        startAfterMs: ports.firstScreenMs ?? 0,
        busy: () => imports.settling() ?? undos.settling() ?? deps.team.takingIn(),
      })
    : null
  events.subscribe(({ type }) => type === 'changed' && reportTotals?.look())
  if (stays) void maintain(deps)
  if (stays) deps.team.start()

  return {
    invoke: invoke as App['invoke'],
    subscribe: events.subscribe,
    exportFile: (jobId) => exports.file(jobId),
    noteAbsence: (cause, from, to) => watch.noteAbsence(cause, from, to),
    close: async () => {
      await deps.team.stop()
      stopWatching()
      stopIndexing()
      reportTotals?.stop()
      watch.stop()
      events.clear()
      await exports.close()
      await imports.close()
      await undos.close()
      await maintenance.close()
      keepForNextTime(ports, data)
      closeDatabase(db)
    },
  }
}

/** What can be computed again: nobody waits for it, and nothing is lost without it. */
function keepForNextTime({ clock, log }: Ports, data: WritableData): void {
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
    if (ports.dataDir !== null) openFolder(ports, ports.dataDir)
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

function openFolder({ log, abilities }: Ports, folder: string): void {
  makeDataFolder(folder)
  const rights = openToOthers(folder)
  // The command line comes and goes; it says so when it is asked to verify.
  if (rights !== null && abilities.shell !== 'cli') log.info('folder.open', { rights })
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
    const report = await maintenance.run(
      { file, backupFolder: folder, now, backup: 'daily', check: true },
      { afterMs: ports.firstScreenMs ?? 0 },
    )
    // What a request has met meanwhile stays said.
    if (storage.checked !== 'damaged' && storage.checked !== 'missing')
      storage.checked = report.check ?? 'pending'
    if (report.check === 'damaged') ports.log.error('check', new Error(report.findings.join('; ')))
    if (report.problem !== null) ports.log.error('backup', new Error(report.problem))
    publish({ type: 'deviceChanged' })
  } catch (error) {
    if (!(error instanceof MaintenanceStopped)) ports.log.error('maintenance', error)
  }
}
