// What `daybook verify` looks at: the file, the record in it, the audit trail to its very end, and the trail's copies in backups.
import { backupFolder } from './device.ts'
import { createData } from './db/data.ts'
import { closeDatabase, openDatabase } from './db/open.ts'
import { backupFindings } from './verifyBackups.ts'
import { checkEverything } from './verifyRecord.ts'
import { trailHolds, verifyTrail } from './verifyTrail.ts'

export type Verification = {
  sound: boolean
  /** In a few words each, without names or notes of people. */
  findings: readonly string[]
  /** Commits in the trail that follow from each other, and the hash of the last: written down, it proves them later. */
  commits: number
  head: string
  /** Backups whose trail was compared with this one. */
  backups: number
}

/** `holds`: a hash that was written down earlier and must still be in the trail. Seconds at a million entries. */
export function verifyData(file: string, dataDir: string, holds?: string): Verification {
  const checked = checkEverything(file)
  const findings = [...checked.findings]
  if (!checked.sound && findings.length === 0) findings.push('the file is damaged')
  try {
    const db = openDatabase(file, { readonly: true })
    try {
      const data = createData(db)
      const { commits, head } = verifyTrail(data)
      if (holds !== undefined && !trailHolds(data, holds)) findings.push(`the audit trail lacks ${holds}`)
      const { compared, findings: lacking } = backupFindings(data, backupFolder(dataDir))
      findings.push(...lacking)
      return { sound: findings.length === 0, findings, commits, head, backups: compared }
    } finally {
      closeDatabase(db)
    }
  } catch (error) {
    // A damaged file may end the reading; what was found before says so.
    if (checked.sound) throw error
    return { sound: false, findings, commits: 0, head: '', backups: 0 }
  }
}
