// Commands and queries on the projects of customers.
import { z } from 'zod'
import { Colour } from '../entities/colour.ts'
import { Id } from '../entities/entity.ts'
import type { Project } from '../entities/project.ts'
import { Project as ProjectSchema } from '../entities/project.ts'
import { everybody, leaders } from './access.ts'
import type { Narrowed } from './directory.ts'
import { command, query } from './request.ts'

/** Without presets: what an edit does not name stays. */
const fields = () =>
  ProjectSchema().omit({ id: true, createdAt: true, removed: true }).extend({ colour: Colour })

export const projectCommands = {
  /** Without a code it gets the next in order: PROJ-1, PROJ-2 … */
  'project.add': command(
    () => fields().partial().required({ customerId: true, name: true }),
    everybody,
  ).returns<{
    projectId: Id
    code: string
  }>(),
  /** Also completes it with a completion date, and reopens it with none (C11). */
  'project.edit': command(() => fields().partial().extend({ projectId: Id }), everybody).returns<null>(),
  /** Gone from every list and choice; where time was recorded on it, the past keeps its name (C12). */
  'project.remove': command(() => z.object({ projectId: Id }), leaders).returns<null>(),
}

export type ProjectRow = Omit<Project, 'removed'> & {
  customerName: string
  /** Its completion date has come: it is offered for new time no more. */
  completed: boolean
  totalMs: number
  /** What of it can be charged: the project's and the category's say. */
  billableMs: number
  entryCount: number
  /** The last work day with time on it. */
  lastDate: string | null
  /** Timers on it, in any state. */
  timers: number
}
export type ProjectView = ProjectRow & {
  removed: boolean
  /** Who spent how much on it, the most first. */
  users: { userId: Id; userName: string; totalMs: number }[]
} & Narrowed
export type ProjectChoice = Pick<Project, 'id' | 'code' | 'name'>

export const projectQueries = {
  /** Of a customer or of all: open ones first, then by code. */
  'project.list': query(
    () =>
      z.object({
        customerId: Id.optional(),
        activeOnly: z.boolean().optional(),
        search: z.string().max(200).optional(),
        offset: z.int().min(0).optional(),
        limit: z.int().min(1).max(500).optional(),
      }),
    ['project', 'customer', 'category', 'timer', 'timeEntry', 'organisation', 'pastSetting'],
    everybody,
  ).returns<{ rows: ProjectRow[]; total: number } & Narrowed>(),
  'project.get': query(
    () => z.object({ projectId: Id }),
    ['project', 'customer', 'category', 'timer', 'timeEntry', 'user', 'organisation', 'pastSetting'],
    everybody,
  ).returns<ProjectView>(),
  /** What new time can be put on, and `keep`, which it is on already. */
  'project.choices': query(
    () => z.object({ customerId: Id, keep: Id.optional() }),
    ['project', 'organisation'],
    everybody,
  ).returns<ProjectChoice[]>(),
}
