// Every noun of the product, by name; storage, audit, undo and sync iterate this list.
import type { z } from 'zod'
import { category } from './category.ts'
import { customer } from './customer.ts'
import { employment } from './employment.ts'
import type { Id } from './entity.ts'
import { gap } from './gap.ts'
import { journalEntry } from './journalEntry.ts'
import { noteDraft } from './noteDraft.ts'
import { organisation } from './organisation.ts'
import { project } from './project.ts'
import { rate } from './rate.ts'
import { task } from './task.ts'
import { timeEntry } from './timeEntry.ts'
import { timer } from './timer.ts'
import { user } from './user.ts'

export const registry = {
  organisation,
  user,
  employment,
  category,
  customer,
  project,
  rate,
  timer,
  timeEntry,
  task,
  journalEntry,
  noteDraft,
  gap,
} as const

export type EntityName = keyof typeof registry
export type EntityOf<N extends EntityName> = z.infer<(typeof registry)[N]['schema']>
export const ENTITY_NAMES = Object.keys(registry) as readonly EntityName[]

export type Put<N extends EntityName = EntityName> = {
  [K in N]: { op: 'put'; entity: K; value: EntityOf<K> }
}[N]
export type Remove = { op: 'remove'; entity: EntityName; id: Id }

/** What a rule decides: one entity is written or taken away. Everything else follows from lists of these. */
export type Change = Put | Remove

export const put = <N extends EntityName>(entity: N, value: EntityOf<N>): Change =>
  ({ op: 'put', entity, value }) as Change
export const remove = (entity: EntityName, id: Id): Remove => ({ op: 'remove', entity, id })
