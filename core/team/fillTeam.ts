// The pages of the team's data come to this device; cut off, it goes on where it was. What others change meanwhile comes afterwards, as
// commits since the beginning (sync.ts). What waits to be sent from here stays, and is decided again upon what came.
import type { FillStart } from '../../shared/team/protocol.ts'
import type { WritableData } from '../db/data.ts'
import { forgetName } from '../db/dataId.ts'
import type { TeamClient } from './client.ts'
import { emptyCopy, staleCopy } from './copy.ts'
import type { Made } from './fillAhead.ts'
import { askAhead } from './fillAhead.ts'
import { FEW_ROWS, fillHere, fillInThread } from './filler.ts'
import { dropEffects, handBack, OTHERS_MS } from './outbox.ts'
import type { TeamState } from './state.ts'
import { setTeamState } from './state.ts'

type Fill = {
  data: WritableData
  client: TeamClient
  now: number
  state(): TeamState
  turn(): Promise<void>
  /** null: in memory, where there is one connection. */
  file: string | null
  /** Throws when the file is no longer in its place. */
  sameFile(): void
  /** The program ends. */
  stopped: AbortSignal
  /** Something is being written in a thread until this settles, and may be in the way of others. */
  writes(done: Promise<void>): void
}

/** Before the first page: from here on the data are the team's, and not whole until the last. `also` is done in the same step. */
export function beginFilling(
  data: WritableData,
  state: TeamState,
  also: () => Partial<TeamState> = () => ({}),
): void {
  data.db.pragma('foreign_keys = OFF')
  data.db
    .transaction(() => {
      emptyCopy(data)
      staleCopy(data)
      forgetName(data)
      setTeamState(data, {
        ...state,
        // Begun anew in the middle of it, that is still what it had seen before.
        seen: state.seen ?? (state.version < 0 ? null : { version: state.version, hash: state.hash }),
        ...also(),
        phase: 'filling',
        progress: null,
        version: -1,
        unrecorded: false,
      })
      // It is decided again when all is there.
      dropEffects(data)
    })
    .immediate()
  data.forget()
}

/** Where the fill begins. A server that was put back to a backup meanwhile is handed back what it lost of this device's. */
async function beginPages({ data, client, now, state }: Fill): Promise<void> {
  const start = await client.fillStart()
  const { version, hash, epoch, scope, userId } = start
  const { epoch: known, epochFrom: knownFrom } = state()
  const from = known === '' || known === epoch ? null : await lifeFrom(client, start)
  // Its own life may have gone another way before the one that it meets now did.
  const lostAfter = from === null || knownFrom === 0 ? from : Math.min(from, knownFrom)
  data.db
    .transaction(() => {
      data.forget()
      const before = state()
      const handedBack =
        lostAfter === null
          ? before.handedBack
          : { at: now, until: now + OTHERS_MS, ...handBack(data, lostAfter) }
      const progress = { rows: 0, entity: 0, after: '' }
      const parted = from === lostAfter ? start.epochHash : undefined
      const seen = lostAfter === null ? before.seen : seenInLife(before.seen, lostAfter, parted)
      const there = { version, hash, epoch, epochFrom: start.epochFrom ?? 0, scope, userId }
      setTeamState(data, { ...before, ...there, progress, handedBack, seen })
    })
    .immediate()
}

/** How far it had seen of what is still there: at most up to `from`, where lives parted; without its hash from the beginning. */
const seenInLife = (seen: TeamState['seen'], from: number, hash: string | undefined): TeamState['seen'] => {
  if (seen !== null && seen.version <= from) return seen
  return hash === undefined ? { version: 0, hash: '' } : { version: from, hash }
}

/** The commit that the server had when it was put back. A server of the version before says so only where commits are asked for. */
const lifeFrom = async (client: TeamClient, { epochFrom, version }: FillStart): Promise<number> =>
  epochFrom ?? (await client.pull(0, '')).epochFrom ?? version

/**
 * False: the rights of its user, or the life of the server, became others while the pages came, and be it only for a while. Then some of what
 * came is not what belongs here, and the fill is to begin anew.
 */
export async function fillTeam(fill: Fill): Promise<boolean> {
  const { data, client, now, state, turn, file, sameFile, stopped, writes } = fill
  data.db.pragma('foreign_keys = OFF')
  if (state().progress === null) await beginPages(fill)
  const begun = state()
  const belongs = ({ epoch = begun.epoch, scope = begun.scope }: Made): boolean =>
    epoch === begun.epoch && scope === begun.scope
  let from = begun.progress ?? { rows: 0, entity: 0, after: '' }
  const ahead = askAhead(client, from)
  let filler = fillHere(data, turn)
  let inThread = false
  try {
    for (;;) {
      const pages = await ahead.take(filler.mostRows)
      const [first, last] = [pages[0], pages.at(-1)]
      if (first === undefined || last === undefined) break
      if (!pages.every(belongs)) return false
      if (file !== null && !inThread && last.to.rows > FEW_ROWS) {
        sameFile()
        filler = fillInThread(data, file, stopped)
        inThread = true
      }
      // The organisation comes with the end, when everything else is there and counted.
      const end = first.entity === 'organisation' ? await client.fillStart() : null
      if (end !== null && !belongs(end)) return false
      const written =
        end === null
          ? filler.put({ from, pages: pages.map(({ entity, text }) => ({ entity, text })), to: last.to })
          : filler.end({ from, organisation: first, counters: end.counters, version: end.version, now })
      if (inThread) writes(written)
      await written
      if (end !== null) break
      from = last.to
      // Whoever waited for their turn has it now.
      await turn()
    }
  } finally {
    ahead.stop()
    await filler.close()
    data.forget()
  }
  return true
}
