// The one table of what an active timer protects, and of what a closed period protects (spec C). It judges changes, not
// commands, so it holds alike for the window, the command line, an import, an undo and a sync (C18).
import type { LocalDate } from '../base/localDate.ts'
import type { AppError, ErrorCode, TimerRef } from '../contract/errors.ts'
import { appError } from '../contract/errors.ts'
import type { EntityName, EntityOf } from '../entities/registry.ts'
import type { Timer } from '../entities/timer.ts'

/** What a change does to one entity: before null is an addition, after null a removal. */
export type Effect<N extends EntityName = EntityName> = {
  [K in N]: { entity: K; before: EntityOf<K> | null; after: EntityOf<K> | null }
}[N]

type Guard<N extends EntityName> = {
  entity: N
  /** Does the change do what the guard forbids? */
  forbids(before: EntityOf<N>, after: EntityOf<N> | null): boolean
  /** Does the timer refer to it? */
  refers(timer: Timer, before: EntityOf<N>): boolean
  /** Where it matters on which day the timer was started: is this timer in the way of the change? */
  onDate?(after: EntityOf<N>, timerDate: LocalDate): boolean
  code: ErrorCode
  /** Values for the sentence. */
  values?(before: EntityOf<N>): Record<string, string>
}
const guard = <N extends EntityName>(row: Guard<N>): Guard<N> => row

const ofUser = (timer: Timer, user: { id: string }): boolean => timer.userId === user.id
const ofCategory = (timer: Timer, category: { id: string }): boolean => timer.categoryId === category.id
const ofProject = (timer: Timer, project: { id: string }): boolean => timer.projectId === project.id
const ofCustomer = (timer: Timer, customer: { id: string }): boolean => timer.customerId === customer.id

/** Taken away, or kept only for the past. */
const isDeleted = (before: { removed: boolean }, after: { removed: boolean } | null): boolean =>
  after === null || (after.removed && !before.removed)

export const TIMER_GUARDS = [
  // C3
  guard({
    entity: 'user',
    forbids: (b, a) => a !== null && !a.removed && b.active && !a.active,
    refers: ofUser,
    code: 'guard.userInactive',
  }),
  // C4
  guard({ entity: 'user', forbids: isDeleted, refers: ofUser, code: 'guard.userDelete' }),
  // C5, C6
  guard({
    entity: 'category',
    forbids: (b, a) => a !== null && (a.codeType !== b.codeType || a.billType !== b.billType),
    refers: ofCategory,
    code: 'guard.categoryEdit',
  }),
  // C7
  guard({
    entity: 'category',
    forbids: isDeleted,
    refers: ofCategory,
    code: 'guard.categoryDelete',
  }),
  // C9
  guard({
    entity: 'customer',
    forbids: (b, a) => a !== null && !a.removed && b.status === 'Active' && a.status !== 'Active',
    refers: ofCustomer,
    code: 'guard.customerStatus',
  }),
  // C10
  guard({
    entity: 'customer',
    forbids: isDeleted,
    refers: ofCustomer,
    code: 'guard.customerDelete',
  }),
  // C11
  guard({
    entity: 'project',
    forbids: (b, a) => a !== null && !a.removed && a.completionDate !== b.completionDate,
    refers: ofProject,
    onDate: (a, timerDate) => a.completionDate !== null && a.completionDate < timerDate,
    code: 'guard.projectEdit',
  }),
  // A timer's project is one of its customer's.
  guard({
    entity: 'project',
    forbids: (b, a) => a !== null && a.customerId !== b.customerId,
    refers: ofProject,
    code: 'guard.projectEdit',
  }),
  // C12
  guard({
    entity: 'project',
    forbids: isDeleted,
    refers: ofProject,
    code: 'guard.projectDelete',
    values: ({ code }) => ({ code }),
  }),
] as const

/** The first refusal among the effects, given the timers that are active after them and the work day of each one's start. */
export function guardTimers(
  effects: readonly Effect[],
  active: readonly { timer: Timer; ref: TimerRef }[],
  dateOf: (timer: Timer) => LocalDate,
): AppError | null {
  for (const effect of effects) {
    const { before, after } = effect
    if (before === null) continue
    for (const row of TIMER_GUARDS) {
      if (row.entity !== effect.entity) continue
      // The table's rows are typed one by one; the loop over them needs the common shape.
      const { forbids, refers, onDate, code, values } = row as unknown as Guard<EntityName>
      if (!forbids(before, after)) continue
      const inTheWay = active.filter(
        ({ timer }) =>
          refers(timer, before) && (onDate === undefined || after === null || onDate(after, dateOf(timer))),
      )
      if (inTheWay.length > 0)
        return appError(code, {
          timers: inTheWay.map(({ ref }) => ref),
          ...(values === undefined ? {} : { values: values(before) }),
        })
    }
  }
  return null
}

/** From when on the effect changes what was recorded, expected or paid; '' is ever since. */
function datesOf(effect: Effect): readonly (LocalDate | undefined)[] {
  if (effect.entity === 'timeEntry') return [effect.before?.workDate, effect.after?.workDate]
  if (effect.entity === 'employment' || effect.entity === 'rate')
    return [effect.before?.validFrom, effect.after?.validFrom]
  if (effect.entity !== 'user' || effect.before === null || effect.after === null) return []
  const [before, after] = [effect.before.startDate ?? '', effect.after.startDate ?? '']
  return before === after ? [] : [before, after]
}

/** Time, contracts, start dates and rates of a closed period are neither added, changed nor removed, whichever way the change came (C1, C18, G7). */
export function guardPeriod(effects: readonly Effect[], closedThrough: string | null): AppError | null {
  if (closedThrough === null) return null
  const gone = new Set(effects.flatMap(({ before, after }) => (after === null ? [before?.id] : [])))
  for (const effect of effects) {
    // A contract that goes with its user, who has no time at all, changes nobody's pay; so with a rate and what it is for.
    if (effect.entity === 'employment' && gone.has(effect.before?.userId)) continue
    if (effect.entity === 'rate' && gone.has(effect.before?.subjectId ?? undefined)) continue
    if (datesOf(effect).some((date) => date !== undefined && date <= closedThrough))
      return appError(effect.entity === 'rate' ? 'rate.priorPeriod' : 'record.priorPeriod', {
        values: { through: closedThrough },
      })
  }
  return null
}
