// `daybook restore`: puts the newest sound backup in place of a database that is damaged, emptied or gone; and the refusal that leads to it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolder } from '../core/device.ts'
import { foreignParts, newestVerifiedBackup } from '../core/db/backup.ts'
import { acquireInstanceLock } from '../core/db/instanceLock.ts'
import { loadMigrations } from '../core/db/migrations.ts'
import type { Migration } from '../core/db/migrations.ts'
import { makeDataFolder } from '../core/db/ownerOnly.ts'
import { checkDatabase, lostTo, restoreBackup } from '../core/db/recover.ts'
import type { Ports } from '../core/ports.ts'
import type { Outcome } from './output.ts'
import { Refusal, UsageError } from './refusal.ts'

const DATABASE = 'daybook.db'

/** Throws where the data are gone beside a backup of them: nothing is begun anew without a word. */
export function refuseLost({ dataDir }: Pick<Ports, 'dataDir'>): void {
  if (dataDir === null || !existsSync(dataDir)) return
  const backup = lostTo(join(dataDir, DATABASE), backupFolder(dataDir))
  if (backup === null) return
  throw new Refusal(
    { code: 'db.missing', details: { values: { file: join(dataDir, DATABASE) } } },
    `It is gone or was emptied, and there is a backup: ${backup.file}. "daybook restore" puts it in place; to begin anew, move the folder ${backupFolder(dataDir)} elsewhere.`,
  )
}

/** Only while no window has the data open, since that would go on with the file that is set aside. */
export function restore(ports: Pick<Ports, 'dataDir' | 'migrationsDir' | 'clock'>): Outcome {
  const { dataDir, migrationsDir, clock } = ports
  if (dataDir === null) throw new Refusal({ code: 'device.unavailable' })
  const migrations = loadMigrations(migrationsDir)
  makeDataFolder(dataDir)
  const lock = acquireInstanceLock(dataDir, { pid: process.pid })
  if (!lock.acquired) throw new Refusal({ code: 'db.locked' }, 'Close Daybook first: it has the data open.')
  try {
    const file = join(dataDir, DATABASE)
    if (isSound(file, migrations) && lostTo(file, backupFolder(dataDir)) === null)
      throw new UsageError(
        'The database is sound, so nothing was changed. "daybook verify" holds it against its record.',
      )
    const backup = newestVerifiedBackup(backupFolder(dataDir), migrations)
    if (backup === null)
      throw new Refusal({ code: 'db.missing' }, 'There is no backup that passes its check.')
    const { setAside } = restoreBackup(backup.file, file, clock.now(), migrations)
    const aside = setAside === null ? '' : `\nWhat was there is kept as ${setAside}`
    return { value: { restored: backup.file, setAside }, text: `Restored ${backup.file}${aside}` }
  } finally {
    lock.release()
  }
}

const isSound = (file: string, migrations: readonly Migration[]): boolean =>
  existsSync(file) && checkDatabase(file).sound && foreignParts(file, migrations).length === 0
