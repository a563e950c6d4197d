// A month for a template: of everybody, or of one user. Its figures are those of the payroll workbook (G6), so only paid time is in it.
import { minorDigits } from '../../../../shared/base/currency.ts'
import { firstDayOf, lastDayOf } from '../../../../shared/base/localDate.ts'
import type { Month } from '../../../../shared/base/localDate.ts'
import { ok } from '../../../../shared/base/result.ts'
import type { Result } from '../../../../shared/base/result.ts'
import type { DiaryDay, DiaryUserMonth, MonthFigures } from '../../../../shared/contract/diary.ts'
import type { AppError } from '../../../../shared/contract/errors.ts'
import type { Id } from '../../../../shared/entities/entity.ts'
import { diaryQueryHandlers } from '../../../queries/diary.ts'
import type { ReportContext } from '../../context.ts'
import { entriesOfUser } from '../../entryRows.ts'
import type { EntryRow } from '../../entryRows.ts'
import { paidMonth } from '../../paidMonth.ts'
import { remarkOf } from '../../sheets/userSheet.ts'
import { dateSerial, dayFraction, hoursOf, wallSerial } from '../../workbook/serial.ts'
import { entryLiner } from './entryLines.ts'
import { always, linesOf, notFound } from './facts.ts'
import type { FactsOf, TemplateLine } from './facts.ts'

export function userMonthFacts(
  context: ReportContext,
  { userId, month }: { userId: Id; month: Month },
): Result<FactsOf<'userMonth'>, AppError> {
  if (context.data.find('user', userId) === null) return notFound('user')
  const read = readMonth(context, userId, month)
  if (!read.ok) return read
  const { value: one } = read
  const { days, entries } = listsOf(context, [one])
  const values = {
    ...monthValues(context, month, [one]),
    user: one.diary.name,
    balance_hours: one.diary.balanceMs === null ? null : hoursOf(one.diary.balanceMs),
  }
  return ok({ values, tables: { days, entries } })
}

export function payrollFacts(
  context: ReportContext,
  { month }: { month: Month },
): Result<FactsOf<'payroll'>, AppError> {
  const answer = diaryQueryHandlers['diary.month'](context.data, { month }, context.query)
  if (!answer.ok) return answer
  const all: One[] = []
  for (const { userId } of answer.value.rows) {
    const read = readMonth(context, userId, month)
    if (!read.ok) return read
    all.push(read.value)
  }
  const users = all.map((one, index) => ({
    no: index + 1,
    user: one.diary.name,
    ...figuresOf(context, [one]),
  }))
  return ok({
    values: { ...monthValues(context, month, all), people: all.length },
    tables: { users: linesOf(users), ...listsOf(context, all) },
  })
}

/** `leftOut`: the days whose time is not paid. */
type One = { userId: Id; diary: DiaryUserMonth; leftOut: ReadonlySet<string> }

function readMonth(context: ReportContext, userId: Id, month: Month): Result<One, AppError> {
  const answer = diaryQueryHandlers['diary.user'](context.data, { userId, month }, context.query)
  if (!answer.ok) return answer
  const { days, figures } = answer.value
  const without = days.flatMap(({ date, counts }) => (counts ? [] : [date]))
  const leftOut = new Set(figures.leftOut.days > 0 ? without : [])
  return ok({ userId, diary: paidMonth(answer.value), leftOut })
}

const monthValues = (context: ReportContext, month: Month, all: readonly One[]) => ({
  ...always(context, { from: firstDayOf(month), to: lastDayOf(month) }),
  month: dateSerial(firstDayOf(month)),
  ...figuresOf(context, all),
})

function figuresOf({ organisation }: ReportContext, all: readonly One[]) {
  const sum = (of: (figures: MonthFigures) => number): number =>
    all.reduce((total, { diary }) => total + of(diary.figures), 0)
  const total = sum(({ totalMs }) => totalMs)
  const booked = sum(({ bookedMs }) => bookedMs)
  const expected = sum(({ expectedMs }) => expectedMs)
  const paid = all.some(({ diary }) => diary.figures.salaryMinor !== null)
  return {
    total: dayFraction(total),
    total_hours: hoursOf(total),
    booked: dayFraction(booked),
    booked_hours: hoursOf(booked),
    expected: dayFraction(expected),
    expected_hours: hoursOf(expected),
    extra_hours: hoursOf(sum(({ extraMs }) => extraMs)),
    missing_days: all.reduce(
      (count, { diary: { days } }) => count + days.filter(({ status }) => status === 'missing').length,
      0,
    ),
    salary: paid
      ? sum(({ salaryMinor }) => salaryMinor ?? 0) / 10 ** minorDigits(organisation.currency)
      : null,
  }
}

function listsOf(context: ReportContext, all: readonly One[]) {
  const entries = all.map((one) => paidEntries(context, one))
  const line = entryLiner(context)
  return {
    days: linesOf(
      all.flatMap(({ diary }) =>
        diary.days.map((day) => ({ user: diary.name, ...dayLine(context, day, diary.zone) })),
      ),
    ),
    entries: {
      count: entries.reduce((count, { length }) => count + length, 0),
      *lines(): Generator<TemplateLine> {
        for (const list of entries) for (const entry of list) yield line(entry)
      },
    },
  }
}

const paidEntries = ({ data }: ReportContext, { userId, diary, leftOut }: One): EntryRow[] =>
  entriesOfUser(data, userId, { from: firstDayOf(diary.month), to: lastDayOf(diary.month) }).filter(
    ({ workDate }) => !leftOut.has(workDate),
  )

function dayLine({ words }: ReportContext, day: DiaryDay, zone: string) {
  const time = (at: number | null): number | null => (at === null ? null : wallSerial(at, zone))
  return {
    date: dateSerial(day.date),
    weekday: words.weekdays[day.weekday - 1] ?? '',
    remark: remarkOf(day, words),
    entrance: time(day.entrance),
    exit: time(day.exit),
    breaks: dayFraction(day.breakMs),
    total: dayFraction(day.totalMs),
    total_hours: hoursOf(day.totalMs),
    expected: dayFraction(day.expectedMs),
    expected_hours: hoursOf(day.expectedMs),
    difference_hours: hoursOf(day.differenceMs),
    booked: dayFraction(day.bookedMs),
    booked_hours: hoursOf(day.bookedMs),
    sessions: day.entryCount,
  }
}
