// The organisation: the single record of settings that hold for everybody.
import { z } from 'zod'
import { once } from '../base/once.ts'
import { isZone } from '../base/dayRule.ts'
import { defineEntity, Id, LocalDateSchema, Name } from './entity.ts'
import { TimeRules } from './rules.ts'

export const ORGANISATION_ID = 'organisation'

export const Organisation = once(() =>
  z.object({
    id: Id,
    name: Name,
    /** The payroll time zone (IANA) and the minute at which a work day starts: the day rule of every report (F8). */
    zone: z.string().refine(isZone, { error: 'unknown time zone' }),
    dayStartMinutes: z.int().min(0).max(720),
    /** ISO 4217. */
    currency: z.string().regex(/^[A-Z]{3}$/, { error: 'must be three capital letters, like EUR' }),
    /** ISO 3166 country whose public holidays count as days off; null: none are known. */
    holidayCountry: z
      .string()
      .regex(/^[A-Z]{2}$/, { error: 'must be two capital letters, like DE' })
      .nullable(),
    rules: TimeRules,
    /** After the note, open the Time Log Entry dialog (A13) before anything is recorded. */
    timeLogDialog: z.boolean(),
    /** Overlapping entries of one user: allowed and flagged, or refused. */
    overlaps: z.enum(['flag', 'refuse']),
    /** Several timers at once for one user (F7). */
    severalTimers: z.boolean(),
    /** The last day of the prior (closed) period; null: nothing is closed (C1). */
    closedThrough: LocalDateSchema.nullable(),
    /** Made by "load sample data"; shown so that nobody mistakes it for real pay. */
    sample: z.boolean(),
  }),
)
export type Organisation = z.infer<ReturnType<typeof Organisation>>
export const organisation = defineEntity('organisation', Organisation)
