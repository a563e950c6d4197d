// The server of a team as a process of its own, so that its memory and its work are its own. `teamServerProcess.ts DATABASE FOLDER AHEAD`
// says by message where it listens, and whenever it is asked how much memory it took at most.
import { pino } from 'pino'
import { ulid } from 'ulid'
import { realClock } from '../core/node/nodePorts.ts'
import { createServerApp } from '../server/app.ts'
import { migratePostgres, openPostgres } from '../server/database.ts'
import { listen } from '../server/listen.ts'
import { createOrganisations } from '../server/organisation.ts'

export type ServerSays = { url: string; peakMb: number }

const [databaseUrl = '', folder = '', ahead = '0'] = process.argv.slice(2)
const database = openPostgres(databaseUrl, (error) => console.error(error))
await migratePostgres(database)
const organisations = createOrganisations(folder)
const { app, close } = createServerApp({
  database,
  organisations,
  // The firm's days are those of its data.
  clock: { ...realClock, now: () => realClock.now() + Number(ahead) },
  newId: () => ulid(),
  log: pino({ level: 'error' }),
  version: '0.0.0-bench',
  open: false,
  address: null,
  copies: folder,
})
const listening = await listen(app, '127.0.0.1', 0)
const say = (): void => {
  const says: ServerSays = {
    url: `http://127.0.0.1:${listening.port}`,
    peakMb: (process.resourceUsage().maxRSS * 1024) / 1e6,
  }
  process.send?.(says)
}
process.on('message', say)
process.once('disconnect', () => {
  void (async () => {
    await close()
    await listening.close()
    await organisations.close()
    await database.close()
  })()
})
say()
