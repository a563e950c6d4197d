// Two connections of one program beside each other, of which one writes much: what it does with the log, and how long the other waits.
import type { Db } from './open.ts'

/** So long this connection waits for a lock: while another writes much, so short that no window stands still for it. */
export const LOCK_WAIT_MS = { usual: 5_000, meanwhile: 40 } as const

/**
 * For a connection that writes much at once. Its pages are otherwise written again and again on their way to the log; and once they are
 * in the log they are safe, so that nobody has to wait until they are in the file as well (`emptyLog`).
 */
export function prepareForMuch(db: Db): void {
  db.pragma('cache_size = -16000')
  db.pragma('wal_autocheckpoint = 0')
}

/** Brings what is in the log into the file; others read and write meanwhile. */
export const emptyLog = (db: Db): void => void db.pragma('wal_checkpoint(PASSIVE)')

const PAGES_IN_LOG = 1_000
const leaving = new WeakMap<Db, number>()

/** Until the answer is called, this connection leaves the log to others: bringing a long one into the file takes a second. */
export function leaveLog(db: Db): () => void {
  leaving.set(db, (leaving.get(db) ?? 0) + 1)
  db.pragma('wal_autocheckpoint = 0')
  return () => {
    const left = (leaving.get(db) ?? 1) - 1
    leaving.set(db, left)
    if (left === 0 && db.open) db.pragma(`wal_autocheckpoint = ${PAGES_IN_LOG}`)
  }
}

/** For a thread that writes a whole copy of what can be fetched again. */
export function prepareForCopy(db: Db): void {
  // What comes refers to what is still to come.
  db.pragma('foreign_keys = OFF')
  // The leaves of all indexes of the largest table that a batch writes to; with less, each is written many times.
  db.pragma('cache_size = -64000')
  db.pragma('wal_autocheckpoint = 8000')
  // Its end is made durable, and all before it with that.
  db.pragma('synchronous = NORMAL')
}
