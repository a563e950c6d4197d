// For somebody who forgot their password: an administrator hands them a code, by which they choose a new one on the server's page. It is
// good for a day and once; a second factor is asked for afterwards all the same.
import type { AccountDeps, Member } from './accounts.ts'
import { limited } from './accounts.ts'
import { memberOfUser } from './ownSignIn.ts'
import { Refused } from './refused.ts'
import { drawCode, hashSecret, keepPassword, plainCode } from './secrets.ts'
import { noteEvent } from './signInEvents.ts'

const PASSWORD_CODE_MS = 86_400_000

/** Shown once; only a hash is kept. An earlier one for the same person holds no more. */
export async function drawPasswordCode(
  deps: AccountDeps,
  by: Member,
  userId: string,
): Promise<{ code: string; expiresAt: number }> {
  if (userId === by.userId) throw new Refused(403, 'request.notPermitted')
  const member = await memberOfUser(deps, by.org, userId)
  const code = drawCode()
  const expiresAt = deps.clock.now() + PASSWORD_CODE_MS
  await deps.database.transaction(async (sql) => {
    // Whoever leads one firm would come into the other as this person.
    const { rows } = await sql.query('SELECT 1 FROM member WHERE account = $1 AND org <> $2', [
      member.account,
      by.org,
    ])
    if (rows.length > 0) throw new Refused(409, 'team.inAnotherFirm')
    await sql.query(
      `INSERT INTO password_code (account, org, user_id, code_hash, expires_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (account) DO UPDATE SET org = excluded.org, user_id = excluded.user_id,
       code_hash = excluded.code_hash, expires_at = excluded.expires_at`,
      [member.account, by.org, userId, hashSecret(plainCode(code)), expiresAt],
    )
    await noteEvent(sql, deps, 'passwordCodeDrawn', member, by.userId)
  })
  return { code, expiresAt }
}

type Wanted = { email: string; code: string; newPassword: string }
type Drawn = { account: string; org: string; userId: string }

/** Signs nobody in, and signs everybody else of that account out of browsers. */
export const chooseNewPassword = (deps: AccountDeps, wanted: Wanted, address: string): Promise<void> =>
  limited(deps, wanted.email, address, async () => {
    const { email, code, newPassword } = wanted
    const holds = [hashSecret(plainCode(code)), email, deps.clock.now()]
    const good = `c.code_hash = $1 AND c.expires_at > $3 AND c.account = a.id AND a.email = $2
      AND EXISTS (SELECT 1 FROM member m WHERE m.org = c.org AND m.account = c.account AND m.user_id = c.user_id)`
    // Unknown, used, too old, or somebody else's: a guess learns nothing.
    const found = await deps.database.all(`SELECT 1 FROM password_code c, account a WHERE ${good}`, ...holds)
    if (found.length === 0) throw new Refused(403, 'team.noPasswordCode')
    const { salt, hash } = await keepPassword(newPassword)
    await deps.database.transaction(async (sql) => {
      const { rows } = await sql.query<Drawn>(
        `DELETE FROM password_code c USING account a WHERE ${good}
         RETURNING c.account, c.org, c.user_id AS "userId"`,
        holds,
      )
      const [drawn] = rows
      // Somebody used it meanwhile.
      if (drawn === undefined) throw new Refused(403, 'team.noPasswordCode')
      await sql.query('UPDATE account SET salt = $2, password_hash = $3 WHERE id = $1', [
        drawn.account,
        salt,
        hash,
      ])
      await sql.query('DELETE FROM web_session WHERE account = $1', [drawn.account])
      await noteEvent(sql, deps, 'passwordChanged', drawn)
    })
  })
