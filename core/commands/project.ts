// Commands on the projects of customers.
import type { projectCommands } from '../../shared/contract/project.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Project } from '../../shared/entities/project.ts'
import { nextProjectCode } from '../../shared/entities/project.ts'
import type { ProjectFacts } from '../../shared/rules/project.ts'
import { newProject, removeProject, saveProject } from '../../shared/rules/project.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { entriesOn } from '../reads.ts'
import type { Handlers } from './handler.ts'

const present = (data: Data, id: Id): Project | null =>
  data.where('project', 'id = ? AND NOT removed', id)[0] ?? null

/** Codes of all projects that ever were: a number that somebody may have written down comes once. */
const codesEver = (data: Data): string[] =>
  data
    .all<{ code: string }>(
      `SELECT code FROM project UNION
       SELECT json_extract("before", '$.code') FROM audit WHERE entity = 'project' AND "after" IS NULL`,
    )
    .map(({ code }) => code)

const facts = (data: Data, customerId: Id, projectId: Id | null): ProjectFacts => ({
  customer: data.find('customer', customerId),
  others: data.where('project', 'NOT removed'),
  entries: projectId === null ? 0 : entriesOn(data, projectId),
})

export const projectHandlers: Handlers<keyof typeof projectCommands> = {
  'project.add': (data, args, ctx) => {
    const code = args.code ?? nextProjectCode(codesEver(data))
    const made = newProject(ctx.newId(), args.customerId, code, ctx.now)
    const saved = saveProject(made, args, facts(data, args.customerId, null))
    return saved.ok ? decided(saved.value.changes, { ...saved.value.value, code }) : saved
  },
  'project.edit': (data, { projectId, ...edit }) => {
    const project = present(data, projectId)
    if (project === null) return refused('notFound.project')
    const saved = saveProject(project, edit, facts(data, edit.customerId ?? project.customerId, projectId))
    return saved.ok ? decided(saved.value.changes, null) : saved
  },
  'project.remove': (data, { projectId }) => {
    const project = present(data, projectId)
    return project === null ? refused('notFound.project') : removeProject(project, entriesOn(data, projectId))
  },
}
