// A case: something that a customer asked for, from the first call until it is closed; its time is kept on it (D1).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { Code, defineEntity, Id, InstantSchema, Line, Name, Note, Removed } from './entity.ts'

export const CasePriority = z.enum(['low', 'normal', 'high', 'urgent'])
export type CasePriority = z.infer<typeof CasePriority>
export const CaseStatus = z.enum(['open', 'waiting', 'closed'])
export type CaseStatus = z.infer<typeof CaseStatus>

export const CASE_PREFIX = 'CASE'

export const Case = once(() =>
  z.object({
    id: Id,
    customerId: Id,
    /** Its number: CASE-1, CASE-2 …, given in order and never twice. */
    code: Code,
    /** The subject line. */
    name: Name,
    /** One of its customer's; its time counts for it too. */
    projectId: Id.nullable(),
    priority: CasePriority,
    status: CaseStatus,
    /** Who sees to it; null: nobody yet. */
    assigneeId: Id.nullable(),
    notes: Note,
    /** Its number in another system (J19); '' where it has none. */
    reference: Line.pipe(z.string().max(100)),
    createdAt: InstantSchema,
    removed: Removed,
  }),
)
export type Case = z.infer<ReturnType<typeof Case>>
export const supportCase = defineEntity('case', Case, {
  refs: [
    { field: 'customerId', to: 'customer', as: 'needed' },
    { field: 'projectId', to: 'project', as: 'recalled' },
    { field: 'assigneeId', to: 'user', as: 'recalled' },
  ],
  label: ['code', 'name'],
  owner: null,
  seenBy: 'everybody',
  unique: { by: ['code'], taken: 'code.taken' },
  keepsName: true,
  module: 'cases',
})

/** Is it still worked on? What is closed takes no new time until it is opened again. */
export const isOpenCase = ({ status }: Pick<Case, 'status'>): boolean => status !== 'closed'
