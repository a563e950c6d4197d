// Browsers that are signed in. Every door of the server that a browser uses asks here who it is:
//
//     const session = await web.webSessionOf(c)        // null: nobody is signed in
//     const session = await web.demandWebSession(c)    // nobody is refused (401); so is an act without our page's token (403)
//
// A session is a cookie that no script can read and no other site has sent along, and for everything but reading a header
// `daybook-csrf` beside it, which only a page of ours knows (`session.csrf`, from GET /web/session or the page itself).
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Member } from '../accounts.ts'
import type { Database } from '../database.ts'
import type { Env } from '../env.ts'
import { Refused } from '../refused.ts'
import { drawToken, hashSecret } from '../secrets.ts'
import { demandOwnPage, originFor } from './origin.ts'
import type { Clock } from '../../shared/base/clock.ts'

export const CSRF_HEADER = 'daybook-csrf'
/** Without a visit, and at the latest. */
export const IDLE_MS = 12 * 3_600_000
export const LONGEST_MS = 14 * 24 * 3_600_000
/** So seldom a visit is written down. */
const VISIT_MS = 60_000

export type SignInMethod = 'password' | 'twoFactors' | 'passkey' | 'oidc'
export type WebSession = Member & {
  id: string
  email: string
  method: SignInMethod
  createdAt: number
  expiresAt: number
  /** What a page of ours sends in the header `daybook-csrf` with each request that is not a GET. */
  csrf: string
}

export type WebDeps = {
  database: Database
  clock: Clock
  newId(): string
  /** Where browsers find the server, as `publicOrigin` makes it; null: only on this computer. */
  address: string | null
}

export type WebSessions = {
  /** Where browsers find us; refused where nobody has said so. */
  originOf(c: Context<Env>): string
  webSessionOf(c: Context<Env>): Promise<WebSession | null>
  demandWebSession(c: Context<Env>): Promise<WebSession>
  /** Always with a token of its own: one that was there before is worth nothing afterwards. */
  begin(c: Context<Env>, member: Member, method: SignInMethod): Promise<void>
  end(c: Context<Env>, session: WebSession): Promise<void>
  /** On every browser. */
  endAll(c: Context<Env>, session: WebSession): Promise<void>
}

type Row = {
  org: string
  id: string
  account: string
  userId: string
  email: string
  method: SignInMethod
  createdAt: number
  lastUsed: number
  expiresAt: number
}

/** Of the session’s token, so that none fits another session; from it the token cannot be had. */
const csrfOf = (token: string): string =>
  createHash('sha256').update(`daybook csrf ${token}`).digest('base64url')

const same = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())

export function createWebSessions({ database, clock, newId, address }: WebDeps): WebSessions {
  const originOf = (c: Context<Env>): string => {
    const origin = originFor(address, c.req.header('host'))
    if (origin === null) throw new Refused(403, 'team.noBrowsers')
    return origin
  }
  const tls = (c: Context<Env>): boolean => originOf(c).startsWith('https:')
  // The prefix binds it to this very host and to TLS. Browsers refuse that name on http, where only this computer is.
  const cookieOf = (c: Context<Env>): string => (tls(c) ? '__Host-daybook' : 'daybook-session')
  const kept = (c: Context<Env>) =>
    ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: tls(c) }) as const

  const tokenOf = (c: Context<Env>): string | null => {
    const token = getCookie(c, cookieOf(c))
    return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null
  }

  const webSessionOf = async (c: Context<Env>): Promise<WebSession | null> => {
    const token = tokenOf(c)
    if (token === null) return null
    const [row] = await database.all<Row>(
      `SELECT s.org, s.id, s.account, s.user_id AS "userId", a.email, s.method, s.created_at AS "createdAt",
       s.last_used AS "lastUsed", s.expires_at AS "expiresAt"
       FROM web_session s
       JOIN member m ON m.org = s.org AND m.account = s.account AND m.user_id = s.user_id
       JOIN account a ON a.id = s.account
       WHERE s.token_hash = $1`,
      hashSecret(token),
    )
    const now = clock.now()
    if (row === undefined || row.expiresAt <= now || row.lastUsed + IDLE_MS <= now) return null
    const { lastUsed, ...session } = row
    if (now - lastUsed > VISIT_MS)
      await database.all(
        'UPDATE web_session SET last_used = $3 WHERE org = $1 AND id = $2',
        row.org,
        row.id,
        now,
      )
    return { ...session, csrf: csrfOf(token) }
  }

  return {
    originOf,
    webSessionOf,
    demandWebSession: async (c) => {
      demandOwnPage(c, originOf(c))
      const session = await webSessionOf(c)
      if (session === null) throw new Refused(401, 'team.signedOut')
      const safe = c.req.method === 'GET' || c.req.method === 'HEAD'
      if (!safe && !same(c.req.header(CSRF_HEADER) ?? '', session.csrf))
        throw new Refused(403, 'request.notPermitted')
      return session
    },
    begin: async (c, { org, account, userId }, method) => {
      const before = tokenOf(c)
      const token = drawToken()
      const now = clock.now()
      await database.transaction(async (sql) => {
        await sql.query(
          'DELETE FROM web_session WHERE token_hash = $1 OR (account = $2 AND (expires_at <= $3 OR last_used <= $4))',
          [before === null ? '' : hashSecret(before), account, now, now - IDLE_MS],
        )
        await sql.query(
          `INSERT INTO web_session (org, id, token_hash, account, user_id, method, created_at, last_used, expires_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
          [org, newId(), hashSecret(token), account, userId, method, now, now + LONGEST_MS],
        )
      })
      setCookie(c, cookieOf(c), token, { ...kept(c), maxAge: LONGEST_MS / 1000 })
    },
    end: async (c, { org, id }) => {
      await database.all('DELETE FROM web_session WHERE org = $1 AND id = $2', org, id)
      deleteCookie(c, cookieOf(c), kept(c))
    },
    endAll: async (c, { account }) => {
      await database.all('DELETE FROM web_session WHERE account = $1', account)
      deleteCookie(c, cookieOf(c), kept(c))
    },
  }
}
