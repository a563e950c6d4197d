// Writes an import as one change: part by part through every guard, so that the memory stays small, and in one transaction, so that it is
// there whole or not at all.
import type { Result } from '../../shared/base/result.ts'
import { ok } from '../../shared/base/result.ts'
import type { Instant } from '../../shared/base/instant.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Change } from '../../shared/entities/registry.ts'
import type { TextOf, Trail } from '../commit.ts'
import { beginTrail, makeChanges } from '../commit.ts'
import type { WritableData } from '../db/data.ts'
import { markNotesStaleFrom } from '../derived/notes.ts'

export type ImportCommit = { commitId: Id; at: Instant; actorId: Id; args: object }

/**
 * Where an import is written, here or in a thread. From `begin` on nobody else changes anything, so what is decided on the state of
 * then stays right; what is begun is ended or dropped.
 */
export type ImportWriter = {
  /** It will be wanted soon: what it needs for its beginning is made ready meanwhile. */
  prepare(): void
  begin(commit: ImportCommit): Promise<Result<null, AppError>>
  /** Answered when the next part is welcome; a refusal may be of a part before. */
  add(part: readonly Change[]): Promise<Result<null, AppError>>
  /** The commit; null: there was nothing to write. */
  end(): Promise<Result<Id | null, AppError>>
  /** All of it is taken back. */
  drop(): Promise<void>
}

export type Writing = {
  add(part: readonly Change[], textOf?: TextOf): Result<null, AppError>
  end(): Id | null
  drop(): void
}

/** All of it is new. */
const idsIn = (part: readonly Change[]): ReadonlySet<Id> =>
  new Set(part.flatMap((change) => (change.op === 'put' ? [change.value.id] : [])))

export const IMPORT_COMMAND = 'import.run'

export function beginWriting(data: WritableData, { commitId, at, actorId, args }: ImportCommit): Writing {
  data.run('BEGIN IMMEDIATE')
  const drop = (): void => {
    if (!data.db.inTransaction) return
    data.forget()
    data.db.exec('ROLLBACK')
  }
  let trail: Trail
  try {
    data.lookAgain()
    trail = beginTrail(data, { id: commitId, at, actorId, command: IMPORT_COMMAND, args })
  } catch (error) {
    drop()
    throw error
  }
  let written = 0
  let firstDay: LocalDate | null = null
  return {
    add(part, textOf) {
      const made = data.remembering(() => makeChanges(data, part, { id: commitId, fresh: idsIn(part) }))
      if (!made.ok) return made
      trail.add(made.value, textOf)
      written += part.length
      for (const { entity, after } of made.value)
        if (entity === 'timeEntry' && after !== null && (firstDay === null || after.workDate < firstDay))
          firstDay = after.workDate
      return ok(null)
    },
    end() {
      if (written === 0) {
        drop()
        return null
      }
      trail.end()
      if (firstDay !== null) markNotesStaleFrom(data, firstDay)
      data.run('COMMIT')
      return commitId
    },
    drop,
  }
}

/** On the connection that is given. */
export function writerOn(data: WritableData): ImportWriter {
  let writing: Writing | null = null
  const begun = (): Writing => {
    if (writing === null) throw new Error('an import is written that was not begun')
    return writing
  }
  return {
    prepare: () => undefined,
    begin(commit) {
      writing = beginWriting(data, commit)
      return Promise.resolve(ok(null))
    },
    add: (part) => Promise.resolve(begun().add(part)),
    end: () => Promise.resolve(ok(begun().end())),
    drop: () => Promise.resolve(writing?.drop()),
  }
}
