// What may be done with projects, beyond what an active timer protects (guards.ts).
import type { Colour } from '../entities/colour.ts'
import type { Id } from '../entities/entity.ts'
import type { Project } from '../entities/project.ts'

export const newProject = (
  id: Id,
  customerId: Id,
  { code, colour, now }: { code: string; colour: Colour; now: number },
): Project => ({
  id,
  customerId,
  code,
  name: '',
  completionDate: null,
  budgetMinutes: null,
  billable: true,
  notes: '',
  colour,
  createdAt: now,
  removed: false,
})
