// An opportunity: what a customer may buy, how far it has come, and how it ended (A22, A23).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, Line, LocalDateSchema, Name, Removed } from './entity.ts'

export const OpportunityStatus = z.enum(['Open', 'Won', 'Lost'])
export type OpportunityStatus = z.infer<typeof OpportunityStatus>

export const Opportunity = once(() =>
  z.object({
    id: Id,
    customerId: Id,
    name: Name,
    /** How far it has come, in the firm's own words; '' where nobody said. */
    stage: Line.pipe(z.string().max(100)),
    /** What it may be worth, in minor units; 0: nobody said. */
    valueMinor: z.int().min(0).max(1_000_000_000_000),
    expectedClose: LocalDateSchema.nullable(),
    /** Only an open one is active: it takes new time. */
    status: OpportunityStatus,
    removed: Removed,
  }),
)
export type Opportunity = z.infer<ReturnType<typeof Opportunity>>
export const opportunity = defineEntity('opportunity', Opportunity, {
  refs: [{ field: 'customerId', to: 'customer', as: 'followed' }],
  label: ['name'],
  owner: null,
  seenBy: 'everybody',
  keepsName: true,
  module: 'opportunities',
  remembered: true,
})

/** Is it offered for new time (A22)? */
export const isActive = ({ status, removed }: Pick<Opportunity, 'status' | 'removed'>): boolean =>
  status === 'Open' && !removed
