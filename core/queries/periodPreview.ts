// What is odd in the days that would be closed: missing days, overlaps, breaks that lack, unanswered gaps, timers that began in them,
// and requests for absence that nobody has decided, as they cannot be approved any more once their days are closed (G8).
import { workDateOf } from '../../shared/base/dayRule.ts'
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import { addDays, addMonths, firstDayOf, monthOf } from '../../shared/base/localDate.ts'
import type { PeriodOddity } from '../../shared/contract/diary.ts'
import type { TimerRef } from '../../shared/contract/errors.ts'
import type { Absence } from '../../shared/entities/absence.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Span } from '../../shared/rules/absentDays.ts'
import { isModuleOn } from '../../shared/rules/module.ts'
import type { Data } from '../db/data.ts'
import { requestedIn } from '../facts/absences.ts'
import { breakWarningsOfAll } from '../facts/breaks.ts'
import { dayRule, nameOf, organisationOf, timerRef } from '../facts/reads.ts'

type Found = { kind: PeriodOddity['kind']; userId: Id; date: LocalDate; timer?: TimerRef }

/** `missingDays`: the days of a month on which somebody was expected and did not come, by user. */
export function oddities(
  data: Data,
  through: LocalDate,
  missingDays: (month: Month) => readonly { userId: Id; date: LocalDate }[],
): PeriodOddity[] {
  const from = firstOpenDay(data, through)
  const within = ({ date }: { date: LocalDate }): boolean => date >= from && date <= through
  const rule = dayRule(data)
  const found: Found[] = [
    ...data.list('timer').map((timer): Found => ({
      kind: 'timer',
      userId: timer.userId,
      date: workDateOf(timer.startedAt, rule),
      timer: timerRef(data, timer),
    })),
    ...data.list('gap').map(({ userId, from: at }): Found => ({
      kind: 'gap',
      userId,
      date: workDateOf(at, rule),
    })),
    ...data
      .all<{ userId: Id; date: LocalDate }>(
        `SELECT user_id AS userId, work_date AS date FROM day_total
         WHERE work_date BETWEEN ? AND ? AND booked_ms > total_ms ORDER BY work_date`,
        from,
        through,
      )
      .map((day): Found => ({ kind: 'overlap', ...day })),
    ...requestsIn(data, { first: from, last: through }).map(({ userId, firstDay }): Found => ({
      kind: 'request',
      userId,
      date: firstDay < from ? from : firstDay,
    })),
    ...unapproved(data, from, through).map((day): Found => ({ kind: 'unapproved', ...day })),
    ...breakWarningsOfAll(data, { first: from, last: through }).map((day): Found => ({
      kind: 'breaks',
      ...day,
    })),
    ...months(from, through).flatMap((month) =>
      missingDays(month).map((day): Found => ({ kind: 'missing', ...day })),
    ),
  ]
  const byWhom = Map.groupBy(found.filter(within), ({ kind, userId }) => `${kind} ${userId}`)
  return [...byWhom.values()].flatMap((of) => {
    const [first, ...more] = of
    if (first === undefined) return []
    const timers = of.flatMap(({ timer }) => timer ?? [])
    return [
      {
        kind: first.kind,
        userId: first.userId,
        name: nameOf(data, 'user', first.userId) ?? '',
        date: more.reduce((least, { date }) => (date < least ? date : least), first.date),
        count: of.length,
        ...(timers.length > 0 && { timers }),
      },
    ]
  })
}

/** Days with time that nobody has approved, where only approved time is paid: closed, they can be approved no more (I7). */
const unapproved = (data: Data, from: LocalDate, through: LocalDate): { userId: Id; date: LocalDate }[] =>
  isModuleOn(organisationOf(data), null, 'approvals')
    ? data.all<{ userId: Id; date: LocalDate }>(
        `SELECT user_id AS userId, work_date AS date FROM day_total d WHERE work_date BETWEEN ? AND ?
         AND NOT EXISTS (SELECT 1 FROM approval a WHERE a.user_id = d.user_id AND a.date = d.work_date
         AND a.status = 'approved') ORDER BY work_date`,
        from,
        through,
      )
    : []

/** The day after what is closed; where nothing is, the first on which anybody worked, and at least the whole last month. */
function firstOpenDay(data: Data, through: LocalDate): LocalDate {
  const closed = organisationOf(data)?.closedThrough ?? null
  if (closed !== null) return addDays(closed, 1)
  const month = firstDayOf(monthOf(through))
  const worked = data.get<{ first: LocalDate | null }>('SELECT min(work_date) AS first FROM day_total')
  return worked?.first != null && worked.first < month ? worked.first : month
}

/** Where the module is off, nobody could decide them. */
function requestsIn(data: Data, span: Span): readonly Absence[] {
  const organisation = organisationOf(data)
  return organisation !== null && isModuleOn(organisation, null, 'absence') ? requestedIn(data, span) : []
}

function months(from: LocalDate, through: LocalDate): Month[] {
  const all: Month[] = []
  for (let month = monthOf(from); month <= monthOf(through); month = addMonths(month, 1)) all.push(month)
  return all
}
