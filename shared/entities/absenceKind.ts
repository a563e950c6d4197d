// A kind of absence: one name of the organisation's list, with its own effect on what is expected and paid (I1, I2).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, Name, Removed } from './entity.ts'

/**
 * - relieved: its hours are not expected, and pay stays as it is;
 * - worked: its hours count as worked, and are paid so;
 * - unpaid: its hours are not expected, and a monthly wage is lowered by them.
 */
export const AbsenceEffect = z.enum(['relieved', 'worked', 'unpaid'])
export type AbsenceEffect = z.infer<typeof AbsenceEffect>

export const AbsenceKind = once(() =>
  z.object({
    id: Id,
    name: Name,
    effect: AbsenceEffect,
    /** It draws on the days that a user has each year (I3). */
    vacation: z.boolean(),
    /** An employee requests it; else what they enter holds at once. */
    needsApproval: z.boolean(),
    active: z.boolean(),
    removed: Removed,
  }),
)
export type AbsenceKind = z.infer<ReturnType<typeof AbsenceKind>>
export const absenceKind = defineEntity('absenceKind', AbsenceKind, {
  refs: [],
  label: ['name'],
  owner: null,
  seenBy: 'everybody',
  unique: { by: ['name'], taken: 'name.taken' },
  keepsName: true,
  module: 'absence',
  remembered: true,
})
