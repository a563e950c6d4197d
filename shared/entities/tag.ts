// A tag: a word that sessions are marked with, as many as somebody likes; one list for the organisation (A25).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { Colour } from './colour.ts'
import { defineEntity, Id, Name, Removed } from './entity.ts'

export const Tag = once(() =>
  z.object({
    id: Id,
    name: Name,
    colour: Colour,
    active: z.boolean(),
    removed: Removed,
  }),
)
export type Tag = z.infer<ReturnType<typeof Tag>>
export const tag = defineEntity('tag', Tag, {
  refs: [],
  label: ['name'],
  owner: null,
  seenBy: 'everybody',
  unique: { by: ['name'], taken: 'name.taken' },
  keepsName: true,
  remembered: true,
})
