// A category (work code): what kind of work a session was; one list for the organisation (B4).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, Name, Removed } from './entity.ts'

export const Category = once(() =>
  z.object({
    id: Id,
    name: Name,
    active: z.boolean(),
    /** What the code stands for; not to be changed while a timer uses it (C5). */
    codeType: z.enum(['work', 'absence']),
    /** Whether its time can be charged to the customer; not to be changed while a timer uses it (C6). */
    billType: z.enum(['billable', 'nonBillable']),
    removed: Removed,
  }),
)
export type Category = z.infer<ReturnType<typeof Category>>
export const category = defineEntity('category', Category, {
  refs: [],
  label: ['name'],
  owner: null,
  seenBy: 'everybody',
  unique: { by: ['name'], taken: 'name.taken' },
  keepsName: true,
  remembered: true,
})
