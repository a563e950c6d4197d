// The colour in which time is shown: its project's, else its customer's.
import type { Colour } from '../../shared/entities/colour.ts'
import type { PartialSubject } from '../../shared/entities/subject.ts'
import type { Data } from '../db/data.ts'

export function colourOf(data: Data, { projectId, customerId }: PartialSubject): Colour | null {
  const project = projectId == null ? null : data.find('project', projectId)
  if (project !== null) return project.colour
  return customerId == null ? null : (data.find('customer', customerId)?.colour ?? null)
}
