// The Work Diary's queries: facts from the kept totals, figures by the rules (B33 to B40, B44, B48, G7).
import { dayEndAt, dayStartAt, workDateOf } from '../../shared/base/dayRule.ts'
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import {
  addDays,
  daysOfMonth,
  firstDayOf,
  lastDayOf,
  monthOf,
  weekdayOf,
  weekdaysOfMonth,
  weekStartOf,
} from '../../shared/base/localDate.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { DiaryDay, diaryQueries } from '../../shared/contract/diary.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Employment } from '../../shared/entities/employment.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import type { PayFacts, Terms } from '../../shared/rules/payroll.ts'
import { countBits, dayBit, monthShape, workingDays } from '../../shared/rules/monthShape.ts'
import {
  expectedByDay,
  expectedMsOn,
  isUniform,
  monthFigures,
  termsOf,
  termsOn,
  weekdayMinutes,
} from '../../shared/rules/payroll.ts'
import type { DayTime } from '../../shared/rules/workDiary.ts'
import { dayStatus, dayTimeOf, EMPTY_DAY } from '../../shared/rules/workDiary.ts'
import type { Data } from '../db/data.ts'
import type { DatedDay, MonthSums } from '../db/totals.ts'
import { readDays, readMonthSums } from '../db/totals.ts'
import { dayRule, organisationOf } from '../reads.ts'
import { entryViews } from './entryViews.ts'
import { holidaysOf } from './holidays.ts'
import type { QueryHandlers } from './query.ts'
import { timerViews } from './timer.ts'

type Days = Map<LocalDate, DayTime>

const NO_DAYS: Days = new Map()
const byDate = (days: readonly DatedDay[]): Days => new Map(days.map((day) => [day.date, day]))
const NOTHING: MonthSums = { totalMs: 0, bookedMs: 0, entries: 0, days: 0, worked: 0 }

const noOrganisation = fail(appError('setup.missing'))

const payFacts = (
  organisation: Organisation,
  terms: readonly Terms[],
  month: Month,
  time: Pick<PayFacts, 'days' | 'whole'>,
): PayFacts => ({
  month,
  ...time,
  terms,
  holidays: holidaysOf(organisation.holidayCountry, month),
})

const employmentsOf = (data: Data, userId: string): readonly Employment[] =>
  data.where('employment', 'user_id = ?', userId)

function sumOf(days: readonly DatedDay[]): NonNullable<PayFacts['whole']> {
  const sum = { totalMs: 0, bookedMs: 0, entries: 0, days: days.length }
  for (const { totalMs, bookedMs, entryCount } of days) {
    sum.totalMs += totalMs
    sum.bookedMs += bookedMs
    sum.entries += entryCount
  }
  return sum
}

function diaryDays(
  facts: PayFacts,
  days: readonly DatedDay[],
  today: LocalDate,
  runningOn: ReadonlySet<LocalDate>,
): DiaryDay[] {
  const expected = expectedByDay(facts)
  const weekdays = weekdaysOfMonth(facts.month)
  let balanceMs = 0
  let at = 0
  return daysOfMonth(facts.month).map((date, index) => {
    // A date that is none, in a damaged file, must not hide the days after it.
    while ((days[at]?.date ?? date) < date) at += 1
    const day = days[at]
    const { entrance, exit, totalMs, bookedMs, entryCount } = day?.date === date ? day : EMPTY_DAY
    const expectedMs = expected[index] ?? 0
    const begun = date <= today
    if (begun) balanceMs += totalMs - expectedMs
    return {
      date,
      weekday: weekdays[index] ?? weekdayOf(date),
      workingDay: expectedMs > 0,
      holiday: facts.holidays.get(date) ?? null,
      entrance,
      exit,
      breakMs: entrance === null || exit === null ? 0 : exit - entrance - totalMs,
      totalMs,
      bookedMs,
      expectedMs,
      differenceMs: totalMs - expectedMs,
      balanceMs: begun ? balanceMs : null,
      entryCount,
      status: dayStatus({ date, expectedMs, entryCount }, today),
      running: runningOn.has(date),
    }
  })
}

export const diaryQueryHandlers: QueryHandlers<keyof typeof diaryQueries> = {
  'diary.month': (data, { month }, { today }) => {
    const organisation = organisationOf(data)
    if (organisation === null) return noOrganisation
    const [first, last] = [firstDayOf(month), lastDayOf(month)]
    const sums = readMonthSums(data, first, last)
    const past = daysOfMonth(month).filter((date) => date < today)
    const pastDays = past.reduce((bits, date) => bits | dayBit(date), 0)
    const employments = data.remembered('employment', 'by user', () =>
      Map.groupBy(data.list('employment'), ({ userId }) => userId),
    )
    const busy = new Set(data.where('timer', "state <> 'stopped'").map(({ userId }) => userId))
    const rows = data
      .where('user', '1 ORDER BY name COLLATE NOCASE, id')
      .filter(({ id, active }) => active || sums.has(id))
      .map((user) => {
        const terms = termsOf(employments.get(user.id) ?? [], organisation, user)
        const { worked, ...whole } = sums.get(user.id) ?? NOTHING
        // Only where something else begins to hold within the month must it be known which day had what.
        const uniform = isUniform(terms, month)
        const days = uniform ? NO_DAYS : byDate(readDays(data, user.id, first, last))
        const facts = payFacts(organisation, terms, month, { days, whole })
        const shape = monthShape(month, facts.holidays)
        const expected = uniform
          ? workingDays(shape, weekdayMinutes(termsOn(terms, first)))
          : past.reduce((bits, date) => (expectedMsOn(facts, date) > 0 ? bits | dayBit(date) : bits), 0)
        const missingDays = countBits(expected & pastDays & ~worked)
        return {
          userId: user.id,
          name: user.name,
          active: user.active,
          atWork: busy.has(user.id),
          figures: monthFigures(facts),
          missingDays,
        }
      })
    const { currency, zone, dayStartMinutes, closedThrough } = organisation
    return ok({ month, today, currency, zone, dayStartMinutes, closedThrough, rows })
  },

  'diary.user': (data, { userId, month }, { today }) => {
    const organisation = organisationOf(data)
    const user = data.find('user', userId)
    if (organisation === null) return noOrganisation
    if (user === null) return fail(appError('notFound.user'))
    const dates = daysOfMonth(month)
    const days = readDays(data, userId, dates[0] ?? '', dates.at(-1) ?? '')
    const terms = termsOf(employmentsOf(data, userId), organisation, user)
    const time = isUniform(terms, month) ? { days: NO_DAYS, whole: sumOf(days) } : { days: byDate(days) }
    const facts = payFacts(organisation, terms, month, time)
    const rule = dayRule(data)
    const runningOn = new Set(
      timerViews(data, userId)
        .filter(({ state }) => state === 'running')
        .map(({ startedAt }) => workDateOf(startedAt, rule)),
    )
    return ok({
      month,
      today,
      currency: organisation.currency,
      zone: organisation.zone,
      userId,
      name: user.name,
      days: diaryDays(facts, days, today, runningOn),
      figures: monthFigures(facts),
    })
  },

  'diary.day': (data, { userId, date }) => {
    const organisation = organisationOf(data)
    const user = data.find('user', userId)
    if (organisation === null) return noOrganisation
    if (user === null) return fail(appError('notFound.user'))
    const rule = dayRule(data)
    const entries = entryViews(
      data,
      'e.user_id = ? AND e.work_date = ? ORDER BY e.start_at, e.id',
      userId,
      date,
    )
    const { totalMs, bookedMs } = dayTimeOf(entries)
    return ok({
      date,
      userId,
      name: user.name,
      zone: organisation.zone,
      closed: organisation.closedThrough !== null && date <= organisation.closedThrough,
      dayStartAt: dayStartAt(date, rule),
      dayEndAt: dayEndAt(date, rule),
      entries,
      timers: timerViews(data, userId).filter(({ startedAt }) => workDateOf(startedAt, rule) === date),
      totalMs,
      bookedMs,
    })
  },

  'diary.today': (data, args, { actor, now, today }) => {
    const organisation = organisationOf(data)
    const user = actor === null ? null : data.find('user', actor.userId)
    if (organisation === null || user === null) return noOrganisation
    const date = args.date ?? today
    const rule = dayRule(data)
    const weekStart = weekStartOf(date, 1)
    const week = Array.from({ length: 7 }, (_, index) => addDays(weekStart, index))
    const days = byDate(readDays(data, user.id, weekStart, addDays(weekStart, 6)))
    const terms = termsOf(employmentsOf(data, user.id), organisation, user)
    const expected = (day: LocalDate): number =>
      expectedMsOn(payFacts(organisation, terms, monthOf(day), { days }), day)
    return ok({
      now,
      date,
      dayStartAt: dayStartAt(date, rule),
      dayEndAt: dayEndAt(date, rule),
      entries: entryViews(data, 'e.user_id = ? AND e.work_date = ? ORDER BY e.start_at, e.id', user.id, date),
      timers: timerViews(data, user.id),
      recordedMs: days.get(date)?.totalMs ?? 0,
      expectedTodayMs: expected(date),
      weekMs: week.reduce((sum, day) => sum + (days.get(day)?.totalMs ?? 0), 0),
      expectedWeekMs: week.reduce((sum, day) => sum + expected(day), 0),
    })
  },
}
