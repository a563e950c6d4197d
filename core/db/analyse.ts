// Tells SQLite how its tables look: one that was never analysed may be read by the wrong index, which a large one makes you feel.
import type { Db } from './open.ts'

/** Rows looked at in each index: enough to tell a selective one from another, at any size in some milliseconds. */
const LIMIT = 1000

/** After many rows were written at once; what grows row by row is seen to at closing. */
export function analyse(db: Db): void {
  db.pragma(`analysis_limit = ${LIMIT}`)
  db.exec('ANALYZE')
}
