// The thread that checks the file and makes the backup, so that neither delays a screen.
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { backupDue, createBackup, pruneBackups } from '../db/backup.ts'
import type { MaintenanceReport, MaintenanceTask } from './maintenance.ts'
import { openDatabase } from '../db/open.ts'
import { toDatabaseProblem } from '../db/sqliteError.ts'
import { giveMemoryBack } from '../node/giveMemoryBack.ts'
import { checkEverything } from '../verify/record.ts'

const task = workerData as MaintenanceTask

function work(): MaintenanceReport {
  const checked = task.check ? checkEverything(task.file) : null
  const report: MaintenanceReport = {
    check: checked === null ? null : checked.sound ? 'sound' : 'damaged',
    findings: checked?.findings ?? [],
    backup: null,
    problem: null,
  }
  // A backup of a damaged file would push a good one out.
  const wanted = task.backup === 'now' || (task.backup === 'daily' && backupDue(task.backupFolder, task.now))
  if (!wanted || report.check === 'damaged') return report
  // Not read-only: SQLite then refuses to write the copy as well. But this thread comes last, and a lock that it held would keep those
  // who work waiting for it on a busy computer, until they are refused.
  const db = openDatabase(task.file, { aside: true })
  try {
    const label = task.backup === 'now' ? 'by-hand' : 'daily'
    const { file, at, bytes, verified } = createBackup(db, task.backupFolder, { now: task.now, label })
    pruneBackups(task.backupFolder)
    return { ...report, backup: { file, at, label, bytes, verified } }
  } catch (error) {
    const problem = toDatabaseProblem(error)
    if (problem === null) throw error
    return { ...report, problem: problem.code }
  } finally {
    db.close()
  }
}

/** Whoever works meanwhile comes first. On Linux that is said of a thread; elsewhere it would slow the whole program. */
function yieldToOthers(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
}

yieldToOthers()
parentPort?.postMessage(work())
giveMemoryBack()
