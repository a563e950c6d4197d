// Facts that several commands and queries load: the organisation, users with their rules, active timers with names.
import type { DayRule } from '../../shared/base/dayRule.ts'
import type { Instant } from '../../shared/base/instant.ts'
import type { TimerRef } from '../../shared/contract/errors.ts'
import type { Colour } from '../../shared/entities/colour.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import { ORGANISATION_ID } from '../../shared/entities/organisation.ts'
import { DEFAULT_RULES, rulesFor } from '../../shared/entities/rules.ts'
import type { Rate } from '../../shared/entities/rate.ts'
import type { TimeRules } from '../../shared/entities/rules.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import type { Timer } from '../../shared/entities/timer.ts'
import type { User } from '../../shared/entities/user.ts'
import { modulesOn } from '../../shared/rules/module.ts'
import type { SubjectSettings } from '../../shared/rules/subject.ts'
import type { Data } from '../db/data.ts'
import { decodeRow } from '../db/entityStore.ts'
import { colourOf } from './colour.ts'
import { namesOf } from './subject.ts'

export const organisationOf = (data: Data): Organisation | null => data.find('organisation', ORGANISATION_ID)

/** When an entry was worked on, from its column: whoever reads months of them wants nothing else of it. */
export const segmentsIn = (column: string): TimeEntry['segments'] =>
  decodeRow('timeEntry', { segments: column }).segments

/** The day rule in force; before the set-up, days are UTC days. */
export function dayRule(data: Data): DayRule {
  const organisation = organisationOf(data)
  return organisation === null
    ? { zone: 'UTC', dayStartMinutes: 0 }
    : { zone: organisation.zone, dayStartMinutes: organisation.dayStartMinutes }
}

export function rulesOf(data: Data, user: User | null): TimeRules {
  const organisation = organisationOf(data)
  return organisation === null ? DEFAULT_RULES : rulesFor(organisation, user ?? undefined)
}

/** What of the settings says what this user's time can be on. */
export function subjectSettings(data: Data, user: User | null): SubjectSettings {
  const organisation = organisationOf(data)
  return {
    casesNeedProject: organisation?.casesNeedProject ?? false,
    modules: modulesOn(organisation, user),
  }
}

/** The rates of one subject: the organisation, a user, a customer or a project. */
export const ratesOf = (data: Data, of: Pick<Rate, 'level' | 'subjectId'>): readonly Rate[] =>
  data.where('rate', 'level = ? AND subject_id IS ?', of.level, of.subjectId)

export type NamedTimer = { timer: Timer; ref: TimerRef; colour: Colour | null }

/** Timers in any state, newest first. */
export const timersOf = (data: Data, userId?: Id): readonly Timer[] =>
  userId === undefined
    ? data.where('timer', '1 ORDER BY started_at DESC, id DESC')
    : data.where('timer', 'user_id = +? ORDER BY started_at DESC, id DESC', userId)

/** The same with the names that a refusal shows. */
export const namedTimers = (data: Data, userId?: Id): NamedTimer[] =>
  timersOf(data, userId).map((timer) => ({
    timer,
    ref: timerRef(data, timer),
    colour: colourOf(data, timer),
  }))

export const timerRef = (data: Data, timer: Timer): TimerRef => ({
  ...namesOf(data, timer),
  timerId: timer.id,
  userId: timer.userId,
  userName: nameOf(data, 'user', timer.userId) ?? '',
  startedAt: timer.startedAt,
  state: timer.state,
})

export const nameOf = (
  data: Data,
  entity: 'user' | 'customer' | 'category' | 'project',
  id: Id | null,
): string | null => (id === null ? null : (data.find(entity, id)?.name ?? null))

/** The user's entries that touch [from, to), without the ones of a session that is being changed. */
export const entriesTouching = (
  data: Data,
  userId: Id,
  from: Instant,
  to: Instant,
  except: { entryId?: Id } = {},
): readonly TimeEntry[] =>
  // No entry is longer than a day of 25 hours, so the index on the start can bound the search on both sides.
  data.where(
    'timeEntry',
    'user_id = +? AND start_at > ? AND start_at < ? AND end_at > ? AND id <> ? ORDER BY start_at',
    userId,
    from - 26 * 3_600_000,
    to,
    from,
    except.entryId ?? '',
  )
