// What the rows about a team share: the sample firm as a team on a real PostgreSQL, what a person of it does all day, and when a device
// has come to rest.
import { embeddedBinaries } from '../server/embedded.ts'
import type { Database } from '../server/database.ts'
import { admit } from '../server/sessions.ts'
import type { RequestName } from '../shared/contract/contract.ts'
import type { Id } from '../shared/entities/entity.ts'
import type { App } from '../core/ports.ts'
import { way } from '../core/team/way.ts'
import { ask } from './ask.ts'
import type { BenchContext } from './row.ts'

/** So many entries the firm of these rows has: what a push or a command takes hangs on none of them, and a firm is quickly founded. */
export const TEAM_ENTRIES = 20_000
const PASSWORD = 'a long enough password'
export const EMAIL = 'ana@example.com'

/** True where there is no PostgreSQL to be had; the row then says so. */
export function lacksPostgres({ missing }: Pick<BenchContext, 'missing'>): boolean {
  if (embeddedBinaries() !== null) return false
  missing(`there is no PostgreSQL to bring along for ${process.platform} ${process.arch}`)
  return true
}

export const foundTeam = (app: App, server: string): Promise<unknown> =>
  ask(app, 'team.create', { server, email: EMAIL, password: PASSWORD })
export const joinTeam = (app: App, server: string): Promise<unknown> =>
  ask(app, 'team.join', { server, email: EMAIL, password: PASSWORD })

/** A device of one of the firm, let in as a sign-in lets it in, but without its password. */
export async function letIn(
  database: Database,
  userId: Id,
  deviceId: Id,
  now: number,
): Promise<{ token: string; deviceId: Id; userId: Id }> {
  const [org] = await database.all<{ id: string }>('SELECT id FROM org')
  if (org === undefined) throw new Error('there is no team yet')
  return database.transaction((sql) => admit(sql, { org: org.id, userId, name: 'bench', deviceId, now }))
}

export type Work = { command: RequestName; args: Record<string, unknown>; seen?: Record<string, object> }

/** start, stop, edit and add over and over; each is given the id of the act before, and its moment, `WORK_MS` after that one’s. */
export function workday(customers: readonly Id[], categories: readonly Id[]) {
  let count = 0
  const subject = (): { customerId: Id | null; categoryId: Id | null } => ({
    customerId: customers[count % customers.length] ?? null,
    categoryId: categories[count % categories.length] ?? null,
  })
  const NOTE = 'Options for the order form compared, recommendation sent'
  return (earlier: Id, at: number): Work => {
    const step = count % 4
    count += 1
    if (step === 0) return { command: 'timer.start', args: { ...subject(), note: NOTE, switch: true } }
    if (step === 1) return { command: 'timer.stop', args: { timerId: earlier } }
    // A stop makes a task of its own first.
    if (step === 2)
      return {
        command: 'entry.edit',
        args: { entryId: `${earlier}-2`, note: `${NOTE}, then call ${count}` },
        seen: { [`timeEntry ${earlier}-2`]: { note: NOTE } },
      }
    return {
      command: 'entry.add',
      args: { ...subject(), startAt: at - 4 * 60_000, endAt: at - 60_000, note: NOTE },
    }
  }
}
export const WORK_MS = 5 * 60_000

/** Counts what a device asks of the server and is not answered yet. */
export function watchWaiting(): { resting(): Promise<void>; stop(): void } {
  const real = way.ask
  let waiting = 0
  let heard: (() => void) | null = null
  way.ask = (sent) => {
    const asked = real(sent)
    if (!sent.url.includes('/v1/news?')) return asked
    waiting += 1
    heard?.()
    const ended = (): void => void (waiting -= 1)
    asked.then(ended, ended)
    return asked
  }
  return {
    /** Until a device waits for news again. */
    resting: async () => {
      while (waiting === 0) await new Promise<void>((resolve) => (heard = resolve))
    },
    stop: () => void (way.ask = real),
  }
}
