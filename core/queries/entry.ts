// Queries on recorded time and on the audit trail.
import { dayEndAt, workDateOf } from '../../shared/base/dayRule.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { ChangeView, entryQueries } from '../../shared/contract/entry.ts'
import { appError } from '../../shared/contract/errors.ts'
import { Rate } from '../../shared/entities/rate.ts'
import { minutesLeft } from '../../shared/rules/recordSession.ts'
import { isUndoable } from '../../shared/rules/undo.ts'
import { subjectName } from '../billing.ts'
import type { Data } from '../db/data.ts'
import { dayRule, nameOf, organisationOf } from '../reads.ts'
import { entryViews } from './entryViews.ts'
import type { QueryHandlers } from './query.ts'

type CommitRow = {
  seq: number
  id: string
  at: number
  actor_id: string | null
  command: string
  undone_by: string | null
}

export const entryQueryHandlers: QueryHandlers<keyof typeof entryQueries> = {
  'entry.get': (data, { entryId }) => {
    const [entry] = entryViews(data, 'e.id = ?', entryId)
    return entry === undefined ? fail(appError('notFound.entry')) : ok(entry)
  },

  'entry.dayLimit': (data, { startAt }) => {
    const organisation = organisationOf(data)
    if (organisation === null) return fail(appError('setup.missing'))
    return ok({
      workDate: workDateOf(startAt, dayRule(data)),
      maxMinutes: minutesLeft(startAt, organisation),
    })
  },

  'change.list': (data, { limit = 50, before, date }, { now }) => {
    const rows = data.all<CommitRow>(
      'SELECT seq, id, at, actor_id, command, undone_by FROM commit_log WHERE seq < ? AND at < ? ORDER BY seq DESC LIMIT ?',
      before ?? Number.MAX_SAFE_INTEGER,
      date === undefined ? Number.MAX_SAFE_INTEGER : dayEndAt(date, dayRule(data)),
      limit,
    )
    const changes = rows.map((row): ChangeView => ({
      commitId: row.id,
      at: row.at,
      userName: nameOf(data, 'user', row.actor_id),
      command: row.command,
      subjects: subjectsOf(data, row.id),
      undoneBy: row.undone_by,
      undoable: isUndoable({ at: row.at, command: row.command, undone: row.undone_by !== null }, now),
    }))
    const last = rows.at(-1)
    return ok({ changes, next: last !== undefined && rows.length === limit ? last.seq : null })
  },
}

type SubjectRow = { entity: string; entity_id: string; before: string | null; after: string | null }

const subjectsOf = (data: Data, commitId: string): ChangeView['subjects'] =>
  data
    .all<SubjectRow>(
      'SELECT entity, entity_id, "before", "after" FROM audit WHERE commit_id = ? ORDER BY seq LIMIT 20',
      commitId,
    )
    .map((row) => ({
      entity: row.entity,
      id: row.entity_id,
      op: row.after === null ? 'remove' : 'put',
      name: calledIn(data, row.entity, row.after ?? row.before),
    }))

/**
 * What a thing is called: its own name, a project with its code, that of the customer whose time it is, or of whomever a rate
 * is for.
 */
function calledIn(data: Data, entity: string, json: string | null): string | null {
  const value = JSON.parse(json ?? '{}') as { name?: unknown; code?: unknown; customerId?: unknown }
  if (entity === 'project') return `${String(value.code)} · ${String(value.name)}`
  if (typeof value.name === 'string') return value.name
  const rate = Rate().safeParse(value)
  if (rate.success) return subjectName(data, rate.data)
  return typeof value.customerId === 'string' ? nameOf(data, 'customer', value.customerId) : null
}
