// An employment: one dated version of a user's contract (expected time and wage, B47; dated, G7).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, LocalDateSchema } from './entity.ts'

const Minor = z.int().min(0).max(1_000_000_000_000)

export const Employment = once(() =>
  z.object({
    id: Id,
    userId: Id,
    /** Valid from this day until the next version begins. */
    validFrom: LocalDateSchema,
    /** Expected minutes for Monday to Sunday. */
    expectedMinutes: z.array(z.int().min(0).max(1440)).length(7),
    /** Expected minutes for a month; null: the sum of its working days without public holidays. */
    expectedMonthMinutes: z.int().min(0).max(44_640).nullable(),
    wage: z.object({ kind: z.enum(['hourly', 'monthly']), amountMinor: Minor }),
    /** Paid for each extra hour, in minor units. */
    extraHourMinor: Minor,
    /** Added to every month's salary, in minor units. */
    bonusMinor: Minor,
  }),
)
export type Employment = z.infer<ReturnType<typeof Employment>>
export const employment = defineEntity('employment', Employment)
