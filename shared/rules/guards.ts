// The one table of what an active timer protects, and of what a closed period protects (spec C). It judges changes, not
// commands, so it holds alike for the window, the command line, an import, an undo and a sync (C18).
import type { LocalDate } from '../base/localDate.ts'
import { addDays } from '../base/localDate.ts'
import { isSame } from '../base/same.ts'
import type { AppError, ErrorCode, TimerRef } from '../contract/errors.ts'
import { appError } from '../contract/errors.ts'
import type { Assignment } from '../entities/assignment.ts'
import type { Id } from '../entities/entity.ts'
import { takesTime } from '../entities/customer.ts'
import type { Effect, EntityName, EntityOf } from '../entities/registry.ts'
import { factsOf, isRemoved, referencesIn, referencesOf } from '../entities/relations.ts'
import type { Timer } from '../entities/timer.ts'

type Guard<N extends EntityName> = {
  entity: N
  /** Does the change do what the guard forbids? */
  forbids(before: EntityOf<N>, after: EntityOf<N> | null): boolean
  /** Where it matters on which day the timer was started: is this timer in the way of the change? */
  onDate?(after: EntityOf<N>, timerDate: LocalDate): boolean
  /** Where no field of a timer says so: does it use it by the assignment that it would take? */
  usedBy?(before: EntityOf<N>, taken: Assignment): boolean
  code: ErrorCode
  /** Values for the sentence. */
  values?(before: EntityOf<N>): Record<string, string>
}
const guard = <N extends EntityName>(row: Guard<N>): Guard<N> => row

const refersTo = (timer: Timer, entity: EntityName, id: Id): boolean =>
  referencesOf('timer').some((ref) => ref.to === entity && referencesIn(ref, timer).includes(id))

const EDITS = [
  // C3
  guard({
    entity: 'user',
    forbids: (b, a) => a !== null && !a.removed && b.active && !a.active,
    code: 'guard.userInactive',
  }),
  // C5, C6
  guard({
    entity: 'category',
    forbids: (b, a) => a !== null && (a.codeType !== b.codeType || a.billType !== b.billType),
    code: 'guard.categoryEdit',
  }),
  // C9
  guard({
    entity: 'customer',
    // A prospect takes time as well: its timer could then be neither stopped nor switched.
    forbids: (b, a) =>
      a !== null &&
      !a.removed &&
      (b.status === 'Active' ? a.status !== 'Active' : takesTime(b) && !takesTime(a)),
    code: 'guard.customerEdit',
  }),
  // C11
  guard({
    entity: 'project',
    forbids: (b, a) => a !== null && !a.removed && a.completionDate !== b.completionDate,
    onDate: (a, timerDate) => a.completionDate !== null && a.completionDate < timerDate,
    code: 'guard.projectEdit',
  }),
  // A timer's project is one of its customer's.
  guard({
    entity: 'project',
    forbids: (b, a) => a !== null && a.customerId !== b.customerId,
    code: 'guard.projectEdit',
  }),
  // And so is its case; closed it may be, as what counts already is still recorded.
  guard({
    entity: 'case',
    forbids: (b, a) => a !== null && a.customerId !== b.customerId,
    code: 'guard.caseEdit',
  }),
]

// C13 to C16: a timer uses the assignment that it would take, with its office and its department.
const ASSIGNED = [
  guard({
    entity: 'assignment',
    forbids: (b, a) =>
      a !== null &&
      (['userId', 'customerId', 'officeId', 'departmentId'] as const).some((field) => a[field] !== b[field]),
    usedBy: (b, taken) => taken.id === b.id,
    code: 'guard.assignmentEdit',
  }),
  guard({
    entity: 'assignment',
    forbids: (_, a) => a === null,
    usedBy: (b, taken) => taken.id === b.id,
    code: 'guard.assignmentDelete',
  }),
  ...(['office', 'department'] as const).map((entity) =>
    guard<'office' | 'department'>({
      entity,
      forbids: (b, a) => a === null || (a.removed && !b.removed),
      usedBy: (b, taken) => taken[`${entity}Id`] === b.id,
      code: `guard.${entity}Delete`,
    }),
  ),
]

// C4, C7, C10, C12: what a timer is of or on is not deleted.
const DELETIONS = referencesOf('timer')
  .filter(({ to }) => factsOf(to).keepsName === true)
  .map(({ to }) =>
    guard<EntityName>({
      entity: to,
      forbids: (before, after) => after === null || (isRemoved(after) && !isRemoved(before)),
      code: `guard.${to}Delete`,
      values: (before): Record<string, string> => ('code' in before ? { code: before.code } : {}),
    }),
  )

export const TIMER_GUARDS = [...EDITS, ...ASSIGNED, ...DELETIONS]

/**
 * The first refusal among the effects, given the timers that are active after them, the work day of each one's start, and the
 * assignment that each would have taken before them.
 */
export function guardTimers(
  effects: readonly Effect[],
  active: readonly { timer: Timer; ref: TimerRef }[],
  dateOf: (timer: Timer) => LocalDate,
  takenBy: (timer: Timer) => Assignment | null,
): AppError | null {
  for (const effect of effects) {
    const { before, after } = effect
    if (before === null) continue
    for (const row of TIMER_GUARDS) {
      if (row.entity !== effect.entity) continue
      // The table's rows are typed one by one; the loop over them needs the common shape.
      const { forbids, onDate, usedBy, code, values } = row as unknown as Guard<EntityName>
      if (!forbids(before, after)) continue
      const uses = (timer: Timer): boolean => {
        if (usedBy === undefined) return refersTo(timer, effect.entity, before.id)
        const taken = takenBy(timer)
        return taken !== null && usedBy(before, taken)
      }
      const inTheWay = active.filter(
        ({ timer }) =>
          uses(timer) && (onDate === undefined || after === null || onDate(after, dateOf(timer))),
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
export function datesOf({ entity, before, after }: Touched): readonly string[] {
  const dated = factsOf(entity).dated
  if (dated === undefined) return []
  const { when } = dated
  const counts = (value: object): boolean => when === undefined || dayIn(value, when.field) === when.is
  const [was = null, is = null] = [before, after].map((value) =>
    value === null || !counts(value) ? null : dayIn(value, dated.from),
  )
  const { to } = dated
  const onlyEndMoves =
    to !== undefined && was !== null && is !== null && isSame({ ...before, [to]: '' }, { ...after, [to]: '' })
  if (onlyEndMoves) {
    const [first = '', last] = [before, after].map((value) => dayIn(value ?? {}, to)).sort()
    return first === last ? [] : [addDays(first, 1)]
  }
  if (dated.onChange && (before === null || after === null || was === is)) return []
  return [was, is].filter((day) => day !== null && day !== undefined)
}

type Touched = { entity: EntityName; before: object | null; after: object | null }

const dayIn = (value: object, field: string): string => {
  const day = (value as Record<string, unknown>)[field]
  return typeof day === 'string' ? day : ''
}

/** Time, contracts, start dates and rates of a closed period are neither added, changed nor removed, whichever way the change came (C1, C18, G7). */
export function guardPeriod(effects: readonly Effect[], closedThrough: string | null): AppError | null {
  if (closedThrough === null) return null
  const gone = new Set(effects.flatMap(({ before, after }) => (after === null ? [before?.id] : [])))
  for (const effect of effects) {
    const unsettling = unsettles(effect, effects, closedThrough)
    if (unsettling !== null) return unsettling
    if (effect.before !== null && wentWith(effect.entity, effect.before, gone)) continue
    if (datesOf(effect).some((date) => date <= closedThrough))
      return appError(factsOf(effect.entity).dated?.closed ?? 'record.priorPeriod', {
        values: { through: closedThrough },
      })
  }
  return null
}

/**
 * What a closed period was settled with and cannot be told day by day (K1): in which currency, and who was there. Everything else
 * without a date of its own keeps its past (pastSetting.ts).
 */
function unsettles(
  { entity, before, after }: Effect,
  effects: readonly Effect[],
  closedThrough: string,
): AppError | null {
  const values = { through: closedThrough }
  if (entity === 'organisation' && before !== null && after !== null && before.currency !== after.currency)
    return appError('organisation.currencyClosed', { values: { currency: before.currency } })
  if (entity !== 'user') return null
  if (after === null || before === null) {
    const user = before ?? after
    const contracts = effects.flatMap((effect) =>
      effect.entity === 'employment' ? [effect.before, effect.after] : [],
    )
    // With contracts, those say from when on; and they are judged themselves.
    if (user === null || contracts.some((contract) => contract?.userId === user.id)) return null
    return (user.startDate ?? '') > closedThrough ? null : appError('user.inClosedPeriod', { values })
  }
  const { lastDate } = after
  return lastDate === before.lastDate || lastDate === null || lastDate >= closedThrough
    ? null
    : appError('user.lastDateClosed', { values })
}

/** A rate that goes with what it is for, which has no time at all, changes no amount. */
const wentWith = (entity: EntityName, before: object, gone: ReadonlySet<Id | undefined>): boolean =>
  entity === 'rate' &&
  referencesOf(entity).some(
    (ref) => ref.as === 'followed' && referencesIn(ref, before).some((id) => gone.has(id)),
  )
