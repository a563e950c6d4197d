// The facts that recording time needs: the user and their rules, the customer, the category, the project, and the entries next to it.
import type { Result } from '../../shared/base/result.ts'
import { ok } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Timer } from '../../shared/entities/timer.ts'
import type { RecordFacts } from '../../shared/rules/recordSession.ts'
import { refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { entriesTouching, organisationOf, rulesOf } from '../reads.ts'

type Subject = { userId: Id; customerId: Id | null; categoryId: Id | null; projectId?: Id | null | undefined }
type Span = { from: number; to: number; exceptEntryId?: Id }

/** Refused where the user, customer, category or project does not exist. */
export function recordFacts(data: Data, subject: Subject, span?: Span): Result<RecordFacts, AppError> {
  const organisation = organisationOf(data)
  const user = data.find('user', subject.userId)
  if (organisation === null) return refused('setup.missing')
  if (user === null) return refused('notFound.user')
  const customer = subject.customerId === null ? null : data.find('customer', subject.customerId)
  if (subject.customerId !== null && customer === null) return refused('notFound.customer')
  const category = subject.categoryId === null ? null : data.find('category', subject.categoryId)
  if (subject.categoryId !== null && category === null) return refused('notFound.category')
  const projectId = subject.projectId ?? null
  const project = projectId === null ? null : data.find('project', projectId)
  if (projectId !== null && project === null) return refused('notFound.project')
  const neighbours =
    span === undefined
      ? []
      : entriesTouching(
          data,
          user.id,
          span.from,
          span.to,
          span.exceptEntryId === undefined ? {} : { entryId: span.exceptEntryId },
        )
  return ok({ organisation, rules: rulesOf(data, user), user, customer, category, project, neighbours })
}

/** The same for a timer's session until `to`. */
export const timerFacts = (data: Data, timer: Timer, to: number): Result<RecordFacts, AppError> =>
  recordFacts(data, timer, { from: timer.startedAt, to })
