// Checks the file and makes the backup; in the thread for that.
import { backupDue, createBackup, pruneBackups } from '../db/backup.ts'
import { EndAsked } from '../db/endable.ts'
import { openDatabase } from '../db/open.ts'
import { toDatabaseProblem } from '../db/sqliteError.ts'
import { checkEverything } from '../verify/record.ts'
import type { MaintenanceReport, MaintenanceTask } from './maintenance.ts'

/** null: it was asked to end. */
export function maintain(task: MaintenanceTask, isAsked: () => boolean): MaintenanceReport | null {
  try {
    return isAsked() ? null : work(task, isAsked)
  } catch (error) {
    if (error instanceof EndAsked) return null
    throw error
  }
}

function work(task: MaintenanceTask, isAsked: () => boolean): MaintenanceReport {
  const checked = task.check ? checkEverything(task.file, isAsked) : null
  const report: MaintenanceReport = {
    check: checked === null ? null : checked.sound ? 'sound' : 'damaged',
    findings: checked?.findings ?? [],
    backup: null,
    problem: null,
  }
  // A backup of a damaged file would push a good one out.
  const wanted = task.backup === 'now' || (task.backup === 'daily' && backupDue(task.backupFolder, task.now))
  if (!wanted || report.check === 'damaged') return report
  if (isAsked()) throw new EndAsked()
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
