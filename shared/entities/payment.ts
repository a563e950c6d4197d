// Money that came in for an invoice, in part or whole.
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, Line, LocalDateSchema } from './entity.ts'

export const Payment = once(() =>
  z.object({
    id: Id,
    invoiceId: Id,
    date: LocalDateSchema,
    amountMinor: z.int().min(1).max(1_000_000_000_000_000),
    note: Line,
  }),
)
export type Payment = z.infer<ReturnType<typeof Payment>>
export const payment = defineEntity('payment', Payment, {
  refs: [{ field: 'invoiceId', to: 'invoice', as: 'part' }],
  label: ['invoiceId'],
  owner: null,
  seenBy: 'leaders',
  module: 'invoicing',
  dated: { from: 'date', closed: 'payment.priorPeriod' },
})
