// What a report is asked for (I8): by what time is grouped, of which days, and what of it. Groups and filters follow what time is on.
import { z } from 'zod'
import { daysOf, RANGES } from '../base/dayRange.ts'
import type { LocalDate } from '../base/localDate.ts'
import { once } from '../base/once.ts'
import type { Place } from './assignment.ts'
import { PLACES } from './assignment.ts'
import { LocalDateSchema } from './entity.ts'
import type { NamingEntry } from './subject.ts'
import { NAMING } from './subject.ts'
import { timeFilterShape } from './subjectFilter.ts'

export const PERIODS = ['day', 'week', 'month'] as const
export type Period = (typeof PERIODS)[number]

export type SubjectGroup = NamingEntry['part']
export type ReportGroup = 'user' | SubjectGroup | Place | Period

const SUBJECT_GROUPS: readonly SubjectGroup[] = NAMING.map(({ part }) => part)

/** In the order in which they are offered. */
export const REPORT_GROUPS: readonly ReportGroup[] = [
  ...SUBJECT_GROUPS.slice(0, 1),
  'user',
  ...SUBJECT_GROUPS.slice(1),
  ...PLACES.map(({ noun }) => noun),
  ...PERIODS,
]

export const isPeriod = (group: ReportGroup): group is Period => PERIODS.some((period) => period === group)

export const isSubjectGroup = (group: ReportGroup): group is SubjectGroup =>
  SUBJECT_GROUPS.some((part) => part === group)

/** More are no table that anybody reads. */
export const MOST_GROUPS = 3

export const ReportGroups = once(() =>
  z
    .array(z.enum(REPORT_GROUPS as [ReportGroup, ...ReportGroup[]]))
    .min(1)
    .max(MOST_GROUPS)
    .refine((by) => new Set(by).size === by.length, { error: 'each once' }),
)

export const ReportFilter = once(() => z.object(timeFilterShape))
export type ReportFilter = z.infer<ReturnType<typeof ReportFilter>>

/** What is asked now, when its range has become days. `weekStart`: where the organisation leaves it to the language. */
export const ReportQuestion = once(() =>
  ReportFilter().extend({
    by: ReportGroups(),
    from: LocalDateSchema.optional(),
    to: LocalDateSchema.optional(),
    weekStart: z.int().min(1).max(7).optional(),
  }),
)
export type ReportQuestion = z.infer<ReturnType<typeof ReportQuestion>>

export const ReportDefinition = once(() =>
  z.object({
    by: ReportGroups(),
    range: z.enum(RANGES),
    from: LocalDateSchema.nullable(),
    to: LocalDateSchema.nullable(),
    filter: ReportFilter(),
  }),
)
export type ReportDefinition = z.infer<ReturnType<typeof ReportDefinition>>

/** Asked on that day. */
export const questionOf = ({ by, filter, ...range }: ReportDefinition, today: LocalDate): ReportQuestion => ({
  ...filter,
  ...daysOf(range, today),
  by,
})

/** As what it is written into a file (I11). */
export const ReportFormat = z.enum(['xlsx', 'csv', 'pdf'])
export type ReportFormat = z.infer<typeof ReportFormat>
