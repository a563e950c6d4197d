// What `daybook verify` looks at: the file, the record in it, the audit trail to its very end, and the trail's copies in backups.
import { backupFolder } from '../device.ts'
import { createData } from '../db/data.ts'
import type { Migration } from '../db/migrations.ts'
import { closeDatabase, openDatabase } from '../db/open.ts'
import { openToOthers } from '../db/ownerOnly.ts'
import { schemaFindings } from '../db/schemaCheck.ts'
import { compareBackups } from './backups.ts'
import { unrecordedRows } from './loaded.ts'
import { checkEverything } from './record.ts'
import { trailHolds, verifyTrail } from './trail.ts'

export type Verification = {
  /** Nothing contradicts the record. */
  sound: boolean
  /** In a few words each, without names or notes of people. */
  findings: readonly string[]
  /** What could not be checked, and why: with any of these, nothing more than the file itself vouches for it. */
  unproven: readonly string[]
  /** Commits in the trail that follow from each other, and the hash of the last: written down, it proves them later. */
  commits: number
  head: string
  /** Backups whose trail was compared with this one. */
  backups: number
}

/** `holds`: a hash that was written down earlier and must still be in the trail. Seconds at a million entries. */
export function verifyData(
  file: string,
  dataDir: string,
  migrations: readonly Migration[],
  holds?: string,
): Verification {
  const checked = checkEverything(file)
  const findings = [...checked.findings]
  if (!checked.sound && findings.length === 0) findings.push('the file is damaged')
  try {
    const db = openDatabase(file, { readonly: true })
    try {
      const version = Number(db.pragma('user_version', { simple: true }))
      findings.push(...schemaFindings(db, migrations.slice(0, version)))
      const data = createData(db)
      const { commits, head } = verifyTrail(data)
      if (holds !== undefined && !trailHolds(data, holds)) findings.push(`the audit trail lacks ${holds}`)
      const compared = compareBackups(data, backupFolder(dataDir))
      findings.push(...compared.findings)
      const unproven = [...compared.uncompared]
      const unrecorded = unrecordedRows(data)
      if (unrecorded > 0)
        unproven.push(
          `${unrecorded} rows were loaded by an earlier version, which kept no record of them: whether they changed since cannot be told`,
        )
      const rights = openToOthers(dataDir)
      if (rights !== null)
        unproven.push(`other users of this computer can look into the data folder (rights ${rights})`)
      return { sound: findings.length === 0, findings, unproven, commits, head, backups: compared.compared }
    } finally {
      closeDatabase(db)
    }
  } catch (error) {
    // A damaged file may end the reading; what was found before says so.
    if (checked.sound) throw error
    return { sound: false, findings, unproven: [], commits: 0, head: '', backups: 0 }
  }
}
