// A customer (client, contact, student): for whom time is spent.
import { z } from 'zod'
import { once } from '../base/once.ts'
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
    notes: Note,
    createdAt: InstantSchema,
    removed: Removed,
  }),
)
export type Customer = z.infer<ReturnType<typeof Customer>>
export const customer = defineEntity('customer', Customer)

/** Is new time spent for it? Prospects take time too; what is inactive or archived is only looked at and corrected. */
export const takesTime = (customer: Pick<Customer, 'status'>): boolean =>
  customer.status === 'Active' || customer.status === 'Prospect'
