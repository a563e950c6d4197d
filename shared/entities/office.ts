// An office: where somebody works from, called by a code; one list for the organisation (C13).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { Code, defineEntity, Id, Line, Removed } from './entity.ts'

export const Office = once(() =>
  z.object({
    id: Id,
    code: Code,
    /** What the code stands for; '' where it says enough. */
    name: Line,
    removed: Removed,
  }),
)
export type Office = z.infer<ReturnType<typeof Office>>
export const office = defineEntity('office', Office, {
  refs: [],
  label: ['code', 'name'],
  owner: null,
  seenBy: 'everybody',
  unique: { by: ['code'], taken: 'code.taken' },
  keepsName: true,
  remembered: true,
})
