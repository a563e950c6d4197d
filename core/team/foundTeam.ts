// A firm becomes a team: what it has at this moment goes up page by page from a copy, while work goes on. Cut off, it goes on where it was.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Instant } from '../../shared/base/instant.ts'
import { appError } from '../../shared/contract/errors.ts'
import { MOST_COMMITS, MOST_ROWS } from '../../shared/team/protocol.ts'
import type { Data, WritableData } from '../db/data.ts'
import { createData } from '../db/data.ts'
import { openDatabase } from '../db/open.ts'
import type { Db } from '../db/open.ts'
import { makeFile } from '../db/ownerOnly.ts'
import { counters } from '../derived/counters.ts'
import { watchAll } from '../watch/watched.ts'
import type { TeamClient } from './client.ts'
import { TeamProblem } from './client.ts'
import { COPIED } from './copy.ts'
import type { TeamState } from './state.ts'
import { setTeamState } from './state.ts'

const NAME = 'daybook-founding.db'
/** What can still be undone. */
const PAST_MS = 31 * 86_400_000
/** A page of rows is cut by its size too: the server takes no more at once. */
const PAGE_BYTES = 1_000_000

/** From this moment on what is done here waits to be sent; everything before is in the copy. */
export function beginFounding(data: WritableData, dataDir: string | null, state: TeamState): Db | null {
  data.db.exec('BEGIN IMMEDIATE')
  try {
    setTeamState(data, state)
    watchAll(data)
    // Whoever else reads sees what was committed before this transaction, and nobody can write until it ends.
    const copy = dataDir === null ? new Database(data.db.serialize()) : copyInto(data, join(dataDir, NAME))
    data.db.exec('COMMIT')
    return copy
  } catch (error) {
    if (data.db.inTransaction) data.db.exec('ROLLBACK')
    throw error
  }
}

function copyInto(data: WritableData, file: string): null {
  rmSync(file, { force: true })
  makeFile(file)
  const reader = new Database(data.db.name, { readonly: true })
  try {
    reader.prepare('VACUUM INTO ?').run(file)
  } finally {
    reader.close()
  }
  return null
}

type Upload = {
  data: WritableData
  client: TeamClient
  dataDir: string | null
  copy: Db | null
  now: Instant
  state(): TeamState
}

/** Ends with the team open. */
export async function uploadFirm({ data, client, dataDir, copy, now, state }: Upload): Promise<void> {
  const file = dataDir === null ? null : join(dataDir, NAME)
  if (copy === null && (file === null || !existsSync(file)))
    throw new TeamProblem(appError('team.foundAgain'))
  const db = copy ?? openDatabase(file ?? '', { readonly: true })
  try {
    const firm = createData(db)
    await uploadRows(firm, client, state, (progress) => setTeamState(data, { ...state(), progress }))
    await uploadPast(firm, client, now - PAST_MS)
    const done = await client.founded(counters(firm))
    setTeamState(data, { ...state(), ...done, phase: 'on', progress: null, lastContact: now })
  } finally {
    db.close()
  }
  if (file !== null) for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
}

async function uploadRows(
  firm: Data,
  client: TeamClient,
  state: () => TeamState,
  reached: (progress: TeamState['progress']) => void,
): Promise<void> {
  const begun = state().progress ?? { rows: 0, entity: 0, after: '' }
  let { rows: sent, after } = begun
  /** While one page is on its way the next is read; how far it has come is kept in their order. */
  let onItsWay: Promise<void> = Promise.resolve()
  const send = async (work: () => Promise<unknown>, progress: TeamState['progress']): Promise<void> => {
    await onItsWay
    onItsWay = work().then(() => reached(progress))
    // Whoever waits for it hears of it.
    onItsWay.catch(() => undefined)
  }
  for (let index = begun.entity; index < COPIED.length; index += 1) {
    const entity = COPIED[index]
    if (entity === undefined) break
    for (;;) {
      const found = firm.where(entity, `id > ? ORDER BY id LIMIT ${MOST_ROWS}`, after)
      if (found.length === 0) break
      const page = fitting(found)
      sent += page.length
      after = page.at(-1)?.id ?? ''
      await send(() => client.foundRows(entity, page), { rows: sent, entity: index, after })
    }
    after = ''
  }
  await onItsWay
  reached({ rows: sent, entity: COPIED.length, after: '' })
}

function fitting<T>(rows: readonly T[]): T[] {
  const page: T[] = []
  let bytes = 0
  for (const row of rows) {
    bytes += JSON.stringify(row).length
    if (page.length > 0 && bytes > PAGE_BYTES) break
    page.push(row)
  }
  return page
}

type CommitRow = {
  seq: number
  id: string
  at: number
  actor_id: string | null
  command: string
  args: string
  reason: string | null
  undoes: string | null
}
type AuditRow = { entity: string; before: string | null; after: string | null }

async function uploadPast(firm: Data, client: TeamClient, since: Instant): Promise<void> {
  for (let seq = 0; ;) {
    const commits = firm.all<CommitRow>(
      `SELECT seq, id, at, actor_id, command, args, reason, undoes FROM commit_log
       WHERE seq > ? AND at >= ? ORDER BY seq LIMIT ${MOST_COMMITS}`,
      seq,
      since,
    )
    if (commits.length === 0) return
    const page = fitting(
      commits.map((row) => ({
        seq: row.seq,
        header: {
          id: row.id,
          at: row.at,
          actorId: row.actor_id,
          command: row.command,
          args: row.args,
          reason: row.reason,
          undoes: row.undoes,
          quiet: false,
        },
        effects: firm
          .all<AuditRow>(
            'SELECT entity, "before", "after" FROM audit WHERE commit_id = +? ORDER BY seq',
            row.id,
          )
          .map(({ entity, before, after }) => [entity, parsed(before), parsed(after)]),
      })),
    )
    await client.foundPast(page)
    seq = page.at(-1)?.seq ?? seq
  }
}

const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json))
