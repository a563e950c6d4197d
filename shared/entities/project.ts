// A project: a piece of work for one customer that time is kept on, open until it is completed.
import { z } from 'zod'
import { once } from '../base/once.ts'
import type { LocalDate } from '../base/localDate.ts'
import { cleanText } from '../base/text.ts'
import { defineEntity, Id, InstantSchema, LocalDateSchema, Name, Note, Removed } from './entity.ts'

/** What a project is called by for short: PROJ-1, PROJ-2 … unless somebody chose another; no two share one. */
export const ProjectCode = z
  .string()
  .max(1_000)
  .transform((text) => cleanText(text, { max: Infinity, multiline: false }))
  .pipe(z.string().min(1).max(40))

export const Project = once(() =>
  z.object({
    id: Id,
    customerId: Id,
    code: ProjectCode,
    name: Name,
    /** The last day that takes time; null while it is open (C11). */
    completionDate: LocalDateSchema.nullable(),
    /** How much time is meant for it; null: nobody set any. */
    budgetMinutes: z.int().min(1).max(100_000_000).nullable(),
    /** Whether its time can be charged to the customer; if not, no category makes it so. */
    billable: z.boolean(),
    notes: Note,
    createdAt: InstantSchema,
    removed: Removed,
  }),
)
export type Project = z.infer<ReturnType<typeof Project>>
export const project = defineEntity('project', Project)

/** Is work on it over on this day? On the completion date itself it still takes time. */
export const isCompletedOn = (project: Pick<Project, 'completionDate'>, date: LocalDate): boolean =>
  project.completionDate !== null && date > project.completionDate

/** Is it offered for new time? What is completed today takes the rest of today's time, but nobody is asked to add to it. */
export const isOpen = (project: Pick<Project, 'completionDate'>, today: LocalDate): boolean =>
  project.completionDate === null || project.completionDate > today

const COUNTED = /^PROJ-(\d{1,9})$/i

/** The next code in order, after the highest number that any project ever had here. */
export function nextProjectCode(codes: readonly string[]): string {
  const numbers = codes.map((code) => Number(COUNTED.exec(code)?.[1] ?? 0))
  return `PROJ-${numbers.reduce((most, number) => Math.max(most, number), 0) + 1}`
}
