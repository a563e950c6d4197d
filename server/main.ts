// `npm run server`: brings up the server of a team, by default with a PostgreSQL of its own on this computer.
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { ulid } from 'ulid'
import { realClock } from '../core/node/nodePorts.ts'
import { makeDataFolder } from '../core/db/ownerOnly.ts'
import { createServerApp } from './app.ts'
import { takeCopiesFolder } from './copiesFolder.ts'
import { migratePostgres, openPostgres } from './database.ts'
import type { Embedded } from './embedded.ts'
import { listen } from './listen.ts'
import { readOidcConfig } from './oidcConfig.ts'
import { createOrganisations } from './organisation.ts'
import { beginNewLife } from './restored.ts'
import { publicOrigin } from './web/origin.ts'

const HELP = `npm run server -- [options]
  --database URL   a PostgreSQL (also DAYBOOK_DATABASE); without it one is brought up here
  --data DIR       where copies and the PostgreSQL of its own lie (also DAYBOOK_SERVER_DATA)
  --port N         default 8790        --listen ADDRESS   default 127.0.0.1
  --address URL    where browsers find it, like https://daybook.example.com (also DAYBOOK_SERVER_ADDRESS)
  --oidc FILE      the firm’s own sign-in, as docs/server.md describes it (also DAYBOOK_SERVER_OIDC)
  --restored       once, after a backup of the database was put back: devices hand back what it lacks
  --open           anybody may make a team here, not only the first
  --log LEVEL      info, warn (default), error`

const { values } = parseArgs({
  options: {
    database: { type: 'string' },
    data: { type: 'string' },
    port: { type: 'string', default: '8790' },
    listen: { type: 'string', default: '127.0.0.1' },
    address: { type: 'string' },
    oidc: { type: 'string' },
    open: { type: 'boolean', default: false },
    restored: { type: 'boolean', default: false },
    log: { type: 'string', default: 'warn' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
  version: string
}
const log = pino({ level: values.log, base: null })
const data = resolve(values.data ?? process.env.DAYBOOK_SERVER_DATA ?? join(homedir(), '.daybook-server'))

try {
  const said = values.address ?? process.env.DAYBOOK_SERVER_ADDRESS
  const address = said === undefined ? null : publicOrigin(said)
  const oidcFile = values.oidc ?? process.env.DAYBOOK_SERVER_OIDC
  const oidc = oidcFile === undefined ? undefined : readOidcConfig(resolve(oidcFile))
  if (values.open && oidc !== undefined && oidc.domains === undefined)
    throw new Error(
      'with --open the file of --oidc has to say its domains: it must not speak for other firms',
    )
  makeDataFolder(data)
  const given = values.database ?? process.env.DAYBOOK_DATABASE
  const own = given === undefined ? await bringAlong() : null
  const database = openPostgres(given ?? own?.url ?? '', (error) =>
    log.error({ event: 'database', name: error.name }),
  )
  await migratePostgres(database)
  if (values.restored)
    console.log(
      `Restored: ${await beginNewLife(database, () => ulid())} team(s) are handed back what is missing.`,
    )
  const copies = takeCopiesFolder(data)
  const organisations = createOrganisations(copies.folder)
  const { app, close } = createServerApp({
    database,
    organisations,
    clock: realClock,
    newId: () => ulid(),
    log,
    version,
    open: values.open,
    address,
    oidc,
    copies: copies.folder,
  })
  const listening = await listen(app, values.listen, Number(values.port))
  const host = listening.address.includes(':') ? `[${listening.address}]` : listening.address
  const url = `http://${host}:${listening.port}`
  console.log(`Daybook’s team server is at ${url}`)
  console.log(`Make a team of your firm: daybook team create --server ${url} --email you@example.com`)
  console.log(`Its screens for browsers are at ${address ?? url}/app/`)
  if (own !== null)
    console.log(
      `Its PostgreSQL lies in ${data}: for a trial or a small office. Back it up, or give --database.`,
    )
  let ending = false
  const end = async (): Promise<void> => {
    if (ending) return
    ending = true
    await close()
    await listening.close()
    await organisations.close()
    copies.free()
    await database.close()
    await own?.stop()
    process.exit(0)
  }
  process.on('SIGINT', () => void end())
  process.on('SIGTERM', () => void end())
} catch (error) {
  console.error(`The server did not start: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}

async function bringAlong(): Promise<Embedded> {
  // A server with a database of its own needs none of it.
  const { startEmbedded } = await import('./embedded.ts')
  return startEmbedded(join(data, 'postgres'), (line) => log.debug({ event: 'postgres', line }))
}
