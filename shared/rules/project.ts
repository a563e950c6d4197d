// What may be done with projects, beyond what an active timer protects (guards.ts), and which project takes a session's time.
import type { LocalDate } from '../base/localDate.ts'
import { fold } from '../base/text.ts'
import type { AppError } from '../contract/errors.ts'
import type { Customer } from '../entities/customer.ts'
import type { Id } from '../entities/entity.ts'
import type { Project } from '../entities/project.ts'
import { isCompletedOn } from '../entities/project.ts'
import type { Change } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import type { Decision } from './rule.ts'
import { decided, refused } from './rule.ts'

export const newProject = (id: Id, customerId: Id, code: string, now: number): Project => ({
  id,
  customerId,
  code,
  name: '',
  completionDate: null,
  budgetMinutes: null,
  billable: true,
  notes: '',
  createdAt: now,
  removed: false,
})

type Editable = Omit<Project, 'id' | 'createdAt' | 'removed'>
export type ProjectEdit = { [K in keyof Editable]?: Editable[K] | undefined }

export type ProjectFacts = {
  /** The customer that it is to belong to; null where there is none. */
  customer: Customer | null
  /** All that are not deleted. */
  others: readonly Project[]
  /** Time entries recorded on it. */
  entries: number
}

export function saveProject(
  project: Project,
  edit: ProjectEdit,
  facts: ProjectFacts,
): Decision<{ projectId: Id }> {
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
  const edited: Project = { ...project, ...(given as Partial<Editable>) }
  if (facts.customer === null || facts.customer.removed) return refused('notFound.customer')
  if (facts.others.some(({ id, code }) => id !== edited.id && fold(code) === fold(edited.code)))
    return refused('project.codeTaken', { values: { code: edited.code } })
  if (edited.customerId !== project.customerId && facts.entries > 0)
    return refused('project.hasTime', { values: { code: project.code, entries: facts.entries } })
  return decided([put('project', edited)], { projectId: edited.id })
}

/** What recorded time refers to keeps its name for the past; everything else is simply gone. */
export const projectRemoval = (project: Project, entries: number): Change =>
  entries > 0 ? put('project', { ...project, removed: true }) : remove('project', project.id)

export const removeProject = (project: Project, entries: number): Decision<null> =>
  decided([projectRemoval(project, entries)], null)

/** Why a session that begins on this day cannot be put on the project; null: it can. */
export function projectRefusal(
  project: Project | null,
  session: { customerId: Id | null; date: LocalDate },
): { ok: false; error: AppError } | null {
  if (project === null) return null
  if (project.removed) return refused('notFound.project')
  const values = { code: project.code, name: project.name }
  if (project.customerId !== session.customerId) return refused('project.otherCustomer', { values })
  if (isCompletedOn(project, session.date))
    return refused('project.completed', { values: { ...values, date: project.completionDate } })
  return null
}

/** The project after an edit: the one that is named, else the one it was, but not with another customer. */
export const projectAfter = (
  was: { customerId: Id | null; projectId: Id | null },
  args: { customerId?: Id | null | undefined; projectId?: Id | null | undefined },
): Id | null => {
  if (args.projectId !== undefined) return args.projectId
  return args.customerId === undefined || args.customerId === was.customerId ? was.projectId : null
}
