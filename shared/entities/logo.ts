// A picture at the head of invoices. Each stays as it is, so that an invoice is printed with the one that it was issued with.
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id } from './entity.ts'

/** Of the file; more than a letterhead needs. */
export const LOGO_BYTES = 1_000_000

export const Logo = once(() =>
  z.object({
    id: Id,
    mediaType: z.enum(['image/png', 'image/jpeg']),
    /** Base64. */
    picture: z.string().max(Math.ceil((LOGO_BYTES / 3) * 4) + 4),
    widthPixels: z.int().min(1),
    heightPixels: z.int().min(1),
  }),
)
export type Logo = z.infer<ReturnType<typeof Logo>>
export const logo = defineEntity('logo', Logo, {
  refs: [],
  label: [],
  owner: null,
  seenBy: 'leaders',
  module: 'invoicing',
})
