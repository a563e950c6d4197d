// An assignment: in which office and department a user works, for one customer or for all (C15, C16). Recorded time takes both from
// it and keeps them: a later change of the assignment never reaches it (K1).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id } from './entity.ts'

export const Assignment = once(() =>
  z.object({
    id: Id,
    userId: Id,
    /** null: for all customers that have none of their own. */
    customerId: Id.nullable(),
    officeId: Id,
    departmentId: Id,
  }),
)
export type Assignment = z.infer<ReturnType<typeof Assignment>>
export const assignment = defineEntity('assignment', Assignment, {
  refs: [
    { field: 'userId', to: 'user', as: 'followed' },
    { field: 'customerId', to: 'customer', as: 'followed' },
    { field: 'officeId', to: 'office', as: 'needed' },
    { field: 'departmentId', to: 'department', as: 'needed' },
  ],
  label: ['userId', 'customerId'],
  owner: 'userId',
  seenBy: 'owner',
  remembered: true,
})

/** Where time was worked from, and for which part of the firm; null: nobody said. */
export type Placement = { officeId: Id | null; departmentId: Id | null }
export type PartialPlacement = { readonly [F in keyof Placement]?: Placement[F] | undefined }
/** Its fields, each with the noun that it names. */
export const PLACES = [
  { field: 'officeId', noun: 'office' },
  { field: 'departmentId', noun: 'department' },
] as const satisfies readonly { field: keyof Placement; noun: string }[]
export type Place = (typeof PLACES)[number]['noun']
/** The fields of what has a placement: recorded time, and the requests that correct it. */
export const placementStored = () => ({
  officeId: Id.nullable().default(null),
  departmentId: Id.nullable().default(null),
})
export const placementGiven = () => ({
  officeId: Id.nullable().optional(),
  departmentId: Id.nullable().optional(),
})
/** What screens call it: the code, and the name where there is one. */
export type PlacementNames = { officeLabel: string | null; departmentLabel: string | null }
