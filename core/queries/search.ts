// Search in notes: the newest sessions whose note has every word that was typed.
import { ok } from '../../shared/base/result.ts'
import type { FoundNote, SearchMark, searchQueries } from '../../shared/contract/search.ts'
import { noteQuery } from '../db/noteQuery.ts'
import { notesAreStale } from '../db/notes.ts'
import type { SqlValue } from '../db/statements.ts'
import type { QueryHandlers } from './query.ts'

/** No note has them: they are cleaned away before it is stored. */
const OPEN = '\u0001'
const CLOSE = '\u0002'
const LATEST = Number.MAX_SAFE_INTEGER

type Row = {
  key: number
  id: string
  user_id: string
  customer_id: string | null
  work_date: string
  start_at: number
  end_at: number
  duration_ms: number
  marked: string
  user_name: string
  customer_name: string | null
  category_name: string | null
}

/** The limit stands in the text: SQLite takes a third longer where it learns it only when it runs. */
const sqlFor = (conditions: readonly string[], limit: number): string =>
  `SELECT s.rowid AS key, e.id, e.user_id, e.customer_id, e.work_date, e.start_at, e.end_at, e.duration_ms,
     highlight(note_search, 0, '${OPEN}', '${CLOSE}') AS marked,
     u.name AS user_name, c.name AS customer_name, g.name AS category_name
   FROM note_search s JOIN note_key k ON k.key = s.rowid JOIN time_entry e ON e.id = k.entry_id
   JOIN user u ON u.id = e.user_id LEFT JOIN customer c ON c.id = e.customer_id
   LEFT JOIN category g ON g.id = e.category_id
   WHERE ${['note_search MATCH ?', 's.rowid < ?', ...conditions].join(' AND ')}
   ORDER BY s.rowid DESC LIMIT ${limit}`

export const searchQueryHandlers: QueryHandlers<keyof typeof searchQueries> = {
  'entry.search': (data, { text, userId: askedFor, customerId, before = LATEST, limit = 50 }, { actor }) => {
    // Who may see only their own time searches only their own, and was refused where they asked for another's.
    const userId = actor?.role === 'employee' ? actor.userId : askedFor
    const narrowed = {
      ...(userId === undefined ? {} : { userId }),
      ...(customerId === undefined ? {} : { customerId }),
    }
    const question = noteQuery(text, narrowed)
    const complete = !notesAreStale(data)
    if (question === null) return ok({ rows: [], next: null, complete })
    const conditions = [
      ...(userId === undefined ? [] : ['e.user_id = ?']),
      ...(customerId === undefined ? [] : ['e.customer_id = ?']),
    ]
    const values: SqlValue[] = [question, before, ...Object.values(narrowed)]
    const rows = data.all<Row>(sqlFor(conditions, limit), ...values)
    const last = rows.at(-1)
    return ok({
      rows: rows.map(found),
      next: last !== undefined && rows.length === limit ? last.key : null,
      complete,
    })
  },
}

const found = (row: Row): FoundNote => ({
  entryId: row.id,
  userId: row.user_id,
  userName: row.user_name,
  customerId: row.customer_id,
  customerName: row.customer_name,
  categoryName: row.category_name,
  workDate: row.work_date,
  startAt: row.start_at,
  endAt: row.end_at,
  durationMs: row.duration_ms,
  ...unmarked(row.marked),
})

/** The note, and where in it the words are. */
function unmarked(text: string): { note: string; marks: SearchMark[] } {
  const marks: SearchMark[] = []
  let note = ''
  let at = 0
  for (;;) {
    const open = text.indexOf(OPEN, at)
    const close = open < 0 ? -1 : text.indexOf(CLOSE, open)
    if (close < 0) return { note: note + text.slice(at), marks }
    note += text.slice(at, open)
    marks.push({ from: note.length, to: note.length + close - open - 1 })
    note += text.slice(open + 1, close)
    at = close + 1
  }
}
