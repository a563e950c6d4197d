// A tax rate that invoices choose from. An invoice keeps what it says, not which one it was.
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, Name } from './entity.ts'
import { taxShape } from './tax.ts'

export const TaxRate = once(() =>
  z.object({
    id: Id,
    name: Name,
    ...taxShape(),
    /** The one that new invoices begin with. */
    isDefault: z.boolean(),
  }),
)
export type TaxRate = z.infer<ReturnType<typeof TaxRate>>
export const taxRate = defineEntity('taxRate', TaxRate, {
  refs: [],
  label: ['name'],
  owner: null,
  seenBy: 'leaders',
  module: 'invoicing',
  unique: { by: ['name'], taken: 'name.taken' },
  remembered: true,
})
