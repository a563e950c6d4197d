// The pages of a first fill in their order, asked for ahead: while some are written, the next are on their way.
import type { TeamClient } from './client.ts'
import { COPIED } from './copy.ts'
import type { Page, Place } from './fillWork.ts'

/** In which life of the server, and by which rights; a server of before does not say. */
export type Made = { epoch?: string | undefined; scope?: string | undefined }
/** `to`: where the fill is with it. */
export type CamePage = Page & Made & { to: Place }

export type Ahead = {
  /** Those that are here, at least one, and one after the other up to so many rows; the organisation comes alone. None: all have been taken. */
  take(mostRows: number): Promise<CamePage[]>
  /** What still comes is not wanted. */
  stop(): void
}

/** So many pages wait here at most: half a second of writing. */
const MOST_WAITING = 12
/** Most nouns have few rows: the first pages of so many are asked for at once. */
const NOUNS_AT_ONCE = 4

export function askAhead(client: TeamClient, begun: Place): Ahead {
  const here: CamePage[] = []
  let state: 'asking' | 'all' | 'stopped' = 'asking'
  let failed: { error: unknown } | null = null
  /** Rows of those that were taken. */
  let taken = begun.rows
  let changed = Promise.withResolvers<void>()
  const tell = (): void => {
    changed.resolve()
    changed = Promise.withResolvers<void>()
  }

  const firsts = new Map<number, ReturnType<TeamClient['fillPage']>>()
  const firstOf = (index: number): ReturnType<TeamClient['fillPage']> | undefined => {
    for (let next = index; next < index + NOUNS_AT_ONCE; next += 1) {
      const entity = COPIED[next]
      if (entity === undefined || firsts.has(next)) continue
      const asked = client.fillPage(entity, '')
      // Whoever comes to it hears of it.
      asked.catch(() => undefined)
      firsts.set(next, asked)
    }
    return firsts.get(index)
  }

  const askAll = async (): Promise<void> => {
    let { rows, after } = begun
    for (let index = begun.entity; index < COPIED.length; index += 1) {
      const entity = COPIED[index]
      if (entity === undefined) return
      for (let more = true; more;) {
        const page = await (after === '' ? firstOf(index) : client.fillPage(entity, after))
        if (page === undefined || state === 'stopped') return
        firsts.delete(index)
        more = page.after !== null
        rows += page.rows
        after = page.after ?? ''
        const { text, epoch, scope } = page
        here.push({ entity, text, epoch, scope, to: { rows, entity: more ? index : index + 1, after } })
        tell()
        while (here.length >= MOST_WAITING && !isStopped()) await changed.promise
        if (isStopped()) return
      }
    }
  }
  const isStopped = (): boolean => state === 'stopped'

  askAll()
    .catch((error: unknown) => {
      failed = { error }
    })
    .finally(() => {
      if (state === 'asking') state = 'all'
      tell()
    })

  return {
    take: async (mostRows) => {
      while (here.length === 0 && state === 'asking') await changed.promise
      // What came before is worth keeping.
      if (here.length === 0 && failed !== null) throw failed.error
      let count = 0
      while (count < here.length) {
        const page = here[count]
        if (page === undefined || (count > 0 && page.entity === 'organisation')) break
        if (count > 0 && page.to.rows - taken > mostRows) break
        count += 1
      }
      const pages = here.splice(0, count)
      taken = pages.at(-1)?.to.rows ?? taken
      tell()
      return pages
    },
    stop: () => {
      state = 'stopped'
      here.length = 0
      tell()
    },
  }
}
