// Finds the project that is meant by its code, which no two share, or by its name; else refused with the nearest, or made.
import type { ProjectRow } from '../shared/contract/project.ts'
import type { Id } from '../shared/entities/entity.ts'
import { nearestNames, theOneCalled } from './names.ts'
import { Refusal, UsageError } from './refusal.ts'
import type { Session } from './session.ts'

const PAGE = 500

export type ProjectChoice = {
  /** Whose project a name means; null: anybody's. A code means what it means. */
  customerId: Id | null
  /** null: the command makes nothing new, and does not offer it. */
  create: boolean | null
}

/** Throws Refusal (name.unknown, name.ambiguous). */
export async function projectCalled(
  session: Session,
  name: string,
  { customerId, create }: ProjectChoice,
): Promise<{ id: Id; customerId: Id }> {
  const found = await allProjects(session, { search: name.slice(0, 200) })
  const same = (text: string): boolean => text.toLowerCase() === name.trim().toLowerCase()
  const byCode = found.find(({ code }) => same(code))
  if (byCode !== undefined) return byCode
  const ofCustomer = ({ customerId: owner }: ProjectRow): boolean =>
    customerId === null || owner === customerId
  const called = theOneCalled(found.filter(ofCustomer), name)
  if (called !== null) return called
  if (create === true) return makeProject(session, name, customerId)
  const near = (await allProjects(session, {})).filter(ofCustomer)
  throw new Refusal(
    { code: 'name.unknown', details: { values: { name, kind: 'project' }, nearest: nearest(name, near) } },
    `Projects are listed by “daybook projects”${create === null ? '' : '; --create makes a new one'}.`,
  )
}

/** Each near one by its code, whether that or its name is near. */
function nearest(name: string, projects: readonly ProjectRow[]): string[] {
  const codes = new Map(
    projects.flatMap(({ code, name: called }) => [[called, code] as const, [code, code] as const]),
  )
  return [...new Set(nearestNames(name, [...codes.keys()]).map((near) => codes.get(near) ?? near))]
}

async function makeProject(
  session: Session,
  name: string,
  customerId: Id | null,
): Promise<{ id: Id; customerId: Id }> {
  if (customerId === null)
    throw new UsageError(`--create makes the project “${name}” for a customer: say for whom with --customer.`)
  const { projectId } = await session.ask('project.add', { customerId, name })
  return { id: projectId, customerId }
}

/** Every project, page by page. */
export async function allProjects(
  session: Session,
  filter: { customerId?: Id; search?: string },
): Promise<ProjectRow[]> {
  const rows: ProjectRow[] = []
  for (;;) {
    const page = await session.ask('project.list', { ...filter, offset: rows.length, limit: PAGE })
    rows.push(...page.rows)
    if (rows.length >= page.total || page.rows.length === 0) return rows
  }
}
