// The Work Diary's queries: a month of all users, a user's month, a day, and how a figure came about (B33 to B40, G7).
import { z } from 'zod'
import { inCalendar, isMonth } from '../base/localDate.ts'
import type { Month } from '../base/localDate.ts'
import type { Portion } from '../entities/absence.ts'
import type { AbsenceEffect } from '../entities/absenceKind.ts'
import type { BreakWarning } from '../rules/breaks.ts'
import type { Employment, ExtraStep, Supplement } from '../entities/employment.ts'
import type { ApprovalStatus } from '../entities/approval.ts'
import { Id, LocalDateSchema } from '../entities/entity.ts'
import { everybody, leaders, ownBy } from './access.ts'
import type { EntryView } from './entry.ts'
import type { TimerRef } from './errors.ts'
import { SUBJECT_NOUNS } from '../entities/subject.ts'
import { query } from './request.ts'
import type { TimerView } from './timer.ts'

export const MonthSchema = z
  .string()
  .refine((text) => isMonth(text) && inCalendar(text), { error: 'not a month' })

/** One step of an explanation; words are made from `code` and `values` in shared/text ("explain.<code>"). */
export type ExplainStep = {
  code: string
  values: Record<string, string | number | null>
  resultMs?: number
  resultMinor?: number
  /** Of a day. */
  resultHundredths?: number
}

type Paid = { ms: number; minor: number }

/** A stretch of the month's days under one contract, or none, with what is paid for it. */
export type PayStretch = {
  first: string
  last: string
  days: number
  daysInMonth: number
  totalMs: number
  expectedMs: number
  /** Expected is the sum of the days; else the month's share, which no days add up to. */
  byDays: boolean
  extraMs: number
  /** Its extra hours are its own difference of total and expected, and no other stretch or day has a part in them. */
  extraAlone: boolean
  contract: Employment | null
  /** Of its days: hours of absence that count as worked, that are no longer expected, and of these the unpaid ones (I2). */
  creditedMs: number
  loweredMs: number
  unpaidMs: number
  payMinor: number
  /** Taken off a monthly wage for unpaid absence. */
  unpaidMinor: number
  extraPayMinor: number
  /** What steps and supplements are percent of: the hourly wage, or with a monthly wage the extra-hour rate. */
  baseMinor: number
  /** Extra hours by steps, in their order; none: by the extra-hour rate. Their sum is `extraPayMinor`. */
  extraParts: (Pick<ExtraStep, 'percent'> & Paid)[]
  /** For time of day, on top. */
  supplements: (Supplement & Paid)[]
  bonusPaidMinor: number
  /** With the last contract of several: what rounding each by itself missed of the whole month. */
  roundingMinor: number
}

/** The month's figures of a user. Times in ms, money in minor units of the organisation's currency. */
export type MonthFigures = {
  /** Attended time (parallel bookings count once, F5): the Total Hours of B34. */
  totalMs: number
  /** Booked time (parallel bookings count each). */
  bookedMs: number
  expectedMs: number
  extraMs: number
  /** null where the user has no contract in this month. */
  salaryMinor: number | null
  /** Hours of absence: that count as worked, that are no longer expected, and of these the unpaid ones (I2). */
  absence: { creditedMs: number; loweredMs: number; unpaidMs: number }
  /** Time of days that are not approved: the totals have it; extra hours, stretches and salary leave it out (B49). */
  leftOut: LeftOut
  stretches: PayStretch[]
  steps: { total: ExplainStep[]; extra: ExplainStep[]; salary: ExplainStep[] }
}

/** What pay leaves out, as its days are not approved (B49). */
export type LeftOut = { days: number; entries: number; totalMs: number; bookedMs: number }

export type DiaryUserRow = {
  userId: Id
  name: string
  active: boolean
  atWork: boolean
  figures: MonthFigures
  /** Worked − expected up to and with today, ms; null for a month to come (I6). */
  balanceMs: number | null
  /** Past working days without an entry (B48). */
  missingDays: number
  /** What became of the month's days; null where days are not approved (I7). */
  approvals: Readonly<Record<ApprovalStatus, number>> | null
}

export type DiaryMonth = {
  month: Month
  today: string
  currency: string
  zone: string
  dayStartMinutes: number
  closedThrough: string | null
  rows: DiaryUserRow[]
  /** What the rows add up to. */
  sums: {
    totalMs: number
    expectedMs: number
    extraMs: number
    balanceMs: number | null
    /** null where nobody has a contract in this month. */
    salaryMinor: number | null
    /** Who has none: the salaries leave them out. */
    withoutSalary: number
    missingDays: number
  }
}

export type DiaryDay = {
  date: string
  /** 1 Monday … 7 Sunday. */
  weekday: number
  workingDay: boolean
  holiday: string | null
  /** First entrance and last exit, epoch ms (F1, B37). */
  entrance: number | null
  exit: number | null
  breakMs: number
  /** Of a shift that began on this day, where a break that is demanded was too short or came too late. */
  breakWarning: BreakWarning | null
  totalMs: number
  bookedMs: number
  /** Of both: entered as an amount, without entrance and exit (F9). */
  amountMs: number
  /** Of the total: hours of absence that count as worked (I2). */
  creditedMs: number
  expectedMs: number
  /** total − expected, from the contract of that day. */
  differenceMs: number
  /** Running balance of the month up to this day, ms; null for days to come. */
  balanceMs: number | null
  entryCount: number
  /** In order; asked for or approved (I4). */
  absences: DayAbsence[]
  /** null: pending, or days are not approved (B49). */
  approval: { status: ApprovalStatus; reason: string } | null
  /** Its time counts for pay. */
  counts: boolean
  /** A past working day with no entry is missing (red); today is green (B48). */
  status: 'missing' | 'today' | 'normal' | 'future'
  running: boolean
}

/** An absence as it stands on a day. */
export type DayAbsence = {
  absenceId: Id
  kindName: string
  effect: AbsenceEffect
  portion: Portion
  status: 'requested' | 'approved'
  /** What it takes of what is expected that day, ms; of a request: nothing yet. */
  ms: number
}

export type DiaryUserMonth = {
  month: Month
  today: string
  currency: string
  zone: string
  userId: Id
  name: string
  days: DiaryDay[]
  /** Worked − expected up to and with today, ms; null for a month to come (I6). */
  balanceMs: number | null
  figures: MonthFigures
}

export type DiaryDayView = {
  date: string
  userId: Id
  name: string
  zone: string
  closed: boolean
  dayStartAt: number
  dayEndAt: number
  entries: EntryView[]
  timers: TimerView[]
  totalMs: number
  bookedMs: number
  breakWarning: BreakWarning | null
}

export type TodayView = {
  now: number
  date: string
  dayStartAt: number
  dayEndAt: number
  entries: EntryView[]
  timers: TimerView[]
  /** The day with which the week begins. */
  weekFirst: string
  /** Attended on the day up to `now`, ms: recorded time and timers together, each moment once (K7); with hours of absence that count. */
  attendedMs: number
  expectedTodayMs: number
  /** Likewise of the week. */
  weekMs: number
  expectedWeekMs: number
}

/** What recorded time is called beside what it is on. */
const places = ['office', 'department'] as const
const times = ['timeEntry', 'timer', 'user', 'organisation'] as const
/** What is expected rests on these as well. */
const expectation = ['employment', 'pastSetting', 'absence', 'absenceKind'] as const

/** What is odd in the days that would be closed, by user and kind; `date` is the first of them, and where to look (G8). */
export type PeriodOddity = {
  kind: 'missing' | 'overlap' | 'gap' | 'timer' | 'request' | 'unapproved' | 'breaks'
  userId: Id
  name: string
  date: string
  /** How many days, gaps, timers or requests. */
  count: number
  /** Those that run, are paused, or are stopped and not recorded yet. */
  timers?: TimerRef[]
}

export const diaryQueries = {
  /** Before a period is closed: missing days, overlaps, unanswered gaps, timers, undecided requests and breaks that lack in it. */
  'period.preview': query(
    () => z.object({ through: LocalDateSchema }),
    [...times, ...SUBJECT_NOUNS, ...expectation, 'approval', 'gap'],
    leaders,
  ).returns<{ oddities: PeriodOddity[] }>(),
  'diary.month': query(
    () => z.object({ month: MonthSchema }),
    [...times, ...expectation, 'approval'],
    leaders,
  ).returns<DiaryMonth>(),
  'diary.user': query(
    () => z.object({ userId: Id, month: MonthSchema }),
    [...times, ...SUBJECT_NOUNS, ...expectation, 'approval'],
    ownBy('userId', 'user'),
  ).returns<DiaryUserMonth>(),
  'diary.day': query(
    () => z.object({ userId: Id, date: LocalDateSchema }),
    [...times, ...places, ...SUBJECT_NOUNS, 'pastSetting'],
    ownBy('userId', 'user'),
  ).returns<DiaryDayView>(),
  /** The current user's day: entries, timers, and totals of day and week against expected. */
  'diary.today': query(
    () =>
      z.object({
        date: LocalDateSchema.optional(),
        /** With which weekday weeks begin where the reader is; the organisation's setting goes before (K8). */
        weekStart: z.int().min(1).max(7).optional(),
      }),
    [...times, ...places, ...SUBJECT_NOUNS, ...expectation],
    everybody,
  ).returns<TodayView>(),
}
