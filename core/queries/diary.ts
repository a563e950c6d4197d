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
import type { DiaryDay, diaryQueries, DiaryUserRow } from '../../shared/contract/diary.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import { formerThrough } from '../../shared/entities/organisation.ts'
import type { User } from '../../shared/entities/user.ts'
import type { PayFacts } from '../../shared/rules/payroll.ts'
import { countBits, dayBit, expectedOnDays, monthShape, workingDays } from '../../shared/rules/monthShape.ts'
import { monthSums } from '../../shared/rules/monthSums.ts'
import { NOTHING_LEFT_OUT } from '../../shared/rules/payroll.ts'
import type { Terms } from '../../shared/rules/terms.ts'
import {
  expectedByDay,
  expectedMsOn,
  goesBySums,
  holdsInMonth,
  isUniform,
  termsOn,
} from '../../shared/rules/terms.ts'
import type { DayTime } from '../../shared/rules/workDiary.ts'
import { breakMs, dayStatus, dayTimeOf, EMPTY_DAY } from '../../shared/rules/workDiary.ts'
import { owedByDay } from '../../shared/rules/timeAccount.ts'
import type { Data } from '../db/data.ts'
import type { DatedDay, MonthSums } from '../derived/totals.ts'
import { exactThrough } from '../derived/countedSql.ts'
import { readMonth, readMonthSums } from '../derived/totals.ts'
import { absencesByStatus, absencesOf, absentIn, approvedByUser } from '../facts/absences.ts'
import { clockFacts } from '../facts/clock.ts'
import { approvalsOf, approvedOnly } from '../facts/approvals.ts'
import {
  approvalCounts,
  leftOutByUser,
  leftOutDays,
  leftOutOf,
  noApprovals,
  without,
} from '../facts/leftOut.ts'
import { attendedBetween } from '../facts/attended.ts'
import { breakWarnings } from '../facts/breaks.ts'
import { employmentsOf, holidaysIn, organisationOn, termsOfUser } from '../facts/history.ts'
import { dayRule, organisationOf } from '../facts/reads.ts'
import type { DaysAbsent } from './daysAbsent.ts'
import { daysAbsent } from './daysAbsent.ts'
import { entryViewsOfDay } from './entryViews.ts'
import { figuresOf, NO_DAYS, plainDays } from './knownFigures.ts'
import { oddities } from './periodPreview.ts'
import type { QueryHandlers } from './query.ts'
import { timerViews } from './timer.ts'
import { compareNames } from '../../shared/base/nameOrder.ts'

/**
 * Whom the list of a month holds (I5): whoever has time in it, or was there in it; while it is open, also all who are here, be it
 * that they begin later.
 */
const belongs = (
  { active, lastDate }: User,
  terms: readonly Terms[],
  month: Month,
  { worked, closed }: { worked: boolean; closed: boolean },
): boolean => worked || (active && !closed) || ((active || lastDate !== null) && holdsInMonth(terms, month))

type Days = ReadonlyMap<LocalDate, DayTime>
type DayApprovals = ReadonlyMap<LocalDate, NonNullable<DiaryDay['approval']>>

const byDate = (days: readonly DatedDay[]): Days => new Map(days.map((day) => [day.date, day]))
const NOTHING: MonthSums = { totalMs: 0, bookedMs: 0, entries: 0, days: 0, worked: 0 }

const noOrganisation = fail(appError('setup.missing'))

/** What is the same for everybody's month. */
type MonthFacts = Pick<PayFacts, 'month' | 'holidays' | 'weekStart' | 'former'>

function monthFacts(data: Data, organisation: Organisation, month: Month): MonthFacts {
  const last = lastDayOf(month)
  return {
    month,
    holidays: holidaysIn(data, organisation, month),
    weekStart: organisationOn(data, organisation, last).weekStart ?? 1,
    former: last <= (formerThrough(organisation) ?? ''),
  }
}

/** Days up to the last that is over, or going on: the balance is told up to it (I6). */
const toDate = (month: Month, today: LocalDate): LocalDate[] =>
  daysOfMonth(month).filter((date) => date <= today)

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
  {
    today,
    runningOn,
    absences,
    approvals,
    breaks,
    isLeftOut,
  }: {
    today: LocalDate
    runningOn: ReadonlySet<LocalDate>
    absences: DaysAbsent
    approvals: DayApprovals
    breaks: ReturnType<typeof breakWarnings>
    isLeftOut: (date: LocalDate) => boolean
  },
): DiaryDay[] {
  const expected = expectedByDay(facts)
  const owed = owedByDay(facts)
  const weekdays = weekdaysOfMonth(facts.month)
  let workedMs = 0
  let at = 0
  return daysOfMonth(facts.month).map((date, index) => {
    // A date that is none, in a damaged file, must not hide the days after it.
    while ((days[at]?.date ?? date) < date) at += 1
    const day = days[at]
    const time = day?.date === date ? day : EMPTY_DAY
    const { entrance, exit, bookedMs, amountMs, entryCount } = time
    const creditedMs = facts.absent?.get(date)?.creditedMs ?? 0
    const totalMs = time.totalMs + creditedMs
    const expectedMs = expected[index] ?? 0
    const begun = date <= today
    workedMs += totalMs
    return {
      date,
      weekday: weekdays[index] ?? weekdayOf(date),
      workingDay: expectedMs > 0,
      holiday: facts.holidays.get(date) ?? null,
      entrance,
      exit,
      breakMs: entrance === null || exit === null ? 0 : breakMs(exit - entrance, time.totalMs - amountMs),
      breakWarning: breaks.get(date) ?? null,
      totalMs,
      bookedMs,
      amountMs,
      creditedMs,
      expectedMs,
      differenceMs: totalMs - expectedMs,
      balanceMs: begun ? workedMs - (owed[index] ?? 0) : null,
      entryCount,
      absences: absences.get(date) ?? [],
      approval: approvals.get(date) ?? null,
      counts: !isLeftOut(date),
      status: dayStatus({ date, expectedMs, creditedMs, entryCount }, today),
      running: runningOn.has(date),
    }
  })
}

export const diaryQueryHandlers: QueryHandlers<keyof typeof diaryQueries> = {
  'diary.month': (data, { month }, { today }) => {
    const organisation = organisationOf(data)
    if (organisation === null) return noOrganisation
    const [first, last] = [firstDayOf(month), lastDayOf(month)]
    const sums = readMonthSums(data, month)
    const past = daysOfMonth(month).filter((date) => date < today)
    const pastDays = past.reduce((bits, date) => bits | dayBit(date), 0)
    const begun = toDate(month, today)
    const begunDays = begun.reduce((bits, date) => bits | dayBit(date), 0)
    const busy = new Set(data.where('timer', "state <> 'stopped'").map(({ userId }) => userId))
    const facts = monthFacts(data, organisation, month)
    const shape = monthShape(month, facts.holidays)
    const closed = last <= (organisation.closedThrough ?? '')
    const approved = approvedByUser(data, { first, last })
    const onlyApproved = approvedOnly(data, organisation, daysOfMonth(month))
    const leftOutOfAll = leftOutByUser(data, onlyApproved)
    const decided = approvalCounts(data, onlyApproved)
    const users = data.remembered('user', 'by name', () =>
      data.list('user').toSorted((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1)),
    )
    const rows = users.flatMap((user): DiaryUserRow[] => {
      const terms = termsOfUser(data, organisation, user, employmentsOf(data, user.id))
      const absences = approved.get(user.id) ?? []
      const absent = absentIn(data, organisation, terms, absences, { first, last })
      if (!belongs(user, terms, month, { worked: sums.has(user.id) || absent.size > 0, closed })) return []
      const { worked, ...whole } = sums.get(user.id) ?? NOTHING
      const leftOut = leftOutOfAll.get(user.id) ?? NOTHING_LEFT_OUT
      const isLeftOut = leftOutDays(data, user.id, leftOut.days === 0 ? [] : onlyApproved)
      // Only where something else begins to hold within the month must it be known which day had what.
      const uniform = isUniform(terms, month)
      const days = goesBySums(terms, month)
        ? NO_DAYS
        : byDate(readMonth(data, user.id, month).filter(({ date }) => !isLeftOut(date)))
      const paid = without(whole, leftOut)
      const clock = clockFacts(data, organisation, { userId: user.id, month, terms, isLeftOut })
      const pay: PayFacts = {
        ...facts,
        terms,
        days,
        whole: paid,
        leftOut,
        absent,
        ...(clock && { clock }),
      }
      const { expectedMinutes, expectedMonthMinutes } = termsOn(terms, first)
      // As nearly every user's month is: nobody is absent, and no hours are fixed for a month.
      const plain = uniform && absent.size === 0
      const creditedOn = (date: LocalDate): number => absent.get(date)?.creditedMs ?? 0
      const expected = plain
        ? workingDays(shape, expectedMinutes)
        : past.reduce(
            (bits, date) => (expectedMsOn(pay, date) > creditedOn(date) ? bits | dayBit(date) : bits),
            0,
          )
      const owed =
        plain && expectedMonthMinutes === null
          ? expectedOnDays(shape, expectedMinutes, begunDays)
          : (owedByDay(pay)[begun.length - 1] ?? 0)
      const creditedMs = begun.reduce((sum, date) => sum + creditedOn(date), 0)
      return [
        {
          userId: user.id,
          name: user.name,
          active: user.active,
          atWork: busy.has(user.id),
          figures: figuresOf(pay),
          balanceMs: begun.length === 0 ? null : whole.totalMs + creditedMs - owed,
          missingDays: countBits(expected & pastDays & ~worked),
          approvals: onlyApproved.length === 0 ? null : (decided.get(user.id) ?? noApprovals()),
        },
      ]
    })
    const { closedThrough } = organisation
    const { currency, zone, dayStartMinutes } = organisationOn(data, organisation, last)
    return ok({ month, today, currency, zone, dayStartMinutes, closedThrough, rows, sums: monthSums(rows) })
  },

  'period.preview': (data, { through }, ctx) =>
    ok({
      oddities: oddities(data, through, (month) => {
        const list = diaryQueryHandlers['diary.month'](data, { month }, ctx)
        const missing = list.ok ? list.value.rows.filter(({ missingDays }) => missingDays > 0) : []
        return missing.flatMap(({ userId }) => {
          const own = diaryQueryHandlers['diary.user'](data, { userId, month }, ctx)
          const days = own.ok ? own.value.days.filter(({ status }) => status === 'missing') : []
          return days.map(({ date }) => ({ userId, date }))
        })
      }),
    }),

  'diary.user': (data, { userId, month }, { today }) => {
    const organisation = organisationOf(data)
    const user = data.find('user', userId)
    if (organisation === null) return noOrganisation
    if (user === null) return fail(appError('notFound.user'))
    const dates = daysOfMonth(month)
    const days = readMonth(data, userId, month)
    const terms = termsOfUser(data, organisation, user, employmentsOf(data, userId))
    const onlyApproved = approvedOnly(data, organisation, dates)
    const isLeftOut = leftOutDays(data, userId, onlyApproved)
    const allCount = onlyApproved.length === 0
    const paid = allCount ? days : days.filter(({ date }) => !isLeftOut(date))
    const time = {
      days: goesBySums(terms, month) ? NO_DAYS : byDate(paid),
      whole: sumOf(paid),
      leftOut: allCount ? NOTHING_LEFT_OUT : leftOutOf(days.filter(({ date }) => isLeftOut(date))),
    }
    const span = { first: dates[0] ?? '', last: dates.at(-1) ?? '' }
    const taken = absencesByStatus(data, userId, span)
    const absent = absentIn(data, organisation, terms, taken.approved, span)
    const clock = clockFacts(data, organisation, { userId, month, terms, isLeftOut })
    const facts: PayFacts = {
      ...monthFacts(data, organisation, month),
      terms,
      ...time,
      absent,
      ...(clock && { clock }),
    }
    const rule = dayRule(data)
    const runningOn = new Set(
      timerViews(data, userId)
        .filter(({ state }) => state === 'running')
        .map(({ startedAt }) => workDateOf(startedAt, rule)),
    )
    const absences = daysAbsent(data, taken, span, absent)
    const [from = '', to = ''] = [onlyApproved[0], onlyApproved.at(-1)]
    const approvals: DayApprovals = new Map(
      allCount
        ? []
        : approvalsOf(data, userId, { from, to }).map(({ date, status, reason }) => [
            date,
            { status, reason },
          ]),
    )
    const breaks = breakWarnings(data, userId, span)
    const make = (): DiaryDay[] =>
      diaryDays(facts, days, { today, runningOn, absences, approvals, breaks, isLeftOut })
    const bare = allCount && runningOn.size + absences.size + breaks.size === 0
    const rows = bare ? plainDays(facts, days, today, make) : make()
    const { currency, zone } = organisationOn(data, organisation, dates.at(-1) ?? '')
    return ok({
      month,
      today,
      currency,
      zone,
      userId,
      name: user.name,
      days: rows,
      balanceMs: rows.findLast(({ balanceMs }) => balanceMs !== null)?.balanceMs ?? null,
      figures: figuresOf(facts),
    })
  },

  'diary.day': (data, { userId, date }) => {
    const organisation = organisationOf(data)
    const user = data.find('user', userId)
    if (organisation === null) return noOrganisation
    if (user === null) return fail(appError('notFound.user'))
    const rule = dayRule(data)
    const entries = entryViewsOfDay(data, userId, date)
    const exact = exactThrough(data)
    const { totalMs, bookedMs } = dayTimeOf(entries, exact !== null && date <= exact)
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
      breakWarning: breakWarnings(data, userId, { first: date, last: date }).get(date) ?? null,
    })
  },

  'diary.today': (data, args, { actor, now, today }) => {
    const organisation = organisationOf(data)
    const user = actor === null ? null : data.find('user', actor.userId)
    if (organisation === null || user === null) return noOrganisation
    const date = args.date ?? today
    const rule = dayRule(data)
    const first = weekStartOf(date, organisation.weekStart ?? args.weekStart ?? 1)
    const week = Array.from({ length: 7 }, (_, index) => addDays(first, index))
    const attended = attendedBetween(data, user.id, { first, last: addDays(first, 6), now })
    const terms = termsOfUser(data, organisation, user, employmentsOf(data, user.id))
    const span = { first, last: addDays(first, 6) }
    const absences = absencesOf(data, user.id, span)
    const absent = absentIn(data, organisation, terms, absences, span)
    const expected = (day: LocalDate): number =>
      expectedMsOn({ terms, holidays: holidaysIn(data, organisation, monthOf(day)), absent }, day)
    const worked = (day: LocalDate): number => attended(day) + (absent.get(day)?.creditedMs ?? 0)
    return ok({
      now,
      date,
      dayStartAt: dayStartAt(date, rule),
      dayEndAt: dayEndAt(date, rule),
      entries: entryViewsOfDay(data, user.id, date),
      timers: timerViews(data, user.id),
      weekFirst: first,
      attendedMs: worked(date),
      expectedTodayMs: expected(date),
      weekMs: week.reduce((sum, day) => sum + worked(day), 0),
      expectedWeekMs: week.reduce((sum, day) => sum + expected(day), 0),
    })
  },
}
