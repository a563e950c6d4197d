// A gap: time during which a running timer was not watched (crash, sleep, clock change); asked about once (G1, G2).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, InstantSchema } from './entity.ts'

export const GapCause = z.enum(['off', 'sleep', 'idle', 'lock', 'clock'])
export type GapCause = z.infer<typeof GapCause>

export const Gap = once(() =>
  z.object({
    id: Id,
    timerId: Id,
    userId: Id,
    cause: GapCause,
    from: InstantSchema,
    to: InstantSchema,
  }),
)
export type Gap = z.infer<ReturnType<typeof Gap>>
export const gap = defineEntity('gap', Gap, {
  refs: [
    { field: 'timerId', to: 'timer', as: 'part' },
    { field: 'userId', to: 'user', as: 'mentioned' },
  ],
  label: [],
  owner: 'userId',
  seenBy: 'colleagues',
  onesOwn: true,
})
