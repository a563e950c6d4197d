// `daybook log`: records a session by hand.
import { idOfName } from '../names.ts'
import { projectCalled } from '../projects.ts'
import type { Outcome } from '../output.ts'
import type { Session } from '../session.ts'
import { readTime } from '../times.ts'
import { setUpWithDefaults } from './setup.ts'
import { recorded } from './stop.ts'

export type LogOptions = {
  customer?: string
  category?: string
  project?: string
  user?: string
  start: string
  stop: string
  note?: string
  create?: boolean
}

export async function log(session: Session, options: LogOptions): Promise<Outcome> {
  const create = options.create === true
  if (create) await setUpWithDefaults(session)
  const { state, organisation } = await session.setUp()
  const { zone } = organisation
  // The times first: what cannot be read makes nothing.
  const startAt = readTime(options.start, state.now, zone)
  const endAt = readTime(options.stop, state.now, zone)
  const id = async (kind: 'customer' | 'category' | 'user', name: string | undefined) =>
    name === undefined ? null : idOfName(session, kind, name, create)
  const userId = await id('user', options.user)
  const named = await id('customer', options.customer)
  const project =
    options.project === undefined
      ? null
      : await projectCalled(session, options.project, { customerId: named, create })
  const categoryId = await id('category', options.category)
  const { entryIds } = await session.ask('entry.add', {
    // A project says for whom it is.
    customerId: named ?? project?.customerId ?? null,
    categoryId,
    projectId: project?.id ?? null,
    startAt,
    endAt,
    ...(userId === null ? {} : { userId }),
    ...(options.note === undefined ? {} : { note: options.note }),
  })
  const entries = []
  for (const entryId of entryIds) entries.push(await session.ask('entry.get', { entryId }))
  return { value: { entries }, text: recorded(entries, zone) }
}
