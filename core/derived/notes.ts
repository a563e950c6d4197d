// The search in notes, kept in the transaction of each commit. What is not in it yet is brought in day by day, oldest first.
//
// FTS5 keeps the words of the notes as searchWords.ts knows them, and no text. A note's place is the second in which its session began,
// times SLOTS, plus a number among those of the same second: so the newest are found first, and without sorting.
import type { Effect } from '../../shared/entities/registry.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import { addDays } from '../../shared/base/localDate.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { PartialSubject } from '../../shared/entities/subject.ts'
import { textsIn } from '../../shared/entities/subject.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import type { Data, WritableData } from '../db/data.ts'
import { SUBJECT_FIELDS } from '../facts/subject.ts'
import { searchForm } from './searchWords.ts'
import { readDevice, removeDevice, writeDevice } from '../kept/deviceRow.ts'

const SLOTS = 1024
const STALE = 'notesStale'
/** Brought in before others get a turn: some hundredths of a second. */
const NOTES_A_TURN = 500

type Noted = Pick<TimeEntry, 'id' | 'userId' | 'customerId' | 'startAt' | 'note'> & PartialSubject

/** Whose commits leave it to who makes them to bring the search after all of them. */
const LATER = new WeakSet<WritableData>()

/** Where several commits are made that count together or not at all: the search is theirs to bring on, by `updateNotesOfAll`. */
export function withoutNotes<T>(data: WritableData, work: () => T): T {
  LATER.add(data)
  try {
    return work()
  } finally {
    LATER.delete(data)
  }
}

/** Brings the search after the effects of a commit; within its transaction, and after the entries are written. */
export function updateNotes(data: WritableData, effects: readonly Effect[]): void {
  if (LATER.has(data)) return
  for (const { entity, before, after } of effects) {
    if (entity !== 'timeEntry' || sameToSearch(before, after)) continue
    if (before !== null) forget(data, before)
    if (after !== null) learn(data, after)
  }
}

/** The same for the effects of many, in their order: what was written and then corrected comes in once, as it is at their end. */
export function updateNotesOfAll(data: WritableData, effects: readonly Effect[]): void {
  const entries = new Map<Id, { before: Noted | null; after: Noted | null }>()
  for (const { entity, before, after } of effects) {
    if (entity !== 'timeEntry') continue
    const id = (after ?? before)?.id ?? ''
    const known = entries.get(id)
    entries.set(id, { before: known === undefined ? before : known.before, after })
  }
  const others = [...entries.values()].filter(({ before, after }) => !sameToSearch(before, after))
  // FTS5 is several times faster where places grow.
  const inOrder = (notes: (Noted | null)[]): Noted[] =>
    notes.filter((note) => note !== null).sort((a, b) => a.startAt - b.startAt)
  for (const entry of inOrder(others.map(({ before }) => before))) forget(data, entry)
  for (const entry of inOrder(others.map(({ after }) => after))) learn(data, entry)
}

const sameToSearch = (before: Noted | null, after: Noted | null): boolean =>
  before !== null &&
  after !== null &&
  searchedText(before) === searchedText(after) &&
  before.startAt === after.startAt &&
  before.userId === after.userId &&
  before.customerId === after.customerId

/** What an entry is found by: its note, and what its plain fields say (J19). */
export const searchedText = (entry: Pick<Noted, 'note'> & PartialSubject): string =>
  [entry.note, ...textsIn(entry)].filter((text) => text !== '').join('\n')

function learn(data: WritableData, entry: Noted): void {
  const text = searchedText(entry)
  if (text === '') return
  insert(data, freeKey(data, entry.startAt), entry, text)
}

/** Of a time of which nothing is in yet, in the order of their beginning: the place of each is known, and nobody need look for it. */
function learnAll(data: WritableData, entries: readonly Noted[]): void {
  let next = 0
  for (const entry of entries) {
    const text = searchedText(entry)
    if (text === '') continue
    const key = Math.max(firstKeyOf(entry.startAt), next)
    insert(data, key, entry, text)
    next = key + 1
  }
}

function insert(data: WritableData, key: number, entry: Noted, text: string): void {
  data.run('INSERT INTO note_key (key, entry_id) VALUES (?, ?)', key, entry.id)
  data.run(
    'INSERT INTO note_search (rowid, note, user_id, customer_id) VALUES (?, ?, ?, ?)',
    key,
    searchForm(text),
    entry.userId,
    entry.customerId ?? '',
  )
}

function forget(data: WritableData, entry: Noted): void {
  const key = keyOf(data, entry.id)
  // Its day may not have been brought in yet.
  if (key === undefined) return
  // FTS5 keeps no text, so it wants to be told what it had been given.
  data.run(
    "INSERT INTO note_search (note_search, rowid, note, user_id, customer_id) VALUES ('delete', ?, ?, ?, ?)",
    key,
    searchForm(searchedText(entry)),
    entry.userId,
    entry.customerId ?? '',
  )
  data.run('DELETE FROM note_key WHERE key = ?', key)
}

const keyOf = (data: Data, entryId: Id): number | undefined =>
  data.get<{ key: number }>('SELECT key FROM note_key WHERE entry_id = ?', entryId)?.key

/** After the last of the same second; a second that is full takes from the next. */
function freeKey(data: Data, startAt: number): number {
  for (let first = firstKeyOf(startAt); ; first += SLOTS) {
    const key = (lastKeyIn(data, first, first + SLOTS - 1) ?? first - 1) + 1
    if (key < first + SLOTS) return key
  }
}

/** That of the second. */
const firstKeyOf = (startAt: number): number => Math.floor(startAt / 1000) * SLOTS

const lastKeyIn = (data: Data, first: number, last: number): number | null =>
  data.get<{ key: number | null }>(
    'SELECT max(key) AS key FROM note_key WHERE key BETWEEN ? AND ?',
    first,
    last,
  )?.key ?? null

/** Says that entries are written past `updateNotes`; the search is whole again after the last `indexNotes`. */
export function markNotesStale(data: WritableData): void {
  data.db
    .transaction(() => {
      data.run("INSERT INTO note_search (note_search) VALUES ('delete-all')")
      data.run('DELETE FROM note_key')
      writeReached(data, '')
    })
    .immediate()
}

/** Says that entries from that day on are written past `updateNotes`. */
export function markNotesStaleFrom(data: WritableData, day: LocalDate): void {
  const reached = reachedDay(data)
  const before = addDays(day, -1)
  if (reached === null || before < reached) writeReached(data, before)
}

/** Is there anything that the search does not know yet? */
export const notesAreStale = (data: Data): boolean => reachedDay(data) !== null

/**
 * Brings in the next days, one at least, in a transaction of its own. False: nothing is left. What is changed meanwhile is
 * brought in by its commit, so it is passed over here.
 */
export function indexNotes(data: WritableData, most = NOTES_A_TURN): boolean {
  if (!notesAreStale(data)) return false
  return data.db
    .transaction((): boolean => {
      // Another process may have gone on with it.
      const reached = reachedDay(data)
      if (reached === null) return false
      let from = reached
      for (let count = 0; count < most;) {
        const day = data.get<{ day: LocalDate | null }>(
          'SELECT min(work_date) AS day FROM time_entry WHERE work_date > ?',
          from,
        )?.day
        if (day === null || day === undefined) {
          removeDevice(data, STALE)
          return false
        }
        count += learnDay(data, day)
        from = day
      }
      writeReached(data, from)
      return true
    })
    .immediate()
}

function learnDay(data: WritableData, day: LocalDate): number {
  const rows = data
    .all<Noted>(
      `SELECT id, user_id AS userId, start_at AS startAt, note, ${SUBJECT_FIELDS} FROM time_entry WHERE work_date = ?`,
      day,
    )
    // FTS5 is several times faster where places grow.
    .sort((a, b) => a.startAt - b.startAt)
  const [first, last] = [rows[0]?.startAt ?? 0, rows.at(-1)?.startAt ?? 0]
  // So far they reach where a second is full and takes from the next.
  if (lastKeyIn(data, firstKeyOf(first), firstKeyOf(last) + SLOTS + rows.length) === null)
    learnAll(data, rows)
  else for (const entry of rows) if (keyOf(data, entry.id) === undefined) learn(data, entry)
  return rows.length
}

/** The last day that was brought in, '' before the first; null: all are in. */
function reachedDay(data: Data): LocalDate | null {
  const text = readDevice(data, STALE)
  return text === null ? null : String(JSON.parse(text))
}

const writeReached = (data: WritableData, day: LocalDate): void =>
  writeDevice(data, STALE, JSON.stringify(day))
