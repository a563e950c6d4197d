// How a meeting repeats, as it is chosen in plain words, and the RRULE that this makes. A rule that says more than the words can is kept
// as it is, and is edited as text.
import type { LocalDate, Weekday } from '../../../shared/base/localDate.ts'
import {
  addDays,
  addMonths,
  isLocalDate,
  lastDayOf,
  monthOf,
  weekdayOf,
} from '../../../shared/base/localDate.ts'
import type { DayOf, Frequency, Repeat } from '../../../shared/base/recurrence.ts'
import { parseRepeat, repeatText } from '../../../shared/base/recurrence.ts'

export const REPEAT_KINDS = ['none', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'rule'] as const
export type RepeatKind = (typeof REPEAT_KINDS)[number]
/** Of a month: the same date, the same weekday counted from its start, or the last such weekday. */
export const MONTHLY = ['date', 'nth', 'last'] as const
export type Monthly = (typeof MONTHLY)[number]

export type RepeatChoice = {
  kind: RepeatKind
  interval: number
  /** Beside that of the first. */
  weekdays: readonly Weekday[]
  monthly: Monthly
  end: 'until' | 'count'
  until: LocalDate | null
  count: number | null
  /** As it was typed or came from elsewhere. */
  rule: string
}

export const ONCE: RepeatChoice = {
  kind: 'none',
  interval: 1,
  weekdays: [],
  monthly: 'date',
  end: 'until',
  until: null,
  count: 10,
  rule: '',
}

const nthOf = (first: LocalDate): number => Math.ceil(Number(first.slice(8)) / 7)
export const isLastOfMonth = (first: LocalDate): boolean => Number(addDays(first, 7).slice(8)) <= 7

function daysOf({ kind, weekdays, monthly }: RepeatChoice, first: LocalDate): DayOf[] {
  const own = weekdayOf(first)
  if (kind === 'WEEKLY') {
    const others = weekdays.filter((day) => day !== own)
    return others.length === 0 ? [] : [...others, own].sort().map((weekday) => ({ nth: null, weekday }))
  }
  if (kind !== 'MONTHLY' || monthly === 'date') return []
  return [{ nth: monthly === 'last' ? -1 : nthOf(first), weekday: own }]
}

/** The rule of what was chosen; empty: it takes place once. */
export function ruleOf(choice: RepeatChoice, first: LocalDate): string {
  const { kind, interval, end, until, count, rule } = choice
  if (kind === 'none') return ''
  if (kind === 'rule') return rule.trim()
  return repeatText({
    freq: kind,
    interval,
    count: end === 'count' ? count : null,
    until: end === 'until' ? until : null,
    byDay: daysOf(choice, first),
    byMonthDay: [],
    byMonth: [],
    bySetPos: [],
    weekStart: 1,
  })
}

/** What follows from its first day anyway is not said by the chooser. */
function plain(repeat: Repeat, first: LocalDate): Repeat {
  const { freq, byDay, byMonthDay, byMonth } = repeat
  const [day, ...others] = byDay
  const onItsDay = others.length === 0 && day?.nth === null && day.weekday === weekdayOf(first)
  const sorted = [...byDay].sort((a, b) => a.weekday - b.weekday)
  const date = Number(first.slice(8))
  const onItsDate = byMonthDay.length === 1 && byMonthDay[0] === date
  const inItsMonth = freq === 'YEARLY' && byMonth.length === 1 && byMonth[0] === Number(first.slice(5, 7))
  return {
    ...repeat,
    byDay: freq === 'WEEKLY' ? (onItsDay ? [] : sorted) : byDay,
    byMonthDay: onItsDate && (freq === 'MONTHLY' || inItsMonth) ? [] : byMonthDay,
    byMonth: inItsMonth && byDay.length === 0 ? [] : byMonth,
    // Weeks of one week begin wherever they may.
    weekStart: freq === 'WEEKLY' && repeat.interval === 1 ? 1 : repeat.weekStart,
  }
}

/** What the chooser shows for a rule. */
export function choiceOf(
  rule: string,
  begin: { startAt: number; zone: string },
  first: LocalDate,
): RepeatChoice {
  if (rule.trim() === '') return ONCE
  const asText: RepeatChoice = { ...ONCE, kind: 'rule', rule }
  const read = parseRepeat(rule, begin)
  if (!read.ok) return asText
  const { freq, interval, count, until, byDay } = read.value
  const choice: RepeatChoice = {
    ...ONCE,
    kind: freq,
    interval,
    end: count === null ? 'until' : 'count',
    until,
    count: count ?? ONCE.count,
    weekdays: freq === 'WEEKLY' ? byDay.map(({ weekday }) => weekday) : [],
    monthly: byDay.length === 0 ? 'date' : byDay[0]?.nth === -1 ? 'last' : 'nth',
    rule,
  }
  return ruleOf(choice, first) === repeatText(plain(read.value, first)) ? choice : asText
}

const USUAL_MONTHS: Record<Frequency, number> = { DAILY: 1, WEEKLY: 3, MONTHLY: 12, YEARLY: 60 }

/** Another kind, with a last day that is usual for it; a rule as text begins with what was chosen before. */
export function withKind(was: RepeatChoice, kind: RepeatKind, first: LocalDate): RepeatChoice {
  if (kind === 'none') return { ...was, kind }
  if (kind === 'rule') return { ...was, kind, rule: was.kind === 'none' ? was.rule : ruleOf(was, first) }
  return { ...was, kind, until: untilAfter(first, USUAL_MONTHS[kind]) }
}

function untilAfter(first: LocalDate, months: number): LocalDate {
  const month = addMonths(monthOf(first), months)
  const sameDay = `${month}${first.slice(7)}`
  return isLocalDate(sameDay) ? sameDay : lastDayOf(month)
}

export type RepeatGap = 'interval' | 'until' | 'count' | 'rule'

/** What is missing for it to be a rule. */
export function gapIn({ kind, interval, end, until, count, rule }: RepeatChoice): RepeatGap | null {
  if (kind === 'none') return null
  if (kind === 'rule') return rule.trim() === '' ? 'rule' : null
  if (!Number.isInteger(interval) || interval < 1) return 'interval'
  if (end === 'until') return until === null ? 'until' : null
  return count === null || !Number.isInteger(count) || count < 2 ? 'count' : null
}
