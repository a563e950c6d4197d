// Who may talk to the host: one-time tokens in an address, exchanged for a session of this start of the program.
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../shared/base/clock.ts'
import type { BrowserView } from '../shared/contract/browsers.ts'

/** For an address that is printed: people may come back to it. */
const TOKEN_LIFE_MS = 12 * 3_600_000
/** For a way in that waits for the browser that was asked to come: as long as a browser takes to start. */
export const OPENER_LIFE_MS = 60_000
const MAX_TOKENS = 100
const MAX_SESSIONS = 100

/**
 * One browser that came in. Browsers send a cookie to every port of an address, and so to other people's programs; the key they
 * keep for the page's own origin, and only our page sends it. Neither is worth anything without the other.
 */
export type Session = {
  /** What lists call it; good for nothing else. */
  readonly id: string
  readonly cookie: string
  readonly key: string
}

/** What the browser said of itself when it came in, cut to what a list has room for. */
const AGENT_LENGTH = 300
type Kept = { session: Session; since: number; lastAsked: number; agent: string }

export type Sessions = {
  /** A token that opens the door once. */
  newToken(lifeMs?: number): string
  /** True once for a token that is good. One who may not have it does not use it up. */
  take(token: string, mayHave?: () => boolean): boolean
  newSession(agent: string): Session
  /** Of any of these cookies: another program of the address may have set some beside ours. */
  find(cookies: readonly string[]): Session | null
  /** Runs what this session asks for, so that the list can say which browser is asking. */
  asking<T>(session: Session, run: () => T): T
  /** The browsers that are in, newest first. */
  list(): BrowserView[]
  /** False where there is none of that id. From then on it is a stranger. */
  end(id: string): boolean
  /** Called for each that ends, be it for want of room. */
  onEnd(heard: (session: Session) => void): void
  /** Does the caller know the secret of the data folder? Only its owner can read it there. */
  isOwner(secret: string): boolean
}

/**
 * All of it lives in this process only. What a browser was given by an earlier one is worth nothing: meanwhile somebody else may
 * have stood at that address.
 */
export function createSessions(secret: string, clock: Clock): Sessions {
  /** Until when each is good. */
  const tokens = new Map<string, number>()
  const sessions = new Map<string, Kept>()
  const listeners: ((session: Session) => void)[] = []
  const asker = new AsyncLocalStorage<Session>()
  const remove = ({ session }: Kept) => {
    sessions.delete(session.cookie)
    for (const heard of listeners) heard(session)
  }
  return {
    newToken(lifeMs = TOKEN_LIFE_MS) {
      const [oldest] = tokens.keys()
      if (tokens.size >= MAX_TOKENS && oldest !== undefined) tokens.delete(oldest)
      const token = randomText()
      tokens.set(token, clock.monotonic() + lifeMs)
      return token
    },
    take(token, mayHave = () => true) {
      const until = tokens.get(token)
      if (until === undefined || !mayHave()) return false
      tokens.delete(token)
      return clock.monotonic() <= until
    },
    newSession(agent) {
      const [oldest] = sessions.values()
      if (sessions.size >= MAX_SESSIONS && oldest !== undefined) remove(oldest)
      const session = { id: randomText(), cookie: randomText(), key: randomText() }
      const now = clock.now()
      sessions.set(session.cookie, {
        session,
        since: now,
        lastAsked: now,
        agent: agent.slice(0, AGENT_LENGTH),
      })
      return session
    },
    find(cookies) {
      for (const cookie of cookies) {
        const found = sessions.get(cookie)
        if (found === undefined) continue
        found.lastAsked = clock.now()
        return found.session
      }
      return null
    },
    asking: (session, run) => asker.run(session, run),
    list: () =>
      [...sessions.values()].reverse().map(({ session: { id }, since, lastAsked, agent }) => ({
        id,
        since,
        lastAsked,
        agent,
        asking: asker.getStore()?.id === id,
      })),
    end(id) {
      const found = [...sessions.values()].find(({ session }) => session.id === id)
      if (found !== undefined) remove(found)
      return found !== undefined
    },
    onEnd: (heard) => void listeners.push(heard),
    isOwner: (given) => equal(given, secret),
  }
}

/** The program's pages send it with each request; a socket, which can have no headers, as its protocol. */
export const KEY_HEADER = 'x-daybook-key'
export const KEY_PROTOCOL = 'daybook.'

export const hasKey = (session: Session, given: string): boolean => equal(given, session.key)

/** Browsers keep one cookie jar for all ports of an address, so each port has a name of its own. */
export const cookieName = (port: number) => `daybook-${port}`

/** All of that name, for there may be several. */
export function readCookies(header: string | undefined, name: string): string[] {
  return (header ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=')
    return at > 0 && part.slice(0, at).trim() === name ? [part.slice(at + 1).trim()] : []
  })
}

export const sessionCookie = (port: number, value: string) =>
  `${cookieName(port)}=${value}; Path=/; HttpOnly; SameSite=Strict`

const randomText = (): string => randomBytes(24).toString('base64url')

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
