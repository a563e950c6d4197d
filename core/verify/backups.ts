// Holds the trail against what backups remember of it: who rewrites the chain with all its hashes, or cuts its end and hides
// it, would have to rewrite every backup as well (G11). A backup that cannot say anything is said, as its silence may be wanted (K20).
import { basename } from 'node:path'
import { listBackups } from '../db/backup.ts'
import { createData } from '../db/data.ts'
import type { Data } from '../db/data.ts'
import { dataId } from '../db/dataId.ts'
import { closeDatabase, openDatabase } from '../db/open.ts'
import { DatabaseProblem } from '../db/sqliteError.ts'
import { trailHolds } from './trail.ts'

type Copy = { id: string | null; first: string | null; last: string | null }

const describe = (data: Data): Copy => {
  const [first = null, last = null] = ['', 'DESC'].map(
    (order) => data.get<{ hash: string }>(`SELECT hash FROM commit_log ORDER BY seq ${order} LIMIT 1`)?.hash,
  )
  return { id: dataId(data), first, last }
}

export type BackupComparison = {
  compared: number
  /** What contradicts the trail. */
  findings: string[]
  /** What could not be held against it, and why. */
  uncompared: string[]
}

export function compareBackups(data: Data, folder: string): BackupComparison {
  const own = describe(data)
  const found: BackupComparison = { compared: 0, findings: [], uncompared: [] }
  const backups = listBackups(folder)
  for (const { file, verified } of backups) {
    const name = basename(file)
    const theirs = verified ? read(file) : null
    if (theirs === null) found.uncompared.push(`the backup ${name} cannot be read`)
    else if (!areSame(own, theirs)) found.uncompared.push(`the backup ${name} is of other data`)
    else {
      found.compared += 1
      if (theirs.last !== null && !trailHolds(data, theirs.last))
        found.findings.push(`the audit trail lacks what the backup ${name} holds`)
    }
  }
  if (backups.length === 0) found.uncompared.push('there is no backup to compare with')
  return found
}

/** By the name of the data. A backup from before there was one is known by its beginning, which says less: it can be rewritten. */
const areSame = (own: Copy, theirs: Copy): boolean =>
  theirs.id === null ? theirs.first === null || theirs.first === own.first : theirs.id === own.id

/** null where it cannot be read: a damaged backup says nothing about the trail. */
function read(file: string): Copy | null {
  try {
    const db = openDatabase(file, { readonly: true })
    try {
      return describe(createData(db))
    } finally {
      closeDatabase(db)
    }
  } catch (error) {
    if (error instanceof DatabaseProblem || (error instanceof Error && 'code' in error)) return null
    throw error
  }
}
