// The facts of approvals: what became of which days, whether days are approved at all, and which timers stand in the way (B49, I7).
import { workDateOf } from '../../shared/base/dayRule.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { TimerRef } from '../../shared/contract/errors.ts'
import type { Approval } from '../../shared/entities/approval.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import type { Timer } from '../../shared/entities/timer.ts'
import type { LockFacts } from '../../shared/rules/approval.ts'
import { isModuleOn } from '../../shared/rules/module.ts'
import { settingsOn } from '../../shared/rules/pastSetting.ts'
import type { Data } from '../db/data.ts'
import { organisationHistory } from './history.ts'
import { dayRule, nameOf, namedTimers, organisationOf } from './reads.ts'

export type DaySpan = { from: LocalDate; to: LocalDate }

export const approvalsOf = (data: Data, userId: Id, { from, to }: DaySpan): readonly Approval[] =>
  data.where('approval', 'user_id = +? AND date BETWEEN ? AND ? ORDER BY date', userId, from, to)

/** Of these days, those on which only approved time counts for pay: as it was when they were closed (K1). */
export function approvedOnly(
  data: Data,
  organisation: Organisation,
  dates: readonly LocalDate[],
): readonly LocalDate[] {
  const history = organisationHistory(data, organisation)
  const [only] = history
  if (history.length === 1 && only !== undefined) return only.settings.approvals ? dates : []
  return dates.filter((date) => settingsOn(history, date).approvals)
}

/** Timers in any state whose time falls on these days. */
export function timersOn(data: Data, userId: Id, { from, to }: DaySpan, today: LocalDate): TimerRef[] {
  const rule = dayRule(data)
  const lastDay = ({ segments }: Timer): LocalDate => {
    const end = segments.at(-1)?.end ?? null
    return end === null ? today : workDateOf(end, rule)
  }
  return namedTimers(data, userId)
    .filter(({ timer }) => workDateOf(timer.startedAt, rule) <= to && lastDay(timer) >= from)
    .map(({ ref }) => ref)
}

export const lockFacts = (data: Data): LockFacts => ({
  on: isModuleOn(organisationOf(data), null, 'approvals'),
  approval: (userId, date) => data.where('approval', 'user_id = ? AND date = ?', userId, date)[0] ?? null,
  nameOf: (userId) => nameOf(data, 'user', userId) ?? '',
  dateOf: (at) => workDateOf(at, dayRule(data)),
})
