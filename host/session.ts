// Who may talk to the host: one-time tokens in an address, exchanged for a cookie that scripts cannot read.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../shared/base/clock.ts'

const TOKEN_LIFE_MS = 12 * 3_600_000
const MAX_TOKENS = 100

export type Sessions = {
  /** A token that opens the door once. */
  newToken(): string
  /** The value for the cookie, or null where the token is wrong, used or old. */
  exchange(token: string): string | null
  isSession(cookie: string): boolean
  /** Does the caller know the secret of the data folder? Only its owner can read it there. */
  isOwner(secret: string): boolean
}

/**
 * Cookies are signed with the secret, which lasts as long as the data folder: a page that was open when the host was
 * killed goes on with the next one. Tokens live in this process only.
 */
export function createSessions(secret: string, clock: Clock): Sessions {
  const tokens = new Map<string, number>()
  const sign = (nonce: string) => createHmac('sha256', secret).update(`session ${nonce}`).digest('base64url')
  return {
    newToken() {
      const [oldest] = tokens.keys()
      if (tokens.size >= MAX_TOKENS && oldest !== undefined) tokens.delete(oldest)
      const token = randomBytes(24).toString('base64url')
      tokens.set(token, clock.monotonic())
      return token
    },
    exchange(token) {
      const madeAt = tokens.get(token)
      if (madeAt === undefined) return null
      tokens.delete(token)
      if (clock.monotonic() - madeAt > TOKEN_LIFE_MS) return null
      const nonce = randomBytes(16).toString('base64url')
      return `${nonce}.${sign(nonce)}`
    },
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
