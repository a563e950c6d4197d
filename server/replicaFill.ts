// Makes the server's copy of an organisation anew from PostgreSQL: all rows as they are, and the trail of the last weeks. A small one is
// written here; of a large one the thread writes what has been read, while the next is on its way.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WritableData } from '../core/db/data.ts'
import type { Counters } from '../core/derived/counters.ts'
import { startAsked } from '../core/node/askedThread.ts'
import { workerFile } from '../core/node/workerFile.ts'
import { COPIED } from '../core/team/copy.ts'
import { MOST_ROWS } from '../shared/team/protocol.ts'
import type { Sql } from './database.ts'
import type { OrgRow, StoredCommit } from './replica.ts'
import type { CopyPage, CopyTask } from './replicaWork.ts'
import { doCopyTask } from './replicaWork.ts'

/** So far back acts can be undone (shared/rules/undo.ts), and a day more. */
const PAST_MS = 31 * 86_400_000

/** They are written here in a second or two, page by page; a thread takes 50 MB more. Tests set it lower. */
export const FEW = { rows: 50_000 }

type Filling = {
  /** Empty. */
  data: WritableData
  file: string
  sql: Sql
  org: OrgRow
  now: number
  commitsAfter(seq: number): Promise<StoredCommit[]>
  /** The server ends; what is being written then is taken back. */
  stopped: AbortSignal
}

type Writer = { write(task: CopyTask): Promise<void>; close(): Promise<void> }

export async function fillReplica(filling: Filling): Promise<void> {
  const { data, sql, org } = filling
  const writer = (await isLarge(sql, org.id)) ? writeInThread(filling) : writeHere(data)
  let written: Promise<void> = Promise.resolve()
  /** What was read before is written while this is read: more would be much to hold. */
  const write = async (task: CopyTask): Promise<void> => {
    await written
    written = writer.write(task)
    // Whoever waits for it hears of it.
    written.catch(() => undefined)
  }
  try {
    for await (const page of pagesOf(sql, org.id)) await write({ put: 'rows', page })
    await write({ put: 'end', counters: JSON.parse(org.counters) as Counters })
    for await (const leaves of trailOf(filling)) await write({ put: 'trail', leaves })
    await written
  } finally {
    await writer.close()
    data.forget()
  }
}

async function isLarge(sql: Sql, orgId: string): Promise<boolean> {
  const { rows } = await sql.query('SELECT 1 FROM row WHERE org = $1 OFFSET $2 LIMIT 1', [orgId, FEW.rows])
  return rows.length > 0
}

async function* pagesOf(sql: Sql, orgId: string): AsyncGenerator<CopyPage> {
  for (const entity of COPIED) {
    for (let after = ''; ;) {
      const { rows } = await sql.query<{ id: string; value: string }>(
        `SELECT id, value FROM row WHERE org = $1 AND entity = $2 AND id > $3 AND NOT removed
         ORDER BY id LIMIT ${MOST_ROWS}`,
        [orgId, entity, after],
      )
      if (rows.length > 0) yield { entity, values: rows.map(({ value }) => value) }
      if (rows.length < MOST_ROWS) break
      after = rows.at(-1)?.id ?? ''
    }
  }
}

/** Up to where the organisation is: what others have committed since comes with the next catching up. */
async function* trailOf({ sql, org, now, commitsAfter }: Filling): AsyncGenerator<string[]> {
  const { rows } = await sql.query<{ since: number | null }>(
    'SELECT min(seq) AS since FROM commit WHERE org = $1 AND arrived_at >= $2',
    [org.id, now - PAST_MS],
  )
  for (let seq = (rows[0]?.since ?? org.version + 1) - 1; seq < org.version;) {
    const commits = (await commitsAfter(seq)).filter((commit) => commit.seq <= org.version)
    if (commits.length === 0) return
    yield commits.map(({ leaves }) => leaves)
    seq = commits.at(-1)?.seq ?? org.version
  }
}

const writeHere = (data: WritableData): Writer => ({
  write: (task) => doCopyTask(data, task, () => nextTurn()),
  close: () => Promise.resolve(),
})

function writeInThread({ file, stopped }: Filling): Writer {
  const thread = startAsked<CopyTask, { file: string }>(workerFile(import.meta.url, 'replicaWorker'), {
    file,
  })
  const giveUp = (): void => thread.giveUp(new Error('the server ends'))
  stopped.addEventListener('abort', giveUp)
  if (stopped.aborted) giveUp()
  return {
    write: thread.ask,
    close: () => {
      stopped.removeEventListener('abort', giveUp)
      return thread.leave()
    },
  }
}
