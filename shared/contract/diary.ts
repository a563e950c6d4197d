// The Work Diary's queries: a month of all users, a user's month, a day, and how a figure came about (B33 to B40, G7).
import { z } from 'zod'
import { isMonth } from '../base/localDate.ts'
import type { Month } from '../base/localDate.ts'
import { Id, inCalendar, LocalDateSchema } from '../entities/entity.ts'
import type { EntryView } from './entry.ts'
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
  steps: { total: ExplainStep[]; extra: ExplainStep[]; salary: ExplainStep[] }
}

export type DiaryUserRow = {
  userId: Id
  name: string
  active: boolean
  atWork: boolean
  figures: MonthFigures
  /** Past working days without an entry (B48). */
  missingDays: number
}

export type DiaryMonth = {
  month: Month
  today: string
  currency: string
  zone: string
  dayStartMinutes: number
  closedThrough: string | null
  rows: DiaryUserRow[]
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
  totalMs: number
  bookedMs: number
  expectedMs: number
  /** total − expected, from the contract of that day. */
  differenceMs: number
  /** Running balance of the month up to this day, ms; null for days to come. */
  balanceMs: number | null
  entryCount: number
  /** A past working day with no entry is missing (red); today is green (B48). */
  status: 'missing' | 'today' | 'normal' | 'future'
  running: boolean
}

export type DiaryUserMonth = {
  month: Month
  today: string
  currency: string
  zone: string
  userId: Id
  name: string
  days: DiaryDay[]
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
}

export type TodayView = {
  now: number
  date: string
  dayStartAt: number
  dayEndAt: number
  entries: EntryView[]
  timers: TimerView[]
  /** Recorded today, ms, without running timers. */
  recordedMs: number
  expectedTodayMs: number
  weekMs: number
  expectedWeekMs: number
}

const reads = [
  'timeEntry',
  'timer',
  'user',
  'employment',
  'organisation',
  'customer',
  'category',
  'project',
] as const

export const diaryQueries = {
  'diary.month': query(() => z.object({ month: MonthSchema }), reads).returns<DiaryMonth>(),
  'diary.user': query(() => z.object({ userId: Id, month: MonthSchema }), reads).returns<DiaryUserMonth>(),
  'diary.day': query(() => z.object({ userId: Id, date: LocalDateSchema }), reads).returns<DiaryDayView>(),
  /** The current user's day: entries, timers, and totals of day and week against expected. */
  'diary.today': query(() => z.object({ date: LocalDateSchema.optional() }), reads).returns<TodayView>(),
}
