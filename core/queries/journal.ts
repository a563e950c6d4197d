// A customer's journal (A12, A31, F11): the lines of all its sources in one order, a page at a time.
import { dayEndAt, dayStartAt } from '../../shared/base/dayRule.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { appError } from '../../shared/contract/errors.ts'
import type {
  JournalKeyword,
  JournalLine,
  journalQueries,
  JournalSource,
} from '../../shared/contract/journal.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Subject } from '../../shared/entities/subject.ts'
import { NO_SUBJECT } from '../../shared/entities/subject.ts'
import { isModuleOn } from '../../shared/rules/module.ts'
import type { Data } from '../db/data.ts'
import { dayRule, nameOf, organisationOf } from '../facts/reads.ts'
import { onlyOf } from '../facts/sight.ts'
import { decodeSubject, labelsOf, named } from '../facts/subject.ts'
import type { Place } from './journalSources.ts'
import { linesOf, sourcesOf } from './journalSources.ts'
import type { QueryHandlers } from './query.ts'

/** What only lines of some sources have; a row has the columns of its source. `keywords`: 1 where it is a call too. */
type More = Subject & {
  durationMs: number | null
  keywords: number
  meetingId: Id | null
  occurrenceAt: number | null
  done: number | null
  day: LocalDate | null
}
type Row = Partial<More> & { source: JournalSource; id: Id; at: number; userId: Id; text: string }

const NEWEST: Place = { at: Number.MAX_SAFE_INTEGER, id: '' }

const placeOf = (text: string | undefined): Place => {
  const [, at, id] = /^(\d{1,16}):(.{0,40})$/s.exec(text ?? '') ?? []
  return at === undefined ? NEWEST : { at: Number(at), id: id ?? '' }
}

const newestFirst = (a: Row, b: Row): number => b.at - a.at || (a.id < b.id ? 1 : -1)

export const journalQueryHandlers: QueryHandlers<keyof typeof journalQueries> = {
  'customer.journal': (data, { customerId, before, limit = 50, from, to, ...asked }, { actor, now }) => {
    if (data.find('customer', customerId) === null) return fail(appError('notFound.customer'))
    const only = onlyOf(data, actor, 'timeEntry')
    const none = { rows: [], next: null, onlyYours: only !== null }
    if (only !== null && asked.userId !== undefined && asked.userId !== only) return ok(none)
    const rule = dayRule(data)
    const filter = {
      ...asked,
      customerId,
      userId: only ?? asked.userId,
      text: (asked.text ?? '').trim() === '' ? undefined : asked.text,
      from: from === undefined ? undefined : dayStartAt(from, rule),
      to: to === undefined ? undefined : dayEndAt(to, rule),
    }
    const page = { before: placeOf(before), limit, now }
    const user = actor === null ? null : data.find('user', actor.userId)
    const calendar = isModuleOn(organisationOf(data), user, 'calendar')
    let rows: Row[] = []
    for (const source of sourcesOf(calendar)) {
      // A line that is older than a whole page of others is not on it.
      const notBefore = (rows.length < limit ? null : rows.at(-1)?.at) ?? -Number.MAX_SAFE_INTEGER
      const lines = linesOf(data, source, filter, { ...page, notBefore })
      if (lines === null) continue
      const found = data.all<Row>(lines.sql, ...lines.values)
      for (const row of found) row.source = source.source
      if (found.length > 0) rows = [...rows, ...found].sort(newestFirst).slice(0, limit)
    }
    const last = rows.at(-1)
    return ok({
      rows: rows.map((row) => lineOf(data, row, calendar)),
      next: last !== undefined && rows.length === limit ? `${last.at}:${last.id}` : null,
      onlyYours: only !== null,
    })
  },
}

function lineOf(data: Data, row: Row, calendar: boolean): JournalLine {
  const meetingId = (calendar ? row.meetingId : null) ?? null
  const made = {
    meetingId,
    keywords: keywordsOf(row.source, row.keywords === 1, meetingId !== null),
    done: row.done == null ? null : row.done === 1,
    userName: nameOf(data, 'user', row.userId) ?? '',
  }
  const decoded = decodeSubject(row)
  // A session's row has all else of its line and becomes it: a page of copies takes an eighth of the answer.
  return row.source === 'time'
    ? (named(data, Object.assign(decoded, made)) as JournalLine)
    : { ...NO_LINE, ...decoded, ...labelsOf(data, decoded), ...made }
}

const NO_LINE = { ...NO_SUBJECT, occurrenceAt: null, day: null, durationMs: null }

const OWN: Record<JournalSource, readonly JournalKeyword[]> = {
  time: ['Time Log'],
  call: [],
  meeting: [],
  task: [],
  note: ['Note'],
}

const keywordsOf = (source: JournalSource, isCall: boolean, isMeeting: boolean): JournalKeyword[] => [
  ...(isCall ? (['Call Scheduled'] as const) : []),
  ...(isMeeting ? (['Meeting'] as const) : []),
  ...(source === 'task' && !isCall ? (['Task'] as const) : []),
  ...OWN[source],
]
