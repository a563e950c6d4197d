// What was planned with a customer as lines of the journal: each occurrence of a meeting that has begun, and tasks. When a meeting takes
// place its rule says, so its rows are made here and handed to the statement as a list.
import { dayStartAt } from '../../shared/base/dayRule.ts'
import type { Instant } from '../../shared/base/instant.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { dateIn, occurrencesOf } from '../../shared/rules/occurrences.ts'
import type { Data } from '../db/data.ts'
import { phrasesOf, placesIn } from '../derived/noteQuery.ts'
import { dayRule } from '../facts/reads.ts'
import type { JournalFilter } from './journalSources.ts'

/** In the order of the columns that ROWS takes out of it. */
export type PlannedRow = readonly [
  id: Id,
  at: Instant,
  customerId: Id,
  userId: Id,
  text: string,
  day: LocalDate | null,
  isCall: 0 | 1,
  tagIds: string,
  meetingId: Id | null,
  occurrenceAt: Instant | null,
  done: 0 | 1 | null,
]

const COLUMNS = [
  'id',
  'at',
  'customer_id',
  'user_id',
  'text',
  'day',
  'is_call',
  'tag_ids',
  'meeting_id',
  'occurrence_at',
  'done',
]

/** Those rows as a table. */
export const ROWS = `(SELECT ${COLUMNS.map((name, index) => `value ->> ${index} AS "${name}"`).join(', ')} FROM json_each(?)) j`

const fits = (text: string, typed: string | undefined): boolean => {
  if (typed === undefined) return true
  const phrases = phrasesOf(typed)
  return phrases.length > 0 && phrases.every((phrase) => placesIn(text, [phrase]).length > 0)
}

/** What has begun by now and has no time of its own: that is a line already, and says that it is a meeting's. */
export function meetingRows(data: Data, filter: JournalFilter, now: Instant): PlannedRow[] {
  const { customerId, userId, tagId, text, from = -Infinity, to = Infinity } = filter
  const meetings = data
    .where('meeting', 'customer_id = +?', customerId)
    .filter(({ userIds }) => userId === undefined || userIds.includes(userId))
    .filter(({ tagIds }) => tagId === undefined || tagIds.includes(tagId))
    .filter(({ title, place, note }) => fits(`${title}\n${place}\n${note}`, text))
  return meetings.flatMap((meeting) => {
    const { id, organiserId, zone, allDay, tagIds, note, repeat } = meeting
    const logged = new Set(
      data
        .where('timeEntry', 'meeting_id = +?', id)
        .filter((entry) => entry.customerId === customerId)
        .filter((entry) => userId === undefined || entry.userId === userId)
        .map(({ occurrenceAt, startAt }) => occurrenceAt ?? startAt),
    )
    return [...occurrencesOf(meeting, from, Math.min(to, now + 1))]
      .filter(({ at }) => !(repeat === '' ? logged.size > 0 : logged.has(at)))
      .map(({ at, startAt, title, place }): PlannedRow => {
        const lines = [place === '' ? title : `${title} · ${place}`, note]
        const words = lines.filter((line) => line !== '').join('\n')
        const day = allDay ? dateIn(startAt, zone) : null
        const tags = JSON.stringify(tagIds)
        const owner = userId ?? organiserId
        return [`${id} ${at}`, startAt, customerId, owner, words, day, 0, tags, id, at, null]
      })
  })
}

/** Of calls with a time there are as many as of sessions: these have a source of their own. */
export function taskRows(data: Data, { customerId, text }: JournalFilter): PlannedRow[] {
  const rule = dayRule(data)
  return data
    .where('task', `customer_id = +? AND NOT (type = 'Call' AND start_at IS NOT NULL)`, customerId)
    .filter(({ title, note }) => fits(`${title}\n${note}`, text))
    .flatMap((task): PlannedRow[] => {
      const { id, startAt, dueDate, primaryParticipantId, title, note, type, status } = task
      const at = startAt ?? (dueDate === null ? madeAt(data, id) : dayStartAt(dueDate, rule))
      if (at === null) return []
      const words = note === '' ? title : `${title}\n${note}`
      const isCall = type === 'Call' ? 1 : 0
      const done = status === 'Done' ? 1 : 0
      return [[id, at, customerId, primaryParticipantId, words, dueDate, isCall, '[]', null, null, done]]
    })
}

/** Without a date a task stands where it was made, as far as the audit trail knows. */
const madeAt = (data: Data, taskId: Id): Instant | null =>
  data.get<{ at: number | null }>(
    `SELECT min(c.at) AS at FROM audit a JOIN commit_log c ON c.id = a.commit_id
      WHERE a.entity = 'task' AND a.entity_id = ?`,
    taskId,
  )?.at ?? null
