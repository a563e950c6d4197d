// Commands on absences, their kinds, entitlements, and lines of a user's account.
import { workDateOf } from '../../shared/base/dayRule.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { absenceCommands } from '../../shared/contract/absence.ts'
import { fold } from '../../shared/base/text.ts'
import type { AbsenceKind } from '../../shared/entities/absenceKind.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { put, remove } from '../../shared/entities/registry.ts'
import { addAbsence, decideAbsence, editAbsence, withdrawAbsence } from '../../shared/rules/absence.ts'
import { addAccountEntry } from '../../shared/rules/accountEntry.ts'
import { versionId } from '../../shared/rules/dated.ts'
import { edited } from '../../shared/rules/directory.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { dayRule, namedTimers, organisationOf } from '../facts/reads.ts'
import { present } from '../facts/relations.ts'
import type { Handlers } from './handler.ts'
import { editNamed, removeNamed } from './named.ts'

const newKind = (id: Id): AbsenceKind => ({
  id,
  name: '',
  effect: 'relieved',
  vacation: false,
  needsApproval: true,
  active: true,
  removed: false,
})

const closedThrough = (data: Data): LocalDate | null => organisationOf(data)?.closedThrough ?? null

/** Does a timer of theirs count on one of the days? */
function timerRuns(data: Data, userId: Id, firstDay: LocalDate, lastDay: LocalDate): boolean {
  const rule = dayRule(data)
  return namedTimers(data, userId).some(({ timer }) => {
    const date = workDateOf(timer.startedAt, rule)
    return timer.state !== 'stopped' && date >= firstDay && date <= lastDay
  })
}

export const absenceHandlers: Handlers<keyof typeof absenceCommands> = {
  'absenceKind.add': (_data, args, ctx) => {
    const kind = edited(newKind(ctx.newId()), args)
    return decided([put('absenceKind', kind)], { absenceKindId: kind.id })
  },
  'absenceKind.addUsual': (data, { vacation, sickness, unpaid }, ctx) => {
    const taken = new Set(data.where('absenceKind', 'NOT removed').map(({ name }) => fold(name)))
    const usual: Pick<AbsenceKind, 'name' | 'effect' | 'vacation' | 'needsApproval'>[] = [
      { name: vacation, effect: 'relieved', vacation: true, needsApproval: true },
      { name: sickness, effect: 'relieved', vacation: false, needsApproval: false },
      { name: unpaid, effect: 'unpaid', vacation: false, needsApproval: true },
    ]
    const missing = usual.filter(({ name }) => !taken.has(fold(name)))
    return decided(
      missing.map((kind) => put('absenceKind', { ...newKind(ctx.newId()), ...kind })),
      null,
    )
  },
  'absenceKind.edit': (data, { absenceKindId, ...edit }) =>
    editNamed(data, 'absenceKind', absenceKindId, edit),
  'absenceKind.remove': (data, { absenceKindId }) =>
    removeNamed(data, 'absenceKind', absenceKindId, { active: false }),

  'absence.add': (data, { userId: of, ...args }, ctx) => {
    const userId = of ?? ctx.actor.userId
    const user = present(data, 'user', userId)
    const kind = present(data, 'absenceKind', args.kindId)
    if (user === null) return refused('notFound.user')
    if (kind === null) return refused('notFound.absenceKind')
    const { lastDay = args.firstDay, minutes = null, note = '' } = args
    const portion = args.portion ?? (minutes === null ? 'whole' : 'hours')
    const facts = { user, kind, closedThrough: closedThrough(data) }
    const made = addAbsence({ ...args, userId, lastDay, portion, minutes, note }, facts, ctx)
    if (!made.ok) return made
    const { changes, value } = made.value
    return decided(changes, { ...value, timerRuns: timerRuns(data, userId, args.firstDay, lastDay) })
  },
  'absence.edit': (data, { absenceId, ...edit }, ctx) => {
    const absence = data.find('absence', absenceId)
    if (absence === null) return refused('notFound.absence')
    const user = data.find('user', absence.userId)
    const kindBefore = data.find('absenceKind', absence.kindId)
    const kind = data.find('absenceKind', edit.kindId ?? absence.kindId)
    if (user === null) return refused('notFound.user')
    if (kind === null || kindBefore === null) return refused('notFound.absenceKind')
    return editAbsence(absence, edit, { user, kind, kindBefore, closedThrough: closedThrough(data) }, ctx)
  },
  'absence.approve': (data, { absenceId, reason = '' }) => {
    const absence = data.find('absence', absenceId)
    return absence === null ? refused('notFound.absence') : decideAbsence(absence, { approve: true, reason })
  },
  'absence.reject': (data, { absenceId, reason }) => {
    const absence = data.find('absence', absenceId)
    return absence === null ? refused('notFound.absence') : decideAbsence(absence, { approve: false, reason })
  },
  'absence.withdraw': (data, { absenceId }, ctx) => {
    const absence = data.find('absence', absenceId)
    const kind = absence === null ? null : data.find('absenceKind', absence.kindId)
    return absence === null || kind === null
      ? refused('notFound.absence')
      : withdrawAbsence(absence, kind, ctx)
  },

  'entitlement.set': (data, version, ctx) => {
    if (present(data, 'user', version.userId) === null) return refused('notFound.user')
    const id = versionId(data.where('entitlement', 'user_id = ?', version.userId), version, ctx.newId)
    return decided([put('entitlement', { ...version, id })], { entitlementId: id })
  },
  'entitlement.remove': (data, { entitlementId }) =>
    data.find('entitlement', entitlementId) === null
      ? refused('notFound.entitlement')
      : decided([remove('entitlement', entitlementId)], null),

  'accountEntry.add': (data, { date, ...args }, ctx) =>
    present(data, 'user', args.userId) === null
      ? refused('notFound.user')
      : addAccountEntry({ ...args, date: date ?? ctx.today }, ctx),
  'accountEntry.remove': (data, { accountEntryId }) =>
    data.find('accountEntry', accountEntryId) === null
      ? refused('notFound.accountEntry')
      : decided([remove('accountEntry', accountEntryId)], null),
}
