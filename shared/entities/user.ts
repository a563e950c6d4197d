// A user: somebody whose time is kept (staff, employee), with a role and a profile.
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, Line, LocalDateSchema, Name, Removed } from './entity.ts'
import { TimeRules } from './rules.ts'

export const Role = z.enum(['administrator', 'manager', 'employee'])
export type Role = z.infer<typeof Role>

export const User = once(() =>
  z.object({
    id: Id,
    name: Name,
    email: Line,
    role: Role,
    active: z.boolean(),
    /** What this profile sets differently from the organisation's rules (F6). */
    rules: TimeRules.partial(),
    /** The module switch "Client Timer" (B17): is the header timer visible and usable? */
    clientTimer: z.boolean(),
    /** The first day on which time is expected of somebody without a contract; null: it always was. A contract says it itself. */
    startDate: LocalDateSchema.nullable(),
    removed: Removed,
  }),
)
export type User = z.infer<ReturnType<typeof User>>
export const user = defineEntity('user', User)
