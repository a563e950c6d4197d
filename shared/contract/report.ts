// Reports of time, saved ones among them; budgets at their pace; and who is missing time (I8 to I14).
import { z } from 'zod'
import type { LocalDate } from '../base/localDate.ts'
import type { Colour } from '../entities/colour.ts'
import { Id, LocalDateSchema } from '../entities/entity.ts'
import { ReportQuestion } from '../entities/report.ts'
import type { ReportGroup } from '../entities/report.ts'
import { SavedReport as SavedReportSchema } from '../entities/savedReport.ts'
import type { SavedReport } from '../entities/savedReport.ts'
import { SUBJECT_NOUNS } from '../entities/subject.ts'
import { everybody, leaders, ownBy } from './access.ts'
import type { Narrowed } from './directory.ts'
import { command, query } from './request.ts'

export type ReportFigures = {
  entries: number
  /** Counted time (shared/rules/countedTime.ts). */
  ms: number
  billableMs: number
  /** Minor units; null where none of it has a rate, or who asks is not told. */
  amountMinor: number | null
  /** Billable time that has no rate. */
  withoutRateMs: number
  /** By shared/rules/hourCost.ts; null where none of it has one, or who asks is not told. */
  costMinor: number | null
  withoutCostMs: number
}

/** A row of the outline; those of the next level follow it. */
export type ReportRow = {
  level: number
  /** An id, a day, the first day of a week, a month; null: it has none of it. */
  key: string | null
  /** null of what has none, and of periods. */
  name: string | null
  colour: Colour | null
  figures: ReportFigures
}

export type Report = Narrowed & {
  by: ReportGroup[]
  from: LocalDate | null
  to: LocalDate | null
  rows: ReportRow[]
  total: ReportFigures
  /** Is who asks told what time is worth and what it costs? */
  withMoney: boolean
  currency: string
}

/** A table of more rows is a mistake of its question. */
export const MOST_ROWS = 20_000

const fields = () => SavedReportSchema().pick({ name: true, definition: true })

export const reportCommands = {
  /** For oneself, or for everybody, which those who lead may. */
  'report.save': command(() => fields().extend({ forAll: z.boolean().optional() }), everybody).returns<{
    reportId: Id
  }>(),
  'report.edit': command(
    () => fields().partial().extend({ reportId: Id, forAll: z.boolean().optional() }),
    ownBy('reportId', 'savedReport'),
  ).returns<null>(),
  'report.remove': command(
    () => z.object({ reportId: Id }),
    ownBy('reportId', 'savedReport'),
  ).returns<null>(),
}

export type SavedReportRow = SavedReport & {
  /** May who asks change it? */
  mine: boolean
}

/** A project's budget, or all bought hours of a customer together. */
export type BudgetRow = {
  kind: 'project' | 'package'
  /** Of the project, or of the customer. */
  id: Id
  /** The project with its code; null of bought hours. */
  name: string | null
  customerId: Id
  customerName: string
  colour: Colour
  budgetMs: number
  usedMs: number
  /** Bought and never used in time. */
  expiredMs: number
  /** Below zero where more is spent. */
  leftMs: number
  /** What was spent in the last four weeks (shared/rules/budget.ts). */
  paceMs: number
  runsOut: LocalDate | null
}

export type MissingRow = {
  userId: Id
  name: string
  expectedMs: number
  attendedMs: number
  missingMs: number
  /** Those on which time was expected and there is none. */
  days: LocalDate[]
}
export type MissingWeek = Narrowed & {
  first: LocalDate
  last: LocalDate
  /** The last day that is over; null: none is yet. */
  through: LocalDate | null
  rows: MissingRow[]
  /** How many others of whom time was expected have it all. */
  complete: number
}

export const reportQueries = {
  'report.run': query(
    ReportQuestion,
    [
      'timeEntry',
      'user',
      'organisation',
      'rate',
      'employment',
      'pastSetting',
      'office',
      'department',
      ...SUBJECT_NOUNS,
    ],
    everybody,
  ).returns<Report>(),
  /** One's own and everybody's, by name. */
  'report.list': query(() => z.object({}), ['savedReport'], everybody).returns<SavedReportRow[]>(),
  /** Of all projects that are open, and of all customers who bought hours. */
  'report.budgets': query(
    () => z.object({}),
    [
      'project',
      'customer',
      'category',
      'hoursPackage',
      'timeEntry',
      'pastSetting',
      'organisation',
      'invoice',
      'invoicedEntry',
    ],
    leaders,
  ).returns<BudgetRow[]>(),
  /** Of the week of a day, by default of today; of employees their own. */
  'report.missing': query(
    () => z.object({ date: LocalDateSchema.optional(), weekStart: z.int().min(1).max(7).optional() }),
    ['user', 'employment', 'absence', 'absenceKind', 'timeEntry', 'organisation', 'pastSetting'],
    everybody,
  ).returns<MissingWeek>(),
}
