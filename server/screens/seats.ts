// The seats of those who have been here since this process began, and who looks from which browser. Each page hears of what others did as
// soon as it is decided, here or by another process, and only as far as its member may see it; who has signed out hears nothing more.
import type { Logger } from 'pino'
import type { Clock } from '../../shared/base/clock.ts'
import type { AppEvent } from '../../shared/contract/channel.ts'
import { MOST_COMMITS } from '../../shared/team/protocol.ts'
import type { Effect, EntityName } from '../../shared/entities/registry.ts'
import { effectShown, scopeName } from '../../shared/team/sight.ts'
import type { Scope } from '../../shared/team/sight.ts'
import type { Database } from '../database.ts'
import { faultOf } from '../log.ts'
import type { Organisations } from '../organisation.ts'
import { newerThan, scopeOf } from '../organisation.ts'
import { Refused } from '../refused.ts'
import { opened } from '../opened.ts'
import { commitsAfter } from '../replica.ts'
import type { WebSession } from '../web/session.ts'
import { IDLE_MS } from '../web/session.ts'
import type { Seat } from './seat.ts'
import { createSeat } from './seat.ts'

/** A page that is open: it is told what happens, and sent away where it is let in no more. */
export type Looking = { tell(event: AppEvent): void; end(): void }

export type Seats = {
  of(session: Member): Seat
  /** Returns how the page says that it is gone. */
  look(session: Pick<WebSession, 'id' | 'org' | 'userId'>, looking: Looking): () => void
  close(): Promise<void>
}

export type SeatsDeps = {
  database: Database
  organisations: Organisations
  clock: Clock
  newId(): string
  log: Logger
  version: string
  folder: string
}

type Member = Pick<WebSession, 'org' | 'userId'>
type Page = Member &
  Looking & {
    sessionId: string
    /** The version that it has heard of; what its member may see; null: not looked at yet. */
    at: number
    scope: string | null
    stop(): void
  }
type Following = { pages: Set<Page>; stop: AbortController }

/** So often it is looked whether those who look are still signed in. */
const STILL_IN_MS = 2_000
/** After a fault of the database. */
const AGAIN_MS = 1_000
export function createSeats(deps: SeatsDeps): Seats {
  const { database, organisations, clock } = deps
  const seats = new Map<string, Seat>()
  const followed = new Map<string, Following>()

  const seatOf = ({ org, userId }: Member): Seat => {
    const key = `${org} ${userId}`
    let seat = seats.get(key)
    if (seat === undefined) {
      seat = createSeat({ ...deps, organisation: organisations.of(org), orgId: org, userId })
      seats.set(key, seat)
    }
    return seat
  }

  const drop = (page: Page): void => {
    const following = followed.get(page.org)
    if (following?.pages.delete(page) !== true) return
    page.stop()
    if (following.pages.size > 0) return
    following.stop.abort()
    followed.delete(page.org)
  }

  /** Who signed out, was signed out, or has not been here for too long. */
  const sendAway = async (org: string, pages: ReadonlySet<Page>): Promise<void> => {
    const ids = [...new Set([...pages].map(({ sessionId }) => sessionId))]
    const now = clock.now()
    const left = await database.all<{ id: string }>(
      `SELECT id FROM web_session WHERE org = $1 AND id = ANY($2) AND expires_at > $3 AND last_used > $4`,
      org,
      ids,
      now,
      now - IDLE_MS,
    )
    const signedIn = new Set(left.map(({ id }) => id))
    for (const page of pages) {
      if (signedIn.has(page.sessionId)) continue
      drop(page)
      page.end()
    }
  }

  /** null: too much of it, or the organisation is not the one that it was. */
  const effectsBetween = async (org: string, since: number, version: number): Promise<Effect[] | null> => {
    if (since > version) return null
    const commits = await commitsAfter(database.pool, org, since)
    if (commits.length >= MOST_COMMITS || commits[0]?.seq !== since + 1) return null
    return commits.flatMap(({ leaves }) => opened(leaves).effects)
  }

  const scopeOfPage = async (page: Page): Promise<Scope | null> => {
    try {
      return (await scopeOf(database, organisations.of(page.org), page)).scope
    } catch (error) {
      if (error instanceof Refused) return null
      throw error
    }
  }

  /** Tells each page what it has not heard of, up to that version. */
  const bringUp = async (org: string, pages: readonly Page[], version: number): Promise<void> => {
    const known = new Map<number, Effect[] | null>()
    for (const page of pages) {
      const { at } = page
      if (at === version && page.scope !== null) continue
      page.at = version
      if (at !== version && !known.has(at)) known.set(at, await effectsBetween(org, at, version))
      const effects = known.get(at) ?? null
      const scope = await scopeOfPage(page)
      const name = scope === null ? null : scopeName(scope)
      const same = page.scope === null || page.scope === name
      page.scope = name
      if (at === version) continue
      if (effects === null || scope === null || !same)
        page.tell({ type: 'changed', entities: 'all', commitId: null })
      else {
        const shown = effects.flatMap((effect) => effectShown(scope, effect) ?? [])
        const entities: EntityName[] = [...new Set(shown.map(({ entity }) => entity))]
        if (entities.length > 0) page.tell({ type: 'changed', entities, commitId: null })
      }
    }
  }

  const versionOf = async (org: string): Promise<number> => {
    const [found] = await database.all<{ version: number }>('SELECT version FROM org WHERE id = $1', org)
    return found?.version ?? 0
  }

  const follow = async (org: string, { pages, stop: { signal } }: Following): Promise<void> => {
    const organisation = organisations.of(org)
    for (let at = await versionOf(org); !signal.aborted;) {
      await bringUp(org, [...pages], at)
      const version = await newerThan(deps, organisation, org, at, signal)
      if (version !== at && !signal.aborted) await sendAway(org, pages)
      at = version
    }
  }

  const keepFollowing = async (org: string, following: Following): Promise<void> => {
    const { signal } = following.stop
    const looking = setInterval(() => {
      sendAway(org, following.pages).catch((error: unknown) =>
        deps.log.warn({ event: 'pages', ...faultOf(error) }),
      )
    }, STILL_IN_MS).unref()
    signal.addEventListener('abort', () => clearInterval(looking), { once: true })
    while (!signal.aborted)
      try {
        await follow(org, following)
      } catch (error) {
        deps.log.warn({ event: 'pages', ...faultOf(error) })
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS).unref())
      }
  }

  return {
    of: seatOf,
    look: ({ id, org, userId }, { tell, end }) => {
      const seat = seatOf({ org, userId })
      const stop = seat.subscribe(tell)
      // What happened while the way to hear of it was still being opened is told first.
      const page: Page = { org, userId, sessionId: id, at: seat.drawnAt(), scope: null, tell, end, stop }
      const known = followed.get(org)
      if (known !== undefined) {
        known.pages.add(page)
        void versionOf(org)
          .then((version) => bringUp(org, [page], version))
          .catch((error: unknown) => deps.log.warn({ event: 'pages', ...faultOf(error) }))
      } else {
        const following = { pages: new Set([page]), stop: new AbortController() }
        followed.set(org, following)
        void keepFollowing(org, following)
      }
      return () => drop(page)
    },
    close: async () => {
      for (const { stop } of followed.values()) stop.abort()
      followed.clear()
      for (const seat of seats.values()) await seat.close()
      seats.clear()
    },
  }
}
