// An entitlement: how many days of vacation a user has each year, from a day on (I3); dated, as contracts are.
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, LocalDateSchema } from './entity.ts'

export const Entitlement = once(() =>
  z.object({
    id: Id,
    userId: Id,
    /** Valid from this day until the next version begins. */
    validFrom: LocalDateSchema,
    /** A year, in hundredths of a day. */
    hundredths: z.int().min(0).max(36_600),
  }),
)
export type Entitlement = z.infer<ReturnType<typeof Entitlement>>
export const entitlement = defineEntity('entitlement', Entitlement, {
  refs: [{ field: 'userId', to: 'user', as: 'followed' }],
  label: ['userId'],
  owner: 'userId',
  seenBy: 'owner',
  dated: { from: 'validFrom', closed: 'record.priorPeriod', versionOf: ['userId'] },
  module: 'absence',
  remembered: true,
})

/** What of a year's days goes on into the next (I3). */
export const CarryOver = z.object({
  /** At most so many hundredths of a day; null: all that is left; 0: none. */
  most: z.int().min(0).max(36_600).nullable(),
  /** The last day of the next year on which they can be taken, MM-DD; null: all year. */
  until: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'must be a month and a day, like 03-31' })
    .nullable(),
})
export type CarryOver = z.infer<typeof CarryOver>
