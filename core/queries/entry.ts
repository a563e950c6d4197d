// Queries on recorded time and on the audit trail.
import { dayEndAt, workDateOf } from '../../shared/base/dayRule.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { ChangeView, entryQueries } from '../../shared/contract/entry.ts'
import { appError } from '../../shared/contract/errors.ts'
import { minutesLeft } from '../../shared/rules/recordSession.ts'
import { isUndoable } from '../../shared/rules/undo.ts'
import { flagsUnsaid } from '../facts/flags.ts'
import { dayRule, nameOf, organisationOf } from '../facts/reads.ts'
import { isHidden, subjectsOf, touchedBy } from './changes.ts'
import { entryViews } from './entryViews.ts'
import type { QueryHandlers } from './query.ts'

type CommitRow = {
  seq: number
  id: string
  at: number
  actor_id: string | null
  command: string
  undone_by: string | null
  clock_off: number | null
}

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
      'SELECT seq, id, at, actor_id, command, undone_by, clock_off FROM commit_log WHERE seq < ? AND at < ? ORDER BY seq DESC LIMIT ?',
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
}
