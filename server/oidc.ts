// Signing in by the firm's own provider (OpenID Connect: authorization code, PKCE, state and nonce). It says who somebody is; whether they
// are in the team, members and invitations say: it never makes a member by itself.
import * as client from 'openid-client'
import type { AccountDeps, Member } from './accounts.ts'
import { makeAccount } from './accounts.ts'
import type { Sql } from './database.ts'
import type { OidcConfig } from './oidcConfig.ts'
import { Refused } from './refused.ts'
import { drawToken, hashSecret, keepPassword } from './secrets.ts'
import { noteEvent } from './signInEvents.ts'

export const FLOW_MS = 10 * 60_000
/** A provider that answers no sooner is away. */
const PATIENCE_S = 10

export type Oidc = {
  name: string
  /** Where the browser is sent, and what it is to bring back as a cookie, so that nobody else’s answer is taken. */
  begin(redirectUri: string, next: string): Promise<{ url: string; bound: string }>
  /** Once. Gives who it is, and where they wanted to go. */
  finish(answer: URL, bound: string): Promise<{ member: Member; next: string }>
}

type Flow = { nonce: string; verifier: string; next: string }

export function createOidc(deps: AccountDeps, config: OidcConfig): Oidc {
  const { database, clock } = deps
  let known: Promise<client.Configuration> | null = null
  const provider = (): Promise<client.Configuration> => {
    known ??= client
      .discovery(
        new URL(config.issuer),
        config.clientId,
        undefined,
        config.secret === null ? client.None() : client.ClientSecretBasic(config.secret),
        {
          timeout: PATIENCE_S,
          execute: config.issuer.startsWith('http:') ? [client.allowInsecureRequests] : [],
        },
      )
      .catch((error: unknown) => {
        // Asked again with the next one who comes.
        known = null
        throw new Refused(503, 'team.oidcAway', { values: { name: config.name } }, error)
      })
    return known
  }

  return {
    name: config.name,
    begin: async (redirectUri, next) => {
      const to = await provider()
      const [state, nonce, verifier, bound] = [
        drawToken(),
        drawToken(),
        client.randomPKCECodeVerifier(),
        drawToken(),
      ]
      const now = clock.now()
      await database.all('DELETE FROM oidc_flow WHERE expires_at <= $1', now)
      await database.all(
        `INSERT INTO oidc_flow (state_hash, bound_hash, nonce, verifier, next, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        hashSecret(state),
        hashSecret(bound),
        nonce,
        verifier,
        next,
        now + FLOW_MS,
      )
      const url = client.buildAuthorizationUrl(to, {
        redirect_uri: redirectUri,
        scope: 'openid email',
        response_type: 'code',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return { url: url.href, bound }
    },
    finish: async (answer, bound) => {
      const state = answer.searchParams.get('state') ?? ''
      const [flow] = await database.all<Flow>(
        `DELETE FROM oidc_flow WHERE state_hash = $1 AND bound_hash = $2 AND expires_at > $3
         RETURNING nonce, verifier, next`,
        hashSecret(state),
        hashSecret(bound),
        clock.now(),
      )
      if (flow === undefined) throw new Refused(403, 'team.oidcWrong')
      const to = await provider()
      const tokens = await client
        .authorizationCodeGrant(to, answer, {
          pkceCodeVerifier: flow.verifier,
          expectedState: state,
          expectedNonce: flow.nonce,
          idTokenExpected: true,
        })
        .catch((error: unknown) => {
          throw new Refused(403, 'team.oidcWrong', undefined, error)
        })
      const claims = tokens.claims()
      if (claims === undefined) throw new Refused(403, 'team.oidcWrong')
      return { member: await memberOf(claims), next: flow.next }
    },
  }

  async function memberOf(claims: client.IDToken): Promise<Member> {
    const email = typeof claims.email === 'string' ? claims.email.trim().toLowerCase() : ''
    const verified = claims.email_verified === true || config.emailIsVerified
    const domain = email.slice(email.lastIndexOf('@') + 1)
    if (
      !email.includes('@') ||
      !verified ||
      (config.domains !== undefined && !config.domains.includes(domain))
    )
      throw new Refused(403, 'team.oidcUnknown')
    const unguessable = await keepPassword(drawToken())
    return database.transaction(async (sql) => {
      const linked = await one<{ account: string }>(
        sql,
        'SELECT account FROM oidc_identity WHERE issuer = $1 AND subject = $2',
        [claims.iss, claims.sub],
      )
      const account =
        linked ??
        (await one<{ account: string }>(sql, 'SELECT id AS account FROM account WHERE email = $1', [email]))
      if (account !== undefined) {
        const member = await one<{ org: string; userId: string }>(
          sql,
          'SELECT org, user_id AS "userId" FROM member WHERE account = $1 ORDER BY org LIMIT 1',
          [account.account],
        )
        if (member !== undefined) {
          const found = { ...member, account: account.account }
          if (linked === undefined) await link(sql, found, claims, email)
          return found
        }
      }
      // Nobody is let in by another’s address: an invitation is for the address that the provider vouches for.
      const invitation = await one<{ org: string; userId: string; codeHash: string }>(
        sql,
        `SELECT org, user_id AS "userId", code_hash AS "codeHash" FROM invitation
         WHERE email = $1 AND used_at IS NULL AND expires_at > $2 ORDER BY expires_at DESC LIMIT 1 FOR UPDATE`,
        [email, clock.now()],
      )
      if (invitation === undefined) throw new Refused(403, 'team.oidcUnknown')
      const { org, userId, codeHash } = invitation
      const member = {
        org,
        userId,
        account: account?.account ?? (await makeAccount(sql, deps, email, unguessable)),
      }
      await sql.query('UPDATE invitation SET used_at = $2 WHERE code_hash = $1', [codeHash, clock.now()])
      await sql.query('INSERT INTO member (org, account, user_id) VALUES ($1, $2, $3)', [
        org,
        member.account,
        userId,
      ])
      if (linked === undefined) await link(sql, member, claims, email)
      return member
    })
  }

  /** From now on the provider’s own name for somebody counts: an address may be given to somebody else one day. */
  async function link(sql: Sql, member: Member, { iss, sub }: client.IDToken, email: string): Promise<void> {
    const other = await one(sql, 'SELECT 1 FROM oidc_identity WHERE issuer = $1 AND account = $2', [
      iss,
      member.account,
    ])
    if (other !== undefined) throw new Refused(403, 'team.oidcUnknown')
    await sql.query(
      'INSERT INTO oidc_identity (issuer, subject, account, email, since) VALUES ($1, $2, $3, $4, $5)',
      [iss, sub, member.account, email, clock.now()],
    )
    await noteEvent(sql, deps, 'oidcLinked', member)
  }
}

const one = async <T extends object>(sql: Sql, text: string, values: unknown[]): Promise<T | undefined> =>
  (await sql.query<T & Record<string, unknown>>(text, values)).rows[0]
