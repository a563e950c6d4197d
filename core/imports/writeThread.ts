// An import's writer in a thread of its own, asked as if it were here: while it writes a part, the next ones are decided on.
import { Worker } from 'node:worker_threads'
import type { Result } from '../../shared/base/result.ts'
import { ok } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { workerFile } from '../node/workerFile.ts'
import type { ImportWriter } from './write.ts'
import type { WriterAsk, WriterSaid, WriterTask } from './writeProtocol.ts'
import { sentPart } from './writeProtocol.ts'

/** So many parts may wait for it: more would only take memory. */
const AHEAD = 3

type Answer = Result<Id | null, AppError>
/** What it says, or throws what it failed of. */
type Said = () => Answer

export function writerInThread(file: string): ImportWriter {
  let worker: Worker | null = null
  let dead: Said | null = null
  const waiting: ((said: Said) => void)[] = []
  const sent: Promise<Said>[] = []

  const start = (): Worker => {
    const started = new Worker(workerFile(import.meta.url, 'writeWorker'), {
      workerData: { file } satisfies WriterTask,
      execArgv: [],
      // Rows live for a moment; left alone, the thread keeps far more memory for them.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    })
    const end = (error: Error): void => {
      // It was let go.
      if (worker !== started) return
      const said: Said = () => {
        throw error
      }
      dead ??= said
      for (const resolve of waiting.splice(0)) resolve(said)
    }
    started.on('message', (said: WriterSaid) =>
      waiting.shift()?.(() => {
        if (said.type === 'failed') throw said.error
        return said.answer
      }),
    )
    started.on('error', end)
    started.on('exit', (code) => end(new Error(`the writer's thread ended with ${code}`)))
    return started
  }
  const prepare = (): void => {
    if (worker !== null) return
    dead = null
    worker = start()
  }
  const ask = (what: WriterAsk): Promise<Said> => {
    if (dead !== null) return Promise.resolve(dead)
    const { promise, resolve } = Promise.withResolvers<Said>()
    waiting.push(resolve)
    worker?.postMessage(what)
    return promise
  }
  /** It goes by itself. */
  const leave = (): void => {
    worker?.postMessage({ ask: 'leave' } satisfies WriterAsk)
    worker = null
  }
  const answer = async (what: WriterAsk): Promise<Answer> => (await ask(what))()
  const settled = async (most: number): Promise<Result<null, AppError>> => {
    while (sent.length > most) {
      const said = (await sent.shift())?.()
      if (said?.ok === false) return said
    }
    return ok(null)
  }

  return {
    prepare,
    async begin(commit) {
      prepare()
      const begun = await answer({ ask: 'begin', commit })
      return begun.ok ? ok(null) : begun
    },
    add(part) {
      sent.push(ask({ ask: 'add', ...sentPart(part) }))
      return settled(AHEAD)
    },
    async end() {
      const all = await settled(0)
      const ended = all.ok ? await answer({ ask: 'end' }) : all
      if (ended.ok) leave()
      return ended
    },
    async drop() {
      sent.length = 0
      if (worker === null) return
      // It may have died, which takes all back as well.
      await ask({ ask: 'drop' })
      leave()
    },
  }
}
