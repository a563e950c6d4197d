// The thread that brings what lies in the log into the file, where it is so much that a window would notice.
import { workerData } from 'node:worker_threads'
import { openDatabase } from './open.ts'

const db = openDatabase(workerData as string, { aside: true })
try {
  db.pragma('wal_checkpoint(PASSIVE)')
} finally {
  db.close()
}
