// Coming in: a firm becomes a team, somebody joins by an invitation or comes with a further device, and who may invite.
import type { Database, Sql } from './database.ts'
import type { Limiter } from './attempts.ts'
import { Refused } from './refused.ts'
import type { Enrol, Factors } from './secondFactor.ts'
import { demandFactor } from './secondFactor.ts'
import type { KeptPassword } from './secrets.ts'
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
  /** What the firm’s own sign-in is called; null: there is none here. */
  oidcName: string | null
}

type Account = { id: string; salt: string; password_hash: string }
/** Which user of which organisation an account is. */
export type Member = { org: string; account: string; userId: string }
export type Proof = { email: string; password: string } & Factors
type Coming = Proof & { device: string }

const accountOf = async (database: Database, email: string): Promise<Account | undefined> =>
  (await database.all<Account>('SELECT id, salt, password_hash FROM account WHERE email = $1', email))[0]

const keptOf = (account: Account | undefined) =>
  account === undefined ? null : { salt: account.salt, hash: account.password_hash }

export async function makeAccount(
  sql: Sql,
  deps: AccountDeps,
  email: string,
  kept: KeptPassword,
): Promise<string> {
  const id = deps.newId()
  await sql.query(
    'INSERT INTO account (id, email, salt, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)',
    [id, email, kept.salt, kept.hash, deps.clock.now()],
  )
  return id
}

type Proven = { accountFor(sql: Sql): Promise<string>; enrol: Enrol }

/**
 * Who somebody is who may be new here: an account that is there is used only by who can sign in with it. Proven before a transaction
 * begins, so that nobody holds one while a password is computed.
 */
async function prove(
  deps: AccountDeps,
  coming: Coming,
  { org, userId }: Omit<Member, 'account'>,
  required: boolean,
): Promise<Proven> {
  const known = await accountOf(deps.database, coming.email)
  if (known !== undefined && !(await isPassword(coming.password, keptOf(known))))
    throw new Refused(401, 'team.wrongPassword')
  const enrol = await demandFactor(deps, { org, userId, account: known?.id ?? null }, required, coming)
  if (known !== undefined) return { enrol, accountFor: async () => known.id }
  const kept = await keepPassword(coming.password)
  return { enrol, accountFor: (sql) => makeAccount(sql, deps, coming.email, kept) }
}

/** The organisation is made, empty; its data follow (founding.ts). */
export async function found(deps: AccountDeps, coming: Coming & { userId: string }): Promise<Admitted> {
  const { database, clock, newId } = deps
  const { userId } = coming
  const org = newId()
  const { accountFor } = await prove(deps, coming, { org, userId }, false)
  return database.transaction(async (sql) => {
    await sql.query('LOCK TABLE org IN SHARE ROW EXCLUSIVE MODE')
    const { rows } = await sql.query('SELECT 1 FROM org LIMIT 1')
    if (rows.length > 0 && !deps.open) throw new Refused(403, 'team.closed')
    const account = await accountFor(sql)
    const now = clock.now()
    await sql.query(
      `INSERT INTO org (id, version, hash, epoch, phase, counters, created_at)
       VALUES ($1, 0, '', $2, 'founding', '{"project":0,"case":0}', $3)`,
      [org, newId(), now],
    )
    await sql.query('INSERT INTO member (org, account, user_id) VALUES ($1, $2, $3)', [org, account, userId])
    return admit(sql, { org, userId, name: coming.device, deviceId: newId(), now })
  })
}

type Invitation = {
  org: string
  email: string
  user_id: string
  expires_at: number
  used_at: number | null
  factor_required: boolean
  oidc_only: boolean
}

/** With a code: that invitation, once. Without: a further device of who is a member already. */
export async function join(
  deps: AccountDeps,
  coming: Coming & { code?: string | undefined },
  address: string,
): Promise<Admitted> {
  const { code } = coming
  return limited(deps, coming.email, address, () =>
    code === undefined ? comeAgain(deps, coming) : accept(deps, coming, code),
  )
}

/** Whoever guesses is soon slowed down, by where they are and by whom they try to be. */
export async function limited<T>(
  { tries }: AccountDeps,
  email: string,
  address: string,
  work: () => Promise<T>,
): Promise<T> {
  // Who is held back already makes no further keys: else a flood of invented addresses would push out the one that is guessed.
  const keys = [`address ${address}`, `email ${email}`]
  if (!keys.every((key) => tries.takes(key))) throw new Refused(429, 'team.wait')
  const done = await work()
  keys.forEach((key) => tries.clear(key))
  return done
}

/** Who is no member and who mistyped are told the same, after the same time; only who knows the password hears of a second factor. */
async function memberOf(deps: AccountDeps, coming: Proof): Promise<{ member: Member; enrol: Enrol }> {
  const { database } = deps
  const account = await accountOf(database, coming.email)
  const right = await isPassword(coming.password, keptOf(account))
  const [found] = await database.all<{ org: string; userId: string; required: boolean; oidcOnly: boolean }>(
    `SELECT m.org, m.user_id AS "userId", o.factor_required AS required, o.oidc_only AS "oidcOnly" FROM member m JOIN org o ON o.id = m.org
     WHERE m.account = $1 ORDER BY m.org LIMIT 1`,
    account?.id ?? '',
  )
  if (!right || account === undefined || found === undefined) throw new Refused(401, 'team.wrongPassword')
  if (found.oidcOnly) throw new Refused(403, 'team.oidcOnly')
  const member = { org: found.org, account: account.id, userId: found.userId }
  return { member, enrol: await demandFactor(deps, member, found.required, coming) }
}

/** For a browser; its session is its own matter (web/session.ts). `recoveryCodes`: of a second factor that was set up on the way. */
export const signInByPassword = (
  deps: AccountDeps,
  coming: Proof,
  address: string,
): Promise<{ member: Member; recoveryCodes: string[] | null }> =>
  limited(deps, coming.email, address, async () => {
    const { member, enrol } = await memberOf(deps, coming)
    const recoveryCodes = enrol && (await deps.database.transaction((sql) => enrol(sql, member)))
    return { member, recoveryCodes }
  })

async function comeAgain(deps: AccountDeps, coming: Coming): Promise<Admitted> {
  const { member, enrol } = await memberOf(deps, coming)
  return deps.database.transaction((sql) => letIn(sql, deps, member, enrol, coming.device))
}

async function letIn(
  sql: Sql,
  deps: AccountDeps,
  member: Member,
  enrol: Enrol,
  device: string,
): Promise<Admitted> {
  const { org, userId } = member
  const recoveryCodes = enrol && (await enrol(sql, member))
  const admitted = await admit(sql, {
    org,
    userId,
    name: device,
    deviceId: deps.newId(),
    now: deps.clock.now(),
  })
  return recoveryCodes === null ? admitted : { ...admitted, recoveryCodes }
}

async function accept(deps: AccountDeps, coming: Coming, code: string): Promise<Admitted> {
  const { database, clock } = deps
  const codeHash = hashSecret(plainCode(code))
  const invitationOf = (rows: Invitation[]): Invitation => {
    const [invitation] = rows
    // Unknown, used, too old, or somebody else's: a guess learns nothing.
    if (
      invitation === undefined ||
      invitation.used_at !== null ||
      invitation.expires_at <= clock.now() ||
      invitation.email !== coming.email
    )
      throw new Refused(403, 'team.noInvitation')
    return invitation
  }
  const select = `SELECT i.org, i.email, i.user_id, i.expires_at, i.used_at, o.factor_required, o.oidc_only
    FROM invitation i JOIN org o ON o.id = i.org WHERE i.code_hash = $1`
  const invitation = invitationOf(await database.all<Invitation>(select, codeHash))
  const { org, user_id: userId } = invitation
  if (invitation.oidc_only) throw new Refused(403, 'team.oidcOnly')
  const { accountFor, enrol } = await prove(deps, coming, { org, userId }, invitation.factor_required)
  return database.transaction(async (sql) => {
    // Somebody may have used it meanwhile.
    invitationOf((await sql.query<Invitation>(`${select} FOR UPDATE OF i`, [codeHash])).rows)
    const account = await accountFor(sql)
    const taken = await sql.query('SELECT 1 FROM member WHERE org = $1 AND (account = $2 OR user_id = $3)', [
      org,
      account,
      userId,
    ])
    if (taken.rows.length > 0) throw new Refused(409, 'team.memberAlready')
    await sql.query('INSERT INTO member (org, account, user_id) VALUES ($1, $2, $3)', [org, account, userId])
    await sql.query('UPDATE invitation SET used_at = $2 WHERE code_hash = $1', [codeHash, clock.now()])
    return letIn(sql, deps, { org, account, userId }, enrol, coming.device)
  })
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
