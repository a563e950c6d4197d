// Search in notes: the newest sessions whose note has every word that was typed.
import { ok } from '../../shared/base/result.ts'
import type { FoundNote, searchQueries } from '../../shared/contract/search.ts'
import type { Phrase } from '../derived/noteQuery.ts'
import { noteQuery, phrasesOf, placesIn } from '../derived/noteQuery.ts'
import { notesAreStale } from '../derived/notes.ts'
import { conditionOf } from '../facts/entryFilter.ts'
import { namedRow, SUBJECT_COLUMNS, SUBJECT_JOINS } from '../facts/subject.ts'
import { onlyOf } from '../facts/sight.ts'
import type { QueryHandlers } from './query.ts'

const LATEST = Number.MAX_SAFE_INTEGER

/** A row becomes what was found. `marks`: its key in the search until then. */
type Row = Omit<FoundNote, 'marks'> & { marks: number }

/** The limit stands in the text: SQLite takes a third longer where it learns it only when it runs. */
const sqlFor = (condition: string, limit: number): string =>
  `SELECT s.rowid AS marks, e.id AS entryId, e.user_id AS userId, u.name AS userName, ${SUBJECT_COLUMNS},
     e.work_date AS workDate, e.start_at AS startAt, e.end_at AS endAt, e.duration_ms AS durationMs,
     e.meeting_id AS meetingId, e.note
   FROM note_search s JOIN note_key k ON k.key = s.rowid JOIN time_entry e ON e.id = k.entry_id
   JOIN user u ON u.id = e.user_id ${SUBJECT_JOINS}
   WHERE note_search MATCH ? AND s.rowid < ? AND ${condition}
   ORDER BY s.rowid DESC LIMIT ${limit}`

export const searchQueryHandlers: QueryHandlers<keyof typeof searchQueries> = {
  'entry.search': (
    data,
    { text, userId: askedFor, customerId, before = LATEST, limit = 50, ...filter },
    { actor },
  ) => {
    // Who may see only their own time searches only their own, and was refused where they asked for another's.
    const userId = onlyOf(data, actor, 'timeEntry') ?? askedFor
    const complete = !notesAreStale(data)
    const phrases = phrasesOf(text)
    if (phrases.length === 0) return ok({ rows: [], next: null, complete })
    const { sql, values } = conditionOf(data, { ...filter, userId, customerId })
    const within = {
      ...(userId === undefined ? {} : { userId }),
      ...(customerId == null ? {} : { customerId }),
    }
    const rows = data.all<Row>(sqlFor(sql, limit), noteQuery(phrases, within), before, ...values)
    const next = rows.length === limit ? (rows.at(-1)?.marks ?? null) : null
    return ok({ rows: rows.map((row) => found(namedRow(data, row), phrases)), next, complete })
  },
}

const found = (row: Row, phrases: readonly Phrase[]): FoundNote =>
  Object.assign(row, { marks: placesIn(row.note, phrases) })
