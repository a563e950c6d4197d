// What a customer's journal is computed from: each source gives its lines by a SELECT of the same columns. Whoever adds another kind
// of line adds a source here, its keyword to the contract, and what a press on it opens to the screen.
import type { JournalKeyword, JournalSource } from '../../shared/contract/journal.ts'
import type { Instant } from '../../shared/base/instant.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { SubjectField } from '../../shared/entities/subject.ts'
import { SOMES, SUBJECT } from '../../shared/entities/subject.ts'
import type { Data } from '../db/data.ts'
import type { SqlValue } from '../db/statements.ts'
import { countedSql, exactThrough } from '../derived/countedSql.ts'
import { noteQuery, phrasesOf, placesIn } from '../derived/noteQuery.ts'
import { hasId } from '../facts/relations.ts'
import { columnOf } from '../facts/subject.ts'
import { meetingRows, ROWS, taskRows } from './journalPlanned.ts'

/** By what a page is narrowed; `from` and `to` are instants, the second is no longer part of it. */
export type JournalFilter = {
  customerId: Id
  keyword?: JournalKeyword | undefined
  tagId?: Id | undefined
  userId?: Id | undefined
  text?: string | undefined
  from?: number | undefined
  to?: number | undefined
}

/** Lines stand by their moment, and at one moment by their ids. */
export type Place = { at: number; id: Id }

type Condition = { sql: string; values: readonly SqlValue[] }
const is = (sql: string, ...values: SqlValue[]): Condition => ({ sql, values })
/** The answer to a filter that leaves nothing of a source. */
const NOTHING = null

/**
 * `durationMs`: counted time. `keywords`: 1 where it is a call too, of which the line's are made. `day`: the day alone, of what has no time of day. `meetingId`: the
 * meeting that it is, or that its time comes from, and `occurrenceAt` which of its occurrences. `done`: 1 or 0 of a task.
 */
type LineColumn = 'durationMs' | 'keywords' | 'day' | 'meetingId' | 'occurrenceAt' | 'done' | SubjectField

export type Source = {
  readonly source: JournalSource
  /** The table, called `j`. */
  from(data: Data, filter: JournalFilter, now: Instant): Condition
  readonly at: string
  readonly userId: string
  readonly text: string
  /** What its lines have beside that. What they never have is not read: a column of NULLs costs as much as another. */
  more(data: Data): { readonly [C in LineColumn]?: string }
  /** What is always asked of a row for it to be a line. */
  readonly condition: string
  keyword(keyword: JournalKeyword): Condition | null
  tag(tagId: Id): Condition | null
  words(data: Data, text: string, customerId: Id): Condition | null
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The lists of what it is on, which lines of every kind may have (A26). */
const LISTS = Object.fromEntries(SOMES.map(({ field }) => [field, `j."${snake(field)}"`]))
const WHOLE_SUBJECT = Object.fromEntries(SUBJECT.map(({ field }) => [field, `j."${columnOf(field)}"`]))

/** Few beside a customer's sessions, so each is looked at. */
function matching(rows: readonly { id: Id; text: string }[], typed: string): Condition | null {
  const phrases = phrasesOf(typed)
  const found = rows.filter(({ text }) => phrases.every((phrase) => placesIn(text, [phrase]).length > 0))
  return phrases.length === 0 || found.length === 0
    ? NOTHING
    : is('j.id IN (SELECT value FROM json_each(?))', JSON.stringify(found.map(({ id }) => id)))
}

/** So are nearly all; an index says it, and the parts of the others alone are read. */
const ONLY_PART = `NOT EXISTS (SELECT 1 FROM time_entry p WHERE p.session_id = j.session_id AND p.rowid <> j.rowid)`

/** F11: a session is one line, however many days it touches, and a call as well where a stop made it. */
const time: Source = {
  source: 'time',
  from: () => is('time_entry j'),
  at: 'j.start_at',
  userId: 'j.user_id',
  text: 'j.note',
  more: (data) => ({
    durationMs: `CASE WHEN ${ONLY_PART} THEN ${countedSql(exactThrough(data), 'j.')}
      ELSE (SELECT sum(${countedSql(exactThrough(data), 'p.')}) FROM time_entry p
        WHERE p.session_id = j.session_id AND p.customer_id = j.customer_id) END`,
    keywords: 'j.task_id IS NOT NULL',
    // F9: an amount of time on a day.
    day: 'CASE WHEN j.start_at = j.end_at THEN j.work_date END',
    meetingId: 'j.meeting_id',
    occurrenceAt: 'j.occurrence_at',
    ...WHOLE_SUBJECT,
  }),
  condition: `(${ONLY_PART} OR NOT EXISTS (SELECT 1 FROM time_entry p WHERE p.session_id = j.session_id
    AND p.customer_id = j.customer_id AND p.start_at < j.start_at))`,
  keyword: (keyword) =>
    keyword === 'Time Log'
      ? is('1')
      : keyword === 'Call Scheduled'
        ? is('j.task_id IS NOT NULL')
        : keyword === 'Meeting'
          ? is('j.meeting_id IS NOT NULL')
          : NOTHING,
  tag: (tagId) => is(hasId('timeEntry', 'tagIds', { of: 'j.' }), tagId),
  words: (_, text, customerId) => {
    const phrases = phrasesOf(text)
    return phrases.length === 0
      ? NOTHING
      : is(
          `j.id IN (SELECT k.entry_id FROM note_search s JOIN note_key k ON k.key = s.rowid
            WHERE note_search MATCH ?)`,
          noteQuery(phrases, { customerId }),
        )
  },
}

/** A12: a call of which no time is recorded: planned, or stopped and thrown away. */
const call: Source = {
  source: 'call',
  from: () => is('task j'),
  at: 'j.start_at',
  userId: 'j.primary_participant_id',
  // A stop calls it after the customer, which says nothing here.
  text: `CASE WHEN j.title = (SELECT name FROM customer WHERE id = j.customer_id) THEN '' ELSE j.title END`,
  more: () => ({ keywords: '1', done: `j.status = 'Done'` }),
  condition: `j.type = 'Call' AND j.start_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM time_entry e WHERE e.task_id = j.id)`,
  keyword: (keyword) => (keyword === 'Call Scheduled' ? is('1') : NOTHING),
  tag: () => NOTHING,
  words: (data, text, customerId) =>
    matching(
      data
        .where('task', `customer_id = ? AND type = 'Call'`, customerId)
        .map(({ id, title }) => ({ id, text: title })),
      text,
    ),
}

/** What was written by hand. */
const note: Source = {
  source: 'note',
  from: () => is('journal_entry j'),
  at: 'j.at',
  userId: 'j.user_id',
  text: 'j.text',
  more: () => LISTS,
  // Other lines were stored by earlier versions, and say what the sessions say.
  condition: `j.keyword = 'Note'`,
  keyword: (keyword) => (keyword === 'Note' ? is('1') : NOTHING),
  tag: (tagId) => is(hasId('journalEntry', 'tagIds', { of: 'j.' }), tagId),
  words: (data, text, customerId) =>
    matching(data.where('journalEntry', `customer_id = ? AND keyword = 'Note'`, customerId), text),
}

/** What was planned is made into rows that fit the words already. */
const planned = { at: 'j.at', userId: 'j.user_id', text: 'j.text', words: () => is('1') }

/** Meetings that have begun; the time that comes from one is a line of its own. */
const meeting: Source = {
  ...planned,
  source: 'meeting',
  from: (data, filter, now) => is(ROWS, JSON.stringify(meetingRows(data, filter, now))),
  more: () => ({ day: 'j.day', meetingId: 'j.meeting_id', occurrenceAt: 'j.occurrence_at', ...LISTS }),
  condition: '1',
  keyword: (keyword) => (keyword === 'Meeting' ? is('1') : NOTHING),
  tag: () => is('1'),
}

/** Tasks, and calls that are due on a day or without a date. */
const task: Source = {
  ...planned,
  source: 'task',
  from: (data, filter) => is(ROWS, JSON.stringify(taskRows(data, filter))),
  more: () => ({ day: 'j.day', keywords: 'j.is_call', done: 'j.done' }),
  condition: '1',
  keyword: (keyword) =>
    keyword === 'Task' ? is('NOT j.is_call') : keyword === 'Call Scheduled' ? is('j.is_call') : NOTHING,
  tag: () => NOTHING,
}

const ALWAYS: readonly Source[] = [time, call, note]
export const sourcesOf = (calendar: boolean): readonly Source[] =>
  calendar ? [...ALWAYS, meeting, task] : ALWAYS

/**
 * Its newest lines before a place and no older than a moment, by the filter; null: the filter leaves none of them. Nearly all calls of a
 * customer are sessions too: without the moment each of them would be looked at for the few that are not.
 */
export function linesOf(
  data: Data,
  source: Source,
  filter: JournalFilter,
  { before, notBefore, limit, now }: { before: Place; notBefore: number; limit: number; now: Instant },
): Condition | null {
  const { customerId, keyword, tagId, userId, text, from, to } = filter
  const asked = [
    is(
      `j.customer_id = +? AND (${source.at}, j.id) < (+?, +?) AND ${source.at} >= +?`,
      customerId,
      before.at,
      before.id,
      notBefore,
    ),
    is(source.condition),
    ...(userId === undefined ? [] : [is(`${source.userId} = +?`, userId)]),
    ...(from === undefined ? [] : [is(`${source.at} >= +?`, from)]),
    ...(to === undefined ? [] : [is(`${source.at} < +?`, to)]),
    ...(keyword === undefined ? [] : [source.keyword(keyword)]),
    ...(tagId === undefined ? [] : [source.tag(tagId)]),
    ...(text === undefined ? [] : [source.words(data, text, customerId)]),
  ]
  const conditions = asked.filter((condition) => condition !== null)
  if (conditions.length < asked.length) return NOTHING
  const table = source.from(data, filter, now)
  const more = Object.entries(source.more(data)).map(([name, sql]) => `, ${sql} AS "${name}"`)
  return is(
    `SELECT j.id AS id, ${source.at} AS at, ${source.userId} AS userId, ${source.text} AS text${more.join('')}
     FROM ${table.sql} WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}
     ORDER BY ${source.at} DESC, j.id DESC LIMIT ${limit}`,
    ...table.values,
    ...conditions.flatMap(({ values }) => values),
  )
}
