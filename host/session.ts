// Who may talk to the host: one-time tokens in an address, exchanged for a cookie that scripts cannot read.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../shared/base/clock.ts'

/** For an address that is printed: people may come back to it. */
const TOKEN_LIFE_MS = 12 * 3_600_000
/** For a way in that waits for the browser that was asked to come: as long as a browser takes to start. */
export const OPENER_LIFE_MS = 60_000
const MAX_TOKENS = 100

export type Sessions = {
  /** A token that opens the door once. */
  newToken(lifeMs?: number): string
  /** The value for the cookie, or null where the token is wrong, used or old. One who may not have it does not use it up. */
  exchange(token: string, mayHave?: () => boolean): string | null
  /** The value for the cookie of one who came in otherwise. */
  newSession(): string
  isSession(cookie: string): boolean
  /** Does the caller know the secret of the data folder? Only its owner can read it there. */
  isOwner(secret: string): boolean
}

/**
 * Cookies are signed with the secret, which lasts as long as the data folder: a page that was open when the host was
 * killed goes on with the next one. Tokens live in this process only.
 */
export function createSessions(secret: string, clock: Clock): Sessions {
  /** Until when each is good. */
  const tokens = new Map<string, number>()
  const newSession = () => {
    const nonce = randomBytes(16).toString('base64url')
    return `${nonce}.${sign(nonce)}`
  }
  const sign = (nonce: string) => createHmac('sha256', secret).update(`session ${nonce}`).digest('base64url')
  return {
    newToken(lifeMs = TOKEN_LIFE_MS) {
      const [oldest] = tokens.keys()
      if (tokens.size >= MAX_TOKENS && oldest !== undefined) tokens.delete(oldest)
      const token = randomBytes(24).toString('base64url')
      tokens.set(token, clock.monotonic() + lifeMs)
      return token
    },
    exchange(token, mayHave = () => true) {
      const until = tokens.get(token)
      if (until === undefined || !mayHave()) return null
      tokens.delete(token)
      return clock.monotonic() > until ? null : newSession()
    },
    newSession,
    isSession(cookie) {
      const [nonce = '', signature = '', ...rest] = cookie.split('.')
      return rest.length === 0 && nonce !== '' && equal(signature, sign(nonce))
    },
    isOwner: (given) => equal(given, secret),
  }
}

/** Browsers keep one cookie jar for all ports of an address, so each port has a name of its own. */
export const cookieName = (port: number) => `daybook-${port}`

export function readCookie(header: string | undefined, name: string): string {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return ''
}

export const sessionCookie = (port: number, value: string) =>
  `${cookieName(port)}=${value}; Path=/; HttpOnly; SameSite=Strict`

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
