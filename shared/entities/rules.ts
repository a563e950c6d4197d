// The mandatory rules of time keeping (spec B1): an organisation default, overridden on a user's profile (F6).
import { z } from 'zod'

const Minutes = z.int().min(0).max(100_000)

export const TimeRules = z.object({
  requireCustomer: z.boolean(),
  requireCategory: z.boolean(),
  /** A note must be written when a session is stopped. */
  requireNote: z.boolean(),
  minSessionMinutes: Minutes,
  /** null: no limit. */
  maxSessionMinutes: Minutes.min(1).nullable(),
  /** Expected on a working day (Monday to Friday) where no contract says otherwise. */
  expectedDayMinutes: Minutes.max(1440),
  /** Expected in a month; null: the sum of its days. */
  expectedMonthMinutes: Minutes.nullable(),
})
export type TimeRules = z.infer<typeof TimeRules>

export const DEFAULT_RULES: TimeRules = {
  requireCustomer: true,
  requireCategory: true,
  requireNote: false,
  minSessionMinutes: 0,
  maxSessionMinutes: null,
  expectedDayMinutes: 480,
  expectedMonthMinutes: null,
}

/** The rules that hold for one user: the organisation's, with what the profile sets laid over them (F6). */
export const rulesFor = (
  organisation: { rules: TimeRules },
  user: { rules: Partial<TimeRules> } | undefined,
): TimeRules => ({ ...organisation.rules, ...user?.rules })
