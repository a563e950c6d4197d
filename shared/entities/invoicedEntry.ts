// That recorded time is on an invoice, be it a draft. Its id is the entry's, so that an entry is on one at most (E9).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id } from './entity.ts'

export const InvoicedEntry = once(() =>
  z.object({
    id: Id,
    entryId: Id,
    invoiceId: Id,
    /** What of it the issued invoice has as drawn from a package, ms; null: nothing, or the invoice is a draft (E10). */
    prepaidMs: z.int().min(0).nullable().default(null),
  }),
)
export type InvoicedEntry = z.infer<ReturnType<typeof InvoicedEntry>>
export const invoicedEntry = defineEntity('invoicedEntry', InvoicedEntry, {
  refs: [
    { field: 'entryId', to: 'timeEntry', as: 'part' },
    { field: 'invoiceId', to: 'invoice', as: 'part' },
  ],
  label: ['invoiceId'],
  owner: null,
  seenBy: 'leaders',
  module: 'invoicing',
  follows: true,
})
