// The organisation: the single record of settings that hold for everybody.
import { z } from 'zod'
import type { LocalDate } from '../base/localDate.ts'
import { once } from '../base/once.ts'
import { isZone } from '../base/dayRule.ts'
import { BreakRule } from './breakRule.ts'
import { CarryOver } from './entitlement.ts'
import { defineEntity, Id, LocalDateSchema, Name } from './entity.ts'
import { Switched } from './module.ts'
import { TimeRules } from './rules.ts'

export const ORGANISATION_ID = 'organisation'

/** Of whom the names are offered: everybody, those in an office or a department of one's own, or only oneself (D9). */
export const Reach = z.enum(['everybody', 'office', 'department', 'oneself'])
export type Reach = z.infer<typeof Reach>
const NamesOffered = z.object({ manager: Reach, employee: Reach })
const EVERYBODY: z.infer<typeof NamesOffered> = { manager: 'everybody', employee: 'everybody' }

const ALL_CARRIED: CarryOver = { most: null, until: null }

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
    /** Employees see each other's time: entries, notes, who is at work, totals (F10). Pay stays with those who lead. */
    colleaguesSeeTime: z.boolean().default(false),
    /** A profile may have a PIN, asked for before somebody becomes that user and at the start. */
    pins: z.boolean().default(false),
    /** What somebody switched on or off (F12). */
    modules: Switched().default({}),
    /** Show Projects Only for Time and Expense Entry: cases that are tied to no project take no time (D6). */
    casesNeedProject: z.boolean().default(false),
    /** What of a year's vacation goes on into the next (I3). */
    carryOver: CarryOver.default(ALL_CARRIED),
    /** Which breaks are demanded; a day that lacks one is warned of. null: none. */
    breaks: BreakRule().nullable().default(null),
    /** Which names a role is offered; administrators are offered everybody's (D9). */
    namesOffered: NamesOffered.default(EVERYBODY),
    /** The last day of the prior (closed) period; null: nothing is closed (C1). */
    closedThrough: LocalDateSchema.nullable(),
    /** The weekday with which weeks begin, 1 Monday to 7 Sunday; null: as where the reader is (K8). */
    weekStart: z.int().min(1).max(7).nullable().default(null),
    /**
     * Up to this day, closed before Daybook counted so: figures go by milliseconds, and by each contract version by itself. What a
     * period was closed with stays (K1).
     */
    formerFiguresThrough: LocalDateSchema.nullable().default(null),
    /** Made by "load sample data"; shown so that nobody mistakes it for real pay. */
    sample: z.boolean(),
  }),
)
export type Organisation = z.infer<ReturnType<typeof Organisation>>
/** Up to which day the former figures hold: what was opened again since is counted as today. */
export const formerThrough = ({
  closedThrough,
  formerFiguresThrough: former,
}: Pick<Organisation, 'closedThrough' | 'formerFiguresThrough'>): LocalDate | null =>
  closedThrough === null || former === null ? null : former < closedThrough ? former : closedThrough

export const organisation = defineEntity('organisation', Organisation, {
  refs: [],
  label: ['name'],
  owner: null,
  seenBy: 'everybody',
  remembered: true,
})
