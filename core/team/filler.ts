// Who writes a first fill: few rows are written here, many in a thread of their own.
import { appError } from '../../shared/contract/errors.ts'
import type { WritableData } from '../db/data.ts'
import { LOCK_WAIT_MS, leaveLog } from '../db/writingMuch.ts'
import { AskFailed, startAsked } from '../node/askedThread.ts'
import { workerFile } from '../node/workerFile.ts'
import { TeamProblem } from './client.ts'
import type { FillAsk } from './fillProtocol.ts'
import type { Batch, FillEnd } from './fillWork.ts'
import { endFill, putBatch } from './fillWork.ts'

export type Filler = {
  /** So many rows at once. */
  mostRows: number
  put(batch: Batch): Promise<void>
  end(end: FillEnd): Promise<void>
  /** Settles when nothing is written any more. */
  close(): Promise<void>
}

/** More are not written in the thread that answers: it would be noticed. */
export const FEW_ROWS = 500
/** Written in half a second; each batch writes the leaves of all indexes once. */
const MANY_ROWS = 20_000

export const fillHere = (data: WritableData, turn: () => Promise<void>): Filler => ({
  mostRows: FEW_ROWS,
  put: async (batch) => {
    putBatch(data, batch)
    await turn()
  },
  end: (end) => endFill(data, end, turn),
  close: () => Promise.resolve(),
})

/** `stopped`: the program ends; what is being written then is taken back. */
export function fillInThread(data: WritableData, file: string, stopped: AbortSignal): Filler {
  const thread = startAsked<FillAsk, { file: string }>(workerFile(import.meta.url, 'fillWorker'), { file })
  const giveUp = (): void => thread.giveUp(new TeamProblem(appError('team.offline')))
  stopped.addEventListener('abort', giveUp)
  if (stopped.aborted) giveUp()
  // Whoever writes meanwhile without having asked for the way is soon told that it is not free.
  data.db.pragma(`busy_timeout = ${LOCK_WAIT_MS.meanwhile}`)
  const takeLog = leaveLog(data.db)
  const ask = (what: FillAsk): Promise<void> =>
    thread.ask(what).catch((error: unknown) => {
      throw error instanceof AskFailed && error.problem !== null ? new TeamProblem(error.problem) : error
    })
  return {
    mostRows: MANY_ROWS,
    put: async ({ from, pages, to }) => {
      for (const page of pages) await ask({ ask: 'take', page })
      await ask({ ask: 'put', from, to })
    },
    end: (end) => ask({ ask: 'end', end }),
    close: async () => {
      stopped.removeEventListener('abort', giveUp)
      await thread.leave()
      takeLog()
      data.db.pragma(`busy_timeout = ${LOCK_WAIT_MS.usual}`)
    },
  }
}
