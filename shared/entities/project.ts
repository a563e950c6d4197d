// A project: a piece of work for one customer that time is kept on, open until it is completed.
import { z } from 'zod'
import { once } from '../base/once.ts'
import type { LocalDate } from '../base/localDate.ts'
import { Colour } from './colour.ts'
import { Code, defineEntity, Id, InstantSchema, LocalDateSchema, Name, Note, Removed } from './entity.ts'

export const Project = once(() =>
  z.object({
    id: Id,
    customerId: Id,
    /** PROJ-1, PROJ-2 … unless somebody chose another; no two share one. */
    code: Code,
    name: Name,
    /** The last day that takes time; null while it is open (C11). */
    completionDate: LocalDateSchema.nullable(),
    /** How much time is meant for it; null: nobody set any. */
    budgetMinutes: z.int().min(1).max(100_000_000).nullable(),
    /** Whether its time can be charged to the customer; if not, no category makes it so. */
    billable: z.boolean(),
    notes: Note,
    /** Given in turn when it is made; time on it is shown in it. */
    colour: Colour.default('blue'),
    createdAt: InstantSchema,
    removed: Removed,
  }),
)
export type Project = z.infer<ReturnType<typeof Project>>
export const project = defineEntity('project', Project, {
  refs: [{ field: 'customerId', to: 'customer', as: 'needed' }],
  label: ['code', 'name'],
  owner: null,
  seenBy: 'everybody',
  unique: { by: ['code'], taken: 'project.codeTaken' },
  keepsName: true,
  remembered: true,
})

/** Is work on it over on this day? On the completion date itself it still takes time. */
export const isCompletedOn = (project: Pick<Project, 'completionDate'>, date: LocalDate): boolean =>
  project.completionDate !== null && date > project.completionDate

/** Is it offered for new time? What is completed today takes the rest of today's time, but nobody is asked to add to it. */
export const isOpen = (project: Pick<Project, 'completionDate'>, today: LocalDate): boolean =>
  project.completionDate === null || project.completionDate > today

export const PROJECT_PREFIX = 'PROJ'
