// A customer (client, contact, student): for whom time is spent.
import { z } from 'zod'
import { once } from '../base/once.ts'
import { Colour } from './colour.ts'
import { Country, VatId } from './billingProfile.ts'
import { defineEntity, Id, InstantSchema, Line, Name, Note, Removed } from './entity.ts'

export const CustomerStatus = z.enum(['Active', 'Prospect', 'Inactive', 'Archived'])
export type CustomerStatus = z.infer<typeof CustomerStatus>

export const Customer = once(() =>
  z.object({
    id: Id,
    name: Name,
    status: CustomerStatus,
    /** A short code of the user's own, shown beside the name; may be empty. */
    code: Line,
    contactPerson: Line,
    email: Line,
    phone: Line,
    address: Note,
    /** For invoices: the address above is then what stands before the town. */
    postCode: Line.default(''),
    city: Line.default(''),
    country: Country.default(null),
    vatId: VatId.default(''),
    /** What the customer wants to read on invoices: an order, or the Leitweg-ID of an authority. */
    buyerReference: Line.default(''),
    notes: Note,
    /** Given in turn when it is made; calendar, day strip and lists show it. */
    colour: Colour.default('blue'),
    createdAt: InstantSchema,
    removed: Removed,
  }),
)
export type Customer = z.infer<ReturnType<typeof Customer>>
export const customer = defineEntity('customer', Customer, {
  refs: [],
  label: ['name'],
  owner: null,
  seenBy: 'everybody',
  // Two may share a name if their codes tell them apart.
  unique: { by: ['name', 'code'], taken: 'name.taken' },
  keepsName: true,
  remembered: true,
})

/** Is new time spent for it? Prospects take time too; what is inactive or archived is only looked at and corrected. */
export const takesTime = (customer: Pick<Customer, 'status'>): boolean =>
  customer.status === 'Active' || customer.status === 'Prospect'
