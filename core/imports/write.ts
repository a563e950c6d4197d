// Writes an import as one change: part by part through every guard, so that the memory stays small, and in one transaction, so that it is
// there whole or not at all.
import type { Result } from '../../shared/base/result.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Change } from '../../shared/entities/registry.ts'
import { put } from '../../shared/entities/registry.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import { beginTrail, makeChanges } from '../commit.ts'
import type { Data, WritableData } from '../db/data.ts'
import { markNotesStaleFrom } from '../derived/notes.ts'
import type { ImportContext } from './session.ts'

/** Runs work in one transaction: kept where its result is good and it wrote anything, else taken back. */
export type Bulk = <T>(
  work: (data: WritableData) => Promise<{ result: Result<T, AppError>; keep: boolean }>,
) => Promise<Result<T, AppError>>

export type Take = (things: readonly Change[], entries: readonly TimeEntry[]) => Result<null, AppError>

/** All of it is new. */
const idsIn = (part: readonly Change[]): ReadonlySet<Id> =>
  new Set(part.flatMap((change) => (change.op === 'put' ? [change.value.id] : [])))

const PART = 1_000
export const IMPORT_COMMAND = 'import.run'

export function writeImport(
  bulk: Bulk,
  { commitId, ctx, args }: { commitId: Id; ctx: ImportContext; args: object },
  work: (data: Data, take: Take) => Promise<Result<null, AppError>>,
): Promise<Result<Id | null, AppError>> {
  return bulk(async (data) => {
    const trail = beginTrail(data, {
      id: commitId,
      at: ctx.now,
      actorId: ctx.actor.userId,
      command: IMPORT_COMMAND,
      args,
    })
    let part: Change[] = []
    let written = 0
    let firstDay: LocalDate | null = null
    const flush = (): Result<null, AppError> => {
      if (part.length === 0) return ok(null)
      const made = data.remembering(() => makeChanges(data, part, { id: commitId, fresh: idsIn(part) }))
      if (!made.ok) return made
      trail.add(made.value)
      written += part.length
      part = []
      return ok(null)
    }
    const take: Take = (things, entries) => {
      for (const thing of things) part.push(thing)
      for (const entry of entries) {
        part.push(put('timeEntry', entry))
        if (firstDay === null || entry.workDate < firstDay) firstDay = entry.workDate
      }
      return part.length < PART ? ok(null) : flush()
    }
    const done = await work(data, take)
    const last = done.ok ? flush() : done
    if (!last.ok) return { result: fail(last.error), keep: false }
    if (written === 0) return { result: ok(null), keep: false }
    trail.end()
    if (firstDay !== null) markNotesStaleFrom(data, firstDay)
    return { result: ok(commitId), keep: true }
  })
}
