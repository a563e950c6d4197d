// A user's time account, and the balances of all (I6).
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import { daysOfMonth, lastDayOf, monthOf } from '../../shared/base/localDate.ts'
import { MINUTE_MS } from '../../shared/base/duration.ts'
import { onceFor } from '../../shared/base/once.ts'
import type { AccountMonth } from '../../shared/contract/absence.ts'
import type { Absence } from '../../shared/entities/absence.ts'
import type { AccountEntry } from '../../shared/entities/accountEntry.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import { formerThrough } from '../../shared/entities/organisation.ts'
import type { User } from '../../shared/entities/user.ts'
import { absentSums, NO_ABSENCE } from '../../shared/rules/absentDays.ts'
import type { OwedFacts } from '../../shared/rules/payroll.ts'
import { accountBegins, monthsBetween, owedMs } from '../../shared/rules/timeAccount.ts'
import type { Data } from '../db/data.ts'
import { absencesOf, absentIn, ALWAYS, approvedByUser } from './absences.ts'
import { employmentsOf, holidaysIn, termsOfUser } from './history.ts'

type Worked = { first: LocalDate; totalMs: number }

/** What of a month is the same for everybody. */
type Shared = Pick<OwedFacts, 'month' | 'holidays' | 'former'>

function sharedMonths(data: Data, organisation: Organisation): (month: Month) => Shared {
  const former = formerThrough(organisation) ?? ''
  return onceFor((month) => ({
    month,
    holidays: holidaysIn(data, organisation, month),
    former: lastDayOf(month) <= former,
  }))
}

type Of = {
  user: User
  on: LocalDate
  firstWorked: LocalDate | null
  entries: readonly AccountEntry[]
  absences: readonly Absence[]
  month(month: Month): Shared
}

/** The first day of which anything is known: worked, absent, or corrected. */
function firstKnown({ firstWorked, absences, entries }: Of): LocalDate | null {
  const days = [
    ...(firstWorked === null ? [] : [firstWorked]),
    ...absences.map(({ firstDay }) => firstDay),
    ...entries.map(({ date }) => date),
  ]
  return days.sort()[0] ?? null
}

/** Month by month what is owed, and what absences credit, up to the day; with the first day that counts. */
function owedMonths(data: Data, organisation: Organisation, of: Of) {
  const { user, on, absences, month } = of
  const terms = termsOfUser(data, organisation, user, employmentsOf(data, user.id))
  const begins = accountBegins(terms, firstKnown(of))
  if (begins === null || begins > on) return { begins, months: [] }
  const absent = absentIn(data, organisation, terms, absences, { first: begins, last: on })
  const absentByMonth = Map.groupBy(absent, ([date]) => monthOf(date))
  const months = monthsBetween(begins, on).map((each) => {
    const dates = daysOfMonth(each)
    const [start = begins, end = on] = [dates[0], dates.at(-1)]
    const days = { first: begins > start ? begins : start, last: on < end ? on : end }
    const ofMonth = absentByMonth.get(each)
    const absentThen = ofMonth === undefined ? NO_ABSENCE : new Map(ofMonth)
    return {
      month: each,
      through: days.last,
      expectedMs: owedMs({ ...month(each), terms, absent: absentThen }, days),
      creditedMs: absentSums(absentThen).creditedMs,
    }
  })
  return { begins, months }
}

const minutesOf = (entries: readonly AccountEntry[]): number =>
  entries.reduce((sum, { amount }) => sum + amount, 0) * MINUTE_MS

/** Of everybody, to a day, ms. */
export function accountBalances(
  data: Data,
  organisation: Organisation,
  users: readonly User[],
  on: LocalDate,
): Map<Id, number> {
  const worked = new Map(
    data
      .all<Worked & { userId: Id }>(
        `SELECT user_id AS userId, min(work_date) AS first, sum(total_ms) AS totalMs FROM day_total
         WHERE work_date <= ? GROUP BY user_id`,
        on,
      )
      .map((row) => [row.userId, row]),
  )
  const absences = approvedByUser(data, { first: ALWAYS.first, last: on })
  const entries = Map.groupBy(
    data.where('accountEntry', "account = 'time' AND date <= ?", on),
    ({ userId }) => userId,
  )
  const month = sharedMonths(data, organisation)
  return new Map(
    users.map((user) => {
      const of = worked.get(user.id)
      const { months } = owedMonths(data, organisation, {
        user,
        on,
        firstWorked: of?.first ?? null,
        entries: entries.get(user.id) ?? [],
        absences: absences.get(user.id) ?? [],
        month,
      })
      const owedMs = months.reduce((sum, { expectedMs, creditedMs }) => sum + expectedMs - creditedMs, 0)
      return [user.id, (of?.totalMs ?? 0) - owedMs + minutesOf(entries.get(user.id) ?? [])]
    }),
  )
}

export function accountOf(
  data: Data,
  organisation: Organisation,
  user: User,
  on: LocalDate,
): { begins: LocalDate | null; balanceMs: number; months: AccountMonth[]; entries: readonly AccountEntry[] } {
  const worked = new Map(
    data
      .all<{ month: string; first: LocalDate; totalMs: number }>(
        `SELECT substr(work_date, 1, 7) AS month, min(work_date) AS first, sum(total_ms) AS totalMs FROM day_total
         WHERE user_id = +? AND work_date <= ? GROUP BY 1 ORDER BY 1`,
        user.id,
        on,
      )
      .map((row) => [row.month, row]),
  )
  const entries = data.where(
    'accountEntry',
    "user_id = +? AND account = 'time' AND date <= ? ORDER BY date DESC, id DESC",
    user.id,
    on,
  )
  const [first] = worked.values()
  const { begins, months } = owedMonths(data, organisation, {
    user,
    on,
    firstWorked: first?.first ?? null,
    entries,
    absences: absencesOf(data, user.id, { first: ALWAYS.first, last: on }),
    month: sharedMonths(data, organisation),
  })
  const owed = new Map(months.map((of) => [of.month, of]))
  const entered = Map.groupBy(entries, ({ date }) => monthOf(date))
  let balanceMs = 0
  const all = [...new Set([...owed.keys(), ...worked.keys(), ...entered.keys()])].sort()
  const lines = all.map((month): AccountMonth => {
    const { expectedMs = 0, creditedMs = 0 } = owed.get(month) ?? {}
    const totalMs = (worked.get(month)?.totalMs ?? 0) + creditedMs
    const entriesMs = minutesOf(entered.get(month) ?? [])
    balanceMs += totalMs - expectedMs + entriesMs
    const through = owed.get(month)?.through ?? (on < lastDayOf(month) ? on : lastDayOf(month))
    return { month, through, totalMs, expectedMs, entriesMs, balanceMs }
  })
  return { begins, balanceMs, months: lines.reverse(), entries }
}
