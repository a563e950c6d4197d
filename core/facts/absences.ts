// The facts of absences: which count in which days, what they do to them, and what a vacation rests on (I2, I3).
import type { Month } from '../../shared/base/localDate.ts'
import { monthOf } from '../../shared/base/localDate.ts'
import { onceFor } from '../../shared/base/once.ts'
import type { Absence } from '../../shared/entities/absence.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import type { User } from '../../shared/entities/user.ts'
import type { AbsentDays, AbsentFacts, Span } from '../../shared/rules/absentDays.ts'
import { absentDays, NO_ABSENCE } from '../../shared/rules/absentDays.ts'
import { settingsOn } from '../../shared/rules/pastSetting.ts'
import type { Terms } from '../../shared/rules/terms.ts'
import { expectedMsOn } from '../../shared/rules/terms.ts'
import type { Drawn, VacationFacts } from '../../shared/rules/vacation.ts'
import type { Data } from '../db/data.ts'
import {
  absenceKindHistory,
  employmentsOf,
  holidaysIn,
  organisationHistory,
  termsOfUser,
  userHistory,
} from './history.ts'

export const ALWAYS: Span = { first: '1900-01-01', last: '9998-12-31' }

const TOUCHING = 'last_day >= ? AND first_day <= ?'
const IN_ORDER = 'ORDER BY first_day, id'

/** Approved, of everybody, by user. */
export const approvedByUser = (data: Data, { first, last }: Span): ReadonlyMap<Id, readonly Absence[]> =>
  Map.groupBy(
    data.where('absence', `${TOUCHING} AND status = 'approved' ${IN_ORDER}`, first, last),
    ({ userId }) => userId,
  )

/** Of everybody, not decided yet. */
export const requestedIn = (data: Data, { first, last }: Span): readonly Absence[] =>
  data.where('absence', `${TOUCHING} AND status = 'requested' ${IN_ORDER}`, first, last)

export const absencesOf = (
  data: Data,
  userId: Id,
  { first, last }: Span,
  status: Absence['status'] = 'approved',
): readonly Absence[] =>
  data.where(
    'absence',
    `user_id = +? AND ${TOUCHING} AND status = +? ${IN_ORDER}`,
    userId,
    first,
    last,
    status,
  )

export type AbsencesByStatus = Readonly<Record<'approved' | 'requested', readonly Absence[]>>

/** A user's that count, and those that are asked for, in one look. */
export function absencesByStatus(data: Data, userId: Id, { first, last }: Span): AbsencesByStatus {
  const all = data.where('absence', `user_id = +? AND ${TOUCHING} ${IN_ORDER}`, userId, first, last)
  if (all.length === 0) return NO_ABSENCES
  const of = (wanted: Absence['status']): readonly Absence[] => all.filter(({ status }) => status === wanted)
  return { approved: of('approved'), requested: of('requested') }
}
const NO_ABSENCES: AbsencesByStatus = { approved: [], requested: [] }

/** What absences of somebody with these terms do to days. */
function absentFacts(data: Data, organisation: Organisation, terms: readonly Terms[]): AbsentFacts {
  // Asked for every day of every absence, and the same for all days of a month and of a kind.
  const holidays = onceFor((month: Month) => holidaysIn(data, organisation, month))
  const kinds = onceFor((kindId: Id) => absenceKindHistory(data, kindId))
  return {
    expectedMs: (date) => expectedMsOn({ terms, holidays: holidays(monthOf(date)) }, date),
    kindOn: (kindId, date) => settingsOn(kinds(kindId), date),
  }
}

export const absentIn = (
  data: Data,
  organisation: Organisation,
  terms: readonly Terms[],
  absences: readonly Absence[],
  span: Span,
): AbsentDays =>
  absences.length === 0 ? NO_ABSENCE : absentDays(absences, span, absentFacts(data, organisation, terms))

const drawnBy = (days: AbsentDays): Drawn =>
  new Map([...days].flatMap(([date, { hundredths }]) => (hundredths === 0 ? [] : [[date, hundredths]])))

/** null: nothing of a vacation was ever said of this user. */
export function vacationFacts(data: Data, organisation: Organisation, user: User): VacationFacts | null {
  const versions = data.where('entitlement', 'user_id = ?', user.id)
  const entries = data.where('accountEntry', "user_id = ? AND account = 'vacation'", user.id)
  if (versions.length === 0 && entries.length === 0) return null
  const employments = employmentsOf(data, user.id)
  const terms = termsOfUser(data, organisation, user, employments)
  const firm = organisationHistory(data, organisation)
  const person = userHistory(data, user, employments)
  const drawn = (status: Absence['status']): Drawn =>
    drawnBy(absentIn(data, organisation, terms, absencesOf(data, user.id, ALWAYS, status), ALWAYS))
  return {
    versions,
    entries,
    drawn: drawn('approved'),
    requested: drawn('requested'),
    carryOn: (date) => settingsOn(firm, date).carryOver,
    lastDateOn: (date) => settingsOn(person, date).lastDate,
  }
}
