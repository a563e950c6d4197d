// Queries on recorded time and on the audit trail.
import { dayEndAt, workDateOf } from '../../shared/base/dayRule.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { ChangeView, entryQueries, NamedChange } from '../../shared/contract/entry.ts'
import { appError } from '../../shared/contract/errors.ts'
import { minutesLeft } from '../../shared/rules/recordSession.ts'
import { isUndoable } from '../../shared/rules/undo.ts'
import type { Data } from '../db/data.ts'
import { flagsUnsaid } from '../facts/flags.ts'
import { dayRule, nameOf, organisationOf } from '../facts/reads.ts'
import { isHidden, subjectsOf, touchedBy } from './changes.ts'
import { entryViews } from './entryViews.ts'
import type { QueryContext, QueryHandlers } from './query.ts'

type CommitRow = {
  seq: number
  id: string
  at: number
  actor_id: string | null
  command: string
  undone_by: string | null
  undoes: string | null
  clock_off: number | null
}

const COMMIT = 'seq, id, at, actor_id, command, undone_by, undoes, clock_off'

export const entryQueryHandlers: QueryHandlers<keyof typeof entryQueries> = {
  'entry.get': (data, { entryId }) => {
    const [entry] = entryViews(data, 'e.id = ?', entryId)
    return entry === undefined ? fail(appError('notFound.timeEntry')) : ok(entry)
  },

  'entry.flagsUnsaid': (data, subject, { today }) => ok(flagsUnsaid(data, subject, today)),

  'entry.dayLimit': (data, { startAt }) => {
    const organisation = organisationOf(data)
    if (organisation === null) return fail(appError('setup.missing'))
    return ok({
      workDate: workDateOf(startAt, dayRule(data)),
      maxMinutes: minutesLeft(startAt, organisation),
    })
  },

  'change.list': (data, { limit = 50, before, date }, { now, actor }) => {
    const viewer = actor?.userId ?? null
    const rows = data.all<CommitRow>(
      `SELECT ${COMMIT} FROM commit_log WHERE seq < ? AND at < ? ORDER BY seq DESC LIMIT ?`,
      before ?? Number.MAX_SAFE_INTEGER,
      date === undefined ? Number.MAX_SAFE_INTEGER : dayEndAt(date, dayRule(data)),
      limit,
    )
    const shown = rows.filter((row) => row.actor_id === viewer || !isHidden(data, row.id, viewer))
    const changes = shown.map((row): ChangeView => ({
      commitId: row.id,
      at: row.at,
      userName: nameOf(data, 'user', row.actor_id),
      command: row.command,
      subjects: subjectsOf(data, row.id, viewer),
      touched: touchedBy(data, row.id, viewer),
      undoneBy: row.undone_by,
      clockOff: row.clock_off,
      undoable: isUndoable({ at: row.at, command: row.command, undone: row.undone_by !== null }, now),
    }))
    const last = rows.at(-1)
    return ok({ changes, next: last !== undefined && rows.length === limit ? last.seq : null })
  },

  'change.own': (data, { limit = 50 }, ctx) => {
    const changes: NamedChange[] = []
    for (let before = Number.MAX_SAFE_INTEGER; changes.length < limit;) {
      const rows = data.all<CommitRow>(
        `SELECT ${COMMIT} FROM commit_log WHERE actor_id = +? AND undone_by IS NULL AND seq < ? ORDER BY seq DESC LIMIT ?`,
        ctx.actor?.userId ?? null,
        before,
        limit,
      )
      for (const row of rows) {
        if (changes.length === limit) break
        const change = takesBack(data, row) ? null : named(data, row, ctx)
        // That a device joined a team, say, has nothing that could be taken back.
        if (change !== null && change.touched > 0) changes.push(change)
      }
      const last = rows.at(-1)
      if (last === undefined || rows.length < limit) break
      before = last.seq
    }
    return ok({ changes })
  },

  'change.get': (data, { commitId }, ctx) => {
    const row = data.get<CommitRow>(`SELECT ${COMMIT} FROM commit_log WHERE id = ?`, commitId)
    return row === undefined ? fail(appError('notFound.change')) : ok(named(data, row, ctx))
  },
}

/** What takes something back is done by undoing what it took back: only an undo of an undo is an act again. */
function takesBack(data: Data, { undoes }: Pick<CommitRow, 'undoes'>): boolean {
  if (undoes === null) return false
  const undone = data.get<Pick<CommitRow, 'undoes'>>('SELECT undoes FROM commit_log WHERE id = ?', undoes)
  return undone === undefined || !takesBack(data, undone)
}

function named(data: Data, row: CommitRow, { now, actor }: QueryContext): NamedChange {
  const viewer = actor?.userId ?? null
  return {
    commitId: row.id,
    at: row.at,
    command: row.command,
    subjects: subjectsOf(data, row.id, viewer).map(({ entity, name, op, follows }) => ({
      entity,
      name,
      op,
      follows,
    })),
    touched: touchedBy(data, row.id, viewer),
    undoneBy: row.undone_by,
    undoable: isUndoable({ at: row.at, command: row.command, undone: row.undone_by !== null }, now),
  }
}
