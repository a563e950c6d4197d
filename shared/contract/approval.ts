// Commands and queries on approvals: days that are submitted, and what is decided of them (B49, I7).
import { z } from 'zod'
import type { LocalDate } from '../base/localDate.ts'
import type { Approval } from '../entities/approval.ts'
import { Id, LocalDateSchema, Note } from '../entities/entity.ts'
import { everybody, leaders, ownBy } from './access.ts'
import { command, query } from './request.ts'

const ownDays = () => z.object({ userId: Id.optional(), from: LocalDateSchema, to: LocalDateSchema })
/** Alone or many at once. */
const daysOf = () =>
  z
    .array(z.object({ userId: Id, from: LocalDateSchema, to: LocalDateSchema }))
    .min(1)
    .max(1_000)

export const approvalCommands = {
  /** All days up to today of the open period, empty ones too. */
  'approval.submit': command(ownDays, ownBy('userId', 'user', 'self')).returns<{ days: number }>(),
  'approval.withdraw': command(ownDays, ownBy('userId', 'user', 'self')).returns<{ days: number }>(),
  /** Of these days, those that were submitted. */
  'approval.approve': command(() => z.object({ of: daysOf(), reason: Note.optional() }), leaders).returns<{
    days: number
  }>(),
  'approval.reject': command(() => z.object({ of: daysOf(), reason: Note }), leaders).returns<{
    days: number
  }>(),
  /** Of these days, those that are approved: their time can be changed again. */
  'approval.takeBack': command(() => z.object({ of: daysOf(), reason: Note.optional() }), leaders).returns<{
    days: number
  }>(),
}

/** The submitted days of a user in a week, with what is odd about them. */
export type WaitingWeek = {
  userId: Id
  name: string
  /** Of the days that wait. */
  first: LocalDate
  last: LocalDate
  days: number
  totalMs: number
  expectedMs: number
  /** Working days without an entry, days with entries that overlap, days that lack a break, gaps that nobody has answered. */
  missing: LocalDate[]
  overlaps: LocalDate[]
  breaks: LocalDate[]
  gaps: number
}

export const approvalQueries = {
  /** What waits for a decision, by week and person. */
  'approval.waiting': query(
    () => z.object({ weekStart: z.int().min(1).max(7).optional() }),
    [
      'approval',
      'user',
      'organisation',
      'timeEntry',
      'category',
      'gap',
      'employment',
      'pastSetting',
      'absence',
      'absenceKind',
    ],
    leaders,
  ).returns<{ weeks: WaitingWeek[] }>(),
  /** How many people's days wait for whoever asks; and what of their own was rejected, the newest first. */
  'approval.count': query(() => z.object({}), ['approval', 'organisation'], everybody).returns<{
    waiting: number
    rejected: { date: LocalDate; reason: string }[]
  }>(),
  'approval.list': query(
    () => z.object({ userId: Id.optional(), from: LocalDateSchema, to: LocalDateSchema }),
    ['approval'],
    ownBy('userId', 'user', 'self'),
  ).returns<Approval[]>(),
}
