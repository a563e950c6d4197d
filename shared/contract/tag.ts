// Commands and queries on tags.
import { z } from 'zod'
import { Id } from '../entities/entity.ts'
import type { Tag } from '../entities/tag.ts'
import { Tag as TagSchema } from '../entities/tag.ts'
import { everybody, leaders } from './access.ts'
import { command, query } from './request.ts'

const fields = () => TagSchema().omit({ id: true, removed: true })

export const tagCommands = {
  /** Without a colour it gets the next in turn. */
  'tag.add': command(() => fields().partial().required({ name: true }), everybody).returns<{ tagId: Id }>(),
  'tag.edit': command(() => fields().partial().extend({ tagId: Id }), leaders).returns<null>(),
  /** Gone from every list and choice; time that has it keeps it. */
  'tag.remove': command(() => z.object({ tagId: Id }), leaders).returns<null>(),
}

export type TagRow = Omit<Tag, 'removed'> & {
  /** Timers that have it, in any state. */
  timers: number
}

export const tagQueries = {
  'tag.list': query(
    () => z.object({ activeOnly: z.boolean().optional() }),
    ['tag', 'timer', 'organisation'],
    everybody,
  ).returns<TagRow[]>(),
}
