// Time that was counted by a timer over the cut: it falls into a closed period, and waits until a manager books it into the open one,
// or drops it with a reason (G8). No figure rests on it while it waits.
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, InstantSchema, LocalDateSchema, Note } from './entity.ts'
import { subjectRefs } from './subject.ts'
import { subjectStored } from './subjectSchema.ts'

export const PeriodException = once(() =>
  z.object({
    id: Id,
    userId: Id,
    ...subjectStored(),
    /** The closed day on which it was counted. */
    workDate: LocalDateSchema,
    startAt: InstantSchema,
    endAt: InstantSchema,
    durationMs: z.int().min(1),
    note: Note,
  }),
)
export type PeriodException = z.infer<ReturnType<typeof PeriodException>>
export const periodException = defineEntity('periodException', PeriodException, {
  refs: [{ field: 'userId', to: 'user', as: 'recalled' }, ...subjectRefs('recalled')],
  label: ['customerId'],
  owner: 'userId',
  seenBy: 'owner',
})
