// A department: in which part of the firm somebody works, called by a code; one list for the organisation (C14).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { Code, defineEntity, Id, Line, Removed } from './entity.ts'

export const Department = once(() =>
  z.object({
    id: Id,
    code: Code,
    /** What the code stands for; '' where it says enough. */
    name: Line,
    removed: Removed,
  }),
)
export type Department = z.infer<ReturnType<typeof Department>>
export const department = defineEntity('department', Department, {
  refs: [],
  label: ['code', 'name'],
  owner: null,
  seenBy: 'everybody',
  unique: { by: ['code'], taken: 'code.taken' },
  keepsName: true,
  remembered: true,
})
