// Takes in what came without keeping anybody waiting. What is much is taken in step by step, in one transaction on a connection of its own:
// whoever reads meanwhile sees all as it was before, and a crash leaves it so. Who wants to write has it taken back, and it begins anew; after
// a few times they wait for its end instead.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '../../shared/base/clock.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { WritableData } from '../db/data.ts'
import { createData } from '../db/data.ts'
import { checkpointBeside } from '../db/checkpointBeside.ts'
import { openDatabase } from '../db/open.ts'
import { LOCK_WAIT_MS } from '../db/writingMuch.ts'
import { TeamProblem } from './client.ts'

/** What is done in steps, between which others may have their turn; its transaction is begun and ended around it. */
export type Steps<T> = (data: WritableData) => Generator<void, T, void>

export type Taking = {
  /** On the connection of everybody: for what is done before anybody notices. */
  atOnce<T>(steps: Steps<T>): T
  /** `stopped`: the program ends; then it is as if it had not begun. */
  inSteps<T>(steps: Steps<T>, stopped: AbortSignal): Promise<T>
  /** For who is about to write. null: nothing is in their way any more; else it settles when that may be so. */
  makeWay(): Promise<void> | null
  /** For what is written seldom and cannot wait. */
  makeWayNow(): void
  /** Settles when nothing is taken in here any more; null: nothing is. */
  underWay(): Promise<void> | null
  close(): Promise<void>
}

/** So long one turn lasts. */
const TURN_MS = 8
/** Whoever writes all the time would else keep out for ever what others did. */
const MOST_GIVEN_WAY = 3

type Going = { aside: WritableData; gaveWay: boolean; given: number; ended: Promise<void> }

/** `file` null: in memory, where there is one connection. */
export function createTaking({
  clock,
  data,
  file,
  sameFile,
}: {
  clock: Clock
  data: WritableData
  file: string | null
  sameFile(): void
}): Taking {
  let open: Going | null = null
  let tidying: Promise<void> = Promise.resolve()

  const atOnce = <T>(steps: Steps<T>): T =>
    within(data, () =>
      data.remembering(() => {
        for (const going = steps(data); ;) {
          const step = going.next()
          if (step.done === true) return step.value
        }
      }),
    )

  /** What is known of rows that nobody wrote goes on being known: the next command would have to read all of it again. */
  const within = <T>(own: WritableData, work: () => T): T => {
    own.run('BEGIN IMMEDIATE')
    try {
      const value = work()
      own.run('COMMIT')
      return value
    } catch (error) {
      takeBack(own)
      throw error
    }
  }

  const inSteps = async <T>(steps: Steps<T>, stopped: AbortSignal): Promise<T> => {
    if (file === null) return atOnce(steps)
    sameFile()
    await tidying
    const { promise, resolve } = Promise.withResolvers<void>()
    const db = openDatabase(file, { aside: true })
    try {
      // What this device may not hold is not here, and what is may refer to it.
      db.pragma(`foreign_keys = ${Number(data.db.pragma('foreign_keys', { simple: true }))}`)
      // What came can be fetched again: until a later commit it may be lost in a power cut, whole. And what is in memory goes to the log on
      // the way, from there to the file in a thread: at the end there is little to do that others would wait for.
      db.pragma('synchronous = NORMAL')
      db.pragma('cache_size = -8000')
      db.pragma('wal_autocheckpoint = 0')
      const going = (open = { aside: createData(db), gaveWay: false, given: 0, ended: promise })
      // Whoever writes without having asked for the way is soon told that it is not free.
      data.db.pragma(`busy_timeout = ${LOCK_WAIT_MS.meanwhile}`)
      for (;;) {
        const done = await tryOnce(going, steps, clock, stopped)
        if (done === null) continue
        tidying = checkpointBeside(file)
        return done.value
      }
    } finally {
      open = null
      db.close()
      data.db.pragma(`busy_timeout = ${LOCK_WAIT_MS.usual}`)
      data.forget()
      resolve()
    }
  }

  const makeWayNow = (): void => {
    if (open === null || open.gaveWay) return
    // Nothing of it runs now: it has let this turn be somebody else's.
    takeBack(open.aside)
    open.given += 1
    open.gaveWay = true
  }

  return {
    atOnce,
    inSteps,
    makeWay: () => {
      if (open !== null && !open.gaveWay && open.given >= MOST_GIVEN_WAY) return open.ended
      makeWayNow()
      return null
    },
    makeWayNow,
    underWay: () => open?.ended ?? null,
    close: () => tidying,
  }
}

/** null: somebody else was to write. */
async function tryOnce<T>(
  going: Going,
  steps: Steps<T>,
  clock: Clock,
  stopped: AbortSignal,
): Promise<{ value: T } | null> {
  const { aside } = going
  going.gaveWay = false
  aside.run('BEGIN IMMEDIATE')
  try {
    aside.forget()
    const work = steps(aside)
    for (;;) {
      const until = clock.monotonic() + TURN_MS
      const last = aside.remembering(() => {
        for (;;) {
          const step = work.next()
          if (step.done === true || clock.monotonic() > until) return step
        }
      })
      await nextTurn()
      if (going.gaveWay) return null
      if (last.done === true) {
        aside.run('COMMIT')
        return { value: last.value }
      }
      if (stopped.aborted) throw new TeamProblem(appError('team.offline'))
    }
  } finally {
    takeBack(aside)
  }
}

function takeBack(data: WritableData): void {
  if (data.db.inTransaction) data.db.exec('ROLLBACK')
  data.forget()
}
