// The connection to PostgreSQL: a bounded pool, transactions that are tried again where the database asks for it, and migrations.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export type Sql = Pick<pg.ClientBase, 'query'>
export type Row = Record<string, unknown>
/** `atEnd`: written last, sent together with COMMIT; where it fails PostgreSQL takes everything back instead. */
export type Transaction = Sql & { atEnd(statement: Statement): void }
export type Statement = { name: string; text: string; values: unknown[] }

/** bigint as a number: none of ours comes near 2⁵³. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export type Database = {
  pool: pg.Pool
  all<T extends Row>(sql: string, ...values: unknown[]): Promise<T[]>
  /**
   * One connection from BEGIN to COMMIT; what it throws takes everything back. `readsFirst`: what it asks before it waits for the first time
   * only reads, so it goes together with BEGIN.
   */
  transaction<T>(work: (sql: Transaction) => Promise<T>, begins?: { readsFirst?: boolean }): Promise<T>
  close(): Promise<void>
}

/** Serialisation failures and deadlocks: nothing was written, and the same may succeed now. */
const AGAIN = new Set(['40001', '40P01'])
const TRIES = 5

export function openPostgres(url: string, onError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'daybook',
    // What is asked without waiting for the answer before is sent at once; each statement still sees what was committed before it began.
    pipeline: true,
  })
  // A connection that breaks while nobody uses it.
  pool.on('error', onError)
  pool.on('connect', (client) => {
    // What is asked here goes by keys, whatever the values are: to plan a push anew for each took longer than to write it. A database that
    // does not know this goes on by itself.
    client.query('SET plan_cache_mode = force_generic_plan').catch(() => undefined)
  })
  const once = async <T>(work: (sql: Transaction) => Promise<T>, readsFirst: boolean): Promise<T> => {
    const client = await pool.connect()
    let broken: Error | undefined
    // What is asked of a connection that breaks is refused, so the event says nothing more; but unheard it would end the process.
    const heard = (): void => undefined
    client.on('error', heard)
    try {
      let refused: Error | undefined
      const begun = client.query('BEGIN').catch((error: Error) => {
        refused = error
        throw error
      })
      if (readsFirst) begun.catch(() => undefined)
      else await begun
      /** Answers come in the order of what was asked: whoever has waited for one is in the transaction, or here it ends. */
      const within = (): pg.PoolClient => {
        if (refused !== undefined) throw refused
        return client
      }
      const written: Promise<unknown>[] = []
      const value = await work({
        query: ((...asked: Parameters<Sql['query']>) => within().query(...asked)) as Sql['query'],
        atEnd: (statement) => {
          const answer = within().query(statement)
          answer.catch(() => undefined)
          written.push(answer)
        },
      })
      const ended = within().query('COMMIT')
      ended.catch(() => undefined)
      // The first that failed says why: after it PostgreSQL answers COMMIT with a ROLLBACK.
      for (const answer of written) await answer
      if ((await ended).command !== 'COMMIT') throw new Error('the transaction was taken back')
      return value
    } catch (error) {
      try {
        await client.query('ROLLBACK')
      } catch (lost) {
        broken = lost as Error
      }
      throw error
    } finally {
      client.off('error', heard)
      client.release(broken)
    }
  }
  return {
    pool,
    all: async <T extends Row>(sql: string, ...values: unknown[]) => (await pool.query<T>(sql, values)).rows,
    transaction: async (work, { readsFirst = false } = {}) => {
      for (let tried = 1; ; tried += 1) {
        try {
          return await once(work, readsFirst)
        } catch (error) {
          if (tried >= TRIES || !AGAIN.has((error as { code?: string }).code ?? '')) throw error
        }
      }
    },
    close: () => pool.end(),
  }
}

const names = new Map<string, string>()
/** A statement that is asked all day: each connection plans it once. Its text is one of a few. */
export function prepared(text: string, values: unknown[]): Statement {
  const name = names.get(text) ?? `daybook ${names.size + 1}`
  names.set(text, name)
  return { name, text, values }
}

type Journal = { entries: { tag: string }[] }
const FOLDER = join(import.meta.dirname, '..', 'drizzle', 'postgres')

/** The database ended the connection, as it does when it is restarted or another takes over. */
const isCut = (error: unknown): boolean => {
  const { code = '', message } = error as { code?: string; message: string }
  return code.startsWith('57P0') || CUT.has(code) || message.startsWith('Connection terminated')
}
const CUT = new Set(['ECONNRESET', 'EPIPE'])
const FIRST_WAIT_MS = 100

/** What a server needs of its database. Safe beside other processes; where the database cuts it off it is begun again. */
export async function migratePostgres(database: Database): Promise<void> {
  for (let tried = 1; ; tried += 1)
    try {
      return await applyMissing(database)
    } catch (error) {
      if (tried >= TRIES || !isCut(error)) throw error
      await wait(FIRST_WAIT_MS * 2 ** (tried - 1))
    }
}

/** Each in a transaction of its own, so that one cut off left nothing. */
async function applyMissing(database: Database): Promise<void> {
  const { entries } = JSON.parse(readFileSync(join(FOLDER, 'meta', '_journal.json'), 'utf8')) as Journal
  await database
    .all('CREATE TABLE IF NOT EXISTS migration (tag text PRIMARY KEY, hash text NOT NULL)')
    .catch((error: unknown) => {
      // Two processes make it at once: then it is there.
      if ((error as { code?: string }).code !== '23505') throw error
    })
  for (const { tag } of entries) {
    const sql = readFileSync(join(FOLDER, `${tag}.sql`), 'utf8').replaceAll('\r\n', '\n')
    const hash = createHash('sha256').update(sql).digest('hex')
    await database.transaction(async (tx) => {
      await tx.query('LOCK TABLE migration IN EXCLUSIVE MODE')
      const { rows } = await tx.query<{ hash: string }>('SELECT hash FROM migration WHERE tag = $1', [tag])
      if (rows[0] !== undefined) {
        if (rows[0].hash !== hash) throw new Error(`the migration ${tag} is not the one that was applied`)
        return
      }
      for (const statement of sql.split('--> statement-breakpoint')) await tx.query(statement)
      await tx.query('INSERT INTO migration (tag, hash) VALUES ($1, $2)', [tag, hash])
    })
  }
  const [count] = await database.all<{ n: number }>('SELECT count(*) AS n FROM migration')
  if ((count?.n ?? 0) > entries.length)
    throw new Error('the database is of a later version of Daybook: update the server')
}
