// An employment: one dated version of a user's contract (expected time and wage, B47; dated, G7).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, LocalDateSchema } from './entity.ts'

const Minor = z.int().min(0).max(1_000_000_000_000)

/**
 * Over what time that was worked beyond the expected is counted: the whole month, whatever contract versions it has; each version's
 * days of it; each week; or each day.
 */
export const ExtraBy = z.enum(['month', 'contract', 'week', 'day'])
export type ExtraBy = z.infer<typeof ExtraBy>

/** So many extra hours of a day, a week or a month at so many percent; the last step takes all that are left. */
const ExtraStep = z.object({
  minutes: z.int().min(1).max(44_640).nullable(),
  percent: z.int().min(0).max(1_000),
})
export type ExtraStep = z.infer<typeof ExtraStep>

/**
 * Paid on top for time of day: on every day (nights), on Sundays, or on public holidays. From one minute of the day to another, over
 * midnight where it is not later; 0 to 1440 is the whole day.
 */
export const SupplementOn = z.enum(['every', 'sunday', 'holiday'])
export type SupplementOn = z.infer<typeof SupplementOn>
const Supplement = z.object({
  on: SupplementOn,
  fromMinute: z.int().min(0).max(1_439),
  toMinute: z.int().min(1).max(1_440),
  percent: z.int().min(1).max(1_000),
})
export type Supplement = z.infer<typeof Supplement>

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
    extraBy: ExtraBy.default('month'),
    /** Paid for each extra hour, in minor units. */
    extraHourMinor: Minor,
    /** Extra hours in steps instead; none: all are paid by the rate above. */
    extraSteps: z
      .array(ExtraStep)
      .max(6)
      .refine(
        (steps) => steps.every(({ minutes }, index) => (minutes === null) === (index === steps.length - 1)),
        {
          error: 'the last step, and no other, takes all that are left',
        },
      )
      .default([]),
    supplements: z.array(Supplement).max(12).default([]),
    /** Added to every month's salary, in minor units. */
    bonusMinor: Minor,
  }),
)
export type Employment = z.infer<ReturnType<typeof Employment>>
export const employment = defineEntity('employment', Employment, {
  refs: [{ field: 'userId', to: 'user', as: 'followed' }],
  label: ['userId'],
  owner: 'userId',
  seenBy: 'owner',
  dated: { from: 'validFrom', closed: 'record.priorPeriod', versionOf: ['userId'] },
  remembered: true,
})
