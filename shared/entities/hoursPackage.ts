// Hours that a customer bought in advance (E10), and what was done to them since: each a dated line of the ledger with a reason (G9).
// What is drawn on them is not kept: it follows from the billable time, and can be counted anew at any time (rules/hoursPackage.ts).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, LocalDateSchema, Note } from './entity.ts'

export const HoursPackage = once(() =>
  z.object({
    id: Id,
    customerId: Id,
    /**
     * - buy: hours that are there from its date on;
     * - correct: more or fewer hours of a package, from its date on;
     * - roll: what a package has left, or had left when it expired, goes on as a package of its own.
     */
    kind: z.enum(['buy', 'correct', 'roll']),
    /** The package that is corrected or rolled over; null of one that is bought. */
    ofId: Id.nullable(),
    date: LocalDateSchema,
    /** Of a roll none: it is what is left that day. */
    minutes: z.int().min(-6_000_000).max(6_000_000),
    /** What was paid for it, in minor units; null: nobody said. */
    priceMinor: z.int().min(0).max(1_000_000_000_000).nullable(),
    /** The last day on which it is drawn on; null: for ever. */
    expires: LocalDateSchema.nullable(),
    reason: Note,
  }),
)
export type HoursPackage = z.infer<ReturnType<typeof HoursPackage>>
export const hoursPackage = defineEntity('hoursPackage', HoursPackage, {
  refs: [
    { field: 'customerId', to: 'customer', as: 'followed' },
    { field: 'ofId', to: 'hoursPackage', as: 'followed' },
  ],
  label: ['customerId'],
  owner: null,
  seenBy: 'leaders',
  dated: { from: 'date', closed: 'record.priorPeriod' },
  module: 'packages',
})
