// What became of people's ways to sign in: written with each change, read by administrators. No secret ever stands in it.
import type { Member } from './accounts.ts'
import type { Database, Sql } from './database.ts'
import type { Clock } from '../shared/base/clock.ts'
import type { SignInEvent } from '../shared/team/protocol.ts'

type Deps = { clock: Clock; newId(): string }

export const noteEvent = (
  sql: Sql,
  { clock, newId }: Deps,
  what: SignInEvent,
  { org, userId }: Pick<Member, 'org' | 'userId'>,
  byUser = userId,
): Promise<unknown> =>
  sql.query(
    'INSERT INTO sign_in_event (org, id, at, what, user_id, by_user) VALUES ($1, $2, $3, $4, $5, $6)',
    [org, newId(), clock.now(), what, userId, byUser],
  )

/** The newest first. */
export const eventsOf = (database: Database, org: string) =>
  database.all(
    `SELECT id, at, what, user_id AS "userId", by_user AS "byUser" FROM sign_in_event
     WHERE org = $1 ORDER BY at DESC, id DESC LIMIT 200`,
    org,
  )
