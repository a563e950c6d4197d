// Pushes of 1 and of 100 acts as a device sends them, from the request to its answers, against the same statements that write, bare and in the
// same transactions, into a second database that began as the same.
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { ulid } from 'ulid'
import { createApp } from '../../core/app.ts'
import { realClock } from '../../core/node/nodePorts.ts'
import { createTeamClient } from '../../core/team/client.ts'
import type { Database, Statement } from '../../server/database.ts'
import type { List } from '../../server/lists.ts'
import { openWorld } from '../../server/testing/teamServer.ts'
import { PROTOCOL } from '../../shared/team/protocol.ts'
import type { SentAct } from '../../shared/team/protocol.ts'
import { ask } from '../ask.ts'
import { benchPorts, copyOf, NOW } from '../data.ts'
import { comparison, ratioFigure } from '../measure.ts'
import type { Comparison } from '../measure.ts'
import type { Figure, Row } from '../row.ts'
import { foundTeam, lacksPostgres, letIn, TEAM_ENTRIES, workday, WORK_MS } from '../team.ts'

/** How many pushes of how many acts; before they count, the statements are known and the code is compiled. */
const SIZES = [
  { acts: 1, warmUp: 60, runs: 400, limit: 1.6 },
  { acts: 100, warmUp: 3, runs: 25, limit: 2.5 },
] as const

/** What a push writes, table by table and one statement after another; the values are those of the server's own (pushRecord.ts). */
const BARE = [
  {
    text: `INSERT INTO receipt (org, command_id, device, n, args_hash, outcome)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[])`,
    values: [0, 1, 2, 3, 4, 5],
  },
  {
    text: `INSERT INTO commit (org, seq, id, leaves, root, hash, arrived_at)
     SELECT $1, seq, id, leaves, root, hash, $2 FROM
     unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[]) AS t (seq, id, leaves, root, hash)`,
    values: [0, 6, 7, 8, 9, 10, 11],
  },
  {
    text: `INSERT INTO row (org, entity, id, owner, value, version, removed)
     SELECT $1, entity, id, owner, value, version, removed FROM
     unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::boolean[])
     AS t (entity, id, owner, value, version, removed)
     ON CONFLICT (org, entity, id) DO UPDATE SET owner = excluded.owner, value = excluded.value,
     version = excluded.version, removed = excluded.removed`,
    values: [0, 12, 13, 14, 15, 16, 17],
  },
  {
    text: 'UPDATE org SET version = $2, hash = $3, counters = $4 WHERE id = $1',
    values: [0, 18, 19, 20],
  },
] as const

export const teamPush: Row = {
  name: 'team-push',
  what: 'A push to the team’s server',
  floor: 'the same rows, commits and receipts by bare statements of pg in the same transactions',
  entries: TEAM_ENTRIES,
  async run(ctx) {
    if (lacksPostgres(ctx)) return []
    const { data, scratch, say } = ctx
    const firm = copyOf(await data(TEAM_ENTRIES), scratch())
    let passed = 0
    const now = (): number => NOW + passed
    const world = await openWorld()
    try {
      const url = await world.newDatabase()
      const clock = { ...realClock, now }
      const first = await world.server(url, { clock })
      const app = await createApp(benchPorts(firm.dir))
      say('  the firm becomes a team …')
      await foundTeam(app, first.url)
      const customers = (await ask(app, 'customer.list', { status: 'Active', limit: 50 })).rows
      const categories = await ask(app, 'category.list', { activeOnly: true })
      await app.close()
      const device = await letIn(first.database, firm.userId, ulid(), now())
      await first.close()
      const floor = await openFloor(url)
      const server = await world.server(url, { clock })
      const recorded = recordTransactions(server.database)
      const client = createTeamClient(server.url, device.token)
      const { epoch } = await client.fillStart()
      const next = workday(
        customers.map(({ id }) => id),
        categories.map(({ id }) => id),
      )
      let n = 0
      let last = ''
      const made = (count: number): SentAct[] =>
        Array.from({ length: count }, () => {
          passed += WORK_MS
          const at = now()
          const work = next(last, at)
          last = ulid(at)
          return { n: (n += 1), id: last, at, zone: 'Europe/Berlin', version: PROTOCOL, ...work } as SentAct
        })
      /** As a device does: what the server did not get to is sent again. */
      const pushAll = async (acts: readonly SentAct[]): Promise<void> => {
        for (let left = acts; left.length > 0;) {
          const { outcomes } = await client.push(left, epoch, now())
          const refused = outcomes.find(({ kind }) => kind !== 'done')
          if (refused !== undefined) throw new Error(JSON.stringify(refused))
          left = left.slice(outcomes.length)
        }
      }
      const figures: Figure[] = []
      for (const { acts, warmUp, runs, limit } of SIZES) {
        say(`  ${runs} pushes of ${acts} …`)
        const times = { ours: [] as number[], floor: [] as number[] }
        let transactions = 0
        for (let run = 0; run < warmUp + runs; run += 1) {
          const some = made(acts)
          recorded.length = 0
          const began = performance.now()
          await pushAll(some)
          const between = performance.now()
          const written = recorded.map(plain)
          const again = performance.now()
          for (const values of written) await floor.write(values)
          if (run < warmUp) continue
          transactions += written.length
          times.ours.push(between - began)
          times.floor.push(performance.now() - again)
        }
        figures.push(figureOf(acts, comparison(times.ours, times.floor), limit, transactions / runs))
      }
      await floor.close()
      await server.close()
      await equal(url, floor.url)
      return figures
    } finally {
      await world.close()
    }
  },
}

function figureOf(acts: number, compared: Comparison, limit: number, transactions: number): Figure {
  const figure = ratioFigure(`of ${acts} ${acts === 1 ? 'command' : 'commands'}`, compared, limit)
  const note = acts === 1 ? figure.note : `${figure.note}; ${transactions.toFixed(1)} transactions each`
  return { ...figure, note }
}

/** Lists as pg itself takes them, as everybody would write. */
const plain = ({ values }: Statement): unknown[] =>
  values.map((value) => (isList(value) ? value.values : value))
const isList = (value: unknown): value is List =>
  typeof value === 'object' && value !== null && 'toPostgres' in value

/** What each transaction of the server writes from now on. */
function recordTransactions(database: Database) {
  const recorded: Statement[] = []
  const transaction = database.transaction.bind(database)
  database.transaction = (work, begins) =>
    transaction(
      (sql) =>
        work({
          query: sql.query,
          atEnd: (statement) => {
            recorded.push(statement)
            sql.atEnd(statement)
          },
        }),
      begins,
    )
  return recorded
}

/** A second database, as the first is now, and one connection to it. */
async function openFloor(url: string) {
  const name = `${new URL(url).pathname.slice(1)}_floor`
  const admin = new pg.Client({ connectionString: url.replace(/\/[^/]+$/, '/postgres') })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(url).pathname.slice(1)}`)
  await admin.end()
  const floorUrl = url.replace(/\/[^/]+$/, `/${name}`)
  const client = new pg.Client({ connectionString: floorUrl })
  // What went wrong before is what is told.
  client.on('error', () => undefined)
  await client.connect()
  return {
    url: floorUrl,
    write: async (all: readonly unknown[]) => {
      await client.query('BEGIN')
      await client.query('SELECT version FROM org FOR NO KEY UPDATE')
      for (const { text, values } of BARE)
        await client.query(
          text,
          values.map((index) => all[index]),
        )
      await client.query('COMMIT')
    },
    close: () => client.end(),
  }
}

const TABLES = { commit: 'seq', row: 'entity, id', receipt: 'command_id', org: 'id' }

async function equal(...urls: string[]): Promise<void> {
  const sums = await Promise.all(
    urls.map(async (connectionString) => {
      const client = new pg.Client({ connectionString })
      await client.connect()
      const sums: string[] = []
      for (const [table, by] of Object.entries(TABLES)) {
        const { rows } = await client.query<{ sum: string }>(
          `SELECT count(*) || ' ' || md5(string_agg(t::text, '|' ORDER BY ${by})) AS sum FROM ${table} t`,
        )
        sums.push(`${table} ${rows[0]?.sum}`)
      }
      await client.end()
      return sums.join(', ')
    }),
  )
  if (new Set(sums).size !== 1) throw new Error(`not the same: ${sums.join(' and ')}`)
}
