// Holds the search in notes against the notes: what is kept must equal what a recount would give.
import type { PartialSubject } from '../../shared/entities/subject.ts'
import type { WritableData } from '../db/data.ts'
import { notesAreStale, searchedText } from '../derived/notes.ts'
import { SEARCHED, SUBJECT_FIELDS } from '../facts/subject.ts'
import { searchForm } from '../derived/searchWords.ts'

/**
 * FTS5 compares its words with a table by itself, but only where it may write. So its pages are copied beside the file, into
 * the temporary schema of this connection, and compared there with the words of the notes, made anew.
 */
export function* noteFindings(data: WritableData): Generator<string> {
  const { db } = data
  const missing = data.all<{ id: string }>(
    `SELECT e.id FROM time_entry e WHERE ${SEARCHED} AND NOT EXISTS (SELECT 1 FROM note_key k WHERE k.entry_id = e.id)
     LIMIT 20`,
  )
  if (!notesAreStale(data)) for (const { id } of missing) yield `entry ${id} is missing in the search`
  const astray = data.all<{ id: string }>(
    `SELECT k.entry_id AS id FROM note_key k WHERE NOT EXISTS
       (SELECT 1 FROM time_entry e WHERE e.id = k.entry_id AND ${SEARCHED} AND e.start_at / 1000 <= k.key / 1024) LIMIT 20`,
  )
  for (const { id } of astray) yield `the search knows another entry ${id}`
  const wasQueryOnly = Number(db.pragma('query_only', { simple: true })) === 1
  if (wasQueryOnly) db.pragma('query_only = OFF')
  // Otherwise FTS5's own tables take nothing but from itself, not even these copies.
  db.unsafeMode(true)
  try {
    writeWords(data)
    db.exec(`
      CREATE VIRTUAL TABLE temp.checked USING fts5(
        note, user_id, customer_id, content='checked_text', content_rowid='key',
        tokenize='unicode61 remove_diacritics 0', prefix='2 3'
      );
      DELETE FROM temp.checked_data;
      INSERT INTO temp.checked_data SELECT * FROM main.note_search_data;
      INSERT INTO temp.checked_idx SELECT * FROM main.note_search_idx;
      INSERT INTO temp.checked_docsize SELECT * FROM main.note_search_docsize;
    `)
    // Without another look FTS5 would go by what it knew of the empty one.
    db.exec("INSERT INTO temp.checked (checked, rank) VALUES ('integrity-check', 1)")
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('SQLITE_CORRUPT'))
      throw error
    yield 'the search does not match the notes'
  } finally {
    db.exec('DROP TABLE IF EXISTS temp.checked; DROP TABLE IF EXISTS temp.checked_text')
    db.unsafeMode(false)
    if (wasQueryOnly) db.pragma('query_only = ON')
  }
}

function writeWords(data: WritableData): void {
  const { db } = data
  db.exec(
    'CREATE TEMP TABLE checked_text (key INTEGER PRIMARY KEY, note TEXT, user_id TEXT, customer_id TEXT)',
  )
  // A cursor of this connection would be in the way of what it writes, so the notes come in pages.
  const page = db.prepare<[number], Noted>(
    `SELECT k.key AS key, e.note AS note, e.user_id AS userId, coalesce(e.customer_id, '') AS customer, ${SUBJECT_FIELDS}
     FROM main.note_key k JOIN main.time_entry e ON e.id = k.entry_id WHERE k.key > ? ORDER BY k.key LIMIT 5000`,
  )
  const write = db.prepare('INSERT INTO temp.checked_text VALUES (?, ?, ?, ?)')
  for (let after = -1; ;) {
    const notes = page.all(after)
    for (const noted of notes)
      write.run(noted.key, searchForm(searchedText(noted)), noted.userId, noted.customer)
    const last = notes.at(-1)
    if (last === undefined) return
    after = last.key
  }
}

type Noted = PartialSubject & { key: number; note: string; userId: string; customer: string }
