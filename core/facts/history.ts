// What figures rest on, day by day: settings as they were through what is closed, and as they are now (K1).
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import { daysOfMonth } from '../../shared/base/localDate.ts'
import type { Employment } from '../../shared/entities/employment.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import type { PastSetting, SettingOf, SettingsOf } from '../../shared/entities/pastSetting.ts'
import type { Subject } from '../../shared/entities/subject.ts'
import type { User } from '../../shared/entities/user.ts'
import type { History } from '../../shared/rules/pastSetting.ts'
import { basesOf, historyOf, settingsNow, settingsOn } from '../../shared/rules/pastSetting.ts'
import type { Terms } from '../../shared/rules/terms.ts'
import { isBillable } from '../../shared/rules/billing.ts'
import { EVER, termsOf } from '../../shared/rules/terms.ts'
import type { Data } from '../db/data.ts'
import { organisationOf } from './reads.ts'
import { holidaysOf } from '../queries/holidays.ts'

const NONE: readonly PastSetting[] = []

const pastOf = (data: Data, noun: SettingOf, id: Id): readonly PastSetting[] => {
  const bySubject = data.remembered('pastSetting', 'by subject', () =>
    Map.groupBy(data.list('pastSetting'), (row) => `${row.noun} ${row.subjectId}`),
  )
  return bySubject.get(`${noun} ${id}`) ?? NONE
}

export const organisationHistory = (
  data: Data,
  organisation: Organisation,
): History<SettingsOf<'organisation'>> =>
  historyOf(
    'organisation',
    pastOf(data, 'organisation', organisation.id),
    settingsNow.organisation(organisation),
  )

/** The organisation with the settings of that day: its zone, its holidays, its rules. */
export const organisationOn = (data: Data, organisation: Organisation, date: LocalDate): Organisation => {
  const { rules, approvals: _, ...settings } = settingsOn(organisationHistory(data, organisation), date)
  return { ...organisation, ...settings, rules: { ...organisation.rules, ...rules } }
}

type KnownTerms = {
  organisation: Organisation
  employments: readonly Employment[]
  ofOrganisation: readonly PastSetting[]
  ofUser: readonly PastSetting[]
  terms: readonly Terms[]
}
/** What is remembered of these nouns is the same object until somebody writes one: then the terms are the same too. */
const knownTerms = new WeakMap<User, KnownTerms>()

export function termsOfUser(
  data: Data,
  organisation: Organisation,
  user: User,
  employments: readonly Employment[],
): readonly Terms[] {
  const ofOrganisation = pastOf(data, 'organisation', organisation.id)
  const ofUser = pastOf(data, 'user', user.id)
  const known = knownTerms.get(user)
  if (
    known?.organisation === organisation &&
    known.employments === employments &&
    known.ofOrganisation === ofOrganisation &&
    known.ofUser === ofUser
  )
    return known.terms
  const history = organisationHistory(data, organisation)
  const terms = termsOf(employments, basesOf(organisation, history, userHistory(data, user, employments)))
  knownTerms.set(user, { organisation, employments, ofOrganisation, ofUser, terms })
  return terms
}

/** Who they are and which rules are theirs, from which day on. */
export const userHistory = (
  data: Data,
  user: User,
  employments: readonly Employment[],
): History<SettingsOf<'user'>> =>
  historyOf('user', pastOf(data, 'user', user.id), settingsNow.user(user, employments.length > 0))

/** What a kind of absence does, from which day on. */
export function absenceKindHistory(data: Data, id: Id): History<SettingsOf<'absenceKind'>> {
  const kind = data.find('absenceKind', id)
  const now = kind === null ? UNKNOWN_KIND : settingsNow.absenceKind(kind)
  return historyOf('absenceKind', pastOf(data, 'absenceKind', id), now)
}
const UNKNOWN_KIND: SettingsOf<'absenceKind'> = { effect: 'relieved', vacation: false }

const NO_EMPLOYMENTS: readonly Employment[] = []
export const employmentsOf = (data: Data, userId: Id): readonly Employment[] =>
  data
    .remembered('employment', 'by user', () => Map.groupBy(data.list('employment'), (of) => of.userId))
    .get(userId) ?? NO_EMPLOYMENTS

// The same object each time, which is what the shapes of months are remembered by.
const merged = new Map<string, ReadonlyMap<LocalDate, string>>()
const MOST_MERGED = 100

/** The public holidays of a month; where the country changed within it, of each day by the country of then. */
export function holidaysIn(
  data: Data,
  organisation: Organisation,
  month: Month,
): ReadonlyMap<LocalDate, string> {
  const history = organisationHistory(data, organisation)
  const dates = daysOfMonth(month)
  const countryOn = (date: LocalDate): string | null => settingsOn(history, date).holidayCountry
  const [first = '', last = ''] = [dates[0], dates.at(-1)]
  const within = history.filter(({ from }) => from > first && from <= last)
  if (within.length === 0) return holidaysOf(countryOn(first), month)
  const key = `${month} ${JSON.stringify([countryOn(first), ...within.map(({ from }) => [from, countryOn(from)])])}`
  let found = merged.get(key)
  if (found === undefined) {
    found = new Map(
      dates.flatMap((date) => {
        const name = holidaysOf(countryOn(date), month).get(date)
        return name === undefined ? [] : [[date, name] as const]
      }),
    )
    if (merged.size >= MOST_MERGED) merged.clear()
    merged.set(key, found)
  }
  return found
}

/** Whether time on that could be charged, from which day on: what it says itself holds on every day. */
export function billableHistory(
  data: Data,
  of: Pick<Subject, 'categoryId' | 'projectId' | 'billable'>,
): History<boolean> {
  const category = of.categoryId === null ? null : data.find('category', of.categoryId)
  const project = of.projectId === null ? null : data.find('project', of.projectId)
  const ofCategory =
    category === null
      ? null
      : historyOf('category', pastOf(data, 'category', category.id), settingsNow.category(category))
  const ofProject =
    project === null
      ? null
      : historyOf('project', pastOf(data, 'project', project.id), settingsNow.project(project))
  const cuts = [...new Set([...(ofCategory ?? []), ...(ofProject ?? [])].map(({ from }) => from))].sort()
  return (cuts.length === 0 ? [EVER] : cuts).map((from) => ({
    from,
    settings: isBillable(
      of.billable,
      ofCategory === null ? null : settingsOn(ofCategory, from),
      ofProject === null ? null : settingsOn(ofProject, from),
    ),
  }))
}

/** Whether time of that category could be charged, whatever its project, from which day on. */
export const categoryHistory = (data: Data, id: Id): History<boolean> =>
  billableHistory(data, { categoryId: id, projectId: null, billable: null })

/** Whether time of that project could be charged, whatever its category, from which day on. */
export function projectHistory(data: Data, id: Id): History<boolean> {
  const project = data.find('project', id)
  if (project === null) return [{ from: EVER, settings: true }]
  return historyOf('project', pastOf(data, 'project', id), settingsNow.project(project)).map(
    ({ from, settings }) => ({ from, settings: settings.billable }),
  )
}

/** The zone of each day, for times of a report. */
export function zonesOf(data: Data): (date: LocalDate) => string {
  const organisation = organisationOf(data)
  if (organisation === null) return () => 'UTC'
  const history = organisationHistory(data, organisation)
  return history.length === 1 ? () => organisation.zone : (date) => settingsOn(history, date).zone
}
