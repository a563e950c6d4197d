// The backups that a failed start can fall back on: which is the newest sound one, and putting it in place.
import { join } from 'node:path'
import { DATABASE_NAME } from '../core/app.ts'
import { newestVerifiedBackup } from '../core/db/backup.ts'
import type { BackupInfo } from '../core/db/backup.ts'
import { loadMigrations } from '../core/db/migrations.ts'
import { lostTo, restoreBackup } from '../core/db/recover.ts'
import { DatabaseProblem } from '../core/db/sqliteError.ts'
import { backupFolder } from '../core/device.ts'
import type { Ports } from '../core/ports.ts'

export type Rescue = {
  /** No database, but backups of one: starting would begin anew without a word. */
  lostDatabase(): boolean
  /** The newest backup that passes the whole check and that this version understands. */
  newestBackup(): BackupInfo | null
  /** Puts it in place; what was there is set aside. Throws DatabaseProblem. */
  restore(): void
}

export function createRescue({
  dataDir,
  migrationsDir,
  clock,
}: Pick<Ports, 'migrationsDir' | 'clock'> & { dataDir: string }): Rescue {
  const file = join(dataDir, DATABASE_NAME)
  // The full check reads the whole file, so it is made once and not for every question.
  let newest: BackupInfo | null | undefined
  const newestBackup = (): BackupInfo | null => {
    if (newest === undefined)
      newest = newestVerifiedBackup(backupFolder(dataDir), loadMigrations(migrationsDir))
    return newest
  }
  return {
    lostDatabase: () => lostTo(file, backupFolder(dataDir)) !== null && newestBackup() !== null,
    newestBackup,
    restore: () => {
      const backup = newestBackup()
      // Should this one prove bad, the next question looks for another.
      newest = undefined
      if (backup === null) throw new DatabaseProblem('db.missing', { cause: 'backup' })
      restoreBackup(backup.file, file, clock.now(), loadMigrations(migrationsDir))
    },
  }
}
