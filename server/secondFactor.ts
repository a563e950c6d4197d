// The second factor: codes of an authenticator (RFC 6238), each used once, and recovery codes for who has lost it. Wrong ones cost time.
import { Secret, TOTP } from 'otpauth'
import type { AccountDeps, Member } from './accounts.ts'
import type { Sql } from './database.ts'
import { Refused } from './refused.ts'
import { drawLetters, hashSecret, plainCode } from './secrets.ts'
import { noteEvent } from './signInEvents.ts'

export const PERIOD_MS = 30_000
/** A clock that goes wrong by half a minute is none that keeps somebody out. */
const DRIFT = 1
const RECOVERY_CODES = 10
/** After so many wrong codes each further one waits, twice as long each time. */
const FREE_TRIES = 5
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 3_600_000

export type NewFactor = { secret: string; code: string }
export type Factors = { secondFactor?: string | undefined; newFactor?: NewFactor | undefined }

export const drawFactor = (): string => new Secret({ size: 20 }).base32

/** The step of time that the code belongs to; null: to none. */
function stepOf(secret: string, code: string, now: number): number | null {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  const delta = totp.validate({ token, timestamp: now, window: DRIFT })
  return delta === null ? null : totp.counter({ timestamp: now }) + delta
}

type Deps = Pick<AccountDeps, 'database' | 'clock' | 'newId'>
type Row = { secret: string; tries: number }

export async function factorOf({ database }: Deps, account: string) {
  const [row] = await database.all<{ since: number; recoveryLeft: number }>(
    `SELECT since, (SELECT count(*) FROM recovery_code r WHERE r.account = f.account) AS "recoveryLeft"
     FROM second_factor f WHERE account = $1`,
    account,
  )
  return row ?? null
}

/**
 * Is it the right code, now and for the first time? The try is counted before it is looked at, so that many at once are many tries.
 * Nothing here waits for a transaction of somebody else’s: each step is one statement.
 */
export async function demandCode(deps: Deps, member: Member, code: string): Promise<void> {
  const { database, clock } = deps
  const now = clock.now()
  const [factor] = await database.all<Row>(
    `UPDATE second_factor SET tries = tries + 1, wait_until = CASE WHEN tries + 1 < $3 THEN 0 ELSE
       $2::bigint + least($5, $4 * power(2, least(tries + 1 - $3, 20)))::bigint END
     WHERE account = $1 AND wait_until <= $2 RETURNING secret, tries`,
    member.account,
    now,
    FREE_TRIES,
    FIRST_WAIT_MS,
    LONGEST_WAIT_MS,
  )
  if (factor === undefined) throw new Refused(429, 'team.wait')
  const step = stepOf(factor.secret, code, now)
  const used =
    step === null
      ? await takeRecoveryCode(deps, member, code)
      : (
          await database.all(
            'UPDATE second_factor SET step = $2 WHERE account = $1 AND step < $2 RETURNING step',
            member.account,
            step,
          )
        ).length > 0
  if (!used) throw new Refused(401, 'team.factorWrong')
  await database.all('UPDATE second_factor SET tries = 0, wait_until = 0 WHERE account = $1', member.account)
}

function takeRecoveryCode(deps: Deps, member: Member, code: string): Promise<boolean> {
  return deps.database.transaction(async (sql) => {
    const { rowCount } = await sql.query('DELETE FROM recovery_code WHERE account = $1 AND code_hash = $2', [
      member.account,
      hashSecret(plainCode(code)),
    ])
    if (rowCount !== 1) return false
    await noteEvent(sql, deps, 'recoveryCodeUsed', member)
    return true
  })
}

/** What is written once somebody is in: the factor that was set up on the way, if one was. */
export type Enrol = ((sql: Sql, member: Member) => Promise<string[]>) | null

/** After the password, before anything is written. `account` null: it is not there yet. */
export async function demandFactor(
  deps: Deps,
  member: Omit<Member, 'account'> & { account: string | null },
  required: boolean,
  { secondFactor, newFactor }: Factors,
): Promise<Enrol> {
  const { account } = member
  if (account !== null && (await factorOf(deps, account)) !== null) {
    if (secondFactor === undefined) throw new Refused(401, 'team.factorNeeded')
    await demandCode(deps, { ...member, account }, secondFactor)
    return null
  }
  if (!required) return null
  if (newFactor === undefined) throw new Refused(403, 'team.factorMissing')
  return setUp(deps, newFactor)
}

/** Only who shows a code has taken the secret over. */
export function setUp(deps: Deps, { secret, code }: NewFactor): NonNullable<Enrol> {
  const now = deps.clock.now()
  const step = stepOf(secret, code, now)
  if (step === null) throw new Refused(401, 'team.factorWrong')
  return async (sql, member) => {
    const { rowCount } = await sql.query(
      `INSERT INTO second_factor (account, secret, step, since, tries, wait_until) VALUES ($1, $2, $3, $4, 0, 0)
       ON CONFLICT DO NOTHING`,
      [member.account, secret, step, now],
    )
    if (rowCount !== 1) throw new Refused(409, 'team.factorThere')
    await noteEvent(sql, deps, 'factorSet', member)
    return drawRecoveryCodes(sql, member.account)
  }
}

/** Shown once; those before are worth nothing more. */
export async function drawRecoveryCodes(sql: Sql, account: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => drawLetters(16, 4))
  await sql.query('DELETE FROM recovery_code WHERE account = $1', [account])
  for (const code of codes)
    await sql.query('INSERT INTO recovery_code (account, code_hash) VALUES ($1, $2)', [
      account,
      hashSecret(plainCode(code)),
    ])
  return codes
}

export async function removeFactor(sql: Sql, account: string): Promise<void> {
  const { rowCount } = await sql.query('DELETE FROM second_factor WHERE account = $1', [account])
  if (rowCount !== 1) throw new Refused(404, 'team.noFactor')
  await sql.query('DELETE FROM recovery_code WHERE account = $1', [account])
}
