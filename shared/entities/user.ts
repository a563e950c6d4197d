// A user: somebody whose time is kept (staff, employee), with a role and a profile.
import { z } from 'zod'
import { once } from '../base/once.ts'
import { ButtonBar } from './button.ts'
import { defineEntity, Id, Line, LocalDateSchema, Name, Removed } from './entity.ts'
import { Switched } from './module.ts'
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
    /** What is switched off for them alone (F12); the timer's own switch stands above. */
    modules: Switched().default({}),
    /** The first day on which time is expected of somebody without a contract; null: it always was. A contract says it itself. */
    startDate: LocalDateSchema.nullable().default(null),
    /** The last day of somebody who left: afterwards nothing is expected, nor paid (I5); null: they are still here. */
    lastDate: LocalDateSchema.nullable().default(null),
    /** The buttons of their bar, in order (A4); null: nothing was arranged yet. */
    buttons: ButtonBar().nullable().default(null),
    removed: Removed,
  }),
)
export type User = z.infer<ReturnType<typeof User>>
export const user = defineEntity('user', User, {
  refs: [],
  label: ['name'],
  owner: 'id',
  seenBy: 'everybody',
  unique: { by: ['name'], taken: 'name.taken' },
  keepsName: true,
  dated: { from: 'startDate', closed: 'record.priorPeriod', onChange: true },
  remembered: true,
})
