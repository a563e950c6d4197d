// Who asks: a device by its token. What is kept is only a hash of it, and it can be taken away.
import type { Database, Sql } from './database.ts'
import { Refused } from './refused.ts'
import { drawToken, hashSecret } from './secrets.ts'
import type { Clock } from '../shared/base/clock.ts'
import type { Admitted } from '../shared/team/protocol.ts'

export type Session = {
  org: string
  /** The device; of a browser the session that is signed in. */
  deviceId: string
  userId: string
  revoked: boolean
  /** The first identity of this device: its own, or of what it is a copy of. */
  origin?: string
  /** A browser's acts are decided here alone and answered at once: they have no number, as nothing of them waits anywhere. */
  browser?: true
}

type DeviceRow = {
  org: string
  id: string
  user_id: string
  revoked_at: number | null
  last_contact: number | null
  origin: string | null
}

/** So seldom the last contact is written: it is for people. */
const CONTACT_MS = 60_000
/** A token of nobody is not remembered, so there are no more than devices; those of long ago need not be. */
const MOST_KNOWN = 10_000

export type Sessions = {
  /** As it is in the database now. */
  of(authorization: string | undefined): Promise<Session>
  /**
   * Whose token it is, which never changes, without asking where that was asked in the last minute. It does not say that the device is still
   * let in: who goes on asks that with what it asks of the database anyway (`ADMITTED`), so that it holds for every process at once.
   */
  whose(authorization: string | undefined): Promise<Session>
}

/** Of the organisation $1 the device, or a browser's session, $2: is it still let in? */
export const ADMITTED = {
  device: 'EXISTS (SELECT 1 FROM device WHERE org = $1 AND id = $2 AND revoked_at IS NULL)',
  browser: 'EXISTS (SELECT 1 FROM web_session WHERE org = $1 AND id = $2)',
}

export function createSessions(database: Database, clock: Clock): Sessions {
  const known = new Map<string, { session: Session; asked: number }>()
  const hashOf = (authorization: string | undefined): string => {
    const token = /^Bearer ([\w-]{43})$/.exec(authorization ?? '')?.[1]
    if (token === undefined) throw new Refused(401, 'team.signedOut')
    return hashSecret(token)
  }

  const ask = async (hash: string): Promise<Session> => {
    known.delete(hash)
    const [device] = await database.all<DeviceRow>(
      'SELECT org, id, user_id, revoked_at, last_contact, origin FROM device WHERE token_hash = $1',
      hash,
    )
    if (device === undefined) throw new Refused(401, 'team.signedOut')
    const now = clock.now()
    if (device.revoked_at === null && now - (device.last_contact ?? 0) > CONTACT_MS)
      await database.all(
        'UPDATE device SET last_contact = $3 WHERE org = $1 AND id = $2',
        device.org,
        device.id,
        now,
      )
    const session = {
      org: device.org,
      deviceId: device.id,
      userId: device.user_id,
      revoked: device.revoked_at !== null,
      origin: device.origin ?? device.id,
    }
    if (known.size >= MOST_KNOWN) known.clear()
    if (!session.revoked) known.set(hash, { session, asked: clock.monotonic() })
    return session
  }

  return {
    of: async (authorization) => ask(hashOf(authorization)),
    whose: async (authorization) => {
      const hash = hashOf(authorization)
      const found = known.get(hash)
      return found !== undefined && clock.monotonic() - found.asked < CONTACT_MS ? found.session : ask(hash)
    },
  }
}

export async function admit(
  sql: Sql,
  {
    org,
    userId,
    name,
    deviceId,
    now,
  }: { org: string; userId: string; name: string; deviceId: string; now: number },
): Promise<Admitted> {
  const token = drawToken()
  await sql.query(
    `INSERT INTO device (org, id, user_id, name, token_hash, created_at, last_contact)
     VALUES ($1, $2, $3, $4, $5, $6, $6)`,
    [org, deviceId, userId, name, hashSecret(token), now],
  )
  return { organisationId: org, userId, deviceId, token }
}

/** A device that was copied, or put back from a backup, goes on as one of its own, and is seen among the devices. */
export async function renew(
  sql: Sql,
  session: Session,
  { deviceId, now }: { deviceId: string; now: number },
): Promise<Admitted> {
  const { rows } = await sql.query<{ name: string }>('SELECT name FROM device WHERE org = $1 AND id = $2', [
    session.org,
    session.deviceId,
  ])
  const { org, userId } = session
  const name = `${rows[0]?.name ?? 'Daybook'} (2)`.slice(0, 100)
  const admitted = await admit(sql, { org, userId, name, deviceId, now })
  await sql.query('UPDATE device SET origin = $3 WHERE org = $1 AND id = $2', [
    org,
    deviceId,
    session.origin ?? session.deviceId,
  ])
  return admitted
}
