// One's own ways to sign in, once one is in, and what an administrator decides about them; the same for devices and for browsers.
import type { AccountDeps, Member } from './accounts.ts'
import { limited } from './accounts.ts'
import { Refused } from './refused.ts'
import { demandCode, drawRecoveryCodes, factorOf, removeFactor, setUp } from './secondFactor.ts'
import type { NewFactor } from './secondFactor.ts'
import { isPassword, keepPassword } from './secrets.ts'
import { noteEvent } from './signInEvents.ts'
import type { SignIn, SignInEvent } from '../shared/team/protocol.ts'

type Account = { email: string; salt: string; password_hash: string }

async function accountOf({ database }: AccountDeps, { account }: Member): Promise<Account> {
  const [row] = await database.all<Account>(
    'SELECT email, salt, password_hash FROM account WHERE id = $1',
    account,
  )
  if (row === undefined) throw new Refused(401, 'team.signedOut')
  return row
}

const rulesOf = async ({ database }: AccountDeps, org: string): Promise<SignIn['rules']> => {
  const [row] = await database.all<SignIn['rules']>(
    'SELECT factor_required AS "secondFactor", oidc_only AS "oidcOnly" FROM org WHERE id = $1',
    org,
  )
  if (row === undefined) throw new Refused(403, 'team.notMember')
  return row
}

/** The member that a device’s user is. */
export async function memberOfUser({ database }: AccountDeps, org: string, userId: string): Promise<Member> {
  const [row] = await database.all<{ account: string }>(
    'SELECT account FROM member WHERE org = $1 AND user_id = $2',
    org,
    userId,
  )
  if (row === undefined) throw new Refused(403, 'team.notMember')
  return { org, userId, account: row.account }
}

export async function signInOf(deps: AccountDeps, member: Member): Promise<SignIn> {
  const { email } = await accountOf(deps, member)
  return {
    email,
    secondFactor: await factorOf(deps, member.account),
    rules: await rulesOf(deps, member.org),
    oidc: deps.oidcName,
  }
}

/** Whoever found a computer that was left open does not know it. */
async function demandPassword(
  deps: AccountDeps,
  member: Member,
  password: string,
  address: string,
): Promise<void> {
  const { email, salt, password_hash: hash } = await accountOf(deps, member)
  await limited(deps, email, address, async () => {
    if (!(await isPassword(password, { salt, hash }))) throw new Refused(401, 'team.wrongPassword')
  })
}

export async function setFactor(
  deps: AccountDeps,
  member: Member,
  { password, newFactor }: { password: string; newFactor: NewFactor },
  address: string,
): Promise<string[]> {
  await demandPassword(deps, member, password, address)
  const enrol = setUp(deps, newFactor)
  return deps.database.transaction((sql) => enrol(sql, member))
}

/** Whoever had the old one is signed out of browsers, but for `here`. */
export async function changePassword(
  deps: AccountDeps,
  member: Member,
  { password, newPassword }: { password: string; newPassword: string },
  address: string,
  here: string | null,
): Promise<void> {
  await demandPassword(deps, member, password, address)
  const { salt, hash } = await keepPassword(newPassword)
  await deps.database.transaction(async (sql) => {
    await sql.query('UPDATE account SET salt = $2, password_hash = $3 WHERE id = $1', [
      member.account,
      salt,
      hash,
    ])
    await sql.query('DELETE FROM web_session WHERE account = $1 AND id <> $2', [member.account, here ?? ''])
    await noteEvent(sql, deps, 'passwordChanged', member)
  })
}

type Proof = { password: string; secondFactor: string }

/** The password and a code. */
async function demandBoth(deps: AccountDeps, member: Member, proof: Proof, address: string): Promise<void> {
  await demandPassword(deps, member, proof.password, address)
  if ((await factorOf(deps, member.account)) === null) throw new Refused(404, 'team.noFactor')
  await demandCode(deps, member, proof.secondFactor)
}

export async function dropFactor(
  deps: AccountDeps,
  member: Member,
  proof: Proof,
  address: string,
): Promise<void> {
  // Of every firm that this account is in.
  const [demanding] = await deps.database.all(
    'SELECT 1 FROM member m JOIN org o ON o.id = m.org WHERE m.account = $1 AND o.factor_required LIMIT 1',
    member.account,
  )
  if (demanding !== undefined) throw new Refused(403, 'team.factorDemanded')
  await demandBoth(deps, member, proof, address)
  await deps.database.transaction(async (sql) => {
    await removeFactor(sql, member.account)
    await noteEvent(sql, deps, 'factorRemoved', member)
  })
}

export async function renewRecoveryCodes(
  deps: AccountDeps,
  member: Member,
  proof: Proof,
  address: string,
): Promise<string[]> {
  await demandBoth(deps, member, proof, address)
  return deps.database.transaction(async (sql) => {
    await noteEvent(sql, deps, 'recoveryCodesDrawn', member)
    return drawRecoveryCodes(sql, member.account)
  })
}

/** By an administrator, for somebody who lost it. Nobody gets around their own this way. */
export async function resetFactor(deps: AccountDeps, by: Member, userId: string): Promise<void> {
  if (userId === by.userId) throw new Refused(403, 'request.notPermitted')
  const member = await memberOfUser(deps, by.org, userId)
  await deps.database.transaction(async (sql) => {
    const { rowCount } = await sql.query(
      `WITH keys AS (DELETE FROM passkey WHERE account = $1 RETURNING 1),
       links AS (DELETE FROM oidc_identity WHERE account = $1 RETURNING 1)
       SELECT 1 FROM keys UNION ALL SELECT 1 FROM links`,
      [member.account],
    )
    // Whoever has lost a telephone has lost what was on it, of either kind.
    if (rowCount === 0 || (await factorOf(deps, member.account)) !== null)
      await removeFactor(sql, member.account)
    await sql.query('DELETE FROM web_session WHERE account = $1', [member.account])
    await noteEvent(sql, deps, 'factorReset', member, by.userId)
  })
}

type Rules = { secondFactor?: boolean | undefined; oidcOnly?: boolean | undefined }

/** Who demands it has it. */
export async function setRules(
  deps: AccountDeps,
  by: Member,
  { secondFactor, oidcOnly }: Rules,
): Promise<void> {
  if (secondFactor === true && (await factorOf(deps, by.account)) === null)
    throw new Refused(403, 'team.factorFirst')
  if (oidcOnly === true) {
    const [linked] = await deps.database.all('SELECT 1 FROM oidc_identity WHERE account = $1', by.account)
    if (deps.oidcName === null || linked === undefined) throw new Refused(403, 'team.oidcFirst')
  }
  await deps.database.transaction(async (sql) => {
    const set = async (column: 'factor_required' | 'oidc_only', value: boolean, event: SignInEvent) => {
      const { rowCount } = await sql.query(
        `UPDATE org SET ${column} = $2 WHERE id = $1 AND ${column} <> $2`,
        [by.org, value],
      )
      if (rowCount === 1) await noteEvent(sql, deps, event, by)
    }
    if (secondFactor !== undefined)
      await set('factor_required', secondFactor, secondFactor ? 'factorDemanded' : 'factorNotDemanded')
    if (oidcOnly !== undefined)
      await set('oidc_only', oidcOnly, oidcOnly ? 'oidcDemanded' : 'oidcNotDemanded')
    // Browsers that came in by less.
    const less =
      oidcOnly === true ? ['password', 'twoFactors', 'passkey'] : secondFactor === true ? ['password'] : []
    await sql.query('DELETE FROM web_session WHERE org = $1 AND method = ANY($2)', [by.org, less])
  })
}
