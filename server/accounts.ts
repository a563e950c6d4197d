// Coming in: a firm becomes a team, somebody joins by an invitation or comes with a further device, and who may invite.
import type { Database, Sql } from './database.ts'
import type { Limiter } from './attempts.ts'
import { Refused } from './refused.ts'
import { drawCode, hashSecret, isPassword, keepPassword, plainCode } from './secrets.ts'
import type { Session } from './sessions.ts'
import { admit } from './sessions.ts'
import type { Clock } from '../shared/base/clock.ts'
import type { Admitted } from '../shared/team/protocol.ts'

export const INVITATION_MS = 7 * 86_400_000

export type AccountDeps = {
  database: Database
  clock: Clock
  newId(): string
  /** By address and by account: guessing passwords and codes is slow. */
  tries: Limiter
  /** May anybody make a team here, or only the first? */
  open: boolean
}

type Account = { id: string; salt: string; password_hash: string }
/** Which user of which organisation an account is. */
export type Member = { org: string; account: string; userId: string }
type Coming = { email: string; password: string; device: string }

const accountOf = async (sql: Sql, email: string): Promise<Account | undefined> =>
  (await sql.query<Account>('SELECT id, salt, password_hash FROM account WHERE email = $1', [email])).rows[0]

const keptOf = (account: Account | undefined) =>
  account === undefined ? null : { salt: account.salt, hash: account.password_hash }

async function makeAccount(sql: Sql, deps: AccountDeps, { email, password }: Coming): Promise<string> {
  const id = deps.newId()
  const { salt, hash } = await keepPassword(password)
  await sql.query(
    'INSERT INTO account (id, email, salt, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)',
    [id, email, salt, hash, deps.clock.now()],
  )
  return id
}

/** An account that is there is used only by who knows its password. */
async function accountFor(sql: Sql, deps: AccountDeps, coming: Coming): Promise<string> {
  const known = await accountOf(sql, coming.email)
  if (known === undefined) return makeAccount(sql, deps, coming)
  if (!(await isPassword(coming.password, keptOf(known)))) throw new Refused(401, 'team.wrongPassword')
  return known.id
}

/** The organisation is made, empty; its data follow (founding.ts). */
export function found(deps: AccountDeps, coming: Coming & { userId: string }): Promise<Admitted> {
  const { database, clock, newId } = deps
  return database.transaction(async (sql) => {
    await sql.query('LOCK TABLE org IN SHARE ROW EXCLUSIVE MODE')
    const { rows } = await sql.query('SELECT 1 FROM org LIMIT 1')
    if (rows.length > 0 && !deps.open) throw new Refused(403, 'team.closed')
    const account = await accountFor(sql, deps, coming)
    const org = newId()
    const now = clock.now()
    await sql.query(
      `INSERT INTO org (id, version, hash, epoch, phase, counters, created_at)
       VALUES ($1, 0, '', $2, 'founding', '{"project":0,"case":0}', $3)`,
      [org, newId(), now],
    )
    await sql.query('INSERT INTO member (org, account, user_id) VALUES ($1, $2, $3)', [
      org,
      account,
      coming.userId,
    ])
    return admit(sql, { org, userId: coming.userId, name: coming.device, deviceId: newId(), now })
  })
}

type Invitation = { org: string; email: string; user_id: string; expires_at: number; used_at: number | null }

/** With a code: that invitation, once. Without: a further device of who is a member already. */
export async function join(
  deps: AccountDeps,
  coming: Coming & { code?: string | undefined },
  address: string,
): Promise<Admitted> {
  return limited(deps, coming.email, address, () =>
    deps.database.transaction((sql) =>
      coming.code === undefined ? comeAgain(sql, deps, coming) : accept(sql, deps, coming, coming.code),
    ),
  )
}

/** Whoever guesses is soon slowed down, by where they are and by whom they try to be. */
async function limited<T>(
  { tries }: AccountDeps,
  email: string,
  address: string,
  work: () => Promise<T>,
): Promise<T> {
  const keys = [`address ${address}`, `email ${email}`]
  // Both are counted, whatever the first says.
  const may = keys.map((key) => tries.takes(key)).every(Boolean)
  if (!may) throw new Refused(429, 'team.wait')
  const done = await work()
  keys.forEach((key) => tries.clear(key))
  return done
}

/** Who is no member and who mistyped are told the same, after the same time. */
async function memberOf(sql: Sql, { email, password }: Pick<Coming, 'email' | 'password'>): Promise<Member> {
  const account = await accountOf(sql, email)
  const right = await isPassword(password, keptOf(account))
  const { rows } = await sql.query<{ org: string; user_id: string }>(
    'SELECT org, user_id FROM member WHERE account = $1 ORDER BY org LIMIT 1',
    [account?.id ?? ''],
  )
  const [member] = rows
  if (!right || account === undefined || member === undefined) throw new Refused(401, 'team.wrongPassword')
  return { org: member.org, account: account.id, userId: member.user_id }
}

/** For a browser; its session is its own matter (web/session.ts). */
export const signInByPassword = (
  deps: AccountDeps,
  coming: Pick<Coming, 'email' | 'password'>,
  address: string,
): Promise<Member> =>
  limited(deps, coming.email, address, () => deps.database.transaction((sql) => memberOf(sql, coming)))

async function comeAgain(sql: Sql, deps: AccountDeps, coming: Coming): Promise<Admitted> {
  const { org, userId } = await memberOf(sql, coming)
  return admit(sql, {
    org,
    userId,
    name: coming.device,
    deviceId: deps.newId(),
    now: deps.clock.now(),
  })
}

async function accept(sql: Sql, deps: AccountDeps, coming: Coming, code: string): Promise<Admitted> {
  const now = deps.clock.now()
  const codeHash = hashSecret(plainCode(code))
  const { rows } = await sql.query<Invitation>(
    'SELECT org, email, user_id, expires_at, used_at FROM invitation WHERE code_hash = $1 FOR UPDATE',
    [codeHash],
  )
  const [invitation] = rows
  // Unknown, used, too old, or somebody else's: a guess learns nothing.
  if (
    invitation === undefined ||
    invitation.used_at !== null ||
    invitation.expires_at <= now ||
    invitation.email !== coming.email
  )
    throw new Refused(403, 'team.noInvitation')
  const account = await accountFor(sql, deps, coming)
  const { org, user_id: userId } = invitation
  const taken = await sql.query<{ account: string; user_id: string }>(
    'SELECT account, user_id FROM member WHERE org = $1 AND (account = $2 OR user_id = $3)',
    [org, account, userId],
  )
  if (taken.rows.length > 0) throw new Refused(409, 'team.memberAlready')
  await sql.query('INSERT INTO member (org, account, user_id) VALUES ($1, $2, $3)', [org, account, userId])
  await sql.query('UPDATE invitation SET used_at = $2 WHERE code_hash = $1', [codeHash, now])
  return admit(sql, { org, userId, name: coming.device, deviceId: deps.newId(), now })
}

/** Shown once; only a hash is kept. An earlier one for the same user holds no more. */
export async function invite(
  { database, clock }: AccountDeps,
  session: Session,
  { email, userId }: { email: string; userId: string },
): Promise<{ code: string; expiresAt: number }> {
  const code = drawCode()
  const expiresAt = clock.now() + INVITATION_MS
  await database.transaction(async (sql) => {
    const { rows } = await sql.query('SELECT 1 FROM member WHERE org = $1 AND user_id = $2', [
      session.org,
      userId,
    ])
    if (rows.length > 0) throw new Refused(409, 'team.memberAlready')
    await sql.query('DELETE FROM invitation WHERE org = $1 AND user_id = $2 AND used_at IS NULL', [
      session.org,
      userId,
    ])
    await sql.query(
      `INSERT INTO invitation (org, code_hash, email, user_id, invited_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [session.org, hashSecret(plainCode(code)), email, userId, session.userId, expiresAt],
    )
  })
  return { code, expiresAt }
}
