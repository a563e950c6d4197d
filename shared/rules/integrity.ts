// What holds of the record after any change, whichever way it came: a command, an undo, an import, a sync (C18, F7, G11).
import type { AppError, ErrorCode, TimerRef } from '../contract/errors.ts'
import { appError } from '../contract/errors.ts'
import { workDateOf } from '../base/dayRule.ts'
import type { LocalDate } from '../base/localDate.ts'
import { fold } from '../base/text.ts'
import type { Id } from '../entities/entity.ts'
import type { Absence } from '../entities/absence.ts'
import type { Assignment } from '../entities/assignment.ts'
import type { Effect, EntityName } from '../entities/registry.ts'
import { factsOf, isReferred, isRemoved, referencesIn, referencesOf } from '../entities/relations.ts'
import { ONES } from '../entities/subject.ts'
import type { PartlyNoun } from '../entities/subject.ts'
import type { Organisation } from '../entities/organisation.ts'
import type { User } from '../entities/user.ts'
import type { Timer } from '../entities/timer.ts'
import { fullDayOf } from './absence.ts'
import { dayRuleOf } from './recordSession.ts'

/** The record as it is once the changes are in. Asked for only where the changes touch it. */
export type IntegrityFacts = {
  /** Is a period closed over timers on purpose (G8)? */
  overTimers?: boolean
  organisation(): Organisation | null
  users(): readonly User[]
  /** The thing, whether it is deleted or not. */
  thing(noun: EntityName, id: Id): object | null
  /** All things of that noun that are not deleted. */
  present(noun: EntityName): readonly { id: Id }[]
  assignments(): readonly Assignment[]
  /** In any state; of one user, or everybody's. */
  timers(userId?: Id): readonly Timer[]
  /** Does another of the same user run or pause? Asked at each start, so it costs less than their list. */
  runsBeside(timer: Timer): boolean
  /** With its names, which only a refusal needs. */
  timerRef(timer: Timer): TimerRef
  /** Of a user, that touch these days, whatever their status. */
  absences(userId: Id, first: LocalDate, last: LocalDate): readonly Absence[]
  exists(noun: EntityName, id: Id): boolean
  /** It exists, and is not kept for the past only. */
  isPresent(noun: EntityName, id: Id): boolean
  /** How many things of which nouns refer to it. */
  uses(noun: EntityName, id: Id): ReadonlyMap<EntityName, number>
}

/** The first thing that the changes would break; null: nothing. */
export function guardIntegrity(effects: readonly Effect[], facts: IntegrityFacts): AppError | null {
  return (
    brokenReference(effects, facts) ??
    strayPart(effects, facts) ??
    takenName(effects, facts) ??
    secondAssignment(effects, facts) ??
    overfullDay(effects, facts) ??
    nobodyInCharge(effects, facts) ??
    secondTimer(effects, facts) ??
    timerInClosedPeriod(effects, facts)
  )
}

function brokenReference(effects: readonly Effect[], facts: IntegrityFacts): AppError | null {
  for (const { entity, before, after } of effects) {
    if (after !== null)
      for (const ref of referencesOf(entity)) {
        const was = before === null || isRemoved(before) ? [] : referencesIn(ref, before)
        for (const id of referencesIn(ref, after)) {
          const newly = ref.as === 'needed' && !isRemoved(after) && !was.includes(id)
          if (!(newly ? facts.isPresent(ref.to, id) : facts.exists(ref.to, id)))
            return appError(`notFound.${ref.to}`)
        }
      }
    if (after === null && before !== null && isReferred(entity)) {
      const uses = facts.uses(entity, before.id)
      if (uses.size > 0)
        return appError(`inUse.${entity}`, {
          values: { name: textIn(before, 'name'), entries: uses.get('timeEntry') ?? 0 },
        })
    }
  }
  return null
}

/** What is part of another thing: a project of a customer, for instance. */
const PARTS = ONES.flatMap(({ noun, of }) => (of === null ? [] : [{ noun: noun as PartlyNoun, of }]))
/** What holds a part where it is. */
const HELD = { timeEntry: 'hasTime', case: 'hasCases' } as const

/** Time on a project is time for its customer, and so is a case that is tied to it. */
function strayPart(effects: readonly Effect[], facts: IntegrityFacts): AppError | null {
  for (const { entity, before, after } of effects) {
    if (after === null) continue
    for (const { noun, of } of PARTS) {
      if (of in after)
        for (const ref of referencesOf(entity).filter(({ to }) => to === noun))
          for (const id of referencesIn(ref, after)) {
            const part = facts.thing(noun, id)
            if (part !== null && valueIn(part, of) !== valueIn(after, of))
              return appError(`${noun}.otherCustomer`, {
                values: { code: textIn(part, 'code'), name: textIn(part, 'name') },
              })
          }
      if (entity !== noun || before === null || valueIn(before, of) === valueIn(after, of)) continue
      const uses = facts.uses(noun, after.id)
      for (const [holder, code] of Object.entries(HELD)) {
        const entries = uses.get(holder as keyof typeof HELD) ?? 0
        if (entries > 0)
          return appError(`${noun}.${code}` as ErrorCode, {
            values: { code: textIn(before, 'code'), entries },
          })
      }
    }
  }
  return null
}

function takenName(effects: readonly Effect[], facts: IntegrityFacts): AppError | null {
  for (const { entity, before, after } of effects) {
    const { unique } = factsOf(entity)
    if (unique === undefined || after === null || isRemoved(after)) continue
    const called = nameKey(unique.by, after)
    // A thing that comes back takes its name again.
    if (before !== null && !isRemoved(before) && nameKey(unique.by, before) === called) continue
    const taken = facts
      .present(entity)
      .some((other) => other.id !== after.id && nameKey(unique.by, other) === called)
    const [first] = unique.by
    if (taken) return appError(unique.taken, { values: { [first]: textIn(after, first) } })
  }
  return null
}

/** Two assignments of a user for the same customer, or for all: nobody could say which one holds. */
function secondAssignment(effects: readonly Effect[], facts: IntegrityFacts): AppError | null {
  for (const { entity, after } of effects) {
    if (entity !== 'assignment' || after === null) continue
    const second = facts
      .assignments()
      .some(
        ({ id, userId, customerId }) =>
          id !== after.id && userId === after.userId && customerId === after.customerId,
      )
    if (second) return appError('assignment.second')
  }
  return null
}

/** Of a day nobody is absent for more than the day (I1). */
function overfullDay(effects: readonly Effect[], facts: IntegrityFacts): AppError | null {
  for (const { entity, before, after } of effects) {
    if (entity !== 'absence' || after === null) continue
    // What is decided otherwise takes no other day.
    const others = facts.absences(after.userId, after.firstDay, after.lastDay)
    const day = fullDayOf(after, others)
    if (day !== null && (before === null || fullDayOf(before, others) === null))
      return appError('absence.overlap', { values: { date: day } })
  }
  return null
}

/** Names are compared without case and accents: two that look alike would be told apart by nobody. */
const nameKey = (by: readonly string[], value: object): string =>
  by.map((field) => fold(textIn(value, field))).join('\n')

const valueIn = (value: object, field: string): unknown => (value as Record<string, unknown>)[field]

const textIn = (value: object, field: string): string => {
  const text = valueIn(value, field)
  return typeof text === 'string' ? text : ''
}

function nobodyInCharge(effects: readonly Effect[], facts: IntegrityFacts): AppError | null {
  if (!effects.some(({ entity, before }) => entity === 'user' && before !== null)) return null
  const charged = facts.users().some(({ active, role }) => active && role === 'administrator')
  return charged ? null : appError('user.lastAdministrator')
}

/** F7: one timer of a user at a time, unless the organisation wants several. What ran before may run on. */
function secondTimer(effects: readonly Effect[], facts: IntegrityFacts): AppError | null {
  const begun = effects.flatMap(({ entity, before, after }) =>
    entity === 'timer' && isActive(after) && !isActive(before) && after !== null ? [after] : [],
  )
  if (begun.length === 0 || facts.organisation()?.severalTimers === true) return null
  for (const timer of begun) {
    if (!facts.runsBeside(timer)) continue
    const others = facts
      .timers(timer.userId)
      .filter((other) => isActive(other) && other.id !== timer.id && other.userId === timer.userId)
    if (others.length > 0)
      return appError('timer.alreadyRunning', { timers: others.map((other) => facts.timerRef(other)) })
  }
  return null
}

const isActive = (timer: Timer | null): boolean => timer !== null && timer.state !== 'stopped'

/** C2: a period is not closed over an active timer, unless somebody wants just that. */
function timerInClosedPeriod(effects: readonly Effect[], facts: IntegrityFacts): AppError | null {
  if (facts.overTimers === true) return null
  for (const { entity, before, after } of effects) {
    if (entity !== 'organisation' || before === null || after === null || after.closedThrough === null)
      continue
    const through = after.closedThrough
    if (before.closedThrough !== null && before.closedThrough >= through) continue
    const caught = facts
      .timers()
      .filter(({ startedAt }) => workDateOf(startedAt, dayRuleOf(after)) <= through)
    if (caught.length > 0)
      return appError('guard.periodTimers', { timers: caught.map((timer) => facts.timerRef(timer)) })
  }
  return null
}
