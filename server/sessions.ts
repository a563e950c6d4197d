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

export async function sessionOf(
  database: Database,
  clock: Clock,
  authorization: string | undefined,
): Promise<Session> {
  const token = /^Bearer ([\w-]{43})$/.exec(authorization ?? '')?.[1]
  if (token === undefined) throw new Refused(401, 'team.signedOut')
  const [device] = await database.all<DeviceRow>(
    'SELECT org, id, user_id, revoked_at, last_contact, origin FROM device WHERE token_hash = $1',
    hashSecret(token),
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
  return {
    org: device.org,
    deviceId: device.id,
    userId: device.user_id,
    revoked: device.revoked_at !== null,
    origin: device.origin ?? device.id,
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
