// What figures rest on without a date of its own keeps its past: changed while a period is closed, it stays as it was for the closed
// days (K1). A row is written with the first such change, not with the closing, so nothing else has to remember what was closed;
// opening a period again takes the rows of its days away.
import type { LocalDate } from '../base/localDate.ts'
import { addDays } from '../base/localDate.ts'
import { isSame } from '../base/same.ts'
import type { AbsenceKind } from '../entities/absenceKind.ts'
import type { Category } from '../entities/category.ts'
import type { Employment } from '../entities/employment.ts'
import type { Id } from '../entities/entity.ts'
import type { Organisation } from '../entities/organisation.ts'
import type { PastSetting, SettingOf, SettingsOf } from '../entities/pastSetting.ts'
import { Settings } from '../entities/pastSetting.ts'
import type { Project } from '../entities/project.ts'
import type { Change, Effect } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import type { TimeRules } from '../entities/rules.ts'
import { rulesFor } from '../entities/rules.ts'
import type { User } from '../entities/user.ts'
import { isModuleOn } from './module.ts'
import type { Basis } from './terms.ts'
import { EVER } from './terms.ts'

const expectedIn = ({
  expectedDayMinutes,
  expectedMonthMinutes,
}: Partial<TimeRules>): Partial<TimeRules> => ({
  ...(expectedDayMinutes === undefined ? {} : { expectedDayMinutes }),
  ...(expectedMonthMinutes === undefined ? {} : { expectedMonthMinutes }),
})

/** The settings of each as they are now. */
export const settingsNow = {
  organisation: (of: Organisation): SettingsOf<'organisation'> => ({
    zone: of.zone,
    dayStartMinutes: of.dayStartMinutes,
    holidayCountry: of.holidayCountry,
    weekStart: of.weekStart,
    carryOver: of.carryOver,
    rules: expectedIn(of.rules),
    approvals: isModuleOn(of, null, 'approvals'),
  }),
  user: (of: User, contracted: boolean): SettingsOf<'user'> => ({
    startDate: of.startDate,
    lastDate: of.lastDate,
    rules: expectedIn(of.rules),
    contracted,
  }),
  category: ({ billType }: Category): SettingsOf<'category'> => ({ billType }),
  project: ({ billable }: Project): SettingsOf<'project'> => ({ billable }),
  absenceKind: ({ effect, vacation }: AbsenceKind): SettingsOf<'absenceKind'> => ({ effect, vacation }),
}

/** From which day on which settings hold; the first from `EVER`, the last are those of now. */
export type History<S> = readonly { readonly from: LocalDate; readonly settings: S }[]

/** `past`: of one thing, in any order. */
export function historyOf<N extends SettingOf>(
  noun: N,
  past: readonly PastSetting[],
  now: SettingsOf<N>,
): History<SettingsOf<N>> {
  if (past.length === 0) return [{ from: EVER, settings: now }]
  const sorted = [...past].sort((a, b) => (a.through < b.through ? -1 : 1))
  const schema = Settings()[noun]
  const stretches = sorted.map(({ settings }, index) => ({
    from: index === 0 ? EVER : addDays(sorted[index - 1]?.through ?? '', 1),
    settings: schema.parse(settings) as SettingsOf<N>,
  }))
  return [...stretches, { from: addDays(sorted.at(-1)?.through ?? '', 1), settings: now }]
}

export const settingsOn = <S>(history: History<S>, date: LocalDate): S =>
  (history.findLast(({ from }) => from <= date) ?? history[0])?.settings as S

/** What a user's terms rest on: the organisation's rules with what the profile lays over them (F6), and who they are. */
export function basesOf(
  organisation: { rules: TimeRules },
  ofOrganisation: History<SettingsOf<'organisation'>>,
  ofUser: History<SettingsOf<'user'>>,
): Basis[] {
  const cuts = [...new Set([...ofOrganisation, ...ofUser].map(({ from }) => from))].sort()
  return cuts.map((from) => {
    const user = settingsOn(ofUser, from)
    const theirs = settingsOn(ofOrganisation, from).rules
    return { ...user, from, rules: rulesFor({ rules: { ...organisation.rules, ...theirs } }, user) }
  })
}

export type KeepFacts = {
  /** After the changes. */
  closedThrough: LocalDate | null
  closedBefore: LocalDate | null
  /** Contracts of a user as they are after the changes. */
  employments(userId: Id): readonly Employment[]
  user(userId: Id): User | null
  past(): readonly PastSetting[]
  newId(): Id
}

/** What has to be kept, or no more, because of the effects of a commit. */
export function keptSettings(effects: readonly Effect[], facts: KeepFacts): Change[] {
  const { closedThrough, closedBefore } = facts
  // What an undo of an opening brings back is back already.
  if ((closedThrough ?? EVER) < (closedBefore ?? EVER)) return opened(facts.past(), closedThrough)
  if (closedBefore === null) return []
  const through = closedBefore
  return changedSettings(effects, facts).flatMap(({ noun, subjectId, settings }) => {
    const known = facts
      .past()
      .some((row) => row.noun === noun && row.subjectId === subjectId && row.through >= through)
    if (known) return []
    return [put('pastSetting', { id: facts.newId(), noun, subjectId, through, settings })]
  })
}

/** A row of the days that are open again goes; the first of them says as well what was before, so that one is cut. */
function opened(past: readonly PastSetting[], closedThrough: LocalDate | null): Change[] {
  const bySubject = Map.groupBy(past, ({ noun, subjectId }) => `${noun} ${subjectId}`)
  return [...bySubject.values()].flatMap((rows) => {
    const sorted = [...rows].sort((a, b) => (a.through < b.through ? -1 : 1))
    const beyond = sorted.filter(({ through }) => closedThrough === null || through > closedThrough)
    const [first] = beyond
    const covered = sorted.some(({ through }) => through === closedThrough)
    if (first === undefined || closedThrough === null || covered)
      return beyond.map(({ id }) => remove('pastSetting', id))
    return [
      put('pastSetting', { ...first, through: closedThrough }),
      ...beyond.slice(1).map(({ id }) => remove('pastSetting', id)),
    ]
  })
}

type Changed = { noun: SettingOf; subjectId: Id; settings: PastSetting['settings'] }

/** The settings that the effects changed, as they were before. */
function changedSettings(effects: readonly Effect[], facts: KeepFacts): Changed[] {
  const changed = effects.flatMap((effect): Changed[] => {
    if (effect.before === null || effect.after === null) return []
    switch (effect.entity) {
      case 'organisation':
        return differing('organisation', effect.before.id, effect, settingsNow.organisation)
      case 'category':
        return differing('category', effect.before.id, effect, settingsNow.category)
      case 'project':
        return differing('project', effect.before.id, effect, settingsNow.project)
      case 'absenceKind':
        return differing('absenceKind', effect.before.id, effect, settingsNow.absenceKind)
      default:
        return []
    }
  })
  return [...changed, ...changedUsers(effects, facts)]
}

function differing<T extends { id: Id }>(
  noun: SettingOf,
  subjectId: Id,
  { before, after }: { before: T | null; after: T | null },
  read: (value: T) => PastSetting['settings'],
): Changed[] {
  if (before === null || after === null) return []
  const settings = read(before)
  return isSame(settings, read(after)) ? [] : [{ noun, subjectId, settings }]
}

/** A user's settings change with their profile, and with the first contract that comes or the last that goes. */
function changedUsers(effects: readonly Effect[], facts: KeepFacts): Changed[] {
  const touched = new Set(
    effects.flatMap(({ entity, before, after }) => {
      if (entity === 'user') return before === null || after === null ? [] : [after.id]
      if (entity !== 'employment') return []
      return [before?.userId, after?.userId].filter((id) => id !== undefined)
    }),
  )
  return [...touched].flatMap((userId) => {
    const after = facts.user(userId)
    const ownEffect = effects.find(({ entity, after: of }) => entity === 'user' && of?.id === userId)
    const before = ownEffect?.entity === 'user' ? ownEffect.before : after
    // Somebody who is new has no past.
    if (after === null || before === null) return []
    const now = facts.employments(userId)
    const settings = settingsNow.user(before, wereThere(effects, userId, now))
    if (isSame(settings, settingsNow.user(after, now.length > 0))) return []
    return [{ noun: 'user', subjectId: userId, settings }]
  })
}

/** Had the user a contract before the effects? */
function wereThere(effects: readonly Effect[], userId: Id, now: readonly Employment[]): boolean {
  const own = effects.filter((effect) => effect.entity === 'employment')
  if (own.some(({ before }) => before?.userId === userId)) return true
  const added = new Set(own.filter(({ before }) => before === null).map(({ after }) => after?.id))
  return now.some(({ id }) => !added.has(id))
}
