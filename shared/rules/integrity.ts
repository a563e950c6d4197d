// What holds of the record after any change, whichever way it came: a command, an undo, an import, a sync (C18, F7, G11).
import type { AppError, TimerRef } from '../contract/errors.ts'
import { appError } from '../contract/errors.ts'
import { workDateOf } from '../base/dayRule.ts'
import { fold } from '../base/text.ts'
import type { Id } from '../entities/entity.ts'
import type { EntityName } from '../entities/registry.ts'
import type { Project } from '../entities/project.ts'
import type { Organisation } from '../entities/organisation.ts'
import type { User } from '../entities/user.ts'
import type { Effect } from './guards.ts'
import type { Timer } from '../entities/timer.ts'
import { dayRuleOf } from './recordSession.ts'

export type Noun = 'user' | 'customer' | 'category' | 'project'
/** What other things refer to. */
export const NOUNS: readonly Noun[] = ['user', 'customer', 'category', 'project']

/** The record as it is once the changes are in. Asked for only where the changes touch it. */
export type IntegrityFacts = {
  organisation(): Organisation | null
  users(): readonly User[]
  /** The project, whether it is deleted or not. */
  project(id: Id): Project | null
  /** Names that exist, with the code that tells two customers apart and names a project. */
  names(noun: Noun): readonly { id: Id; name: string; code?: string }[]
  /** In any state; of one user, or everybody's. */
  timers(userId?: Id): readonly { timer: Timer; ref: TimerRef }[]
  exists(noun: Noun, id: Id): boolean
  /** It exists, and is not kept for the past only. */
  isPresent(noun: Noun, id: Id): boolean
  /** How many things refer to it, and how many of those are time entries. */
  uses(noun: Noun, id: Id): { all: number; entries: number }
}

/** Drafts and gaps may outlive what they speak of; everything else refers to what exists. */
export const REFERRING: ReadonlySet<EntityName> = new Set<EntityName>([
  'employment',
  'project',
  'rate',
  'timer',
  'timeEntry',
  'task',
  'journalEntry',
])

/** The first thing that the changes would break; null: nothing. */
export function guardIntegrity(effects: readonly Effect[], facts: IntegrityFacts): AppError | null {
  return (
    brokenReference(effects, facts) ??
    strayProject(effects, facts) ??
    takenName(effects, facts) ??
    nobodyInCharge(effects, facts) ??
    secondTimer(effects, facts) ??
    timerInClosedPeriod(effects, facts)
  )
}

function brokenReference(effects: readonly Effect[], facts: IntegrityFacts): AppError | null {
  for (const { entity, before, after } of effects) {
    if (after !== null && REFERRING.has(entity))
      for (const noun of NOUNS) {
        const id = referenceTo(noun, after)
        if (id === null) continue
        // The past may speak of what was deleted; a timer or a project that comes to it now may not.
        const present = entity === 'timer' || (entity === 'project' && !after.removed)
        const newly = present && (before === null || isRemoved(before) || referenceTo(noun, before) !== id)
        if (!(newly ? facts.isPresent(noun, id) : facts.exists(noun, id))) return appError(`notFound.${noun}`)
      }
    if (after === null && before !== null && isNoun(entity)) {
      const { all, entries } = facts.uses(entity, before.id)
      const name = 'name' in before ? before.name : ''
      if (all > 0) return appError(`inUse.${entity}`, { values: { name, entries } })
    }
  }
  return null
}

const isRemoved = (value: object): boolean => 'removed' in value && value.removed === true

/** Time on a project is time for its customer. */
function strayProject(effects: readonly Effect[], facts: IntegrityFacts): AppError | null {
  for (const { entity, before, after } of effects) {
    if ((entity === 'timer' || entity === 'timeEntry') && after !== null && after.projectId !== null) {
      const project = facts.project(after.projectId)
      if (project !== null && project.customerId !== after.customerId)
        return appError('project.otherCustomer', { values: { code: project.code, name: project.name } })
    }
    if (entity === 'project' && before !== null && after !== null && before.customerId !== after.customerId) {
      const { entries } = facts.uses('project', after.id)
      if (entries > 0) return appError('project.hasTime', { values: { code: before.code, entries } })
    }
  }
  return null
}

const isNoun = (entity: string): entity is Noun => NOUNS.some((noun) => noun === entity)

/** The user, customer, category or project that a thing belongs to; null: none. */
export function referenceTo(noun: Noun, value: object): Id | null {
  const fields = value as Record<string, unknown>
  // A rate belongs to a thing of its level.
  if (fields['level'] === noun && typeof fields['subjectId'] === 'string') return fields['subjectId']
  const id = fields[`${noun}Id`] ?? (noun === 'user' ? fields['primaryParticipantId'] : null)
  return typeof id === 'string' ? id : null
}

function takenName(effects: readonly Effect[], facts: IntegrityFacts): AppError | null {
  for (const { entity, before, after } of effects) {
    if (after === null || !isNoun(entity) || !('name' in after) || ('removed' in after && after.removed))
      continue
    const called = nameKey(entity, after)
    // A thing that comes back takes its name again.
    const cameBack = before !== null && 'removed' in before && before.removed
    if (before !== null && 'name' in before && !cameBack && nameKey(entity, before) === called) continue
    if (facts.names(entity).some((other) => other.id !== after.id && nameKey(entity, other) === called))
      return entity === 'project'
        ? appError('project.codeTaken', { values: { code: after.code } })
        : appError('name.taken', { values: { name: after.name } })
  }
  return null
}

/**
 * Names are compared without case and accents; two customers may share one if their codes tell them apart, and of projects
 * the code alone must be one of its own.
 */
const nameKey = (noun: Noun, { name, code = '' }: { name: string; code?: string }): string =>
  `${noun === 'project' ? '' : fold(name)}\n${fold(code)}`

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
    const others = facts
      .timers(timer.userId)
      .filter(
        (other) =>
          isActive(other.timer) && other.timer.id !== timer.id && other.timer.userId === timer.userId,
      )
    if (others.length > 0) return appError('timer.alreadyRunning', { timers: others.map(({ ref }) => ref) })
  }
  return null
}

const isActive = (timer: Timer | null): boolean => timer !== null && timer.state !== 'stopped'

/** C2: a period is not closed over an active timer. */
function timerInClosedPeriod(effects: readonly Effect[], facts: IntegrityFacts): AppError | null {
  for (const { entity, before, after } of effects) {
    if (entity !== 'organisation' || before === null || after === null || after.closedThrough === null)
      continue
    const through = after.closedThrough
    if (before.closedThrough !== null && before.closedThrough >= through) continue
    const caught = facts
      .timers()
      .filter(({ timer }) => workDateOf(timer.startedAt, dayRuleOf(after)) <= through)
    if (caught.length > 0) return appError('guard.periodTimers', { timers: caught.map(({ ref }) => ref) })
  }
  return null
}
