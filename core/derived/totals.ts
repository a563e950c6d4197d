// Totals kept beside the entries, in the same transaction: each user's day, each customer's time, and those of reports
// (reportTotals.ts). What is derived can be recounted.
import type { Effect } from '../../shared/entities/registry.ts'
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import { firstDayOf, lastDayOf } from '../../shared/base/localDate.ts'
import { isSame } from '../../shared/base/same.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { formerThrough } from '../../shared/entities/organisation.ts'
import { countedTime } from '../../shared/rules/countedTime.ts'
import type { DayTime, SessionTime } from '../../shared/rules/workDiary.ts'
import { dayTimeOf, touchEachOther } from '../../shared/rules/workDiary.ts'
import type { Data, WritableData } from '../db/data.ts'
import { countedSql, exactThrough } from './countedSql.ts'
import { readDevice, removeDevice, writeDevice } from '../kept/deviceRow.ts'
import { forgetReportTotals, listReportMonths, updateReportTotals } from './reportTotals.ts'

/** Stands for the entrance and the exit of a day that has amounts alone (F9). */
export const NO_TIME = 0

const STALE = 'totalsStale'

type SessionRow = { start_at: number; end_at: number; duration_ms: number }
type DayRow = SessionRow & { user_id: Id; work_date: LocalDate }

const toSession = (row: SessionRow): SessionTime => ({
  startAt: row.start_at,
  endAt: row.end_at,
  durationMs: row.duration_ms,
})

/** What became of each day, by its user and date; those of which nothing is known here are read. */
export type UpdatedDays = ReadonlyMap<string, DayTime>
const ALL_NEW: UpdatedDays = new Map()
export const dayKey = (userId: Id, date: LocalDate): string => `${userId} ${date}`

/** Brings the totals after the effects of a commit; within its transaction. */
export function updateTotals(data: WritableData, effects: readonly Effect[]): UpdatedDays {
  if (effects.some(countsOtherwise)) {
    recountTotals(data)
    return ALL_NEW
  }
  const exact = exactThrough(data)
  const days = new Map<string, { userId: Id; workDate: LocalDate }>()
  const customers = new Map<Id, CustomerSum>()
  for (const effect of effects) {
    if (effect.entity !== 'timeEntry' || sameToTotals(effect)) continue
    for (const entry of [effect.before, effect.after]) {
      if (entry === null) continue
      days.set(dayKey(entry.userId, entry.workDate), entry)
    }
    addToCustomer(customers, effect.before, -1, exact)
    addToCustomer(customers, effect.after, 1, exact)
  }
  const updated = new Map<string, DayTime>()
  for (const [key, { userId, workDate }] of days) {
    const day = updateDay(data, userId, workDate)
    if (day !== null) updated.set(key, day)
  }
  for (const [customerId, sum] of customers) updateCustomer(data, customerId, sum)
  updateReportTotals(data, effects)
  return updated
}

/** Only what was said of it has changed. */
const sameToTotals = ({ before, after }: Effect<'timeEntry'>): boolean =>
  before !== null &&
  after !== null &&
  before.userId === after.userId &&
  before.customerId === after.customerId &&
  before.workDate === after.workDate &&
  before.durationMs === after.durationMs &&
  before.startAt === after.startAt &&
  before.endAt === after.endAt &&
  isSame(before.segments, after.segments)

/** Days are open again that had kept the figures from before whole minutes (K1). */
const countsOtherwise = (effect: Effect): boolean =>
  effect.entity === 'organisation' &&
  effect.before !== null &&
  effect.after !== null &&
  formerThrough(effect.before) !== formerThrough(effect.after)

function updateDay(data: WritableData, userId: Id, workDate: LocalDate): DayTime | null {
  const sessions = data
    .all<SessionRow>(
      'SELECT start_at, end_at, duration_ms FROM time_entry WHERE user_id = +? AND work_date = +? ORDER BY start_at',
      userId,
      workDate,
    )
    .map(toSession)
  return writeDay(data, userId, workDate, sessions)
}

function writeDay(
  data: WritableData,
  userId: Id,
  workDate: LocalDate,
  sessions: readonly SessionTime[],
): DayTime | null {
  data.wroteDay(workDate)
  if (sessions.length === 0) {
    data.run('DELETE FROM day_total WHERE work_date = ? AND user_id = ?', workDate, userId)
    return null
  }
  // Segments matter only where sessions touch each other; they are stored as JSON and cost a look at the rows.
  const whole = touchEachOther(sessions)
    ? data.where('timeEntry', 'user_id = ? AND work_date = ?', userId, workDate)
    : sessions
  const exact = exactThrough(data)
  const day = dayTimeOf(whole, exact !== null && workDate <= exact)
  data.run(
    `INSERT INTO day_total (work_date, user_id, entry_count, booked_ms, total_ms, amount_ms, entrance, exit)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (work_date, user_id) DO UPDATE SET entry_count = excluded.entry_count, booked_ms = excluded.booked_ms,
     total_ms = excluded.total_ms, amount_ms = excluded.amount_ms, entrance = excluded.entrance, exit = excluded.exit`,
    workDate,
    userId,
    day.entryCount,
    day.bookedMs,
    day.totalMs,
    day.amountMs,
    day.entrance ?? NO_TIME,
    day.exit ?? NO_TIME,
  )
  return day
}

/** What a commit adds to a customer's time; it may be less than nothing. `newest`: when the last of it began; null: some of it went. */
type CustomerSum = { entries: number; ms: number; newest: number | null }

function addToCustomer(
  customers: Map<Id, CustomerSum>,
  entry: { customerId: Id | null; durationMs: number; workDate: LocalDate; startAt: number } | null,
  sign: 1 | -1,
  exact: LocalDate | null,
): void {
  if (entry === null || entry.customerId === null) return
  let sum = customers.get(entry.customerId)
  if (sum === undefined) customers.set(entry.customerId, (sum = { entries: 0, ms: 0, newest: entry.startAt }))
  if (sign < 0) sum.newest = null
  else if (sum.newest !== null) sum.newest = Math.max(sum.newest, entry.startAt)
  sum.entries += sign
  sum.ms += sign * countedTime(entry.durationMs, entry.workDate, exact)
}

function updateCustomer(data: WritableData, customerId: Id, { entries, ms, newest }: CustomerSum): void {
  data.run(
    `INSERT INTO customer_total (customer_id, entry_count, duration_ms, last_at)
     VALUES (?, ?, ?, ?)
     ON CONFLICT (customer_id) DO UPDATE SET entry_count = entry_count + excluded.entry_count,
     duration_ms = duration_ms + excluded.duration_ms, last_at = max(last_at, excluded.last_at)`,
    customerId,
    entries,
    ms,
    newest ?? NO_TIME,
  )
  if (newest !== null) return
  data.run('DELETE FROM customer_total WHERE customer_id = ? AND entry_count = 0', customerId)
  data.run(
    'UPDATE customer_total SET last_at = (SELECT max(start_at) FROM time_entry WHERE customer_id = +?) WHERE customer_id = ?',
    customerId,
    customerId,
  )
}

/** Says that entries are written past `updateTotals`; the totals count again only after a recount. */
export function markTotalsStale(data: WritableData): void {
  writeDevice(data, STALE, 'true')
  forgetReportTotals(data)
}

/** Recounts where somebody said so, or was cut off before the recount. */
export function recountStaleTotals(data: WritableData): boolean {
  if (readDevice(data, STALE) === null) return false
  recountTotals(data)
  return true
}

/** Counts all totals anew from the entries, in one transaction; those of reports are counted beside the work of others. */
export function recountTotals(data: WritableData): void {
  data.db
    .transaction(() => {
      data.run('DELETE FROM day_total')
      data.forget()
      data.run('DELETE FROM customer_total')
      data.run(
        `INSERT INTO customer_total (customer_id, entry_count, duration_ms, last_at)
         SELECT customer_id, count(*), sum(${countedSql(exactThrough(data))}), max(start_at) FROM time_entry
         WHERE customer_id IS NOT NULL GROUP BY customer_id`,
      )
      for (const { user_id: userId } of data.all<{ user_id: Id }>('SELECT DISTINCT user_id FROM time_entry'))
        recountDays(data, userId)
      listReportMonths(data)
      removeDevice(data, STALE)
    })
    .immediate()
}

function recountDays(data: WritableData, userId: Id): void {
  const rows = data.all<DayRow>(
    `SELECT user_id, work_date, start_at, end_at, duration_ms FROM time_entry
     WHERE user_id = +? ORDER BY work_date, start_at`,
    userId,
  )
  let day: SessionTime[] = []
  rows.forEach((row, index) => {
    day.push(toSession(row))
    if (rows[index + 1]?.work_date === row.work_date) return
    writeDay(data, userId, row.work_date, day)
    day = []
  })
}

export type DatedDay = DayTime & { date: LocalDate }

/** A user's days of the month with time, in order. */
export const readMonth = (data: Data, userId: Id, month: Month): readonly DatedDay[] =>
  data.rememberedOf(month, userId, () => readDays(data, userId, firstDayOf(month), lastDayOf(month)))

/** The days between two dates on which a user has time, in order. */
export const readDays = (data: Data, userId: Id, from: LocalDate, to: LocalDate): DatedDay[] =>
  data.all<DatedDay>(
    `SELECT work_date AS date, entry_count AS entryCount, booked_ms AS bookedMs, total_ms AS totalMs,
     amount_ms AS amountMs, nullif(entrance, ${NO_TIME}) AS entrance, nullif(exit, ${NO_TIME}) AS exit
     FROM day_total WHERE user_id = +? AND work_date BETWEEN ? AND ? ORDER BY work_date`,
    userId,
    from,
    to,
  )

/** What a user's days of a month add up to. `worked` has bit n set where day n of the month has an entry. */
export type MonthSums = { totalMs: number; bookedMs: number; entries: number; days: number; worked: number }

/** Everybody's month in one row each, so that a month of a large firm is not thousands of them. */
export const readMonthSums = (data: Data, month: Month): ReadonlyMap<Id, MonthSums> =>
  data.rememberedOf(month, 'sums', () => {
    const rows = data.all<MonthSums & { userId: Id }>(
      // A text is shifted by as a number is, without being made one first, which took a quarter of the time.
      `SELECT user_id AS userId, sum(total_ms) AS totalMs, sum(booked_ms) AS bookedMs, sum(entry_count) AS entries,
       count(*) AS days, sum(1 << substr(work_date, 9)) AS worked
       FROM day_total WHERE work_date BETWEEN ? AND ? GROUP BY user_id`,
      firstDayOf(month),
      lastDayOf(month),
    )
    return new Map(rows.map((row) => [row.userId, row]))
  })
