// What a person does about what needs attention: it is done again, taken back, or left as it is.
import { createHash } from 'node:crypto'
import type { Result } from '../../shared/base/result.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { broughtUp } from '../../shared/team/versions.ts'
import type { Data, WritableData } from '../db/data.ts'
import type { AttentionItem } from './attention.ts'
import { attentionCount, attentionItem, attentionItems, removeAttention, removeOne } from './attention.ts'
import { noteToTakeOver } from './takeOver.ts'

export type Dealing = {
  /** Does the act again now, upon what holds now. */
  retry(id: Id): Promise<Result<null, AppError>>
  settle(id: Id): Result<null, AppError>
  /** Of what was decided differently, nothing is to hold: it is taken back. What was refused does not hold anyway. */
  drop(id: Id): Promise<Result<null, AppError>>
}

type Deps = {
  data: WritableData
  /** A request of the application itself, by the way of every request; `commitId`: what it is to be known by. */
  run(name: string, args: object, commitId?: Id): Promise<Result<unknown, AppError>>
  /** Settles when nobody else writes for long. */
  wayIsFree(): Promise<void>
  teamChanged(): void
}

export function createDealing({ data, run, wayIsFree, teamChanged }: Deps): Dealing {
  const retrying = new Set<Id>()
  const off = async (id: Id): Promise<Result<null, AppError>> => {
    await wayIsFree()
    removeAttention(data, id)
    teamChanged()
    return ok(null)
  }
  return {
    retry: async (id) => {
      const item = attentionItem(data, id)
      // The second of two at once finds it under way.
      if (item === null || retrying.has(id)) return fail(appError('notFound.attention'))
      if (item.refusal === null) return fail(appError('attention.counts'))
      // The program ended before it was off the list, or somebody was faster at another copy of these data.
      if (isDone(data, item)) return off(id)
      const { command, args } = broughtUp(item)
      const note = noteToTakeOver(data, item)
      retrying.add(id)
      try {
        const again = retryIdOf(id)
        const done = await (note === null
          ? run(command, args as object, again)
          : run('entry.edit', note, again))
        return done.ok ? await off(id) : done
      } finally {
        retrying.delete(id)
      }
    },
    drop: async (id) => {
      const item = attentionItem(data, id)
      if (item === null) return fail(appError('notFound.attention'))
      if (item.refusal === null) {
        const undone = await run('change.undo', { commitId: id })
        if (!undone.ok) return undone
      }
      return off(id)
    },
    settle: (id) => {
      if (attentionItem(data, id) === null) return fail(appError('notFound.attention'))
      removeAttention(data, id)
      teamChanged()
      return ok(null)
    },
  }
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Of a ULID: its moment stands first. */
const MOMENT = 10

/**
 * What is done again has the same id whoever does it: on another copy of the same data, or once more after the program ended in the middle
 * of it, it is known for the same, and counts once.
 */
export function retryIdOf(id: Id): Id {
  const bytes = createHash('sha256').update(`again ${id}`).digest()
  const drawn = Array.from({ length: id.length - MOMENT }, (_, index) => LETTERS[(bytes[index] ?? 0) % 32])
  return id.slice(0, MOMENT) + drawn.join('')
}

/** By what it is known once it is done; put aside by the server, as another copy was faster, it counts under its own. */
const doneAs = ({ id, refusal }: Pick<AttentionItem, 'id' | 'refusal'>): Id[] => [
  retryIdOf(id),
  ...(refusal?.code === 'team.quarantined' ? [id] : []),
]

const KNOWN = ['commit_log', 'outbox', 'sent_act']
const isDone = (data: Data, item: AttentionItem): boolean =>
  doneAs(item).some((id) =>
    KNOWN.some((table) => data.get(`SELECT 1 FROM ${table} WHERE id = ?`, id) !== undefined),
  )

/** What others did came: of what was done again on another copy of these data nothing is left to do here. Returns how many came off the list. */
export function takeOffDone(data: WritableData, came: readonly Id[]): number {
  if (attentionCount(data) === 0) return 0
  const done = new Set(came)
  const off = attentionItems(data).filter(
    (item) => item.refusal !== null && doneAs(item).some((id) => done.has(id)),
  )
  for (const { id } of off) removeOne(data, id)
  return off.length
}
