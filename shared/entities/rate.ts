// A billing rate: what an hour is charged to customers from a day on, for everybody or for one user, customer or project (G7).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, LocalDateSchema } from './entity.ts'

/** From the most general to the most specific. */
export const RateLevel = z.enum(['organisation', 'user', 'customer', 'project'])
export type RateLevel = z.infer<typeof RateLevel>

export const Rate = once(() =>
  z.object({
    id: Id,
    level: RateLevel,
    /** The user, customer or project; null for the organisation's own. */
    subjectId: Id.nullable(),
    /** Valid from this day until the next rate of the same subject begins. */
    validFrom: LocalDateSchema,
    /** An hour, in minor units. Not more, so that a day's time multiplied by it is exact in the data file's arithmetic too. */
    amountMinor: z.int().min(0).max(50_000_000_000),
  }),
)
export type Rate = z.infer<ReturnType<typeof Rate>>
export const rate = defineEntity('rate', Rate, {
  refs: [
    { field: 'subjectId', to: 'user', as: 'followed', when: { field: 'level', is: 'user' } },
    { field: 'subjectId', to: 'customer', as: 'followed', when: { field: 'level', is: 'customer' } },
    { field: 'subjectId', to: 'project', as: 'followed', when: { field: 'level', is: 'project' } },
  ],
  label: ['subjectId'],
  owner: null,
  seenBy: 'leaders',
  dated: { from: 'validFrom', closed: 'rate.priorPeriod', versionOf: ['level', 'subjectId'] },
  remembered: true,
})
