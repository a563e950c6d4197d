// Queries on absences, their kinds, vacation and accounts. Colleagues see that somebody is absent, not why (F10).
import { fail, ok } from '../../shared/base/result.ts'
import { compareNames } from '../../shared/base/nameOrder.ts'
import type { absenceQueries, AbsencePerson, AbsenceView } from '../../shared/contract/absence.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Absence } from '../../shared/entities/absence.ts'
import type { AccountEntry } from '../../shared/entities/accountEntry.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import type { User } from '../../shared/entities/user.ts'
import type { Span } from '../../shared/rules/absentDays.ts'
import { vacationYear } from '../../shared/rules/vacation.ts'
import type { Actor } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { absentIn, ALWAYS, vacationFacts } from '../facts/absences.ts'
import { accountBalances, accountOf } from '../facts/account.ts'
import { employmentsOf, holidaysIn, termsOfUser } from '../facts/history.ts'
import { organisationOf } from '../facts/reads.ts'
import { onlyOf } from '../facts/sight.ts'
import type { QueryHandlers } from './query.ts'
import { monthsBetween } from '../../shared/rules/timeAccount.ts'

const noOrganisation = fail(appError('setup.missing'))

/** What each takes is reckoned one by one: of a request, what it would. */
function viewOf(data: Data, organisation: Organisation, actor: Actor, absence: Absence): AbsenceView {
  const user = data.find('user', absence.userId)
  const kind = data.find('absenceKind', absence.kindId)
  const leads = actor.role !== 'employee'
  const own = absence.userId === actor.userId
  const open = absence.lastDay > (organisation.closedThrough ?? '') || absence.status !== 'approved'
  const terms = user === null ? [] : termsOfUser(data, organisation, user, employmentsOf(data, user.id))
  const span = { first: absence.firstDay, last: absence.lastDay }
  const days = [...absentIn(data, organisation, terms, [absence], span).values()]
  const shown = leads || own
  const { kindId, ...of } = absence
  return {
    ...of,
    ...(shown ? {} : { note: '', reason: '' }),
    userName: user?.name ?? '',
    kindId: shown ? kindId : null,
    kindName: shown ? (kind?.name ?? '') : '',
    effect: shown ? (kind?.effect ?? null) : null,
    ms: days.reduce((sum, { loweredMs, creditedMs }) => sum + loweredMs + creditedMs, 0),
    hundredths: shown ? days.reduce((sum, { hundredths }) => sum + hundredths, 0) : 0,
    days: days.length,
    mayEdit: open && (leads || (own && !(absence.status === 'approved' && kind?.needsApproval === true))),
    mayDecide: open && leads,
  }
}

/** Those that touch the days and that the actor may see; of colleagues only what is settled. */
function absencesShown(
  data: Data,
  organisation: Organisation,
  actor: Actor,
  { userId, span, status }: { userId?: Id | undefined; span: Span; status?: Absence['status'] | undefined },
): AbsenceView[] {
  const only = onlyOf(data, actor, 'absence')
  if (only !== null && userId !== undefined && userId !== only) return []
  const of = only ?? userId
  const found =
    of === undefined
      ? data.where(
          'absence',
          'last_day >= ? AND first_day <= ? ORDER BY first_day, id',
          span.first,
          span.last,
        )
      : data.where(
          'absence',
          'user_id = +? AND last_day >= ? AND first_day <= ? ORDER BY first_day, id',
          of,
          span.first,
          span.last,
        )
  return found
    .filter((absence) => status === undefined || absence.status === status)
    .filter(
      (absence) =>
        actor.role !== 'employee' || absence.userId === actor.userId || absence.status === 'approved',
    )
    .map((absence) => viewOf(data, organisation, actor, absence))
}

const withClosed = (organisation: Organisation, entries: readonly AccountEntry[]) =>
  entries.map((entry) => ({ ...entry, closed: entry.date <= (organisation.closedThrough ?? '') }))

/** Who stands in the year: all who are here, and whoever was absent in it. */
const standsIn = ({ active, removed }: User, absent: boolean): boolean => absent || (active && !removed)

export const absenceQueryHandlers: QueryHandlers<keyof typeof absenceQueries> = {
  'absenceKind.list': (data, { activeOnly = false }) =>
    ok(
      data
        .where('absenceKind', activeOnly ? 'NOT removed AND active' : 'NOT removed')
        .toSorted((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1)),
    ),

  'absence.list': (data, { userId, from, to, status }, { actor }) => {
    const organisation = organisationOf(data)
    if (organisation === null || actor === null) return noOrganisation
    const span = { first: from ?? ALWAYS.first, last: to ?? ALWAYS.last }
    const rows = absencesShown(data, organisation, actor, { userId, span, status })
    return ok({ rows, onlyYours: onlyOf(data, actor, 'absence') !== null })
  },

  'absence.year': (data, { year }, { actor, today }) => {
    const organisation = organisationOf(data)
    if (organisation === null || actor === null) return noOrganisation
    const span = { first: `${year}-01-01`, last: `${year}-12-31` }
    const only = onlyOf(data, actor, 'absence')
    const shown = absencesShown(data, organisation, actor, { span })
    const byUser = Map.groupBy(shown, ({ userId }) => userId)
    const people = data
      .list('user')
      .filter((user) => (only === null || user.id === only) && standsIn(user, byUser.has(user.id)))
      .toSorted((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1))
      .map((user): AbsencePerson => {
        const mine = actor.role !== 'employee' || user.id === actor.userId
        const facts = mine ? vacationFacts(data, organisation, user) : null
        return {
          userId: user.id,
          name: user.name,
          absences: byUser.get(user.id) ?? [],
          vacation: facts === null ? null : vacationYear(facts, year, today),
        }
      })
    const holidays = monthsBetween(span.first, span.last)
      .flatMap((month) => [...holidaysIn(data, organisation, month)])
      .map(([date, name]) => ({ date, name }))
    return ok({ year, today, people, holidays, onlyYours: only !== null })
  },

  'entitlement.list': (data, { userId }) =>
    ok([...data.where('entitlement', 'user_id = +? ORDER BY valid_from DESC', userId)]),

  'entitlement.balance': (data, { userId, year }, { today }) => {
    const organisation = organisationOf(data)
    const user = data.find('user', userId)
    if (organisation === null) return noOrganisation
    if (user === null) return fail(appError('notFound.user'))
    const facts = vacationFacts(data, organisation, user)
    const entries = data.where(
      'accountEntry',
      "user_id = +? AND account = 'vacation' AND date BETWEEN ? AND ? ORDER BY date DESC, id DESC",
      userId,
      `${year}-01-01`,
      `${year}-12-31`,
    )
    return ok({
      name: user.name,
      vacation: facts === null ? null : vacationYear(facts, year, today),
      entries: withClosed(organisation, entries),
    })
  },

  'account.get': (data, { userId, on }, { today }) => {
    const organisation = organisationOf(data)
    const user = data.find('user', userId)
    if (organisation === null) return noOrganisation
    if (user === null) return fail(appError('notFound.user'))
    const day = on ?? today
    const { entries, ...account } = accountOf(data, organisation, user, day)
    return ok({ userId, name: user.name, on: day, ...account, entries: withClosed(organisation, entries) })
  },

  'account.list': (data, { on }, { today }) => {
    const organisation = organisationOf(data)
    if (organisation === null) return noOrganisation
    const day = on ?? today
    const balances = accountBalances(data, organisation, data.list('user'), day)
    return ok({ on: day, rows: [...balances].map(([userId, balanceMs]) => ({ userId, balanceMs })) })
  },
}
