// A device that is let in by a browser (as RFC 8628 has it): it shows a short code, somebody who is signed in confirms it on a page, and
// the device, which alone knows a long one, asks until then. Both are good once and for ten minutes.
import type { AccountDeps, Member } from './accounts.ts'
import { Refused } from './refused.ts'
import { drawLetters, drawToken, hashSecret, plainCode } from './secrets.ts'
import { admit } from './sessions.ts'
import { noteEvent } from './signInEvents.ts'
import type { Admitted } from '../shared/team/protocol.ts'

export const GRANT_MS = 10 * 60_000
/** So often a device asks; one that asks sooner is told to wait. */
export const ASK_EVERY_MS = 3_000

type Deps = Pick<AccountDeps, 'database' | 'clock' | 'newId' | 'tries'>
type Grant = {
  device: string
  address: string
  expiresAt: number
  asked: number
  decision: string | null
  org: string | null
  account: string | null
  userId: string | null
}

export async function beginGrant(
  { database, clock, tries }: Deps,
  device: string,
  address: string,
): Promise<{ deviceCode: string; userCode: string; expiresAt: number }> {
  if (!tries.takes(`grant ${address}`)) throw new Refused(429, 'team.wait')
  const [deviceCode, userCode] = [drawToken(), drawLetters(8, 4)]
  const now = clock.now()
  const expiresAt = now + GRANT_MS
  await database.all('DELETE FROM device_grant WHERE expires_at <= $1', now)
  await database.all(
    `INSERT INTO device_grant (code_hash, user_code_hash, device, address, created_at, expires_at, asked)
     VALUES ($1, $2, $3, $4, $5, $6, 0)`,
    hashSecret(deviceCode),
    hashSecret(plainCode(userCode)),
    device,
    address,
    now,
    expiresAt,
  )
  return { deviceCode, userCode, expiresAt }
}

/** Who looks for a code is somebody who is signed in; that is counted for each account. */
export async function lookAtGrant(
  { database, clock, tries }: Deps,
  { account }: Member,
  userCode: string,
): Promise<{ device: string; address: string; expiresAt: number }> {
  if (!tries.takes(`grant code ${account}`)) throw new Refused(429, 'team.wait')
  const [grant] = await database.all<Grant>(
    `SELECT device, address, expires_at AS "expiresAt" FROM device_grant
     WHERE user_code_hash = $1 AND expires_at > $2 AND decision IS NULL`,
    hashSecret(plainCode(userCode)),
    clock.now(),
  )
  if (grant === undefined) throw new Refused(404, 'team.noGrant')
  tries.clear(`grant code ${account}`)
  const { device, address, expiresAt } = grant
  return { device, address, expiresAt }
}

/** Once: who decided first has decided. */
export async function decideGrant(
  { database, clock, tries }: Deps,
  { org, account, userId }: Member,
  userCode: string,
  allow: boolean,
): Promise<void> {
  if (!tries.takes(`grant code ${account}`)) throw new Refused(429, 'team.wait')
  const decided = await database.all(
    `UPDATE device_grant SET decision = $3, org = $4, account = $5, user_id = $6
     WHERE user_code_hash = $1 AND expires_at > $2 AND decision IS NULL RETURNING device`,
    hashSecret(plainCode(userCode)),
    clock.now(),
    allow ? 'allowed' : 'denied',
    org,
    account,
    userId,
  )
  if (decided.length === 0) throw new Refused(404, 'team.noGrant')
  tries.clear(`grant code ${account}`)
}

export type GrantAnswer = { state: 'waiting' } | ({ state: 'in'; email: string } & Admitted)

/** The device asks. When it is let in, the code is used up. */
export function askGrant(deps: Deps, deviceCode: string): Promise<GrantAnswer> {
  const { database, clock, newId } = deps
  return database
    .transaction(async (sql): Promise<GrantAnswer | null> => {
      const now = clock.now()
      const codeHash = hashSecret(deviceCode)
      const { rows } = await sql.query<Grant>(
        `SELECT device, address, expires_at AS "expiresAt", asked, decision, org, account, user_id AS "userId"
       FROM device_grant WHERE code_hash = $1 FOR UPDATE`,
        [codeHash],
      )
      const [grant] = rows
      if (grant === undefined || grant.expiresAt <= now) throw new Refused(404, 'team.noGrant')
      // Sooner than agreed: the answer is the same, and costs nothing.
      if (grant.decision === null && now - grant.asked < ASK_EVERY_MS - 500) return { state: 'waiting' }
      if (grant.decision === null) {
        await sql.query('UPDATE device_grant SET asked = $2 WHERE code_hash = $1', [codeHash, now])
        return { state: 'waiting' }
      }
      await sql.query('DELETE FROM device_grant WHERE code_hash = $1', [codeHash])
      if (grant.decision === 'denied') return null
      // Who confirmed may have left meanwhile.
      const member = await sql.query<{ email: string }>(
        `SELECT a.email FROM member m JOIN account a ON a.id = m.account
       WHERE m.org = $1 AND m.account = $2 AND m.user_id = $3`,
        [grant.org, grant.account, grant.userId],
      )
      const [found] = member.rows
      if (found === undefined || grant.org === null || grant.userId === null) return null
      const { org, userId } = grant
      await noteEvent(sql, deps, 'deviceByBrowser', { org, userId })
      const admitted = await admit(sql, { org, userId, name: grant.device, deviceId: newId(), now })
      return { state: 'in', email: found.email, ...admitted }
    })
    .then((answer) => {
      // The deletion holds, so this is said after the commit.
      if (answer === null) throw new Refused(403, 'team.deviceDenied')
      return answer
    })
}
