// Passkeys: keys that stay with a person's computer, phone or security key and sign in at this server's address alone. One that has
// checked who holds it (by a finger, a face or a PIN) is both factors at once; no other is taken.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { isIP } from 'node:net'
import type { AccountDeps, Member } from './accounts.ts'
import { Refused } from './refused.ts'
import { drawToken, hashSecret } from './secrets.ts'
import { noteEvent } from './signInEvents.ts'

export const CHALLENGE_MS = 5 * 60_000
export const MOST_PASSKEYS = 20
/** Whoever adds one has just signed in: an open browser that somebody finds must not become a way in for good. */
export const FRESH_MS = 10 * 60_000

/** EdDSA, ES256, RS256: what every authenticator has, and every Node. */
const ALGORITHMS = [-8, -7, -257]

type Deps = Pick<AccountDeps, 'database' | 'clock' | 'newId'>
export type Rp = { id: string; origin: string }

/** null: browsers know no passkeys for an address of numbers. */
export function rpOf(origin: string): Rp | null {
  const { hostname } = new URL(origin)
  return isIP(hostname.replaceAll(/[[\]]/g, '')) === 0 ? { id: hostname, origin } : null
}

async function drawChallenge({ database, clock }: Deps, account: string): Promise<string> {
  const challenge = drawToken()
  const now = clock.now()
  await database.all('DELETE FROM passkey_challenge WHERE expires_at <= $1', now)
  await database.all(
    'INSERT INTO passkey_challenge (hash, account, expires_at) VALUES ($1, $2, $3)',
    hashSecret(challenge),
    account,
    now + CHALLENGE_MS,
  )
  return challenge
}

/** Once, in time, and for whom it was drawn ('' is for whoever signs in). */
const takesChallenge =
  ({ database, clock }: Deps, account: string) =>
  async (challenge: string): Promise<boolean> => {
    const taken = await database.all(
      'DELETE FROM passkey_challenge WHERE hash = $1 AND account = $2 AND expires_at > $3 RETURNING hash',
      hashSecret(challenge),
      account,
      clock.now(),
    )
    return taken.length === 1
  }

/** The library takes exactly our text as the challenge, which is bytes to browsers. */
const bytesOf = (challenge: string) => new Uint8Array(Buffer.from(challenge, 'base64url'))

export type PasskeyView = { id: string; name: string; createdAt: number; lastUsed: number | null }

export const passkeysOf = ({ database }: Deps, account: string): Promise<PasskeyView[]> =>
  database.all<PasskeyView>(
    `SELECT id, name, created_at AS "createdAt", last_used AS "lastUsed" FROM passkey
     WHERE account = $1 ORDER BY created_at, id`,
    account,
  )

export async function registrationOptions(deps: Deps, rp: Rp, { account }: Member, email: string) {
  const known = await passkeysOf(deps, account)
  if (known.length >= MOST_PASSKEYS) throw new Refused(409, 'team.tooManyPasskeys')
  return generateRegistrationOptions({
    rpName: 'Daybook',
    rpID: rp.id,
    userName: email,
    userID: new TextEncoder().encode(account),
    challenge: bytesOf(await drawChallenge(deps, account)),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

export async function register(
  deps: Deps,
  rp: Rp,
  member: Member,
  name: string,
  response: RegistrationResponseJSON,
): Promise<void> {
  const { database, clock } = deps
  const { account } = member
  // What the library throws is said by the person's browser, and no fault of ours.
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: takesChallenge(deps, account),
    expectedOrigin: rp.origin,
    expectedRPID: rp.id,
    supportedAlgorithmIDs: ALGORITHMS,
    requireUserVerification: true,
  }).catch(() => null)
  if (verified?.verified !== true) throw new Refused(401, 'team.passkeyWrong')
  const { id, publicKey, counter } = verified.registrationInfo.credential
  await database.transaction(async (sql) => {
    const { rowCount } = await sql.query(
      `INSERT INTO passkey (id, account, public_key, counter, name, created_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [id, account, Buffer.from(publicKey).toString('base64url'), counter, name, clock.now()],
    )
    if (rowCount !== 1) throw new Refused(409, 'team.passkeyWrong')
    await noteEvent(sql, deps, 'passkeyAdded', member)
  })
}

export async function signInOptions(deps: Deps, rp: Rp) {
  return generateAuthenticationOptions({
    rpID: rp.id,
    challenge: bytesOf(await drawChallenge(deps, '')),
    userVerification: 'required',
  })
}

type Kept = { id: string; account: string; publicKey: string; counter: number }

/** Whoever holds the key is the member whose account it was added to. */
export async function signInByPasskey(
  deps: Deps,
  rp: Rp,
  response: AuthenticationResponseJSON,
): Promise<Member> {
  const { database, clock } = deps
  const [kept] = await database.all<Kept>(
    'SELECT id, account, public_key AS "publicKey", counter FROM passkey WHERE id = $1',
    response.id,
  )
  if (kept === undefined) throw new Refused(401, 'team.passkeyWrong')
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: takesChallenge(deps, ''),
    expectedOrigin: rp.origin,
    expectedRPID: rp.id,
    credential: {
      id: kept.id,
      publicKey: new Uint8Array(Buffer.from(kept.publicKey, 'base64url')),
      counter: kept.counter,
    },
    requireUserVerification: true,
  }).catch(() => null)
  if (verified?.verified !== true) throw new Refused(401, 'team.passkeyWrong')
  const { newCounter } = verified.authenticationInfo
  // A counter that does not go on tells of a copied key. Keys that are synchronised count nothing and stay at 0.
  const went = await database.all(
    `UPDATE passkey SET counter = $2, last_used = $3 WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0))
     RETURNING id`,
    kept.id,
    newCounter,
    clock.now(),
  )
  const [member] = await database.all<{ org: string; userId: string; oidcOnly: boolean }>(
    `SELECT m.org, m.user_id AS "userId", o.oidc_only AS "oidcOnly" FROM member m JOIN org o ON o.id = m.org
     WHERE m.account = $1 ORDER BY m.org LIMIT 1`,
    kept.account,
  )
  if (went.length !== 1 || member === undefined) throw new Refused(401, 'team.passkeyWrong')
  if (member.oidcOnly) throw new Refused(403, 'team.oidcOnly')
  return { org: member.org, userId: member.userId, account: kept.account }
}

export async function renamePasskey(
  { database }: Deps,
  { account }: Member,
  id: string,
  name: string,
): Promise<void> {
  const renamed = await database.all(
    'UPDATE passkey SET name = $3 WHERE id = $1 AND account = $2 RETURNING id',
    id,
    account,
    name,
  )
  if (renamed.length !== 1) throw new Refused(404, 'team.noPasskey')
}

export async function removePasskey(deps: Deps, member: Member, id: string): Promise<void> {
  await deps.database.transaction(async (sql) => {
    const { rowCount } = await sql.query('DELETE FROM passkey WHERE id = $1 AND account = $2', [
      id,
      member.account,
    ])
    if (rowCount !== 1) throw new Refused(404, 'team.noPasskey')
    await noteEvent(sql, deps, 'passkeyRemoved', member)
  })
}
