// What may be done with cases, beyond what an active timer protects (guards.ts).
import type { Case } from '../entities/case.ts'
import type { Id } from '../entities/entity.ts'
import type { Edit } from './directory.ts'
import { edited } from './directory.ts'

export const newCase = (id: Id, customerId: Id, code: string, now: number): Case => ({
  id,
  customerId,
  code,
  name: '',
  projectId: null,
  priority: 'normal',
  status: 'open',
  assigneeId: null,
  notes: '',
  reference: '',
  createdAt: now,
  removed: false,
})

/** Another customer has other projects: where none is named, it is tied to none. */
export const editedCase = (was: Case, edit: Edit<Case>): Case => {
  const moved = edit.customerId !== undefined && edit.customerId !== was.customerId
  return edited(moved ? { ...was, projectId: null } : was, edit)
}
