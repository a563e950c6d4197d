// The facts that recording time needs: the user and their rules, what it is on, and the entries next to it.
import { workDateOf } from '../../shared/base/dayRule.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Result } from '../../shared/base/result.ts'
import { ok } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Assignment } from '../../shared/entities/assignment.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Timer } from '../../shared/entities/timer.ts'
import type { RecordFacts } from '../../shared/rules/recordSession.ts'
import { dayRuleOf } from '../../shared/rules/recordSession.ts'
import { assignmentFor, placementOf } from '../../shared/rules/assignment.ts'
import { refused } from '../../shared/rules/rule.ts'
import type { PartialSubject, Subject } from '../../shared/entities/subject.ts'
import type { Data } from '../db/data.ts'
import { entriesTouching, organisationOf, rulesOf, subjectSettings } from '../facts/reads.ts'
import { subjectFacts, withBrought } from '../facts/subject.ts'

/** Whose time it is, and what it is on. */
type Session = PartialSubject & { userId: Id }
const NO_ASSIGNMENTS: readonly Assignment[] = []
const assignmentsOf = (data: Data, userId: Id): readonly Assignment[] =>
  data
    .remembered('assignment', 'by user', () => Map.groupBy(data.list('assignment'), (of) => of.userId))
    .get(userId) ?? NO_ASSIGNMENTS

type Span = { from: number; to: number; exceptEntryId?: Id }

/** What it was on until now, null: it is new; and today, by which what it is newly on brings what it is tied to. */
type Fresh = { was: Subject | null; today: LocalDate }

/** Refused where the user or what it is on does not exist. */
export function recordFacts(
  data: Data,
  session: Session,
  span?: Span,
  fresh?: Fresh,
): Result<RecordFacts, AppError> {
  const organisation = organisationOf(data)
  const user = data.find('user', session.userId)
  if (organisation === null) return refused('setup.missing')
  if (user === null) return refused('notFound.user')
  const settings = subjectSettings(data, user)
  const on = subjectFacts(data, session)
  if (!on.ok) return on
  // Where overlaps are only flagged, nothing stands in the way.
  const neighbours =
    span === undefined || organisation.overlaps !== 'refuse'
      ? []
      : entriesTouching(
          data,
          user.id,
          span.from,
          span.to,
          span.exceptEntryId === undefined ? {} : { entryId: span.exceptEntryId },
        )
  const placement = placementOf(assignmentFor(assignmentsOf(data, session.userId), session))
  const date = span === undefined ? fresh?.today : workDateOf(span.from, dayRuleOf(organisation))
  const whole =
    fresh === undefined || date === undefined
      ? on.value
      : withBrought(data, { ...on.value, settings }, fresh.was, date)
  const { subject, things } = whole
  const rules = rulesOf(data, user)
  return ok({ organisation, rules, settings, user, subject, things, placement, neighbours })
}

/** The same for a timer's session until `to`. */
export const timerFacts = (data: Data, timer: Timer, to: number): Result<RecordFacts, AppError> =>
  recordFacts(data, timer, { from: timer.startedAt, to })
