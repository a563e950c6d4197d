// The server's own copy of one organisation, in SQLite, where its rules are asked: a cache like any device's. What is wrong with it is
// thrown away and fetched again. It is on one connection; who reads or writes it waits for the organisation's turn (turns.ts).
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createData } from '../core/db/data.ts'
import type { WritableData } from '../core/db/data.ts'
import { loadMigrations, migrate } from '../core/db/migrate.ts'
import { openDatabase } from '../core/db/open.ts'
import { readDevice, writeDevice } from '../core/kept/deviceRow.ts'
import { applyCommit } from '../core/team/applyCommit.ts'
import { emptyCopy, staleCopy } from '../core/team/copy.ts'
import { MOST_COMMITS } from '../shared/team/protocol.ts'
import type { Sql } from './database.ts'
import { opened } from './opened.ts'
import { fillReplica } from './replicaFill.ts'

const SQL_FOLDER = join(import.meta.dirname, '..', 'drizzle', 'sqlite')
const KEY = 'replica'
export type OrgRow = {
  id: string
  version: number
  hash: string
  epoch: string
  epochFrom: number
  phase: string
  counters: string
}
/** How far it is, of which organisation's life; `hash`: that of its last commit. */
export type Reached = { version: number; epoch: string; hash: string }
const NOWHERE: Reached = { version: -1, epoch: '', hash: '' }

export type Replica = {
  data: WritableData
  file: string
  version(): number
  /** Where it is. */
  reached(): Reached
  /** Within the transaction that brought it there. */
  reach(there: Reached): void
  /** It is good for nothing until it has been filled again. */
  distrust(): void
  /** When the organisation was asked for last, nobody else had taken it further. */
  alone: boolean
  /** What was begun in it is not. */
  takeBack(): void
  /** Brings it to where the organisation is; `sql` sees that state. */
  catchUp(sql: Sql, org: OrgRow, now: number): Promise<void>
  close(): void
}

/** `stopped`: the server ends. */
export function openReplica(folder: string, orgId: string, stopped: AbortSignal): Replica {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${orgId}.db`)
  let data = openCopy(file)

  /** As the row says that is written with each commit here; null: it is to be read. */
  let known: Reached | null = null
  const reached = (): Reached => {
    if (known !== null) return known
    const text = readDevice(data, KEY)
    // A copy of an earlier version of the server does not say the hash.
    return (known = { ...NOWHERE, ...(text === null ? {} : (JSON.parse(text) as Partial<Reached>)) })
  }
  const writeReached = (value: Reached): void => {
    known = null
    writeDevice(data, KEY, JSON.stringify(value))
  }
  const reach = (value: Reached): void => {
    writeReached(value)
    known = value
  }
  const takeBack = (): void => {
    known = null
    if (data.db.inTransaction) data.db.exec('ROLLBACK')
    data.forget()
  }

  const throwAway = (): void => {
    known = null
    data.db.close()
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
    data = openCopy(file)
  }

  /** All rows as they are at `org.version`, and the trail of the last weeks. */
  const fill = async (sql: Sql, org: OrgRow, now: number): Promise<void> => {
    // What was just made is empty already, and to make it takes longer than to fill it for a small firm.
    if (readDevice(data, KEY) !== null) throwAway()
    data.db.pragma('foreign_keys = OFF')
    data.db.transaction(() => {
      reach(NOWHERE)
      emptyCopy(data)
      staleCopy(data)
    })()
    const after = (seq: number): Promise<StoredCommit[]> => commitsAfter(sql, org.id, seq)
    await fillReplica({ data, file, sql, org, now, commitsAfter: after, stopped })
    reach({ version: org.version, epoch: org.epoch, hash: org.hash })
    data.db.pragma('foreign_keys = ON')
  }

  const takeIn = (commits: readonly StoredCommit[], epoch: string): void => {
    try {
      data.db.transaction(() => {
        for (const { leaves } of commits) {
          const { header, effects } = opened(leaves)
          if (header !== null) applyCommit(data, header, effects)
        }
        const { seq: version = 0, hash = '' } = commits.at(-1) ?? {}
        writeReached({ version, epoch, hash })
      })()
    } catch (error) {
      // It is not what it is held to be: whoever asks next has a new one.
      if ((error as { code?: string }).code?.startsWith('SQLITE_CONSTRAINT') === true) reach(NOWHERE)
      throw error
    } finally {
      data.forget()
    }
  }

  return {
    get data() {
      return data
    },
    file,
    alone: false,
    version: () => reached().version,
    reached,
    reach,
    distrust: () => reach(NOWHERE),
    takeBack,
    catchUp: async (sql, org, now) => {
      const { version, epoch } = reached()
      if (version < 0 || epoch !== org.epoch || version > org.version) return fill(sql, org, now)
      for (let seq = version; seq < org.version;) {
        const commits = await commitsAfter(sql, org.id, seq)
        // A gap in what the lock keeps gapless: the rows tell the truth.
        if (commits[0]?.seq !== seq + 1) return fill(sql, org, now)
        takeIn(commits, epoch)
        seq = commits.at(-1)?.seq ?? org.version
      }
    },
    close: () => data.db.close(),
  }
}

function openCopy(file: string): WritableData {
  const db = openDatabase(file)
  // A cache: after a power cut it is a little behind, and catches up.
  db.pragma('synchronous = NORMAL')
  migrate(db, loadMigrations(SQL_FOLDER), { backup: () => undefined, now: 0 })
  // Pages that are written again and again go from the log to the file once, and seldom within somebody's push.
  db.pragma('wal_autocheckpoint = 4000')
  return createData(db)
}

export type StoredCommit = { seq: number; leaves: string; root: string; hash: string }

export const commitsAfter = async (sql: Sql, org: string, seq: number): Promise<StoredCommit[]> =>
  (
    await sql.query<StoredCommit>(
      `SELECT seq, leaves, root, hash FROM commit WHERE org = $1 AND seq > $2 ORDER BY seq LIMIT ${MOST_COMMITS}`,
      [org, seq],
    )
  ).rows
