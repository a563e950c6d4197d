// Every noun of the product, by name; storage, audit, undo and sync iterate this list.
import type { z } from 'zod'
import { absence } from './absence.ts'
import { absenceKind } from './absenceKind.ts'
import { accountEntry } from './accountEntry.ts'
import { approval } from './approval.ts'
import { assignment } from './assignment.ts'
import { billingProfile } from './billingProfile.ts'
import { supportCase } from './case.ts'
import { category } from './category.ts'
import { customer } from './customer.ts'
import { department } from './department.ts'
import { employment } from './employment.ts'
import { entitlement } from './entitlement.ts'
import type { Id } from './entity.ts'
import { gap } from './gap.ts'
import { invoice } from './invoice.ts'
import { invoicedEntry } from './invoicedEntry.ts'
import { hoursPackage } from './hoursPackage.ts'
import { journalEntry } from './journalEntry.ts'
import { logo } from './logo.ts'
import { meeting } from './meeting.ts'
import { noteDraft } from './noteDraft.ts'
import { office } from './office.ts'
import { organisation } from './organisation.ts'
import { pastSetting } from './pastSetting.ts'
import { payment } from './payment.ts'
import { opportunity } from './opportunity.ts'
import { periodException } from './periodException.ts'
import { project } from './project.ts'
import { rate } from './rate.ts'
import { savedReport } from './savedReport.ts'
import { tag } from './tag.ts'
import { task } from './task.ts'
import { taxRate } from './taxRate.ts'
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
  case: supportCase,
  opportunity,
  tag,
  office,
  department,
  assignment,
  rate,
  hoursPackage,
  absenceKind,
  absence,
  entitlement,
  accountEntry,
  pastSetting,
  timer,
  timeEntry,
  approval,
  periodException,
  meeting,
  task,
  journalEntry,
  noteDraft,
  gap,
  taxRate,
  logo,
  billingProfile,
  invoice,
  invoicedEntry,
  payment,
  savedReport,
} as const

export type EntityName = keyof typeof registry
export type EntityOf<N extends EntityName> = z.infer<(typeof registry)[N]['schema']>
/** The nouns that keep their names for the past once they are deleted. */
export type KeptName = { [N in EntityName]: EntityOf<N> extends { removed: boolean } ? N : never }[EntityName]
export const ENTITY_NAMES = Object.keys(registry) as readonly EntityName[]

export type Put<N extends EntityName = EntityName> = {
  [K in N]: { op: 'put'; entity: K; value: EntityOf<K> }
}[N]
export type Remove = { op: 'remove'; entity: EntityName; id: Id }

/** What a rule decides: one entity is written or taken away. Everything else follows from lists of these. */
export type Change = Put | Remove

/** What a change does to one entity: before null is an addition, after null a removal. */
export type Effect<N extends EntityName = EntityName> = {
  [K in N]: { entity: K; before: EntityOf<K> | null; after: EntityOf<K> | null }
}[N]

export const put = <N extends EntityName>(entity: N, value: EntityOf<N>): Change =>
  ({ op: 'put', entity, value }) as Change
export const remove = (entity: EntityName, id: Id): Remove => ({ op: 'remove', entity, id })
