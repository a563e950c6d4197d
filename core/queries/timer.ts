// The timer's queries.
import { msLeftInDay } from '../../shared/base/dayRule.ts'
import { MINUTE_MS } from '../../shared/base/duration.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { RecentChoice, TimerView, timerQueries } from '../../shared/contract/timer.ts'
import type { Subject } from '../../shared/entities/subject.ts'
import { namesAlone, subjectKey, subjectOf } from '../../shared/entities/subject.ts'
import type { Timer } from '../../shared/entities/timer.ts'
import { closeSegments, countedMs, openSegment } from '../../shared/rules/segments.ts'
import { openSubject } from '../../shared/rules/subject.ts'
import type { Data } from '../db/data.ts'
import { attendedBetween } from '../facts/attended.ts'
import { colourOf } from '../facts/colour.ts'
import { dayRule, namedTimers, organisationOf, rulesOf, subjectSettings, timerRef } from '../facts/reads.ts'
import type { NamedTimer } from '../facts/reads.ts'
import { onlyOf } from '../facts/sight.ts'
import { decodeSubject, knownFacts, namesOf, SUBJECT_FIELDS, SUBJECT_KEYS } from '../facts/subject.ts'
import type { QueryHandlers } from './query.ts'

const ORDER = { running: 0, paused: 1, stopped: 2 } as const

export const timerView = ({ timer, ref, colour }: NamedTimer): TimerView => {
  const open = openSegment(timer.segments)
  const closed = timer.segments.filter(({ end }) => end !== null)
  return {
    ...timer,
    ...namesAlone(ref),
    userName: ref.userName,
    colour,
    countedMs: countedMs(closed, 0),
    runningSince: open?.start ?? null,
  }
}

const viewOf = (data: Data, timer: Timer): TimerView =>
  timerView({ timer, ref: timerRef(data, timer), colour: colourOf(data, timer) })

export const timerViews = (data: Data, userId?: string): TimerView[] =>
  namedTimers(data, userId)
    .map(timerView)
    .sort((a, b) => ORDER[a.state] - ORDER[b.state])

/** The newest few hundred sessions name enough different ones; the index on user and start answers without the rows. */
const RECENT = `SELECT ${SUBJECT_KEYS}, max(start_at) AS lastAt FROM
  (SELECT ${SUBJECT_FIELDS}, start_at FROM time_entry WHERE user_id = +? ORDER BY start_at DESC LIMIT 400)
  GROUP BY ${SUBJECT_KEYS} ORDER BY lastAt DESC`

export const timerQueryHandlers: QueryHandlers<keyof typeof timerQueries> = {
  'timer.state': (data, _, { now, today, actor }) => {
    if (actor === null) return ok({ now, timers: [], todayMs: 0, gaps: [] })
    const timers = timerViews(data, actor.userId)
    return ok({
      now,
      timers,
      todayMs: attendedBetween(data, actor.userId, { first: today, last: today, now })(today),
      gaps: [...data.where('gap', 'user_id = ?', actor.userId)],
    })
  },

  'timer.active': (data, _, { now, today, actor }) => {
    const only = onlyOf(data, actor, 'timer')
    const working = timerViews(data, only ?? undefined).filter(({ state }) => state !== 'stopped')
    const attended = new Map(
      [...new Set(working.map(({ userId }) => userId))].map((userId) => [
        userId,
        attendedBetween(data, userId, { first: today, last: today, now })(today),
      ]),
    )
    return ok({
      now,
      timers: working.map((timer) => ({ ...timer, todayMs: attended.get(timer.userId) ?? 0 })),
      onlyYours: only !== null,
    })
  },

  'timer.recents': (data, { limit = 8 }, { actor, today }) => {
    if (actor === null) return ok([])
    const rows = data.all<Subject & { lastAt: number }>(RECENT, actor.userId)
    const choices = new Map<string, RecentChoice>()
    const settings = subjectSettings(data, data.find('user', actor.userId))
    for (const row of rows) {
      const subject = openSubject(knownFacts(data, decodeSubject(row)), today, settings)
      if (subject === null) continue
      // Without a project that is completed by now, it may be what was chosen after it.
      const left = subjectKey(subject)
      if (choices.has(left)) continue
      choices.set(left, { ...subject, ...namesOf(data, subject), lastAt: row.lastAt })
      if (choices.size >= limit) break
    }
    return ok([...choices.values()])
  },

  'timer.stopPreview': (data, args, { now }) => {
    const timer = data.find('timer', args.timerId)
    const organisation = organisationOf(data)
    if (timer === null || organisation === null) return fail(appError('notFound.timer'))
    const at = args.at ?? now
    const segments = closeSegments(timer.segments, at)
    const durationMs = countedMs(segments, at)
    const start = segments[0]?.start ?? timer.startedAt
    return ok({
      timer: viewOf(data, timer),
      at: timer.state === 'running' ? at : (segments.at(-1)?.end ?? at),
      durationMs,
      durationMinutes: Math.max(1, Math.floor(durationMs / MINUTE_MS)),
      maxMinutes: Math.floor(msLeftInDay(start, dayRule(data)) / MINUTE_MS),
      rules: rulesOf(data, data.find('user', timer.userId)),
      timeLogDialog: organisation.timeLogDialog,
    })
  },

  'draft.list': (data, _, { actor, now }) =>
    ok(
      actor === null
        ? []
        : data
            .where('noteDraft', 'user_id = +? AND expires_at > ? ORDER BY created_at DESC', actor.userId, now)
            .map((draft) => ({
              id: draft.id,
              ...subjectOf(draft.session),
              ...namesOf(data, draft.session),
              note: draft.note,
              startedAt: draft.session.startedAt,
              durationMs: countedMs(draft.session.segments, draft.createdAt),
              createdAt: draft.createdAt,
              expiresAt: draft.expiresAt,
            })),
    ),
}
