// Adds the time of included meetings to the log once they are over (E5), also what ended while nobody was there. Each item once: it is
// looked for in the log and in the audit trail, so what somebody deleted or took back does not come again.
import { occurrencesOf } from '../../shared/rules/occurrences.ts'
import type { Occurrence } from '../../shared/rules/occurrences.ts'
import type { Meeting } from '../../shared/entities/meeting.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { LogFacts } from '../../shared/rules/meetingLog.ts'
import type { Committed } from '../commit.ts'
import { commitChanges } from '../commit.ts'
import type { WritableData } from '../db/data.ts'
import { logFacts } from '../facts/meetingLog.ts'
import { organisationOf } from '../facts/reads.ts'
import { meetingsLooked, setMeetingsLooked } from '../kept/session.ts'
import type { Act } from '../pipeline.ts'
import type { Ports } from '../ports.ts'
import { isMissing, recordOver } from './meetingOver.ts'

export interface MeetingWatch {
  /** Records what is over by now, where there is anything to look at. */
  beat(): void
  /** Meetings may have changed: the next beat looks. */
  changed(): void
}

type Deps = {
  ports: Pick<Ports, 'clock' | 'newId' | 'log'>
  data: WritableData
  committed(commitId: string): void
  /** Within the commit, right before its end; see the pipeline. */
  beforeCommit(act: Act, committed: Committed): void
  /** What is written for long by another connection of this process gives way. */
  makeWay(): void
  /** In a team an employee's device looks after its own user only. */
  recordsFor(userId: Id): boolean
}

export function createMeetingWatch(deps: Deps): MeetingWatch {
  const { ports, data, committed, beforeCommit, makeWay, recordsFor } = deps
  /** The next end of an included meeting; until then nothing can be over. */
  let nextAt = -Infinity

  /** What one meeting's people have not in their log of what ended after `since`. */
  const record = (meeting: Meeting, since: number, now: number): void => {
    const organisation = organisationOf(data)
    if (organisation === null) return
    const facts = logFacts(data, organisation, meeting.id)
    for (const occurrence of occurrencesOf(meeting)) {
      if (occurrence.endAt > now) {
        nextAt = Math.min(nextAt, occurrence.endAt)
        continue
      }
      if (occurrence.endAt <= since) continue
      for (const userId of meeting.userIds)
        if (recordsFor(userId) && isMissing(data, meeting, occurrence, userId, facts))
          recordOne(meeting, occurrence, userId, facts, now)
    }
  }

  /** What the rules refuse is left out: the meeting then says that it is not in the log, and asked for by hand says why. */
  const recordOne = (
    meeting: Meeting,
    occurrence: Occurrence,
    userId: Id,
    facts: LogFacts,
    now: number,
  ): void => {
    const commitId = ports.newId()
    const args = { meetingId: meeting.id, at: occurrence.at, userId }
    const write = data.db.transaction((): boolean => {
      const entries = recordOver(data, meeting, occurrence, userId, facts, now, commitId)
      if (!entries.ok) return refusedAs(meeting, entries.error.code)
      const act = { id: commitId, at: now, command: 'meeting.over', args }
      const done = commitChanges(data, entries.value.changes, { ...act, actorId: null })
      if (!done.ok) throw new Refused(done.error.code)
      beforeCommit({ ...act, zone: meeting.zone }, done.value)
      return true
    })
    try {
      if (write.immediate()) committed(commitId)
    } catch (error) {
      data.forget()
      if (!(error instanceof Refused)) throw error
      refusedAs(meeting, error.code)
    }
  }

  const refusedAs = (meeting: Meeting, code: string): false => {
    ports.log.info('meeting.notLogged', { meeting: meeting.id, code })
    return false
  }

  const look = (now: number): void => {
    makeWay()
    const looked = meetingsLooked(data)
    const since = looked?.at ?? -Infinity
    // Read before the meetings, so that what is committed meanwhile is looked at the next time.
    const seq = data.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM audit')?.seq ?? 0
    const changed = new Set(
      looked === null
        ? []
        : data
            .all<{ id: Id }>(
              "SELECT DISTINCT entity_id AS id FROM audit WHERE entity = 'meeting' AND +seq > ?",
              looked.seq,
            )
            .map(({ id }) => id),
    )
    nextAt = Infinity
    const included = data.where('meeting', 'logged')
    for (const meeting of included) {
      // Its changes may have brought back what ended before.
      const from = looked === null || changed.has(meeting.id) ? -Infinity : since
      if (meeting.lastAt > from) record(meeting, from, now)
    }
    // A wall clock that was set back does not make what is recorded new.
    if (included.length > 0) setMeetingsLooked(data, { at: Math.max(since, now), seq })
  }

  return {
    beat: () => {
      const now = ports.clock.now()
      if (now >= nextAt) look(now)
    },
    changed: () => {
      nextAt = -Infinity
    },
  }
}

class Refused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}
