// The thread that brings what lies in the log into the file, where it is so much that a window would notice.
import { workerData } from 'node:worker_threads'
import { openDatabase } from './open.ts'
import { emptyLog } from './writingMuch.ts'

const db = openDatabase(workerData as string, { aside: true })
try {
  emptyLog(db)
} finally {
  db.close()
}
