// An absence: days on which somebody does not come, whole, by halves or by hours, asked for or settled (I1).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, LocalDateSchema, Note } from './entity.ts'

/** How much of each of its days: all that is expected, half of it, or so many minutes. */
export const Portion = z.enum(['whole', 'half', 'hours'])
export type Portion = z.infer<typeof Portion>

export const AbsenceStatus = z.enum(['requested', 'approved', 'rejected'])
export type AbsenceStatus = z.infer<typeof AbsenceStatus>

export const Absence = once(() =>
  z.object({
    id: Id,
    userId: Id,
    kindId: Id,
    firstDay: LocalDateSchema,
    /** Included. */
    lastDay: LocalDateSchema,
    portion: Portion,
    /** Of each day, where it is of hours; else null. */
    minutes: z.int().min(1).max(1440).nullable(),
    /** Only what is approved changes figures. */
    status: AbsenceStatus,
    note: Note,
    /** Why it was approved or rejected. */
    reason: Note,
  }),
)
export type Absence = z.infer<ReturnType<typeof Absence>>
export const absence = defineEntity('absence', Absence, {
  refs: [
    { field: 'userId', to: 'user', as: 'recalled' },
    { field: 'kindId', to: 'absenceKind', as: 'recalled' },
  ],
  label: ['userId'],
  owner: 'userId',
  remembered: true,
  seenBy: 'colleagues',
  dated: {
    from: 'firstDay',
    to: 'lastDay',
    when: { field: 'status', is: 'approved' },
    closed: 'absence.closed',
  },
  module: 'absence',
})
