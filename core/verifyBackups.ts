// Holds the trail against what backups remember of it: who rewrites the chain with all its hashes, or cuts its end and hides
// it, would have to rewrite every backup as well (G11).
import { basename } from 'node:path'
import { listBackups } from './db/backup.ts'
import { createData } from './db/data.ts'
import type { Data } from './db/data.ts'
import { closeDatabase, openDatabase } from './db/open.ts'
import { DatabaseProblem } from './db/sqliteError.ts'
import { trailHolds } from './verifyTrail.ts'

type Ends = { first: string; last: string }

const ends = (data: Data): Ends | null => {
  const [first, last] = ['', 'DESC'].map(
    (order) => data.get<{ hash: string }>(`SELECT hash FROM commit_log ORDER BY seq ${order} LIMIT 1`)?.hash,
  )
  return first === undefined || last === undefined ? null : { first, last }
}

/** `compared`: the backups that begin with the same commit; others are of other data. */
export function backupFindings(data: Data, folder: string): { compared: number; findings: string[] } {
  const own = ends(data)
  const found = { compared: 0, findings: [] as string[] }
  for (const { file, verified } of listBackups(folder)) {
    const theirs = verified ? endsOf(file) : null
    if (theirs === null || own === null || theirs.first !== own.first) continue
    found.compared += 1
    if (!trailHolds(data, theirs.last))
      found.findings.push(`the audit trail lacks what the backup ${basename(file)} holds`)
  }
  return found
}

/** null where it cannot be read: a damaged backup says nothing about the trail. */
function endsOf(file: string): Ends | null {
  try {
    const db = openDatabase(file, { readonly: true })
    try {
      return ends(createData(db))
    } finally {
      closeDatabase(db)
    }
  } catch (error) {
    if (error instanceof DatabaseProblem) return null
    throw error
  }
}
